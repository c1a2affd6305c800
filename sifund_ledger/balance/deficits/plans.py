"""Action plans that the council has adopted for deficits (åtgärdsplaner; KL 11:12)."""

from __future__ import annotations

from typing import NamedTuple

from sifund_ledger.decisions import Decision


class ActionPlan(NamedTuple):
    """How a year's deficit is restored, and by the end of which year, as the council has decided."""

    year: int
    due_year: int
    measures: str
    decision: Decision
