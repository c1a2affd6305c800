"""What each event of claims and boards does to the sums of a register (krav på nämnder); see ``folding``."""

from __future__ import annotations

from sifund_ledger.funds.state import claim_events as claims
from sifund_ledger.funds.state.project import plan_by_board, total_of
from sifund_ledger.funds.state.sums import ALWAYS, BoardEntry, FundSums
from sifund_ledger.ledger.folds import Handlers


class ClaimFolding(FundSums):
    """The fold of what boards owe, repay, are let off and hand over."""

    folded = Handlers()

    @folded.of(claims.EffectMeasured)
    def _effect_measured(self, event: claims.EffectMeasured, sign: int, seq: int) -> None:
        of_project = self._of(self.effects, event.project)
        by_year = {**dict(of_project.get(event.board, ())), event.effect_year: event.ore}
        self._put(of_project, event.board, tuple(sorted(by_year.items())))

    @folded.of(claims.PlanRevised)
    def _plan_revised(self, event: claims.PlanRevised, sign: int, seq: int) -> None:
        for board, lines in plan_by_board(event.changes).items():
            self._claim(event.project, board, lines, sign, planned=sign * total_of(lines))
            self._with_board(event.project, board)

    def _with_board(self, project: str, board: str) -> None:
        state = self.projects[project]
        if board not in state.boards:
            self._project(project, boards=(*state.boards, board))

    @folded.of(claims.Repaid)
    def _repaid(self, event: claims.Repaid, sign: int, seq: int) -> None:
        self._claim(event.project, event.board, event.lines, -sign, repaid=sign * event.ore)
        of_frame = (event.board, event.frame_year, event.permanent)
        self._count_frame(self._of(self.repaid_frames, event.fund), of_frame, event.ore, sign)
        if event.entitles:
            self._add_at(self.entitled, (event.fund, event.subfund), event.frame_year, sign * event.ore)

    @folded.of(claims.RepaymentReturned)
    def _repayment_returned(self, event: claims.RepaymentReturned, sign: int, seq: int) -> None:
        ore = sign * event.ore
        self._claim(event.project, event.board, (), sign, repaid=-ore, borne=ore)
        of_frame = (event.board, event.frame_year, False)
        self._count_frame(self._of(self.repaid_frames, event.fund), of_frame, -event.ore, sign)
        self._pot(event.fund, event.subfund, -sign * event.renewed_ore)
        if event.entitles:
            unrenewed = event.ore - event.renewed_ore
            self._add_at(self.entitled, (event.fund, event.subfund), event.frame_year, -sign * unrenewed)

    @folded.of(claims.ShortfallBorne)
    def _shortfall_borne(self, event: claims.ShortfallBorne, sign: int, seq: int) -> None:
        for board, lines in plan_by_board(event.lines).items():
            self._claim(event.project, board, lines, -sign, borne=sign * total_of(lines))

    @folded.of(claims.Waived, claims.WaivedOfFloor)
    def _waived(self, event: claims.Waived, sign: int, seq: int) -> None:
        total = sign * total_of(event.lines)
        of_floor = total if isinstance(event, claims.WaivedOfFloor) else 0
        self._claim(event.project, event.board, event.lines, -sign, waived=total, floor_waived=of_floor)

    @folded.of(claims.Reassigned)
    def _reassigned(self, event: claims.Reassigned, sign: int, seq: int) -> None:
        total, original = sign * total_of(event.lines), sign * event.original_ore
        self._claim(event.project, event.from_board, event.lines, -sign, planned=-total, original=-original)
        self._claim(event.project, event.to_board, event.lines, sign, planned=total, original=original)
        self._with_board(event.project, event.to_board)

    @folded.of(claims.ReassignedInProportion)
    def _reassigned_in_proportion(self, event: claims.ReassignedInProportion, sign: int, seq: int) -> None:
        for board, way in ((event.from_board, -sign), (event.to_board, sign)):
            self._claim(
                event.project, board, event.lines, way, original=way * event.original_ore,
                planned=way * event.planned_ore, repaid=way * event.repaid_ore, waived=way * event.waived_ore,
                borne=way * event.borne_ore, floor_waived=way * event.floor_waived_ore,
            )  # fmt: skip
            if event.effects:
                of_project = self._of(self.effects, event.project)
                by_year = dict(of_project.get(board, ()))
                by_year |= {year: max(0, by_year.get(year, 0) + way * ore) for year, ore in event.effects}
                self._put(of_project, board, tuple(sorted(by_year.items())))
        self._with_board(event.project, event.to_board)

    @folded.of(claims.BoardRegistered)
    def _board_registered(self, event: claims.BoardRegistered, sign: int, seq: int) -> None:
        self._put(self.boards, event.board, BoardEntry(event.units, event.valid_from))

    @folded.of(claims.BoardReorganised)
    def _board_reorganised(self, event: claims.BoardReorganised, sign: int, seq: int) -> None:
        known = self.boards.get(event.board) or BoardEntry((), ALWAYS)
        entry = known._replace(last_day=event.last_day, successors=event.successors)
        self._put(self.boards, event.board, entry)
