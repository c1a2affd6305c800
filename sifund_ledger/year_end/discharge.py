"""The order of the council's decisions on a year: its annual report first, then discharge (ansvarsfrihet; KL 11:21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sifund_ledger.citations import IN_FORCE_FROM
from sifund_ledger.decisions import Decision, DecisionState, body_key
from sifund_ledger.findings import Finding
from sifund_ledger.year_end.findings import APPROVED_AFTER_DISCHARGE

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState

_FIRST: Final = IN_FORCE_FROM["2017:725"]
"""The act of 1991 had no such order: approval should not come before discharge (8 kap. 18 §)."""


def was_taken_after(decision: Decision, other: Decision) -> bool:
    """Whether a decision was taken after another: on a later day, or at one meeting under a later paragraph.

    >>> first, then = (Decision.parse(f"KF 2019-04-29 § {number}") for number in (45, 101))
    >>> was_taken_after(then, first), was_taken_after(first, then), was_taken_after(first, first)
    (True, False, False)
    """
    if decision.date != other.date or body_key(decision.body) != body_key(other.body):
        return decision.date > other.date
    numbers = [re.match(r"[0-9]+", each.paragraph) for each in (decision, other)]
    this, that = (int(each[0]) if each else None for each in numbers)
    return this is not None and that is not None and this > that


def approved_after_discharge(
    state: BookState, year: int, *, approval: Decision | None = None, discharge: Decision | None = None
) -> Iterator[Finding]:
    """Where the annual report of a year is approved after discharge was decided; ``approval`` and ``discharge`` are
    decisions about to be recorded. A report that is not approved, and a decision that is repealed, have no place in the
    order."""
    closings, journal = state.closings, state.journal
    if approval is None and year in closings.approvals and year not in closings.unapproved:
        approval = journal.decisions[closings.approvals[year]]
    discharge = discharge or closings.discharged.get(year)
    if approval is None or discharge is None or discharge.date < _FIRST:
        return
    if journal.state_of(discharge) is not DecisionState.REPEALED and was_taken_after(approval, discharge):
        yield APPROVED_AFTER_DISCHARGE.at(
            str(year), year=year, decision=approval, discharge=discharge, on=approval.date
        )  # fmt: skip
