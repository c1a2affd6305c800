"""The reserves from year to year (RUR och RER): opening, set aside, used, dissolved, closing; what breaks their rules.

A balance that nobody has stated, and that does not follow from the years before, is unknown and stays so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sifund_ledger.balance.figures import StatementKind, YearFigures
from sifund_ledger.balance.inputs import with_unit
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.law import DISSOLUTION, EQUALISATION_USE, FLOW_CEILING, Regime, Reserve, holds, rule_of
from sifund_ledger.money import Unit

RESERVE_CLOSED = FindingCode(
    "RESERVE_CLOSED",
    Severity.ERROR,
    en="{amount} is set aside to {reserve} for {year}, and the law has no allocation to it that year.",
    sv="{amount} reserveras till {reserve_sv} för {year}, och lagen har ingen reservering till den det året.",
    remedy_en="Set aside to the result reserve instead (from 2024), or leave it out.",
    remedy_sv="Reservera i stället till resultatreserven (från 2024), eller utelämna beloppet.",
)
RESERVE_USE_ENDED = FindingCode(
    "RESERVE_USE_ENDED",
    Severity.ERROR,
    en="{amount} of the equalisation reserve is used in {year}; it was dissolved at the end of 2033.",
    sv="{amount} av resultatutjämningsreserven används {year}; den löstes upp vid utgången av 2033.",
    remedy_en="Use the result reserve, or leave it out.",
    remedy_sv="Använd resultatreserven, eller utelämna beloppet.",
)
RESERVE_USE_ABOVE_BALANCE = FindingCode(
    "RESERVE_USE_ABOVE_BALANCE",
    Severity.ERROR,
    en="{amount} of {reserve} is used in {year}, and it holds {balance}.",
    sv="{amount} av {reserve_sv} används {year}, och den uppgår till {balance}.",
    remedy_en="Lower the use, or correct the opening balance.",
    remedy_sv="Sänk beloppet, eller rätta den ingående balansen.",
)
RESERVE_BALANCE_UNKNOWN = FindingCode(
    "RESERVE_BALANCE_UNKNOWN",
    Severity.NOTE,
    en="{amount} of {reserve} is used in {year}; its balance is not known, and the use was not checked.",
    sv="{amount} av {reserve_sv} används {year}; dess balans är inte känd, och beloppet har inte kontrollerats.",
)
RESERVE_OPENING_DIFFERS = FindingCode(
    "RESERVE_OPENING_DIFFERS",
    Severity.ERROR,
    en="{reserve} opens {year} at {stated}, and the year before closed it at {carried}.",
    sv="Ingående {reserve_sv} för {year} är {stated}, och året innan slutade på {carried}.",
    remedy_en="Correct the opening balance, or the allocations and uses of the year before.",
    remedy_sv="Rätta den ingående balansen, eller årets innan reserveringar och användning.",
)
RESERVE_USED_WITHOUT_NEED = FindingCode(
    "RESERVE_USED_WITHOUT_NEED",
    Severity.WARNING,
    en="{amount} of the equalisation reserve is used in {year}, and {needed} would lift the result to zero.",
    sv="{amount} av resultatutjämningsreserven används {year}, och {needed} hade räckt för att nå noll.",
    remedy_en="Use no more than the deficit, or say why more evens out a business cycle.",
    remedy_sv="Använd högst underskottet, eller ange varför mer utjämnar en konjunkturcykel.",
)
RESERVE_PURPOSE_MISSING = FindingCode(
    "RESERVE_PURPOSE_MISSING",
    Severity.ERROR,
    en="The result reserve is used in {year}, and to what and why is not stated.",
    sv="Resultatreserven används {year}, och till vad och varför är inte angivet.",
    remedy_en="State it under reserve_purpose: the annual report must tell it.",
    remedy_sv="Ange det under reserve_purpose: årsredovisningen ska innehålla det.",
)
RESERVE_DISSOLVED = FindingCode(
    "RESERVE_DISSOLVED",
    Severity.NOTE,
    en="What is left of the equalisation reserve at the end of {year}, {amount}, joins other equity.",
    sv="Det som är kvar av resultatutjämningsreserven vid utgången av {year}, {amount}, förs till övrigt eget kapital.",
)
CODES = (
    RESERVE_CLOSED,
    RESERVE_USE_ENDED,
    RESERVE_USE_ABOVE_BALANCE,
    RESERVE_BALANCE_UNKNOWN,
    RESERVE_OPENING_DIFFERS,
    RESERVE_USED_WITHOUT_NEED,
    RESERVE_PURPOSE_MISSING,
    RESERVE_DISSOLVED,
)

_NAMES: Final[dict[Reserve, dict[str, Any]]] = {
    Reserve.EQUALISATION: {"reserve": "the equalisation reserve", "reserve_sv": "resultatutjämningsreserven"},
    Reserve.RESULT: {"reserve": "the result reserve", "reserve_sv": "resultatreserven"},
}
_FIRST_YEAR: Final = {
    reserve: min(rule.first_year for rule in FLOW_CEILING if rule.reserve is reserve) for reserve in Reserve
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveAccount:
    """A reserve over one fiscal year (reservens förändring), in öre, all positive; ``None`` is unknown.

    ``opening + allocated − used − dissolved = closing``. What is left of RUR at the end of 2033 is dissolved (DIS-1).
    """

    reserve: Reserve
    year: int
    opening_ore: int | None
    allocated_ore: int
    used_ore: int

    @property
    def _before_dissolution(self) -> int | None:
        if self.opening_ore is None:
            return None
        return self.opening_ore + self.allocated_ore - self.used_ore

    @property
    def _ends(self) -> bool:
        return self.reserve is Reserve.EQUALISATION and any(holds(rule, self.year) for rule in DISSOLUTION)

    @property
    def dissolved_ore(self) -> int | None:
        """What joins other equity at the year's end; zero but in 2033."""
        return self._before_dissolution if self._ends else 0

    @property
    def closing_ore(self) -> int | None:
        """The balance at the year's end."""
        return 0 if self._ends else self._before_dissolution


@dataclass(slots=True)
class ReserveBalances:
    """The reserves' balances while the years are worked through; mutable, and never handed out."""

    year: int | None = None
    balances: dict[Reserve, int | None] = field(default_factory=dict)

    def accounts(self, figures: YearFigures, year: int) -> tuple[ReserveAccount, ...]:
        """The reserves that the year has, RUR first, with what was carried into it."""
        follows = self.year == year - 1
        accounts = []
        for reserve in Reserve:
            if not _FIRST_YEAR[reserve] <= year <= _last_year(reserve):
                continue
            carried = self.balances.get(reserve) if follows else None
            # Nothing can have been set aside before the law had the reserve.
            opens = 0 if year == _FIRST_YEAR[reserve] else carried
            stated = figures.ore(_opening_key(reserve, year))
            accounts.append(
                ReserveAccount(
                    reserve=reserve,
                    year=year,
                    opening_ore=opens if stated is None else stated,
                    allocated_ore=_allocated(reserve, figures, year),
                    used_ore=figures.ore(_use_key(reserve, year)) or 0,
                )
            )
        return tuple(accounts)

    def opening_faults(self, figures: YearFigures, year: int, unit: Unit) -> Iterator[Finding]:
        """Errors where a stated opening balance is not what the year before closed with (EQ-1)."""
        for reserve, carried in self.balances.items():
            stated = figures.ore(_opening_key(reserve, year))
            if self.year != year - 1 or stated is None or carried is None or stated == carried:
                continue
            yield RESERVE_OPENING_DIFFERS.at(
                f"{year}.{_opening_key(reserve, year)}",
                citation=rule_of("EQ-1", year).cited,
                year=year,
                stated=with_unit(stated, unit),
                carried=with_unit(carried, unit),
                **_NAMES[reserve],
            )

    def close(self, year: int, accounts: tuple[ReserveAccount, ...]) -> None:
        """Carry the closing balances on."""
        self.year = year
        self.balances = {account.reserve: account.closing_ore for account in accounts}


def _last_year(reserve: Reserve) -> int:
    ends = [rule.last_year for rule in DISSOLUTION if reserve is Reserve.EQUALISATION and rule.last_year is not None]
    return min(ends, default=9999)


def _opening_key(reserve: Reserve, year: int) -> str:
    beside = reserve is Reserve.EQUALISATION and year >= _FIRST_YEAR[Reserve.RESULT]
    return "equalisation_reserve_before" if beside else "reserve_before"


def _use_key(reserve: Reserve, year: int) -> str:
    beside = reserve is Reserve.EQUALISATION and year >= _FIRST_YEAR[Reserve.RESULT]
    return "equalisation_reserve_used" if beside else "reserve_used"


def _allocated(reserve: Reserve, figures: YearFigures, year: int) -> int:
    if reserve is Reserve.EQUALISATION and year >= _FIRST_YEAR[Reserve.RESULT]:
        return 0
    return figures.ore("reserve_allocated") or 0


def allocation_faults(reserve: Reserve, year: int, ore: int, unit: Unit = "kr") -> list[Finding]:
    """Why an amount may not be set aside to a reserve for a fiscal year: RUR to 2023, RER from 2024 (CAP-1).

    The year is that of the result: an allocation for 2023 may be decided in 2024.

    >>> [finding.code for finding in allocation_faults(Reserve.EQUALISATION, 2024, 100)]
    ['RESERVE_CLOSED']
    >>> allocation_faults(Reserve.EQUALISATION, 2023, 100)
    []
    """
    open_to = {rule.reserve for rule in FLOW_CEILING if holds(rule, year)}
    if not ore or reserve in open_to:
        return []
    cited = next((rule.cited for rule in reversed(FLOW_CEILING) if holds(rule, year)), FLOW_CEILING[0].cited)
    return [RESERVE_CLOSED.at(str(year), citation=cited, year=year, amount=with_unit(ore, unit), **_NAMES[reserve])]


def check_reserves(
    figures: YearFigures, regime: Regime, accounts: tuple[ReserveAccount, ...], adjusted_ore: int, unit: Unit
) -> Iterator[Finding]:
    """What the uses break: errors above the balance, without a purpose, after the end; warnings beyond the need."""
    year = regime.year
    ended = figures.ore("equalisation_reserve_used") or 0
    if ended and year > _last_year(Reserve.EQUALISATION):
        yield RESERVE_USE_ENDED.at(
            f"{year}.equalisation_reserve_used",
            citation=EQUALISATION_USE[-1].cited,
            amount=with_unit(ended, unit),
            year=year,
        )
    result = adjusted_ore - (figures.ore("reserve_allocated") or 0)
    for account in reversed(accounts):
        yield from _use_faults(figures, regime, account, unit)
        if account.reserve is Reserve.EQUALISATION:
            needed = max(0, -result) if adjusted_ore < 0 else 0
            yield from _beyond_need(regime, account, needed, unit)
        result += account.used_ore
        if account.dissolved_ore:
            yield RESERVE_DISSOLVED.at(
                f"{year}.equalisation_reserve_before",
                citation=regime.dissolution.cited if regime.dissolution else "",
                year=year,
                amount=with_unit(account.dissolved_ore, unit),
            )


def _use_faults(figures: YearFigures, regime: Regime, account: ReserveAccount, unit: Unit) -> Iterator[Finding]:
    used, opening = account.used_ore, account.opening_ore
    rule = regime.equalisation_use if account.reserve is Reserve.EQUALISATION else regime.result_reserve_use
    if not used or rule is None:
        return
    place = f"{account.year}.{_use_key(account.reserve, account.year)}"
    about: dict[str, Any] = {"amount": with_unit(used, unit), "year": account.year, **_NAMES[account.reserve]}
    if opening is None:
        yield RESERVE_BALANCE_UNKNOWN.at(place, citation=rule.cited, **about)
    elif used > opening + account.allocated_ore:
        balance = with_unit(opening + account.allocated_ore, unit)
        yield RESERVE_USE_ABOVE_BALANCE.at(place, citation=rule.cited, balance=balance, **about)
    if rule.needs_purpose and not figures.reserve_purpose.strip():
        # The annual report has the duty; what is planned may still be without its words.
        severity = Severity.ERROR if figures.kind is StatementKind.OUTCOME else Severity.WARNING
        cited = regime.reserves.cited
        yield RESERVE_PURPOSE_MISSING.at(
            f"{account.year}.reserve_purpose", citation=cited, severity=severity, year=account.year
        )


def _beyond_need(regime: Regime, account: ReserveAccount, needed: int, unit: Unit) -> Iterator[Finding]:
    rule = regime.equalisation_use
    if rule is not None and rule.up_to_zero and account.used_ore > needed:
        yield RESERVE_USED_WITHOUT_NEED.at(
            f"{account.year}.{_use_key(account.reserve, account.year)}",
            citation=rule.cited,
            amount=with_unit(account.used_ore, unit),
            year=account.year,
            needed=with_unit(needed, unit),
        )
