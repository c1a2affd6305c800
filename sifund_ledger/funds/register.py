"""The funds, projects, claims and delegations that a book's records have made (fondregister): a fold over events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from sifund_ledger.decisions import body_key
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds import claim_events as claims
from sifund_ledger.funds import events, project_events
from sifund_ledger.funds.policy import LegalForm, Policy, policy_from_values
from sifund_ledger.funds.postings import PlanLine, YearOre
from sifund_ledger.funds.project import (
    NO_CLAIM,
    BoardClaim,
    ProjectStanding,
    ProjectState,
    moved_lines,
    plan_by_board,
)
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Event, Record

FUND_UNKNOWN = FindingCode(
    "FUND_UNKNOWN",
    Severity.ERROR,
    en="There is no fund called {fund!r}.",
    sv="Det finns ingen fond som heter {fund!r}.",
    remedy_en="Make it first: book.create_fund({fund!r}, policy=…, decision=…). Known: {known}.",
    remedy_sv="Inrätta den först: book.create_fund({fund!r}, policy=…, decision=…). Kända: {known}.",
)
FUND_EXISTS = FindingCode(
    "FUND_EXISTS",
    Severity.ERROR,
    en="There is a fund called {fund!r} already.",
    sv="Det finns redan en fond som heter {fund!r}.",
    remedy_en="Choose another name.",
    remedy_sv="Välj ett annat namn.",
)
NAME_EMPTY = FindingCode(
    "NAME_EMPTY",
    Severity.ERROR,
    en="The {what} has no name.",
    sv="{what_sv} saknar namn.",
    remedy_en="Give it one: the entries refer to it.",
    remedy_sv="Ange ett: verifikationerna hänvisar till det.",
    citation="LKBR (2018:597) 3:9",
)
SUBFUND_UNKNOWN = FindingCode(
    "SUBFUND_UNKNOWN",
    Severity.ERROR,
    en="{fund} has no sub-fund {subfund!r}; it has: {known}.",
    sv="{fund} har ingen delfond {subfund!r}; den har: {known}.",
    remedy_en="Name one of them: subfund=.",
    remedy_sv="Ange en av dem: subfund=.",
)
CODES = (
    FUND_UNKNOWN,
    FUND_EXISTS,
    NAME_EMPTY,
    SUBFUND_UNKNOWN,
)


class PolicyVersion(NamedTuple):
    """A version of a fund's policy, and the day from which what starts follows it."""

    number: int
    valid_from: date
    policy: Policy


class Pot(NamedTuple):
    """What a sub-fund has, in öre: available to grant, and committed to projects."""

    available: int = 0
    committed: int = 0


class BoardEntry(NamedTuple):
    """What the register knows of a board: its units, its days, and who took over in which shares."""

    units: tuple[str, ...]
    valid_from: date
    last_day: date | None = None
    successors: tuple[tuple[str, Any], ...] = ()


_MISSING: Final = object()
_ALWAYS: Final = date.min
_EMPTY: Final = Pot()


class FundRegister:
    """Funds in the order they were made, with policies, projects, claims, boards and delegations.

    All of it is kept in dicts of frozen values, so that going back to a mark undoes what was put since, and a mark
    costs nothing however long the book is.
    """

    def __init__(self) -> None:
        self.policies: dict[str, Policy] = {}
        self.versions: dict[str, tuple[PolicyVersion, ...]] = {}
        self.projects: dict[str, ProjectState] = {}
        self.pots: dict[tuple[str, str], Pot] = {}
        self.claims: dict[tuple[str, str], BoardClaim] = {}
        self.delegations: dict[tuple[str, str, str], int] = {}
        self.costs: dict[tuple[str, int], project_events.CostReported] = {}
        self.used: dict[tuple[str, int], int] = {}
        self.effects: dict[tuple[str, str], tuple[YearOre, ...]] = {}
        self.entitled: dict[tuple[str, str, int], int] = {}
        self.renewed: dict[tuple[str, str, int], int] = {}
        self.granted_in: dict[tuple[str, str, int], int] = {}
        self.deposits: dict[tuple[str, str, str, int], int] = {}
        self.carried: dict[tuple[str, int], int] = {}
        self.boards: dict[str, BoardEntry] = {}
        self.purposes: dict[tuple[str, str], str] = {}
        self.intentions: dict[str, tuple[YearOre, ...]] = {}
        self.corrected: dict[int, int] = {}
        self._of_result: dict[tuple[str, int], int] = {}
        self._effective: dict[tuple[str, int, str], Policy] = {}
        self._events: dict[int, Event] = {}
        self._sources: dict[tuple[str, int], list[int]] = {}
        self._log: list[tuple[dict[Any, Any], Any, Any]] | None = None
        self._marks = 0

    # Folding

    def evolve(self, record: Record) -> None:
        """Fold a record in; other rooms' events are none of its business."""
        event = record.event
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            self._events[record.seq] = event
            handler(self, event, 1, record.seq)
            kind = event.kind
        elif type(event) is EntryCorrected:
            corrected = self._events.get(event.corrects)
            if corrected is None:
                return
            kind = event.corrected_kind
            self._put(self.corrected, event.corrects, record.seq)
            _HANDLERS[kind](self, corrected, -1, event.corrects)
        else:
            return
        if kind in events.MOVEMENTS and record.entry is not None:
            self._sources.setdefault((kind, record.entry.year), []).append(record.seq)

    def _put(self, where: dict[Any, Any], key: Any, value: Any) -> None:
        if self._log is not None:
            self._log.append((where, key, where.get(key, _MISSING)))
        where[key] = value

    def _add(self, where: dict[Any, int], key: Any, ore: int) -> None:
        self._put(where, key, where.get(key, 0) + ore)

    def _pot(self, fund: str, subfund: str, available: int, committed: int = 0) -> None:
        pot = self.pots.get((fund, subfund), _EMPTY)
        self._put(self.pots, (fund, subfund), Pot(pot[0] + available, pot[1] + committed))

    def _claim(self, project: str, board: str, changes: tuple[YearOre, ...], sign: int, **fields: int) -> None:
        claim = self.claims.get((project, board), NO_CLAIM)
        lines = moved_lines(claim.open_lines, changes, sign)
        added = {name: getattr(claim, name) + ore for name, ore in fields.items()}
        self._put(self.claims, (project, board), claim._replace(open_lines=lines, **added))

    def _project(self, name: str, **fields: Any) -> None:
        self._put(self.projects, name, self.projects[name]._replace(**fields))

    # What each kind of event does; the sign is −1 where a correction takes it back

    def _fund_created(self, event: events.FundCreated, sign: int, seq: int) -> None:
        policy = policy_from_values(event.policy)
        self._put(self.policies, event.fund, policy)
        self._put(self.versions, event.fund, (PolicyVersion(1, _ALWAYS, policy),))

    def _policy_changed(self, event: events.PolicyChanged, sign: int, seq: int) -> None:
        policy, before = policy_from_values(event.policy), self.versions[event.fund]
        self._put(self.policies, event.fund, policy)
        self._put(self.versions, event.fund, (*before, PolicyVersion(len(before) + 1, event.valid_from, policy)))

    def _delegated(self, event: events.Delegated, sign: int, seq: int) -> None:
        self._put(self.delegations, (event.fund, event.task, body_key(event.body)), seq)

    def _set_aside(self, event: events.SetAside, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, ore)
        self._add(self._of_result, (event.fund, event.result_year), ore)
        self._add(self.deposits, (event.fund, event.subfund, event.source, event.year), ore)

    def _renewed(self, event: events.Renewed, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, ore)
        self._add(self._of_result, (event.fund, event.result_year), ore)
        self._add(self.deposits, (event.fund, event.subfund, "renewal", event.year), ore)
        self._add(self.renewed, (event.fund, event.subfund, event.result_year), ore)

    def _fund_opened(self, event: events.FundOpened, sign: int, seq: int) -> None:
        self._pot(event.fund, event.subfund, sign * event.ore)

    def _taken(self, event: events.UsedDirectly | events.Dissolved, sign: int, seq: int) -> None:
        self._pot(event.fund, event.subfund, -sign * event.ore)

    def _transferred(self, event: events.SubfundTransferred, sign: int, seq: int) -> None:
        self._pot(event.fund, event.from_subfund, -sign * event.ore)
        self._pot(event.fund, event.to_subfund, sign * event.ore)

    def _purpose_changed(self, event: events.PurposeChanged, sign: int, seq: int) -> None:
        self._put(self.purposes, (event.fund, event.subfund), event.purpose)

    def _intention_stated(self, event: events.IntentionStated, sign: int, seq: int) -> None:
        self._put(self.intentions, event.fund, event.amounts)

    def _granted(self, event: project_events.Granted, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, -ore, ore)
        self._add(self.granted_in, (event.fund, event.subfund, event.year), ore)
        known = self.project(event.project) if sign > 0 else self.projects[event.project]
        if known is None:
            start = event.start or event.event_date
            version = self.version_at(event.fund, start)
            policy = self.policy_of(event.fund, event.subfund, version)
            boards = tuple(dict.fromkeys(line[0] for line in event.plan))
            state = ProjectState(
                event.project, event.fund, event.subfund, event.board, version, repays(policy, start), start, event.end,
                event.year, event.participants, (seq,), ore, 0, 0, event.plan, boards,
            )  # fmt: skip
        else:
            grants = (*known.grants, seq) if sign > 0 else tuple(grant for grant in known.grants if grant != seq)
            original = list(known.original)
            for line in event.plan:
                original.append(line) if sign > 0 else original.remove(line)
            first = min((self._grant_year(grant) for grant in grants), default=known.first_year)
            state = known._replace(
                grants=grants,
                granted=known.granted + ore,
                original=tuple(original),
                boards=tuple(dict.fromkeys((*known.boards, *(line[0] for line in event.plan)))),
                end=event.end or known.end,
                first_year=first,
            )
        self._put(self.projects, event.project, state)
        self._planned(event.project, event.plan, sign)

    def _grant_year(self, seq: int) -> int:
        event = self._events[seq]
        return event.year if isinstance(event, project_events.Granted | project_events.ProjectOpened) else 0

    def _planned(self, project: str, plan: tuple[PlanLine, ...], sign: int) -> None:
        for board, lines in plan_by_board(plan).items():
            total = sign * sum(ore for _, ore in lines)
            self._claim(project, board, lines, sign, original=total, planned=total)

    def _grant_amended(self, event: project_events.GrantAmended, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, -ore, ore)
        self._add(self.granted_in, (event.fund, event.subfund, event.year), ore)
        self._project(event.project, granted=self.projects[event.project].granted + ore)

    def _cost_reported(self, event: project_events.CostReported, sign: int, seq: int) -> None:
        self._put(self.costs, (event.project, event.year), event)
        if event.project not in self.projects:  # a project without a grant, in the board's own frame (S14)
            start = event.event_date
            state = ProjectState(
                name=event.project,
                fund=event.fund,
                subfund="",
                board=event.board,
                version=self.version_at(event.fund, start),
                revolving=False,
                start=start,
                end=None,
                first_year=event.year,
                participants=(),
                grants=(seq,),
            )
            self._put(self.projects, event.project, state)

    def _used(self, event: project_events.Used, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, 0, -ore)
        self._add(self.used, (event.project, event.year), ore)
        self._project(event.project, used=self.projects[event.project].used + ore)

    def _released(self, event: project_events.Released, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, 0 if event.kind == "lapsed" else ore, -ore)
        self._project(event.project, released=self.projects[event.project].released + ore)

    def _frame_carried(self, event: project_events.FrameCarried, sign: int, seq: int) -> None:
        self._add(self.carried, (event.project, event.from_year), sign * event.ore)

    def _project_opened(self, event: project_events.ProjectOpened, sign: int, seq: int) -> None:
        if sign < 0:
            self._project_closed_again(event, seq)
            return
        start = event.start or event.event_date
        version = self.version_at(event.fund, start)
        policy = self.policy_of(event.fund, event.subfund, version)
        boards = tuple(dict.fromkeys(line[0] for line in (*event.original_plan, *event.open_claims)))
        state = ProjectState(
            event.project, event.fund, event.subfund, event.board, version, repays(policy, start), start, event.end,
            event.year, event.participants, (seq,), event.granted_ore, event.used_ore, event.released_ore,
            event.original_plan, boards,
        )  # fmt: skip
        self._put(self.projects, event.project, state)
        self._pot(event.fund, event.subfund, 0, state.left)
        originals, repaid = plan_by_board(event.original_plan), dict(event.repaid)
        opened = plan_by_board(event.open_claims)
        for board in dict.fromkeys((*boards, *repaid)):
            left = sum(ore for _, ore in opened.get(board, ()))
            claim = BoardClaim(
                sum(ore for _, ore in originals.get(board, ())), left + repaid.get(board, 0), repaid.get(board, 0),
                open_lines=opened.get(board, ()),
            )  # fmt: skip
            self._put(self.claims, (event.project, board), claim)

    def _project_closed_again(self, event: project_events.ProjectOpened, seq: int) -> None:
        state = self.projects[event.project]
        self._pot(event.fund, event.subfund, 0, -(event.granted_ore - event.used_ore - event.released_ore))
        originals, repaid = plan_by_board(event.original_plan), dict(event.repaid)
        opened = plan_by_board(event.open_claims)
        for board in dict.fromkeys((*originals, *opened, *repaid)):
            lines, paid = opened.get(board, ()), repaid.get(board, 0)
            original, planned = sum(ore for _, ore in originals.get(board, ())), sum(ore for _, ore in lines) + paid
            self._claim(event.project, board, lines, -1, original=-original, planned=-planned, repaid=-paid)
        kept = tuple(line for line in state.original if line not in event.original_plan)
        self._project(
            event.project,
            grants=tuple(grant for grant in state.grants if grant != seq),
            granted=state.granted - event.granted_ore,
            used=state.used - event.used_ore,
            released=state.released - event.released_ore,
            original=kept,
        )

    def _project_moved(self, event: project_events.ProjectMoved, sign: int, seq: int) -> None:
        self._project(event.project, standing=ProjectStanding(event.state))

    def _effect_measured(self, event: claims.EffectMeasured, sign: int, seq: int) -> None:
        key = (event.project, event.board)
        by_year = {**dict(self.effects.get(key, ())), event.effect_year: event.ore}
        self._put(self.effects, key, tuple(sorted(by_year.items())))

    def _plan_revised(self, event: claims.PlanRevised, sign: int, seq: int) -> None:
        for board, lines in plan_by_board(event.changes).items():
            self._claim(event.project, board, lines, sign, planned=sign * sum(ore for _, ore in lines))
            self._with_board(event.project, board)

    def _with_board(self, project: str, board: str) -> None:
        state = self.projects[project]
        if board not in state.boards:
            self._project(project, boards=(*state.boards, board))

    def _repaid(self, event: claims.Repaid, sign: int, seq: int) -> None:
        self._claim(event.project, event.board, event.lines, -sign, repaid=sign * event.ore)
        if event.entitles:
            self._add(self.entitled, (event.fund, event.subfund, event.frame_year), sign * event.ore)

    def _shortfall_borne(self, event: claims.ShortfallBorne, sign: int, seq: int) -> None:
        for board, lines in plan_by_board(event.lines).items():
            self._claim(event.project, board, lines, -sign, borne=sign * sum(ore for _, ore in lines))

    def _waived(self, event: claims.Waived, sign: int, seq: int) -> None:
        total = sign * sum(ore for _, ore in event.lines)
        self._claim(event.project, event.board, event.lines, -sign, waived=total)

    def _reassigned(self, event: claims.Reassigned, sign: int, seq: int) -> None:
        total, original = sign * sum(ore for _, ore in event.lines), sign * event.original_ore
        self._claim(event.project, event.from_board, event.lines, -sign, planned=-total, original=-original)
        self._claim(event.project, event.to_board, event.lines, sign, planned=total, original=original)
        self._with_board(event.project, event.to_board)

    def _board_registered(self, event: claims.BoardRegistered, sign: int, seq: int) -> None:
        self._put(self.boards, event.board, BoardEntry(event.units, event.valid_from))

    def _board_reorganised(self, event: claims.BoardReorganised, sign: int, seq: int) -> None:
        known = self.boards.get(event.board) or BoardEntry((), _ALWAYS)
        entry = known._replace(last_day=event.last_day, successors=event.successors)
        self._put(self.boards, event.board, entry)

    # What it tells

    def project(self, name: str) -> ProjectState | None:
        """A project, or ``None`` where there is none or its every grant was taken back."""
        state = self.projects.get(name)
        return state if state is not None and state.grants else None

    def projects_of(self, fund: str) -> Iterator[ProjectState]:
        """A fund's projects, in the order they were first granted."""
        return (state for state in self.projects.values() if state.fund == fund and state.grants)

    def version_at(self, fund: str, day: date) -> int:
        """The number of the version of a fund's policy that is in force on a day."""
        numbers = [version.number for version in self.versions[fund] if version.valid_from <= day]
        return numbers[-1] if numbers else 1

    def policy_of(self, fund: str, subfund: str, version: int | None = None) -> Policy:
        """What a sub-fund follows: by the latest version, or by the one named."""
        number = version or len(self.versions[fund])
        key = (fund, number, subfund)
        policy = self._effective.get(key)
        if policy is None:
            found = self.versions[fund][number - 1].policy
            policy = self._effective[key] = found.of(subfund) if subfund in found.subfund_names else found
        return policy

    def policy_of_project(self, state: ProjectState) -> Policy:
        """What a project follows: the version in force at its start (I18)."""
        return self.policy_of(state.fund, state.subfund, state.version)

    def is_earmark(self, fund: str) -> bool:
        """Whether a fund is earmarked equity, and not frames or a reserve."""
        return self.policies[fund].legal_form is LegalForm.EARMARKED_EQUITY

    def set_aside_of_result(self, fund: str, result_year: int) -> int:
        """What a fund has set aside, renewals among it, of one year's result, corrections counted; öre."""
        return self._of_result.get((fund, result_year), 0)

    def used_in(self, project: str, year: int) -> int:
        """What a project has used in a year, corrections counted in the year of what they correct; öre."""
        return self.used.get((project, year), 0)

    def measured(self, project: str, board: str, *, through: int | None = None) -> int | None:
        """What a project has been measured to save a board, through a year or in all; ``None`` where it never was."""
        effects = [ore for year, ore in self.effects.get((project, board), ()) if through is None or year <= through]
        return sum(effects) if effects else None

    def entitlement(self, fund: str, subfund: str, *, at: int) -> int:
        """What repayments give a right to renew at the close of a year, and has not been renewed; öre (R20 b)."""
        key = (fund, subfund)
        repaid = sum(ore for where, ore in self.entitled.items() if where[:2] == key and where[2] <= at)
        return repaid - sum(ore for where, ore in self.renewed.items() if where[:2] == key)

    def sources(self, kinds: Iterable[str], year: int) -> tuple[int, ...]:
        """The records that moved earmarks in a year, by kind of event, corrections among them; in order."""
        return tuple(sorted(seq for kind in kinds for seq in self._sources.get((kind, year), ())))

    def events(self) -> Iterator[tuple[int, Event]]:
        """The events of funds with the numbers of their records, in order, but for those that were taken back."""
        return ((seq, event) for seq, event in self._events.items() if seq not in self.corrected)

    def event(self, seq: int) -> Event | None:
        """The event of funds that a record has, if it has one."""
        return self._events.get(seq)

    # Going back

    def mark(self) -> int:
        """Remember what is put from here on, so that :meth:`go_back` can undo it; may stand within another mark."""
        self._marks += 1
        if self._log is None:
            self._log = []
        return len(self._log)

    def forget(self) -> None:
        """End the latest mark, and keep what was put since."""
        self._marks -= 1
        if not self._marks:
            self._log = None

    def go_back(self, mark: int, seq: int) -> None:
        """End the latest mark and be as then, when ``seq`` was the last record."""
        log = self._log or []
        for where, key, before in reversed(log[mark:]):
            if before is _MISSING:
                del where[key]
            else:
                where[key] = before
        del log[mark:]
        self.forget()
        self._effective.clear()
        while self._events and next(reversed(self._events)) > seq:
            self._events.popitem()
        for seqs in self._sources.values():
            while seqs and seqs[-1] > seq:
                seqs.pop()


def repays(policy: Policy, start: date) -> bool:
    """Whether what starts on a day under a policy has a plan of repayment (I8, I9, I18)."""
    abolished = policy.repayment_abolished_for_starts_after
    return policy.revolving and not (abolished is not None and start > abolished)


_R: Final = FundRegister
_HANDLERS: Final[dict[str, Callable[[FundRegister, Any, int, int], None]]] = {
    "fund_created": _R._fund_created,
    "policy_changed": _R._policy_changed,
    "delegated": _R._delegated,
    "set_aside": _R._set_aside,
    "set_aside_to_reserve": _R._set_aside,
    "set_aside_in_frame": _R._set_aside,
    "renewed": _R._renewed,
    "fund_opened": _R._fund_opened,
    "used_directly": _R._taken,
    "dissolved": _R._taken,
    "subfund_transferred": _R._transferred,
    "purpose_changed": _R._purpose_changed,
    "intention_stated": _R._intention_stated,
    "granted": _R._granted,
    "granted_of_frame": _R._granted,
    "grant_amended": _R._grant_amended,
    "grant_of_frame_amended": _R._grant_amended,
    "cost_reported": _R._cost_reported,
    "used": _R._used,
    "used_of_frame": _R._used,
    "used_of_reserve": _R._used,
    "released": _R._released,
    "released_of_frame": _R._released,
    "lapsed": _R._released,
    "frame_carried": _R._frame_carried,
    "project_opened": _R._project_opened,
    "project_moved": _R._project_moved,
    "effect_measured": _R._effect_measured,
    "plan_revised": _R._plan_revised,
    "repaid": _R._repaid,
    "shortfall_borne": _R._shortfall_borne,
    "waived": _R._waived,
    "reassigned": _R._reassigned,
    "board_registered": _R._board_registered,
    "board_reorganised": _R._board_reorganised,
}


def fund_faults(register: FundRegister, fund: str, subfund: str | None = None) -> list[Finding]:
    """Why a fund, or with ``subfund`` one of its sub-funds, cannot be named: it does not exist."""
    if fund not in register.policies:
        return [FUND_UNKNOWN.at(fund, fund=fund, known=", ".join(register.policies) or "–")]
    names = register.policies[fund].subfund_names
    if subfund is None or subfund in names:
        return []
    return [SUBFUND_UNKNOWN.at(fund, fund=fund, subfund=subfund, known=", ".join(name or "–" for name in names))]
