"""A scenario of a book (scenario ur en bok): what a fund was given, its projects, and the results, as recorded.

What the book does not know is assumed, and printed: plans of projects that have none, effects not measured yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sifund_ledger.book import Book
from sifund_ledger.boundary import looked_up
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.policy.choices import SetAsideSource
from sifund_ledger.funds.project.fields import equal_profile
from sifund_ledger.funds.state.fund_events import SetAside
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.simulation import findings as codes
from sifund_ledger.simulation import words
from sifund_ledger.simulation.scenario import PlannedProject, Range, Scenario


def scenario_of_book(book: Book, fund: str, *, to: int | None = None) -> tuple[Scenario, tuple[Bilingual, ...]]:
    """The scenario that a fund of a book has been, through the year ``to``, else the last that anything is known of.

    Capital and deposits are those recorded, renewals apart; projects have their reported costs, what is left of a
    grant evenly to its end, their frozen plans, and the effects measured, or planned where none is. Results are those
    recorded, plus the projects' costs, less their effects. With it come the assumptions. Raises
    :class:`~sifund_ledger.errors.NotFound` for an unknown fund, :class:`~sifund_ledger.Refused` without a grant.
    """
    register = book._state.register
    looked_up(register.policies, fund, "compare.fund")
    states = [each for each in register.projects_of(fund) if each.granted]
    if not states:
        raise Refused([codes.NOTHING_TO_COMPARE_WITH.at(fund, fund=fund)])
    assumed: list[Bilingual] = []
    projects = [_project(register, each, assumed) for each in states]
    capital, deposits = _put_in(book, fund)
    known = [*capital, *deposits, *(year for each in projects for year in each.costs)]
    first, last = min(known), max([*known, *(each.settled_in for each in projects), *book.years])
    equity = book.equity_note(first - 1).closing_ore
    scenario = Scenario(
        first_year=first, to=last if to is None else to, entity=book.entity, equity=equity if equity > 0 else None,
        capital=capital, deposits=deposits, project=tuple(projects),
        results={year: ore for year, ore in _results(book, projects) if year >= first},
    )  # fmt: skip
    return scenario, tuple(assumed)


def _put_in(book: Book, fund: str) -> tuple[dict[int, int], dict[int, int]]:
    """What was put in as years began, and what was set aside of years' results; öre."""
    capital, deposits = Counter[int](), Counter[int]()
    account = book.fund(fund).account().years
    if account:
        capital[account[0].first_year] += account[0].opening_ore
    for _, event in book._state.register.events():
        if isinstance(event, SetAside) and event.fund == fund:
            of_equity = event.source in (SetAsideSource.ACCUMULATED_EQUITY, SetAsideSource.OPERATING_FRAME)
            where, year = (capital, event.year) if of_equity else (deposits, event.result_year or event.year)
            where[year] += event.ore
    return +capital, +deposits


def _project(register: FundRegister, state: ProjectState, assumed: list[Bilingual]) -> PlannedProject:
    """A project of the book as one of a scenario, and what is assumed of it."""
    name = state.name
    reported = {year: each.net_ore for (of, year), each in register.costs.items() if of == name and each.net_ore}
    costs = {**{year: ore for (of, year), ore in register.used.items() if of == name and ore}, **reported}
    left = state.granted - state.released - sum(costs.values())
    if left > 0:
        first = max([*costs, state.start.year - 1]) + 1
        last = max(first, state.end.year if state.end else first)
        costs = {**costs, **{year: ore for year, ore in equal_profile(left, first, last).items() if ore}}
        assumed.append(words.LEFT_EVENLY.filled(project=name, last=last))
    plan: dict[str, dict[int, int]] = {}
    for board, year, ore in state.original:
        plan.setdefault(board, {})[year] = plan.get(board, {}).get(year, 0) + ore
    measured = {board: dict(lines) for board, lines in register.effects.get(name, {}).items()}
    effects: dict[str, dict[int, Range]] = {
        board: {year: (ore, ore, ore) for year, ore in by_year.items()} for board, by_year in measured.items()
    }
    for board, by_year in plan.items():
        if board not in effects:
            effects[board] = {year: (ore, ore, ore) for year, ore in by_year.items()}
            assumed.append(words.EFFECT_AS_PLANNED.filled(project=name, board=board))
    if not plan:
        plan = _assumed_plan(state, measured, sum(costs.values()))
        assumed.append(words.PLAN_ASSUMED.filled(project=name))
    return PlannedProject(
        project=name, board=state.board, costs=dict(sorted(costs.items())), plan=plan, effects=effects,
        granted=state.granted - state.released, subfund=state.subfund,
    )  # fmt: skip


def _assumed_plan(state: ProjectState, measured: dict[str, dict[int, int]], cost: int) -> dict[str, dict[int, int]]:
    """A plan for a project that has none: its grant, where and when it was measured to save, else by its own board the
    year after its end."""
    granted = max(state.granted - state.released, 0) or cost
    lines = [(board, year, ore) for board, by_year in measured.items() for year, ore in by_year.items() if ore]
    if not lines:
        return {state.board: {(state.end.year if state.end else state.start.year) + 1: granted}}
    total, plan, left = sum(ore for *_, ore in lines), dict[str, dict[int, int]](), granted
    for number, (board, year, ore) in enumerate(lines, 1):
        part = left if number == len(lines) else granted * ore // total
        plan.setdefault(board, {})[year] = part
        left -= part
    return plan


def _results(book: Book, projects: list[PlannedProject]) -> Iterator[tuple[int, int]]:
    """The recorded results before the projects: plus what they cost, less what they truly saved."""
    for year in book.years:
        cost = sum(each.costs.get(year, 0) for each in projects)
        saved = sum(by_year[year][1] for each in projects for by_year in each.effects.values() if year in by_year)
        yield year, book.equity_note(year).result_ore + cost - saved
