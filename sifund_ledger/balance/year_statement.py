"""One fiscal year's statement: its lines, its two results, its deficits at the year's end, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from moneyed import Money

from sifund_ledger.balance.deficits import Deficit, DeficitAccount, check_deficits
from sifund_ledger.balance.figures import EntityKind, Presentation, StatementKind, YearFigures
from sifund_ledger.balance.grounds import apply_grounds, check_decisions
from sifund_ledger.balance.inputs import check_rows
from sifund_ledger.balance.lines import Amounts, Line
from sifund_ledger.balance.presentation import check_presentation, present
from sifund_ledger.balance.statement_lines import lines_of
from sifund_ledger.decisions import DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.law import Formula, regime_of
from sifund_ledger.money import Unit, from_ore

LINE_UNKNOWN = FindingCode(
    "LINE_UNKNOWN",
    Severity.ERROR,
    en="The statement of {year} has no line {code!r}.",
    sv="Utredningen för {year} har ingen rad {code!r}.",
    remedy_en="Ask for one of: {codes}.",
    remedy_sv="Ange en av: {codes}.",
)
CODES = (LINE_UNKNOWN,)


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The limits of an allocation to the reserve (tak för reservering), in öre; ``None`` is not computed."""

    reserve_flow_ore: int | None = None
    reserve_stock_ore: int | None = None
    reserve_proposed_ore: int | None = None

    @property
    def reserve_flow(self) -> Money | None:
        """What the year's result leaves room for, in kronor."""
        return None if self.reserve_flow_ore is None else from_ore(self.reserve_flow_ore)

    @property
    def reserve_stock(self) -> Money | None:
        """What the size of the reserve leaves room for, in kronor."""
        return None if self.reserve_stock_ore is None else from_ore(self.reserve_stock_ore)

    @property
    def reserve_proposed(self) -> Money | None:
        """What is proposed, in kronor."""
        return None if self.reserve_proposed_ore is None else from_ore(self.reserve_proposed_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStatement:
    """A fiscal year's balanskravsutredning (KRL 4:3 a; LKBR 11:10), with the deficits as they stand at its end.

    Fields that end in ``_ore`` are integers in öre; the property without the ending is the same amount as ``Money``
    in kronor. Results are signed; what is to be restored, waived or left is positive. ``presented_*`` is what the
    municipality's own layout shows, and equals the statute's result under ``strict``. ``remaining_result`` is what a
    positive balance requirement result has left after restoring earlier deficits. ``*_by_year`` are pairs of the year
    in which a deficit arose and öre.
    """

    year: int
    kind: StatementKind
    as_of: date | None
    regime: str
    presentation: Presentation
    lines: tuple[Line, ...]
    result_after_adjustments_ore: int
    balance_requirement_result_ore: int
    presented_result_after_adjustments_ore: int
    presented_result_ore: int
    brought_forward_by_year: tuple[tuple[int, int], ...]
    restored_by_year: tuple[tuple[int, int], ...]
    waived_ore: int
    deficits: tuple[Deficit, ...]
    findings: tuple[Finding, ...]
    figures: YearFigures
    balance_requirement_result_after_equalisation_reserve_ore: int | None = None
    decisive_result: str = "balance_requirement_result"
    ceilings: Ceilings = Ceilings()

    @property
    def brought_forward_ore(self) -> int:
        """What was left of earlier deficits when the year began, in öre."""
        return sum(ore for _, ore in self.brought_forward_by_year)

    @property
    def restored_ore(self) -> int:
        """What the year's result restores of earlier deficits, in öre."""
        return sum(ore for _, ore in self.restored_by_year)

    @property
    def to_restore_ore(self) -> int:
        """What is left of all deficits at the year's end, in öre."""
        return sum(deficit.left_ore for deficit in self.deficits)

    @property
    def remaining_result_ore(self) -> int:
        """What is left of a positive balance requirement result after restoring deficits, in öre."""
        return max(0, self.balance_requirement_result_ore) - self.restored_ore

    @property
    def result_after_adjustments(self) -> Money:
        """Årets resultat efter balanskravsjusteringar, in kronor."""
        return from_ore(self.result_after_adjustments_ore)

    @property
    def balance_requirement_result(self) -> Money:
        """Årets balanskravsresultat, in kronor."""
        return from_ore(self.balance_requirement_result_ore)

    @property
    def balance_requirement_result_after_equalisation_reserve(self) -> Money | None:
        """The result after use of an old equalisation reserve, in kronor; ``None`` to 2023."""
        ore = self.balance_requirement_result_after_equalisation_reserve_ore
        return None if ore is None else from_ore(ore)

    @property
    def presented_result_after_adjustments(self) -> Money:
        """The adjusted result in the municipality's own layout, in kronor."""
        return from_ore(self.presented_result_after_adjustments_ore)

    @property
    def presented_result(self) -> Money:
        """The last result of the municipality's own layout, in kronor."""
        return from_ore(self.presented_result_ore)

    @property
    def brought_forward(self) -> Money:
        """What was left of earlier deficits when the year began, in kronor."""
        return from_ore(self.brought_forward_ore)

    @property
    def waived(self) -> Money:
        """What the year's statement waives on exceptional grounds, in kronor."""
        return from_ore(self.waived_ore)

    @property
    def restored(self) -> Money:
        """What the year's result restores of earlier deficits, in kronor."""
        return from_ore(self.restored_ore)

    @property
    def to_restore(self) -> Money:
        """Att återställa: what is left of all deficits at the year's end, in kronor."""
        return from_ore(self.to_restore_ore)

    @property
    def remaining_result(self) -> Money:
        """What is left of a positive result after restoring deficits, in kronor."""
        return from_ore(self.remaining_result_ore)

    @property
    def is_draft(self) -> bool:
        """Whether the statement rests on a proposed decision (föreslås; ruling R25)."""
        return any(ground.decision.state is DecisionState.PROPOSED for ground in self.figures.exceptional_grounds)

    def deficit(self, year: int) -> Deficit | None:
        """The deficit that arose in a year, or ``None``."""
        return next((deficit for deficit in self.deficits if deficit.year == year), None)

    def line(self, code: str) -> Line:
        """The first line with a code. Raises :class:`~sifund_ledger.Refused` where the year has none."""
        for line in self.lines:
            if line.code == code:
                return line
        codes = ", ".join(dict.fromkeys(line.code for line in self.lines))
        raise Refused([LINE_UNKNOWN.at(str(self.year), year=self.year, code=code, codes=codes)])


class _Settled(NamedTuple):
    """What a year did to the deficits: pairs of the year of origin and öre, and their state at its end."""

    brought_forward: tuple[tuple[int, int], ...]
    waived_ore: int
    restored: tuple[tuple[int, int], ...]
    deficits: tuple[Deficit, ...]
    findings: tuple[Finding, ...]


def draw_up(
    figures: YearFigures, year: int, accounts: dict[int, DeficitAccount], entity_kind: EntityKind, unit: Unit
) -> YearStatement:
    """One year's statement; ``accounts`` holds the deficits so far, and is carried on to the year's end.

    Errors are among the findings: the caller refuses. Whatever a fault asks for is left undone.
    """
    regime = regime_of(year)
    adjusted = _sum(regime.adjustments, figures, figures.ore("net_result") or 0)
    result = _sum(regime.reserves, figures, adjusted)
    settled = _settle(figures, year, result, accounts, unit)
    presented = present(figures, regime, adjusted, result)
    amounts = Amounts(
        adjusted=adjusted,
        result=result,
        presented=presented.result_ore,
        waived=settled.waived_ore,
        brought_forward=sum(ore for _, ore in settled.brought_forward),
        restored=sum(ore for _, ore in settled.restored),
        left=sum(deficit.left_ore for deficit in settled.deficits),
    )
    return YearStatement(
        year=year,
        kind=figures.kind,
        as_of=figures.as_of,
        regime=regime.name,
        presentation=figures.presentation,
        lines=tuple(lines_of(figures, regime, amounts)),
        result_after_adjustments_ore=adjusted,
        balance_requirement_result_ore=result,
        presented_result_after_adjustments_ore=presented.after_adjustments_ore,
        presented_result_ore=presented.result_ore,
        brought_forward_by_year=settled.brought_forward,
        restored_by_year=settled.restored,
        waived_ore=settled.waived_ore,
        deficits=settled.deficits,
        findings=(
            *check_rows(figures, regime, entity_kind, unit),
            *check_decisions(figures, year),
            *settled.findings,
            *check_presentation(figures, regime, amounts, unit),
            *check_deficits(settled.deficits, year, unit),
        ),
        figures=figures,
    )


def _settle(
    figures: YearFigures, year: int, result_ore: int, accounts: dict[int, DeficitAccount], unit: Unit
) -> _Settled:
    """Let a year's deficit arise, its grounds apply, and its positive result restore what is left, oldest first."""
    brought_forward = tuple((origin, accounts[origin].left) for origin in sorted(accounts) if accounts[origin].left)
    waived_before = sum(account.waived for account in accounts.values())
    if result_ore < 0:
        accounts[year] = DeficitAccount.arising(year, -result_ore)
    found = tuple(apply_grounds(figures.exceptional_grounds, accounts, f"{year}.exceptional_grounds", unit))
    restored = _restore(accounts, max(0, result_ore))
    return _Settled(
        brought_forward=brought_forward,
        waived_ore=sum(account.waived for account in accounts.values()) - waived_before,
        restored=restored,
        deficits=tuple(accounts[origin].at_end_of(year) for origin in sorted(accounts)),
        findings=found,
    )


def _sum(formula: Formula, figures: YearFigures, start_ore: int) -> int:
    total = start_ore + sum(sign * (figures.ore(key) or 0) for key, sign in formula.terms)
    if formula.own_rows:
        total += sum(row.ore for row in figures.other_adjustments)
    return total


def _restore(accounts: dict[int, DeficitAccount], result_ore: int) -> tuple[tuple[int, int], ...]:
    rest = result_ore
    restored = []
    for origin in sorted(accounts):
        ore = accounts[origin].restore(rest)
        rest -= ore
        if ore:
            restored.append((origin, ore))
    return tuple(restored)
