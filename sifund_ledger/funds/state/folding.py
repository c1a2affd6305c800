"""What each event does to the sums of a register (fondernas bokföring): one short function for each.

A sign of −1 takes back what the same event has done, where a correction says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
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
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.folds import Handlers
from sifund_ledger.ledger.records import Record
from sifund_ledger.ledger.writing import field_names


class FundFolding(FundSums):
    """The fold of records into the sums of funds."""

    folded = Handlers()

    def evolve(self, record: Record) -> None:
        """Fold a record in; other rooms' events are passed over."""
        event, seq = record.event, record.seq
        handler = self.folded.get(type(event))
        if handler is not None:
            self._put(self._events, seq, event)
            self._source(event.kind, record.entry and record.entry.year, seq)
            handler(self, event, 1, seq)
        elif type(event) is EntryCorrected and (corrected := self._events.get(event.corrects)) is not None:
            self._put(self.corrected, event.corrects, seq)
            self._source(corrected.kind, record.entry and record.entry.year, seq)
            self.folded[type(corrected)](self, corrected, -1, event.corrects)

    def evolve_run(self, run: Sequence[Record]) -> None:
        """Fold in records with events of one class; those that only add an amount are summed where else alike."""
        event_type = type(run[0].event)
        handler = self.folded.get(event_type)
        if handler is None or handler not in _ADDING:
            for record in run:
                self.evolve(record)
            return
        self._put_all(self._events, {record.seq: record.event for record in run})
        for year, same in groupby(run, key=lambda record: record.entry and record.entry.year):
            self._source(event_type.kind, year, *[record.seq for record in same])
        but_amount = attrgetter(*[name for name in field_names(event_type) if name != "ore"])
        alike: defaultdict[Any, list[Any]] = defaultdict(list)
        for record in run:
            alike[but_amount(record.event)].append(record.event)
        for same_but_amount in alike.values():
            total = sum([event.ore for event in same_but_amount])
            handler(self, replace(same_but_amount[0], ore=total), 1, run[0].seq)

    def _source(self, kind: str, year: int | None, *seqs: int) -> None:
        if kind in events.MOVEMENTS and year is not None:
            self._append(self._sources.setdefault((kind, year), []), *seqs)

    @folded.of(events.FundCreated)
    def _fund_created(self, event: events.FundCreated, sign: int, seq: int) -> None:
        policy = policy_from_values(event.policy)
        self._put(self.policies, event.fund, policy)
        self._put(self.versions, event.fund, (PolicyVersion(1, ALWAYS, policy),))

    @folded.of(events.PolicyChanged)
    def _policy_changed(self, event: events.PolicyChanged, sign: int, seq: int) -> None:
        policy, before = policy_from_values(event.policy), self.versions[event.fund]
        self._put(self.policies, event.fund, policy)
        self._put(self.versions, event.fund, (*before, PolicyVersion(len(before) + 1, event.valid_from, policy)))

    @folded.of(events.Delegated)
    def _delegated(self, event: events.Delegated, sign: int, seq: int) -> None:
        self._put(self.delegations, (event.fund, event.task, body_key(event.body)), seq)

    @folded.of(events.SetAside, events.SetAsideToReserve, events.SetAsideInFrame)
    def _set_aside(self, event: events.SetAside, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, ore)
        self._add(self._of_result, (event.fund, event.result_year), ore)
        self._add(self.deposits, (event.fund, event.subfund, event.source, event.year), ore)

    @folded.of(events.Renewed)
    def _renewed(self, event: events.Renewed, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, ore)
        self._add(self._of_result, (event.fund, event.result_year), ore)
        self._add(self.deposits, (event.fund, event.subfund, "renewal", event.year), ore)
        self._add(self.renewed, (event.fund, event.subfund, event.result_year), ore)

    @folded.of(events.FundOpened)
    def _fund_opened(self, event: events.FundOpened, sign: int, seq: int) -> None:
        self._pot(event.fund, event.subfund, sign * event.ore)

    @folded.of(events.UsedDirectly, events.Dissolved)
    def _taken(self, event: events.UsedDirectly | events.Dissolved, sign: int, seq: int) -> None:
        self._pot(event.fund, event.subfund, -sign * event.ore)

    @folded.of(events.SubfundTransferred)
    def _transferred(self, event: events.SubfundTransferred, sign: int, seq: int) -> None:
        self._pot(event.fund, event.from_subfund, -sign * event.ore)
        self._pot(event.fund, event.to_subfund, sign * event.ore)

    @folded.of(events.PurposeChanged)
    def _purpose_changed(self, event: events.PurposeChanged, sign: int, seq: int) -> None:
        self._put(self.purposes, (event.fund, event.subfund), event.purpose)

    @folded.of(events.IntentionStated)
    def _intention_stated(self, event: events.IntentionStated, sign: int, seq: int) -> None:
        self._put(self.intentions, event.fund, event.amounts)

    @folded.of(project_events.Granted, project_events.GrantedOfFrame)
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

    @folded.of(project_events.GrantAmended, project_events.GrantOfFrameAmended)
    def _grant_amended(self, event: project_events.GrantAmended, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, -ore, ore)
        self._add(self.granted_in, (event.fund, event.subfund, event.year), ore)
        self._project(event.project, granted=self.projects[event.project].granted + ore)

    @folded.of(project_events.CostReported)
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

    @folded.of(project_events.Used, project_events.UsedOfFrame, project_events.UsedOfReserve)
    def _used(self, event: project_events.Used, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, 0, -ore)
        self._add(self.used, (event.project, event.year), ore)
        self._project(event.project, used=self.projects[event.project].used + ore)

    @folded.of(project_events.Released, project_events.ReleasedOfFrame, project_events.Lapsed)
    def _released(self, event: project_events.Released, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, 0 if event.kind == "lapsed" else ore, -ore)
        self._project(event.project, released=self.projects[event.project].released + ore)

    @folded.of(project_events.FrameCarried)
    def _frame_carried(self, event: project_events.FrameCarried, sign: int, seq: int) -> None:
        self._add(self.carried, (event.project, event.from_year), sign * event.ore)

    @folded.of(project_events.ProjectOpened)
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

    @folded.of(project_events.ProjectMoved)
    def _project_moved(self, event: project_events.ProjectMoved, sign: int, seq: int) -> None:
        self._project(event.project, standing=ProjectStanding(event.state))

    @folded.of(claims.EffectMeasured)
    def _effect_measured(self, event: claims.EffectMeasured, sign: int, seq: int) -> None:
        key = (event.project, event.board)
        by_year = {**dict(self.effects.get(key, ())), event.effect_year: event.ore}
        self._put(self.effects, key, tuple(sorted(by_year.items())))

    @folded.of(claims.PlanRevised)
    def _plan_revised(self, event: claims.PlanRevised, sign: int, seq: int) -> None:
        for board, lines in plan_by_board(event.changes).items():
            self._claim(event.project, board, lines, sign, planned=sign * sum(ore for _, ore in lines))
            self._with_board(event.project, board)

    def _with_board(self, project: str, board: str) -> None:
        state = self.projects[project]
        if board not in state.boards:
            self._project(project, boards=(*state.boards, board))

    @folded.of(claims.Repaid)
    def _repaid(self, event: claims.Repaid, sign: int, seq: int) -> None:
        self._claim(event.project, event.board, event.lines, -sign, repaid=sign * event.ore)
        if event.entitles:
            self._add(self.entitled, (event.fund, event.subfund, event.frame_year), sign * event.ore)

    @folded.of(claims.ShortfallBorne)
    def _shortfall_borne(self, event: claims.ShortfallBorne, sign: int, seq: int) -> None:
        for board, lines in plan_by_board(event.lines).items():
            self._claim(event.project, board, lines, -sign, borne=sign * sum(ore for _, ore in lines))

    @folded.of(claims.Waived)
    def _waived(self, event: claims.Waived, sign: int, seq: int) -> None:
        total = sign * sum(ore for _, ore in event.lines)
        self._claim(event.project, event.board, event.lines, -sign, waived=total)

    @folded.of(claims.Reassigned)
    def _reassigned(self, event: claims.Reassigned, sign: int, seq: int) -> None:
        total, original = sign * sum(ore for _, ore in event.lines), sign * event.original_ore
        self._claim(event.project, event.from_board, event.lines, -sign, planned=-total, original=-original)
        self._claim(event.project, event.to_board, event.lines, sign, planned=total, original=original)
        self._with_board(event.project, event.to_board)

    @folded.of(claims.BoardRegistered)
    def _board_registered(self, event: claims.BoardRegistered, sign: int, seq: int) -> None:
        self._put(self.boards, event.board, BoardEntry(event.units, event.valid_from))

    @folded.of(claims.BoardReorganised)
    def _board_reorganised(self, event: claims.BoardReorganised, sign: int, seq: int) -> None:
        known = self.boards.get(event.board) or BoardEntry((), ALWAYS)
        entry = known._replace(last_day=event.last_day, successors=event.successors)
        self._put(self.boards, event.board, entry)


_F: Final = FundFolding
_ADDING: Final = frozenset(
    {_F._set_aside, _F._renewed, _F._fund_opened, _F._taken, _F._transferred, _F._used, _F._released}
)
"""What only adds amounts, so that many events can be added as one."""
