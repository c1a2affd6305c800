"""What taking back a saving does to a board (avvikelse mot ram): without project, with it, and with claw-back (D8).

A board whose true saving is taken back stands where it would have stood without the project; it is harmed by what is
taken beyond that. Amounts are öre; a deviation is frame less cost, negative where the board overspends.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount
from sifund_ledger.funds.policy.choices import ClawbackMode
from sifund_ledger.funds.repayment.repayment import backed_replenishment
from sifund_ledger.table import LABEL, Row, Table

DEVIATION: Final = Form(
    "deviation",
    Bilingual("Avvikelse mot ram", "Deviation from the frame"),
    (
        amount("frame", "Ram", "Frame"),
        amount("cost", "Kostnad", "Cost"),
        amount("deviation", "Avvikelse", "Deviation"),
        amount("repaid", "Återfört", "Repaid"),
        amount("backed", "Täckt", "Backed"),
    ),
    (
        Bilingual(
            "Återförs den sanna besparingen står nämnden som utan projektet; skadan är det som tas utöver.",
            "Taking back a true saving leaves the board as without the project; the harm is what is taken beyond.",
        ),
    ),
)
NOT_MEASURED: Final = Bilingual(
    "Ingen effekt är uppmätt för året: besparingen är inte känd, och räknas här som 0.",
    "No effect of the year has been measured: the saving is not known, and counts as 0 here.",
)
CASES: Final = {
    "without_project": Bilingual("Utan projekt", "Without project"),
    "with_project": Bilingual("Med projekt", "With project"),
    "with_clawback": Bilingual("Med återföring", "With claw-back"),
}


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
    """The three cases side by side; ``harm_ore`` is what is taken beyond the true saving.

    Where no effect of the year is ``measured``, the saving counts as zero, and the table says so.
    """

    without_project: Deviation
    with_project: Deviation
    with_clawback: Deviation
    harm_ore: int
    measured: bool = True

    def table(self, language: Language = "sv") -> Table:
        """The three cases as rows: frame, cost, deviation, repaid, backed."""
        rows = (
            Row((name, *(each.of(case) for each in DEVIATION.fields)), code=code)
            for (code, name), case in zip(CASES.items(), self[:3], strict=True)
        )
        remarks = () if self.measured else (NOT_MEASURED,)
        return DEVIATION.table((LABEL, *DEVIATION.columns), rows, language, remarks=remarks)

    def __str__(self) -> str:
        return self.table().text()


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
