"""What each kind of event does to the sums of a register (fondernas bokföring): one short function for each.

A sign of −1 takes back what the same event has done, where a correction says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from sifund_ledger.decisions import body_key
from sifund_ledger.funds.policy.policy import policy_from_values
from sifund_ledger.funds.state import claim_events as claims
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.funds.state import project_events
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding, ProjectState, plan_by_board
from sifund_ledger.funds.state.sums import ALWAYS, BoardEntry, FundSums, PolicyVersion, repays
from sifund_ledger.ledger.canonical import field_names
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record


class FundFolding(FundSums):
    """The fold of records into the sums of funds."""

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

    def evolve_run(self, run: Sequence[Record]) -> None:
        """Fold a run of records in; events that do nothing but add an amount, and are alike but for it, are summed."""
        first = run[0]
        kind = first.event.kind
        if kind not in _SUMMED or len(run) < _FEW:
            for record in run:
                self.evolve(record)
            return
        seqs, of_fund = [record.seq for record in run], [record.event for record in run]
        self._events.update(zip(seqs, of_fund, strict=True))
        but_amount = attrgetter(*[name for name in field_names(type(first.event)) if name != "ore"])
        alike: defaultdict[Any, list[Any]] = defaultdict(list)
        for key, event in zip(map(but_amount, of_fund), of_fund, strict=True):
            alike[key].append(event)
        for each in alike.values():
            _HANDLERS[kind](self, replace(each[0], ore=sum([event.ore for event in each])), 1, first.seq)
        if kind in events.MOVEMENTS and first.entry is not None:
            self._sources.setdefault((kind, first.entry.year), []).extend(seqs)

    def _fund_created(self, event: events.FundCreated, sign: int, seq: int) -> None:
        policy = policy_from_values(event.policy)
        self._put(self.policies, event.fund, policy)
        self._put(self.versions, event.fund, (PolicyVersion(1, ALWAYS, policy),))

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
        known = self.boards.get(event.board) or BoardEntry((), ALWAYS)
        entry = known._replace(last_day=event.last_day, successors=event.successors)
        self._put(self.boards, event.board, entry)


_R: Final = FundFolding
_HANDLERS: Final[dict[str, Callable[[FundFolding, Any, int, int], None]]] = {
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
_SUMMED: Final = frozenset(
    kind
    for kind, handler in _HANDLERS.items()
    if handler in {_R._set_aside, _R._renewed, _R._fund_opened, _R._taken, _R._transferred, _R._used, _R._released}
)
_FEW: Final = 4  # records that are folded in one by one as quickly as they are summed
