"""What taking back a saving does to a board (avvikelse mot ram): without project, with it, and with claw-back (D8).

A board whose true saving is taken back stands where it would have stood without the project; it is harmed by what is
taken beyond that. Amounts are öre; a deviation is frame less cost, negative where the board overspends.
"""

from __future__ import annotations

from typing import NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.funds.policy.policy import ClawbackMode
from sifund_ledger.funds.repayment.repayment import backed_replenishment
from sifund_ledger.table import Row, Table


class Deviation(NamedTuple):
    """A board's year in one of the cases: frame, cost, what is repaid, and how much of that it has backed."""

    frame_ore: int
    cost_ore: int
    repaid_ore: int

    @property
    def deviation_ore(self) -> int:
        """Frame less cost."""
        return self.frame_ore - self.cost_ore

    @property
    def backed_ore(self) -> int:
        """How much of the repayment the board has met within its frame (täckt återföring)."""
        return backed_replenishment(self.repaid_ore, self.frame_ore, self.cost_ore)


class DeviationReport(NamedTuple):
    """The three cases side by side; ``harm_ore`` is what is taken beyond the true saving."""

    without_project: Deviation
    with_project: Deviation
    with_clawback: Deviation
    harm_ore: int

    def table(self, language: Language = "sv") -> Table:
        """The three cases as rows: frame, cost, deviation, repaid, backed."""
        names = _NAMES[language]
        rows = tuple(
            Row((name, case.frame_ore, case.cost_ore, case.deviation_ore, case.repaid_ore, case.backed_ore))
            for name, case in zip(names[1:4], self[:3], strict=True)
        )
        return Table(names[0], ("", *names[4:9]), rows, (names[9],))

    def __str__(self) -> str:
        return self.table().text()


_NAMES = {
    "sv": (
        "Avvikelse mot ram", "Utan projekt", "Med projekt", "Med återföring", "Ram", "Kostnad", "Avvikelse", "Återfört",
        "Täckt", "Återförs den sanna besparingen står nämnden som utan projektet; skadan är det som tas utöver.",
    ),
    "en": (
        "Deviation from the frame", "Without project", "With project", "With claw-back", "Frame", "Cost", "Deviation",
        "Repaid", "Backed",
        "Taking back a true saving leaves the board as without the project; the harm is what is taken beyond.",
    ),
}  # fmt: skip


def deviation_report(
    *, frame_ore: int, cost_before_ore: int, saving_ore: int, plan_ore: int, mode: ClawbackMode | str
) -> DeviationReport:
    """What a board's year comes to without the project, with it, and with the saving taken back by a mode (D8).

    ``cost_before_ore`` is what the year would cost without the project, other changes included; ``saving_ore`` what
    the project truly saves. After rebasing, the frame first follows those other changes.

    >>> report = deviation_report(frame_ore=10_000, cost_before_ore=10_120, saving_ore=40, plan_ore=100,
    ...                           mode="automatic_plan")
    >>> report.with_clawback.deviation_ore, report.harm_ore
    (-180, 60)
    """
    mode = ClawbackMode(mode)
    cost = cost_before_ore - saving_ore
    measured = min(saving_ore, plan_ore)
    taken = {ClawbackMode.AUTOMATIC_PLAN: plan_ore, ClawbackMode.NEGOTIATED: 0}.get(mode, measured)
    base = cost_before_ore if mode is ClawbackMode.AFTER_REBASE else frame_ore
    return DeviationReport(
        Deviation(frame_ore, cost_before_ore, 0),
        Deviation(frame_ore, cost, 0),
        Deviation(base - taken, cost, taken),
        max(0, taken - saving_ore),
    )
