"""What several commands on projects ask (gemensamma regler): the project, its terms, its frames, who decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from sifund_ledger.authority import authority_faults, same_board
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState, above_available, policy_of
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.repayment.findings import BOARD_ENDED, BOARD_NOT_BEGUN
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState
from sifund_ledger.funds.state.project_events import ProjectOpened
from sifund_ledger.funds.state.register import FundRegister, repays
from sifund_ledger.ledger.accounts import FUND_APPROPRIATION, frame
from sifund_ledger.ledger.commands import FaultyField, Rule
from sifund_ledger.ledger.findings import YEAR_NOT_BEGUN
from sifund_ledger.ledger.year_sums import NO_SUMS


def project_of(command: Any, state: FundsState) -> ProjectState:
    """The project that a command names. Raises :class:`FaultyField` where :func:`project_known` finds none."""
    project = state.register.project(command.project)
    if project is None:
        raise FaultyField("project")
    return project


def place_of(command: Any) -> str:
    """Where a finding is: the project or the board where its name could be read, else the command."""
    place: str = getattr(command, "project", None) or getattr(command, "board", None) or command.name
    return place


def fund_of(project: ProjectState) -> dict[str, Any]:
    """The fund and the sub-fund of a project, as events have them."""
    return {"fund": project.fund, "subfund": project.subfund}


def project_known(command: Any, state: FundsState) -> Iterator[Finding]:
    """The project is there."""
    if state.register.project(command.project) is None:
        yield codes.PROJECT_UNKNOWN.at(command.project, fund=codes.THE_BOOK, project=command.project)


def year_begun(command: Any, state: FundsState) -> Iterator[Finding]:
    """What is used or costs something belongs to a year that has begun (R47)."""
    if command.year > state.today.year:
        yield YEAR_NOT_BEGUN.at(str(command.year), year=command.year)


def project_running(command: Any, state: FundsState) -> Iterator[Finding]:
    """The project is neither closed nor settled."""
    project = project_of(command, state)
    if project.standing is not ProjectStanding.RUNNING:
        yield codes.PROJECT_NOT_RUNNING.at(project.name, project=project.name, standing=project.standing)


def reason_given(command: Any, state: FundsState) -> Iterator[Finding]:
    """The decision has a reason."""
    if not command.reason.strip():
        yield codes.REASON_NEEDED.at(place_of(command), what=place_of(command))


def delegable(task: str, fund: Callable[[Any, FundsState], str] | None = None) -> Rule:
    """The rule that a task is decided by the council, or by whom it has delegated it to in the fund (R27)."""

    def decided(command: Any, state: FundsState) -> Iterable[Finding]:
        of_fund = fund(command, state) if fund else project_of(command, state).fund
        delegations = state.delegations(command.decision, of_fund)
        return authority_faults(command.decision, task, fund=of_fund, delegations=delegations)

    return decided


def taken_over(project: ProjectState, register: FundRegister) -> bool:
    """Whether it was half-way when the book took it over: its first decisions and earlier frames are not known."""
    return any(isinstance(register.event(seq), ProjectOpened) for seq in project.grants)


def spent_in(register: FundRegister, project: str, year: int) -> int:
    """What a project has spent of a year's frame, in öre: its use, or the reported net cost where that is more."""
    report = register.costs.get((project, year))
    return max(register.used_in(project, year), report.net_ore if report else 0)


def after_grant(command: Any, state: FundsState) -> Iterator[Finding]:
    """The decision was not taken before the grant that it rests on (R44); what came before an opening is not known."""
    register, project = state.register, project_of(command, state)
    granted = [register.granted_by[seq] for seq in project.grants if seq in register.granted_by]
    if taken_over(project, register) or not granted:
        return
    first = min(granted, key=attrgetter("date"))
    if command.decision.date < first.date:
        yield codes.DECISION_BEFORE_GRANT.at(
            project.name, decision=command.decision, project=project.name, granted=first, on=command.decision.date
        )


def under_grant(command: Any, state: FundsState) -> Iterable[Finding]:
    """What follows from a grant is decided by who granted, the council, a delegate or the project's own board (R44)."""
    register, project, body = state.register, project_of(command, state), command.decision.body
    bodies = [register.granted_by[seq].body for seq in project.grants if seq in register.granted_by]
    if any(same_board(body, one) for one in (project.board, *bodies)):
        return after_grant(command, state)
    delegated = state.delegations(command.decision, project.fund)
    faults = authority_faults(command.decision, "administer", fund=project.fund, delegations=delegated)
    return (*faults, *after_grant(command, state))


class Terms(NamedTuple):
    """What a project follows: the policy in force at its start (I18), its days, and whether it is repaid (I8, I9)."""

    policy: Policy
    start: date
    end: date | None
    revolving: bool


def terms_of(state: FundsState, project: ProjectState) -> Terms:
    """The terms of a project that there is."""
    return Terms(state.register.policy_of_project(project), project.start, project.end, project.revolving)


def new_terms(command: Any, state: FundsState, otherwise: date) -> Terms:
    """The terms of a project that begins, on the day given or ``otherwise``, or of one that is granted more."""
    policy_of(command, state)  # the fund is there
    known = state.register.project(command.project)
    start = known.start if known else command.start or otherwise
    version = known.version if known and known.fund == command.fund else state.register.version_at(command.fund, start)
    policy = state.register.policy_of(command.fund, command.subfund, version)
    return Terms(policy, start, command.end or (known.end if known else None), repays(policy, start))


def frames_of(command: Any) -> tuple[YearOre, ...]:
    """An amount by year: the frames given, or all of it in the year of the command or of its decision."""
    if command.frames:
        return tuple(sorted(command.frames.items()))
    year = command.year if hasattr(type(command), "year") else command.decision.date.year
    return ((year, command.amount),)


def frames_add_up(command: Any, state: FundsState) -> Iterator[Finding]:
    """The frames by year add up to the amount."""
    total = sum(ore for _, ore in frames_of(command))
    if total != command.amount:
        yield codes.FRAMES_DIFFER.at(place_of(command), frames=total, amount=command.amount)


def _frame_years(command: Any) -> list[int]:
    return [command.frame_year] if hasattr(type(command), "frame_year") else [year for year, _ in frames_of(command)]


def frames_open(command: Any, state: FundsState) -> Iterator[Finding]:
    """No frame of a closed year changes (R41)."""
    for year in _frame_years(command):
        yield from state.closed(year)


def frames_running(command: Any, state: FundsState) -> Iterable[Finding]:
    """Nothing is granted or repaid in the frame of a year that is closed, or had ended when it was decided (R41)."""
    return past_frames(_frame_years(command), command, state)


def past_frames(years: Iterable[int], command: Any, state: FundsState) -> Iterator[Finding]:
    """The years among these that are closed, or had ended by the day of the decision."""
    decided = command.decision.date.year
    for year in years:
        closed = list(state.closed(year))
        yield from closed
        if not closed and year < decided:
            yield codes.FRAME_YEAR_ENDED.at(f"{place_of(command)} {year}", year=year, decision=command.decision)


def above_room(
    state: FundsState, fund: str, subfund: str, ore: int, frames: Iterable[YearOre] = ()
) -> Iterator[Finding]:
    """Why an amount is more than a sub-fund, or a year's appropriation, can give: others never stand in (I2, I17)."""
    if state.register.policies[fund].legal_form is not LegalForm.OPERATING_FRAME:
        yield from above_available(state, fund, subfund, ore)
        return
    for year, part in frames:
        left = state.balances.balance(frame(FUND_APPROPRIATION, fund=fund, year=year))
        if part > left:
            yield codes.APPROPRIATION_EXCEEDED.at(f"{fund} {year}", amount=part, left=max(0, left), year=year)


def outside_window(fund: str, policy: Policy, year: int) -> Iterator[Finding]:
    """Why nothing is granted in a year, for the first time or more: it is outside the policy's window (löptid)."""
    if policy.window is not None and not policy.window[0] <= year <= policy.window[1]:
        first, last = policy.window
        yield codes.WINDOW_CLOSED.at(fund, policy=policy.name, first=first, last=last, year=year)


def above_annual_frame(
    state: FundsState, fund: str, subfund: str, year: int, ore: int, policy: Policy
) -> Iterator[Finding]:
    """Why no more can be granted in a year: its grants would exceed the policy's annual frame (årsram)."""
    total = state.register.granted_in.get((fund, subfund), NO_SUMS).in_year(year) + ore
    limit = policy.annual_frame_ore
    if limit is not None and total > limit:
        yield codes.ANNUAL_FRAME_EXCEEDED.at(f"{fund} {year}", amount=total, year=year, frame=limit)


def within_grant(command: Any, state: FundsState) -> Iterator[Finding]:
    """No more is used or released than is left of the grant."""
    project = project_of(command, state)
    if command.amount > project.left:
        yield codes.ABOVE_GRANT.at(project.name, project=project.name, amount=command.amount, left=project.left)


def board_faults(register: FundRegister, board: str, day: date) -> Iterator[Finding]:
    """Why a board cannot be named on a day; one that is not registered can (only reorganisations need the register)."""
    entry = register.boards.get(board)
    if entry is None:
        return
    if entry.last_day is not None and day > entry.last_day:
        successors = ", ".join(name for name, _ in entry.successors) or "–"
        yield BOARD_ENDED.at(board, board=board, last_day=entry.last_day, successors=successors)
    elif day < entry.valid_from:
        yield BOARD_NOT_BEGUN.at(board, board=board, valid_from=entry.valid_from, day=day)


def own_boards(command: Any, state: FundsState) -> Iterator[Finding]:
    """No board that it names is an actor outside the municipality: what that saves is reported, and never a claim.

    Where boards are registered, one that is not and is to repay is a warning: nothing says that it is a board.
    """
    many = (getattr(command, name, None) or () for name in ("plan", "to_repay", "repaid"))
    claimed = dict.fromkeys((*chain(*many), getattr(command, "to_board", None)))
    others = (getattr(command, "board", None), *(getattr(command, "successors", None) or ()))
    units = (board for board, _ in getattr(command, "participants", ()))
    boards = state.register.boards
    registered = any(entry.valid_from > date.min for entry in boards.values())
    for name in filter(None, dict.fromkeys((*claimed, *others, *units))):
        kind, place = state.outside(name), f"{place_of(command)}, {name}"
        if kind is not None:
            yield codes.OUTSIDE_ACTOR.at(place, name=name, kind=kind)
        elif registered and name in claimed and name not in boards:
            yield codes.BOARD_NOT_REGISTERED.at(place, name=name, known=", ".join(sorted(boards)))


def require(command: Any, state: FundsState, *rules: Rule) -> None:
    """Raise :class:`FaultyField` where one of the rules finds anything: what rests on them has nothing to say."""
    if any(finding for rule in rules for finding in rule(command, state)):
        raise FaultyField(type(command).__name__)
