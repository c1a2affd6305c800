"""The year's figures proposed from the general ledger (förslag till årets uppgifter), each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.general.ledger import GeneralLedger, LedgerRow
from sifund_ledger.general.roles import Accounts, Roles
from sifund_ledger.money import format_amount

FIGURE_NOT_PROPOSED = FindingCode(
    "FIGURE_NOT_PROPOSED",
    Severity.NOTE,
    en="{figure} cannot be proposed: the roles name no accounts for {role}.",
    sv="{figure} kan inte föreslås: rollerna anger inga konton för {role}.",
    remedy_en="Add {role} to the file of account roles, or state the figure.",
    remedy_sv="Lägg till {role} i filen med kontoroller, eller ange uppgiften.",
)
ROLE_WITHOUT_ACCOUNTS = FindingCode(
    "ROLE_WITHOUT_ACCOUNTS",
    Severity.WARNING,
    en="No account of {year} in the ledger has the role {role}.",
    sv="Inget konto i huvudboken {year} har rollen {role}.",
    remedy_en="Compare the file of account roles with the chart of accounts.",
    remedy_sv="Jämför filen med kontoroller med kontoplanen.",
)
ACCOUNT_TYPE_ASSUMED = FindingCode(
    "ACCOUNT_TYPE_ASSUMED",
    Severity.NOTE,
    en="{count} accounts have no type (#KTYP); classes 1 and 2 were taken for the balance sheet: {accounts}.",
    sv="{count} konton saknar typ (#KTYP); klass 1 och 2 togs för balansräkningen: {accounts}.",
    citation="SIE 4B §6 #KTYP",
)
RESULT_NOT_BOOKED = FindingCode(
    "RESULT_NOT_BOOKED",
    Severity.NOTE,
    en="The result accounts give {result} kr, the accounts for the result of the year have {booked} kr.",
    sv="Resultatkontona ger {result} kr, kontona för årets resultat har {booked} kr.",
    remedy_en="Book the result of the year, or check which accounts have that role.",
    remedy_sv="Bokför årets resultat, eller kontrollera vilka konton som har den rollen.",
    citation="LKBR (2018:597) 4:4",
)
CODES = (FIGURE_NOT_PROPOSED, ROLE_WITHOUT_ACCOUNTS, ACCOUNT_TYPE_ASSUMED, RESULT_NOT_BOOKED)

_FROM_ROLES: Final = (
    ("taxes_and_grants", "taxes_and_grants", "closing"),
    ("realised_gains", "realised_gains", "closing"),
    ("equity", "equity", "closing"),
    ("reserve_before", "result_reserve", "opening"),
    ("equalisation_reserve_before", "equalisation_reserve", "opening"),
)


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A figure proposed (föreslagen uppgift): its key in the figures file, öre as the key wants its sign, its accounts.

    ``ore`` is ``None`` where nothing in the roles leads to it.
    """

    key: str
    ore: int | None
    accounts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedFigures:
    """The figures of a year as the general ledger has them, and what is missing (findings)."""

    year: int
    figures: tuple[ProposedFigure, ...]
    earmarks: tuple[ProposedFigure, ...]
    projects: tuple[ProposedFigure, ...]
    findings: tuple[Finding, ...]
    ledger: GeneralLedger

    def ore(self, key: str) -> int | None:
        """A figure in öre, ``None`` where it is not proposed. Raises ``KeyError`` for a key that is never proposed."""
        return {figure.key: figure for figure in self.figures}[key].ore

    def rows(self, key: str) -> Iterator[LedgerRow]:
        """The rows that a figure comes from, each with its file and line."""
        figure = {figure.key: figure for figure in (*self.figures, *self.earmarks)}[key]
        numbers = {account for account, _ in figure.accounts}
        return (self.ledger.row(index) for index in self.ledger.row_indices(numbers, self.year))


def propose_figures(ledger: GeneralLedger, roles: Roles, year: int | None = None) -> ProposedFigures:
    """Propose the figures of a year from a general ledger by the roles of its accounts (årets uppgifter).

    Signs are those of the figures file: a surplus, income, equity and reserves are positive. The result is minus the
    sum of the accounts that are no balance sheet accounts by #KTYP. What cannot be proposed is a note.
    """
    chosen = year if year is not None else (ledger.years[-1] if ledger.years else 0)
    findings: list[Finding] = []
    closing = ledger.balances(chosen)
    result = {number: ore for number, ore in closing.items() if not ledger.on_balance_sheet(number)}
    figures = [_figure("net_result", result)]
    for key, role, when in _FROM_ROLES:
        accounts = roles.accounts.get(role)
        if accounts is None:
            findings.append(FIGURE_NOT_PROPOSED.at(str(chosen), figure=key, role=role))
            figures.append(ProposedFigure(key, None))
            continue
        numbers = _chosen(accounts, role, ledger, chosen, findings)
        if when == "closing":
            figures.append(_figure(key, {number: closing.get(number, 0) for number in numbers}))
        else:
            figures.append(_figure(key, {number: ledger.opening_balance(number, chosen) for number in numbers}))
    earmarks = [
        _figure(fund, {number: closing.get(number, 0) for number in _chosen(each, fund, ledger, chosen, findings)})
        for fund, each in roles.earmarks.items()
    ]
    projects: list[ProposedFigure] = []
    if "project" in roles.dimensions:
        by_project = ledger.object_balances(roles.dimensions["project"], set(result), chosen)
        projects = [ProposedFigure(code, ore) for code, ore in by_project.items() if code]
    findings.extend(_types(ledger, closing, chosen))
    findings.extend(_booked(ledger, roles, figures[0].ore or 0, closing, chosen))
    return ProposedFigures(chosen, tuple(figures), tuple(earmarks), tuple(projects), tuple(findings), ledger)


def _figure(key: str, balances: dict[str, int]) -> ProposedFigure:
    accounts = tuple(sorted((number, ore) for number, ore in balances.items()))
    return ProposedFigure(key, -sum(balances.values()), accounts)


def _chosen(accounts: Accounts, role: str, ledger: GeneralLedger, year: int, findings: list[Finding]) -> set[str]:
    numbers = accounts.among(ledger.accounts)
    if not numbers:
        findings.append(ROLE_WITHOUT_ACCOUNTS.at(str(year), year=year, role=role))
    return numbers


def _types(ledger: GeneralLedger, closing: dict[str, int], year: int) -> Iterator[Finding]:
    untyped = sorted(number for number in closing if not ledger.accounts[number].kind)
    if untyped:
        listed = ", ".join(untyped[:5]) + (" …" if len(untyped) > 5 else "")
        yield ACCOUNT_TYPE_ASSUMED.at(str(year), count=len(untyped), accounts=listed)


def _booked(ledger: GeneralLedger, roles: Roles, result: int, closing: dict[str, int], year: int) -> Iterator[Finding]:
    accounts = roles.accounts.get("result_of_year")
    if accounts is not None:
        booked = -sum(ore for number, ore in closing.items() if number in accounts)
        if booked not in (result, 0):
            yield RESULT_NOT_BOOKED.at(str(year), result=format_amount(result), booked=format_amount(booked))
