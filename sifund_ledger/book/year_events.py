"""What a year's own records lead to at its close (händelser vid årets slut): uses, closures, renewals, set-asides.

They are proposals: each is an event that can be edited, decided and recorded, and none is recorded here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.amounts import canonical_amount
from sifund_ledger.book.situation import Situation
from sifund_ledger.funds.fund.moves import renewable
from sifund_ledger.funds.fund.surplus import given_by_rule
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState

ProposedEvent = dict[str, str | int]
"""An event as an events file has it, without its decision; amounts are kronor as text."""


def year_events(situation: Situation, year: int) -> Iterator[ProposedEvent]:
    """The events of a fiscal year that its records call for, in the order in which they can be recorded.

    What a project has cost and not yet used of its grant is used (R15); a project that has ended is closed (P5); what
    repayments give a right to is renewed, as far as the year's result has room (R20, R53); and a policy's rule sets
    aside (R52). Only earmarked equity is proposed for: a reserve and a frame are decided otherwise.
    """
    register = situation.register
    earmarks = [fund for fund in register.policies if register.is_earmark(fund)]
    for fund in earmarks:
        for state in register.projects_of(fund):
            yield from _of_project(situation, state, year)
    for fund in earmarks:
        for subfund in register.policies[fund].subfund_names:
            part: ProposedEvent = {"subfund": subfund} if subfund else {}
            if renewable(situation, fund, subfund, year):
                yield {"do": "renew", "fund": fund, **part, "result_year": year}
            if given_by_rule(register, fund, subfund, year, situation.surplus(year), None):
                yield {"do": "set_aside_by_rule", "fund": fund, **part, "result_year": year}


def _of_project(situation: Situation, state: ProjectState, year: int) -> Iterator[ProposedEvent]:
    if state.standing is not ProjectStanding.RUNNING:
        return
    report = situation.register.costs.get((state.name, year))
    cost = report.net_ore - situation.register.used_in(state.name, year) if report else 0
    ore = min(cost, state.left)
    if ore > 0:
        yield {
            "do": "use", "fund": state.fund, "project": state.name, "amount": canonical_amount(ore), "year": year,
        }  # fmt: skip
    if state.end and state.end.year <= year:
        yield {"do": "close_project", "project": state.name, "year": year}
