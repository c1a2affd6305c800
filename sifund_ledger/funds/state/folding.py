"""What each event does to the sums of a register (fondernas bokföring): one short function for each.

A sign of −1 takes back what the same event has done, where a correction says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from sifund_ledger.decisions import DecisionState, body_key
from sifund_ledger.findings import Finding
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.policy.policy import policy_from_values
from sifund_ledger.funds.state import claim_events as claims
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.funds.state import project_events, use_events
from sifund_ledger.funds.state.claim_folding import ClaimFolding
from sifund_ledger.funds.state.postings import PlanLine, YearOre
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState, plan_by_board, total_of, with_lines
from sifund_ledger.funds.state.shared_events import EarmarkEnded, SubfundEvent, year_of
from sifund_ledger.funds.state.sums import ALWAYS, PolicyVersion, repays
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.events import DecisionMoved, EntryCorrected
from sifund_ledger.ledger.folds import Handlers
from sifund_ledger.ledger.records import Event, Record

_STATED: Final = (
    events.PolicyChanged,
    events.PurposeChanged,
    events.IntentionStated,
    claims.BoardRegistered,
    claims.BoardReorganised,
)
_GRANTS: Final = (project_events.Granted, project_events.ProjectOpened)


class FundFolding(ClaimFolding):
    """The fold of records into the sums of funds."""

    folded = Handlers(ClaimFolding.folded)

    def evolve(self, record: Record) -> None:
        """Fold a record in; other rooms' events are passed over."""
        event, seq = record.event, record.seq
        handler = self.folded.get(type(event))
        if handler is not None:
            self._put(self._events, seq, event)
            if project := getattr(event, "project", ""):
                self._append(self._events_of.setdefault(project, []), seq)
            self._source(event.kind, record.entry and record.entry.year, seq)
            if record.decision is not None:
                if isinstance(event, _GRANTS):
                    self._put(self.granted_by, seq, record.decision)
                elif isinstance(event, _STATED):
                    self._put(self.stated_by, seq, record.decision.reference)
            handler(self, event, 1, seq)
            self._reserve(event, 1, record.entry)
        elif type(event) is EntryCorrected and (corrected := self._events.get(event.corrects)) is not None:
            self._put(self.corrected, event.corrects, seq)
            self._source(corrected.kind, record.entry and record.entry.year, seq)
            self._taken_back_in = event.year
            self.folded[type(corrected)](self, corrected, -1, event.corrects)
            self._reserve(corrected, -1, record.entry)
            self._runs_again(getattr(corrected, "project", ""))
        elif type(event) is DecisionMoved:
            self._decision_moved(event)

    def _decision_moved(self, event: DecisionMoved) -> None:
        """Let what states something on a decision fall with it, or stand again: what stood before it then counts."""
        seqs = [seq for seq, reference in self.stated_by.items() if reference == event.about.reference]
        if not seqs:
            return
        for seq in seqs:
            self._put(self.fallen, seq, event.state == DecisionState.REPEALED and not self._holds(seq))
        for name in ("purposes", "intentions", "boards"):
            self._set(name, {})
        for fund in self.policies:
            self._policy(fund, self.standing(fund)[-1].policy)
        for seq in self.stated_by:
            stated = self._events[seq]
            if not self.fallen.get(seq) and not isinstance(stated, events.PolicyChanged):
                self.folded[type(stated)](self, stated, 1, seq)

    def _holds(self, seq: int) -> bool:
        """Whether it is a version of a policy with a sub-fund that no other has and that holds something: it stays."""
        event = self._events[seq]
        if not isinstance(event, events.PolicyChanged):
            return False
        others = (version.policy for version in self.standing(event.fund) if version.seq != seq)
        own = {*policy_from_values(event.policy).subfund_names}.difference(*(each.subfund_names for each in others))
        return any(any(self.pots.get((event.fund, name), ())) for name in own)

    def _runs_again(self, project: str) -> None:
        """A closed project that a correction has left something of its grants is running (I4)."""
        state = self.projects.get(project)
        if state is not None and state.standing is ProjectStanding.CLOSED and state.left > 0:
            self._project(project, standing=ProjectStanding.RUNNING)

    def _reserve(self, event: Any, sign: int, entry: Entry | None) -> None:
        """Post what a fund met by the result reserve would post as an earmark (R46): its available and committed."""
        if postings := self._in_reserve(event, sign):
            year = entry.year if entry else event.year
            self.reserved.post(_IN_RESERVE[type(event)][0], year, postings, of_year=year_of(event))

    def _in_reserve(self, event: Any, sign: int) -> list[Posting]:
        _, moved = _IN_RESERVE.get(type(event), ("", None))
        if moved is None or self.policies[event.fund].legal_form is not LegalForm.RESULT_RESERVE:
            return []
        return [Posting(account, sign * ore) for account, ore in moved(event)]

    def reserve_faults(self, record: Record) -> list[Finding]:
        """Why a record cannot stand: at the close of some year a fund met by the result reserve would have granted more
        than it was given. The journal's accounts say the same of an earmark (invariant 4; R46)."""
        event, sign = record.event, 1
        if isinstance(event, EntryCorrected):
            corrected = self._events.get(event.corrects)
            if corrected is None:
                return []
            event, sign = corrected, -1
        year = record.entry.year if record.entry else getattr(event, "year", 0)
        return self.reserved.limit_faults(year, self._in_reserve(event, sign))

    def _source(self, kind: str, year: int | None, seq: int) -> None:
        if kind in events.MOVEMENTS and year is not None:
            self._append(self._sources.setdefault((kind, year), []), seq)

    @folded.of(events.FundCreated)
    def _fund_created(self, event: events.FundCreated, sign: int, seq: int) -> None:
        policy = policy_from_values(event.policy)
        self._policy(event.fund, policy)
        self._put(self.versions, event.fund, (PolicyVersion(1, ALWAYS, policy),))

    @folded.of(events.PolicyChanged)
    def _policy_changed(self, event: events.PolicyChanged, sign: int, seq: int) -> None:
        policy, before = policy_from_values(event.policy), self.versions[event.fund]
        self._policy(event.fund, policy)
        self._put(self.versions, event.fund, (*before, PolicyVersion(len(before) + 1, event.valid_from, policy, seq)))

    @folded.of(events.Delegated)
    def _delegated(self, event: events.Delegated, sign: int, seq: int) -> None:
        what = (event.fund, event.task, body_key(event.body))
        self._put(self.delegations, what, (*self.delegations.get(what, ()), seq))

    @folded.of(events.SetAside, events.SetAsideToReserve, events.SetAsideInFrame, events.Renewed)
    def _set_aside(self, event: events.SetAside | events.Renewed, sign: int, seq: int) -> None:
        ore = sign * event.ore
        source = "renewal" if isinstance(event, events.Renewed) else event.source
        self._pot(event.fund, event.subfund, ore)
        self._add(self._of_result, (event.fund, event.subfund, event.kind, event.result_year), ore)
        self._add(self._of_all_funds, (event.kind, event.result_year), ore)
        self._add(self._of(self.deposits, event.fund), (event.subfund, source, event.year), ore)
        if source == "renewal":
            self._add_at(self.renewed, (event.fund, event.subfund), event.result_year, ore)

    @folded.of(events.FundOpened, events.UsedDirectly, events.UsedDirectlyLater, events.Dissolved)
    def _only_moved(self, event: SubfundEvent, sign: int, seq: int) -> None:
        self._pot(event.fund, event.subfund, -sign * event.ore if isinstance(event, EarmarkEnded) else sign * event.ore)

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
        self._pot_granted(event, sign)
        self._grant(event, sign, seq, event.plan, granted=event.ore)
        for board, lines in plan_by_board(event.plan).items():
            total = sign * total_of(lines)
            self._claim(event.project, board, lines, sign, original=total, planned=total)

    def _framed(self, event: Any, frames: Sequence[YearOre], sign: int) -> None:
        for year, ore in frames:
            self._add(self.frames, (event.project, year), sign * ore)
            self._count_frame(self._of(self.moved_frames, event.fund), (event.board, year), ore, sign)

    def _pot_granted(self, event: project_events.Granted | project_events.GrantAmended, sign: int) -> None:
        self._framed(event, event.frames, sign)
        self._pot(event.fund, event.subfund, -sign * event.ore, sign * event.ore)
        self._add_at(self.granted_in, (event.fund, event.subfund), event.year, sign * event.ore)

    def _grant(
        self, event: Any, sign: int, seq: int, plan: tuple[PlanLine, ...], opened: tuple[PlanLine, ...] = (),
        **sums: int,
    ) -> None:  # fmt: skip
        """The first grant makes a project; a later one, or one taken back, changes what it has."""
        known = self.project(event.project) if sign > 0 else self.projects[event.project]
        known = known or self._begun(event, event.subfund, event.start or event.event_date)
        grants = (*known.grants, seq) if sign > 0 else tuple(grant for grant in known.grants if grant != seq)
        standing: list[Any] = [self._events[grant] for grant in grants]
        ends = [each.end for each in standing if getattr(each, "end", None)]
        state = known._replace(
            grants=grants,
            original=with_lines(known.original, plan, sign),
            boards=tuple(dict.fromkeys((*known.boards, *(board for board, *_ in (*plan, *opened))))),
            end=ends[-1] if ends else None,
            participants=tuple(dict.fromkeys(who for each in standing for who in getattr(each, "participants", ()))),
            first_year=min((each.year for each in standing), default=known.first_year),
        )
        self._begin(state)
        self._project_sums(event.project, sign, **sums)

    def _begun(self, event: Any, subfund: str, start: date, *, repaid: bool = True) -> ProjectState:
        version = self.version_at(event.fund, start)
        revolving = repaid and repays(self.policy_of(event.fund, subfund, version), start)
        return ProjectState(
            event.project, event.fund, subfund, event.board, version, revolving, start, None, event.year, (), ()
        )

    @folded.of(project_events.GrantAmended, project_events.GrantOfFrameAmended)
    def _grant_amended(self, event: project_events.GrantAmended, sign: int, seq: int) -> None:
        self._pot_granted(event, sign)
        self._project_sums(event.project, sign, granted=event.ore)

    @folded.of(project_events.GrantAmendedWithPlan, project_events.GrantOfFrameAmendedWithPlan)
    def _grant_amended_with_plan(self, event: project_events.GrantAmendedWithPlan, sign: int, seq: int) -> None:
        self._grant_amended(event, sign, seq)
        for board, lines in plan_by_board(event.plan).items():
            self._claim(event.project, board, lines, sign, planned=sign * total_of(lines))
            self._with_board(event.project, board)
        for board, lines in plan_by_board(event.frozen).items():
            self._claim(event.project, board, (), sign, original=sign * total_of(lines))
        self._project(event.project, original=with_lines(self.projects[event.project].original, event.frozen, sign))

    @folded.of(use_events.CostReported)
    def _cost_reported(self, event: use_events.CostReported, sign: int, seq: int) -> None:
        self._put(self.costs, (event.project, event.year), event)
        self._put(self._of(self._costs_of, event.fund), (event.project, event.year), None)
        self._put(self._costs_in.setdefault(event.year, {}), event.project, None)
        if event.project not in self.projects:  # a project without a grant, in the board's own frame (S14)
            state = self._begun(event, "", event.event_date, repaid=False)
            self._begin(state._replace(grants=(seq,)))

    @folded.of(
        use_events.Used, use_events.UsedOfFrame, use_events.UsedOfReserve,
        use_events.UsedLater, use_events.UsedOfFrameLater, use_events.UsedOfReserveLater,
    )  # fmt: skip
    def _used(self, event: use_events.Used, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, 0, -ore)
        self._add(self.used, (event.project, year_of(event)), ore)
        self._project_sums(event.project, sign, used=event.ore)
        if sign > 0 and isinstance(event, use_events.UsedOfReserve):
            self._append(self.reserve_uses.setdefault(year_of(event), []), seq)

    @folded.of(project_events.Released, project_events.ReleasedOfFrame, project_events.Lapsed)
    def _released(self, event: project_events.Released, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._pot(event.fund, event.subfund, 0 if event.kind == "lapsed" else ore, -ore)
        self._project_sums(event.project, sign, released=event.ore)
        self._framed(event, [(year, -ore) for year, ore in event.frames], sign)

    @folded.of(project_events.FrameCarried)
    def _frame_carried(self, event: project_events.FrameCarried, sign: int, seq: int) -> None:
        self._add(self.carried, event.project, sign * event.ore)
        self._add(self.carried_from, (event.project, event.from_year), sign * event.ore)
        moved = ((event.from_year, -event.ore), (event.to_year, event.ore))
        # What is no longer carried lapses, where the year that it came from is past as that is found (R41).
        self._framed(event, moved[1:] if sign < 0 and event.from_year < self._taken_back_in else moved, sign)

    @folded.of(project_events.ProjectOpened)
    def _project_opened(self, event: project_events.ProjectOpened, sign: int, seq: int) -> None:
        sums = {"granted": event.granted_ore, "used": event.used_ore, "released": event.released_ore}
        self._grant(event, sign, seq, event.original_plan, event.open_claims, **sums)
        self._pot(event.fund, event.subfund, 0, sign * (event.granted_ore - event.used_ore - event.released_ore))
        originals, repaid = plan_by_board(event.original_plan), dict(event.repaid)
        opened = plan_by_board(event.open_claims)
        for board in dict.fromkeys((*originals, *opened, *repaid)):
            lines, paid = opened.get(board, ()), sign * repaid.get(board, 0)
            original, planned = sign * total_of(originals.get(board, ())), sign * total_of(lines) + paid
            self._claim(event.project, board, lines, sign, original=original, planned=planned, repaid=paid)

    @folded.of(project_events.ProjectMoved)
    def _project_moved(self, event: project_events.ProjectMoved, sign: int, seq: int) -> None:
        self._project(event.project, standing=ProjectStanding(event.state))


_IN_RESERVE: Final[dict[type[Event], tuple[str, Callable[[Any], Sequence[Posting]]]]] = {
    events.SetAsideToReserve: (events.SetAside.kind, events.SetAside.postings),
    project_events.GrantedOfFrame: (project_events.Granted.kind, project_events.Granted.moved),
    project_events.GrantOfFrameAmended: (project_events.GrantAmended.kind, project_events.GrantAmended.moved),
    project_events.GrantOfFrameAmendedWithPlan: (project_events.GrantAmended.kind, project_events.GrantAmended.moved),
    use_events.UsedOfReserve: (use_events.Used.kind, use_events.Used.postings),
    use_events.UsedOfReserveLater: (use_events.Used.kind, use_events.Used.postings),
    project_events.ReleasedOfFrame: (project_events.Released.kind, project_events.Released.moved),
    project_events.ProjectOpened: (project_events.ProjectOpened.kind, project_events.ProjectOpened.moved),
}
"""The kind of an earmark's event that is like an event of a reserve, and what that moves within equity."""
