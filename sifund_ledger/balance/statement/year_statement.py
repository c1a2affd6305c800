"""One fiscal year's statement: its lines, its two results, its deficits at the year's end, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.balance.deficits.plans import ActionPlan
from sifund_ledger.balance.figures.figure_kinds import reserve_of
from sifund_ledger.balance.figures.year_figures import Presentation, StatementKind, YearFigures
from sifund_ledger.balance.reserves.ceilings import NO_CEILINGS, Ceilings
from sifund_ledger.balance.reserves.reserves import ReserveAccount
from sifund_ledger.balance.reserves.securities import ExcludedSecurities
from sifund_ledger.balance.statement.budget import BudgetTest
from sifund_ledger.balance.statement.findings import LINE_UNKNOWN
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION, Line
from sifund_ledger.boundary import checked
from sifund_ledger.decisions import DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.money import InKronor, InKronorIfKnown


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStatement:
    """A fiscal year's balanskravsutredning (KRL 4:3 a; LKBR 11:10), with the deficits as they stand at its end.

    Fields that end in ``_ore`` are integers in öre; the property without the ending is the same amount as ``Money``
    in kronor. Results are signed; what is to be restored, waived or left is positive. ``presented_*`` is what the
    municipality's own layout shows, and equals the decisive result under ``strict``. ``remaining_result`` is what a
    positive decisive result has left after restoring earlier deficits. ``decisive_result`` names the line that deficits
    follow: the balance requirement result, or that after use of what is left of RUR from 2024. ``*_by_year`` are pairs
    of the year in which a deficit arose and öre. ``reserves``, ``securities`` and ``budget`` are the year's part of the
    reserves' and the securities' accounts, and the test of a budget. Only an outcome makes a deficit: what
    their own result would leave to restore is ``foreseen``, and what they restore of earlier deficits is planned (R42).
    ``restated`` (omräknad) says that it has what later years have corrected of the year, and is not as printed (R43).
    ``corrected_ore`` is what they have corrected its result by beyond the rows that make it, signed. ``plans`` are the
    action plans that a book has for its deficits.
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
    restated_ore: int = 0
    repealed_ore: int = 0
    decisive_result: str = "balance_requirement_result"
    foreseen_ore: int = 0
    ceilings: Ceilings = NO_CEILINGS
    reserves: tuple[ReserveAccount, ...] = ()
    securities: tuple[ExcludedSecurities, ...] = ()
    budget: BudgetTest | None = None
    restated: bool = False
    plans: tuple[ActionPlan, ...] = ()
    corrected_ore: int = 0

    @property
    def decisive_result_ore(self) -> int:
        """The result that deficits and restorations follow, signed, in öre; ``decisive_result`` names it."""
        after = self.balance_requirement_result_after_equalisation_reserve_ore
        if after is not None and self.decisive_result == AFTER_EQUALISATION:
            return after
        return self.balance_requirement_result_ore

    @property
    def is_measured(self) -> bool:
        """Whether the balance requirement is measured on the figures: not on those of a part of the year (R10)."""
        return self.kind is not StatementKind.INTERIM

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
        """What is left of all deficits at the year's end, and what is foreseen beside them, in öre."""
        return sum(deficit.left_ore for deficit in self.deficits) + self.foreseen_ore

    @property
    def remaining_result_ore(self) -> int:
        """What is left of a positive balance requirement result after restoring deficits, in öre."""
        return max(0, self.decisive_result_ore) - self.restored_ore

    result_after_adjustments = InKronor("Årets resultat efter balanskravsjusteringar, in kronor.")
    balance_requirement_result = InKronor("Årets balanskravsresultat, in kronor.")

    balance_requirement_result_after_equalisation_reserve = InKronorIfKnown(
        "The result after use of what is left of the equalisation reserve, in kronor; ``None`` where none is used."
    )
    presented_result_after_adjustments = InKronor("The adjusted result in the municipality's own layout, in kronor.")
    presented_result = InKronor("The last result of the municipality's own layout, in kronor.")
    brought_forward = InKronor("What was left of earlier deficits when the year began, in kronor.")
    foreseen = InKronor("What the year's own result is foreseen to leave to restore, in kronor; 0 for an outcome.")
    waived = InKronor("What the year's statement waives on exceptional grounds, in kronor.")
    restored = InKronor("What the year's result restores of earlier deficits, in kronor.")
    to_restore = InKronor("Att återställa: what is left of all deficits at the year's end, in kronor.")
    remaining_result = InKronor("What is left of a positive result after restoring deficits, in kronor.")

    @property
    def is_draft(self) -> bool:
        """Whether the statement rests on a proposed decision (föreslås; ruling R25)."""
        decisions = [ground.decision for ground in self.figures.exceptional_grounds]
        if self.figures.reserve_decision is not None:
            decisions.append(self.figures.reserve_decision)
        return any(decision.state is DecisionState.PROPOSED for decision in decisions)

    def reserve(self, reserve: Reserve | str) -> ReserveAccount | None:
        """The year's account of a reserve, or of its exact text; ``None`` where the law has it not that year.

        Raises :class:`~sifund_ledger.Refused` for a reserve that there is not.
        """
        asked = reserve_of(reserve)
        return next((account for account in self.reserves if account.reserve is asked), None)

    def deficit(self, year: int) -> Deficit | None:
        """The deficit that arose in a year, or ``None``."""
        return next((deficit for deficit in self.deficits if deficit.year == year), None)

    @checked
    def line(self, code: str) -> Line:
        """The first line with a code. Raises :class:`~sifund_ledger.Refused` where the year has none."""
        for line in self.lines:
            if line.code == code:
                return line
        known = ", ".join(dict.fromkeys(line.code for line in self.lines))
        raise Refused([LINE_UNKNOWN.at(str(self.year), year=self.year, code=code, codes=known)])
