"""A model of funds with projects and repayments (fondmodell): plain sums over movements, written from the rulings.

Like :class:`~models.model.Model`, whose list of movements it goes on with; every sum is added up anew from
what no correction has taken back. Amounts are öre.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from models.model import Key, Model, Movement
from sifund_ledger.amounts import split
from sifund_ledger.funds.policy.policy import Policy

_SIDES: Final = {
    "fund_available": 1, "fund_committed": 1, "board_debt": 1, "result_reserve": 1,
    "fund_claim": -1, "fund_repayments": -1,
}  # fmt: skip
"""The sign by which a balance of an account would be on its wrong side."""
_OF_GRANT: Final = ("granted", "used", "released")
_OF_CLAIM: Final = ("revised", "repaid", "borne", "waived", "reassigned")

Lines = dict[tuple[str, int], int]
"""Öre by board and year."""


class FundModel(Model):
    """One fund, called ``social``, of a policy; each command says whether it is accepted, and then does it.

    ``about`` of a movement begins with its sub-fund, or with its project; what follows is told where it is made.
    """

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.policy = policy
        self.projects: dict[str, dict[str, Any]] = {}
        self.effects: dict[tuple[str, str], dict[int, int]] = {}
        self.frame_used: dict[str, int] = {}
        self.frame_costs: dict[tuple[str, int], int] = {}

    @property
    def is_earmark(self) -> bool:
        """Whether the fund is earmarked equity."""
        return self.policy.legal_form == "earmarked_equity"

    def _fits(self, year: int, changes: dict[Key, int]) -> bool:
        return year > self.closed and all(
            _SIDES[key[0]] * (self.balance(key, close) + ore) <= 0
            for key, ore in changes.items()
            if key[0] in _SIDES and _SIDES[key[0]] * ore > 0
            for close in self._closes(year)
        )

    # Sums

    def of(self, kind: str, *about: Any) -> int:
        """The sum of what movements of a kind are about: their last part is always their amount."""
        return sum(int(move.about[-1]) for move in self.live(kind, *about))

    def available(self, subfund: str) -> int:
        """What a sub-fund can still grant."""
        into = self.of("set_aside", subfund) + self.of("renewed", subfund) + self.of("opened", subfund)
        moved = self.of("moved_in", subfund)
        out = self.of("dissolved", subfund) + self.of("used_directly", subfund)
        ours = [name for name, project in self.projects.items() if project["subfund"] == subfund]
        granted = sum(self.of("granted", name) for name in ours)
        back = 0 if self.policy.of(subfund).unused_grant_rule == "lapse_to_equity" and self.is_earmark else 1
        released = sum(self.of("released", name) for name in ours) * back
        return into + moved - out - granted + released

    def left(self, project: str) -> int:
        """What a project has left of its grants."""
        return (
            self.of("granted", project)
            - self.of("used", project)
            - self.of("released", project)
            - self.frame_used.get(project, 0)
        )

    def is_live(self, project: str) -> bool:
        """Whether a project has a grant that is not taken back."""
        return bool(self.live("granted", project))

    def lines(self, project: str) -> Lines:
        """What each board still owes, by year."""
        owed: Lines = {}
        for move in self.records:
            for key, ore in (move.changes if move else {}).items():
                if key[0] == "fund_claim" and key[-3] == project:
                    owed[key[-2], key[-1]] = owed.get((key[-2], key[-1]), 0) + ore
        return {key: ore for key, ore in owed.items() if ore}

    def owed(self, project: str, board: str) -> int:
        """What a board still owes of a project."""
        return sum(ore for (name, _), ore in self.lines(project).items() if name == board)

    def original(self, project: str, board: str) -> int:
        """What the frozen plan, or what of it went with the claim, asks of a board."""
        frozen = sum(move.about[1].get(board, 0) for move in self.live("granted", project))
        both = self.live("reassigned", project)
        taken = sum(move.about[4] for move in both if move.about[2] == board)
        given = sum(move.about[4] for move in both if move.about[1] == board)
        return int(frozen + taken - given)

    def paid(self, project: str, board: str) -> tuple[int, int, int]:
        """What a board has repaid, been let off, and had borne for it."""
        return (self.of("repaid", project, board), self.of("waived", project, board), self._borne(project, board))

    def _borne(self, project: str, board: str) -> int:
        return sum(int(move.about[1].get(board, 0)) for move in self.live("borne", project))

    def planned(self, project: str, board: str) -> int:
        """The plan as it is now: what is owed, and what has become of the rest of it."""
        _, waived, borne = self.paid(project, board)
        settled = sum(int(move.about[2]) for move in self.live("repaid", project, board))
        return self.owed(project, board) + settled + waived + borne

    def boards(self, project: str) -> list[str]:
        """Every board that a plan or a reassignment has named, in order."""
        return list(self.projects[project]["boards"])

    def measured(self, project: str, board: str) -> int | None:
        """What a board has been measured to save."""
        effects = self.effects.get((project, board))
        return sum(effects.values()) if effects else None

    def entitled(self, subfund: str, at: int) -> int:
        """What repayments give a right to renew at the close of a year."""
        ours = [name for name, project in self.projects.items() if project["subfund"] == subfund]
        repaid = sum(int(move.about[-1]) for name in ours for move in self.live("repaid", name) if move.about[3] <= at)
        return repaid - self.of("renewed", subfund)

    def surplus_left(self, year: int) -> int:
        """What a year's result has left to set aside or renew."""
        taken = [*self.live("set_aside"), *self.live("renewed")]
        return max(0, self.results.get(year, 0)) - sum(int(move.about[-1]) for move in taken if move.about[1] == year)

    def restored(self, year: int) -> int:
        """What a year's result restores of the deficits before it, which comes before any renewal (R53)."""
        left = restored = 0
        for _, result in sorted(item for item in self.results.items() if item[0] <= year):
            restored = min(left, max(0, result))
            left += max(0, -result) - restored
        return restored if year in self.results else 0

    # The fund

    def _has_room(self, ore: int, year: int) -> bool:
        return all(self.earmarked(close) + ore <= self.equity(close) for close in self._closes(year))

    def set_aside_of(self, subfund: str, ore: int, result_year: int, now: int, *, council: bool) -> bool:
        """Of a surplus; of an appropriation where the fund is a frame, and of nothing where no source is named."""
        policy = self.policy.of(subfund)
        source = next(iter(policy.set_aside_sources), "")
        if not council or not source:
            return False
        if policy.legal_form == "operating_frame":
            budget: dict[Key, int] = {
                ("fund_appropriation", "social", result_year): ore,
                ("board_frame", "fullmäktige", result_year): -ore,
            }
            return self._move("set_aside", result_year, budget, (subfund, 0, ore))
        if result_year not in self.results or ore > self.surplus_left(result_year):
            return False
        year = result_year if policy.recognition == "result_year" else now
        if policy.legal_form == "result_reserve":
            changes: dict[Key, int] = {("free_equity",): ore, ("result_reserve",): -ore}
        else:
            changes = {("free_equity",): ore, self._pot(subfund): -ore}
            if not self._has_room(ore, year):
                return False
        return self._move("set_aside", year, changes, (subfund, result_year, ore))

    def _pot(self, subfund: str) -> Key:
        return ("fund_available", "social", subfund) if subfund else ("fund_available", "social")

    def _committed(self, project: str) -> Key:
        subfund = self.projects[project]["subfund"]
        parts = ("social", subfund, project) if subfund else ("social", project)
        return ("fund_committed", *parts)

    def _claims(self, project: str, lines: Lines, sign: int) -> dict[Key, int]:
        subfund = self.projects[project]["subfund"]
        where = ("social", subfund, project) if subfund else ("social", project)
        changes: dict[Key, int] = {}
        for (board, year), ore in lines.items():
            changes["fund_claim", *where, board, year] = sign * ore
            changes["board_debt", *where, board, year] = -sign * ore
        return changes

    def use_directly(self, subfund: str, ore: int, year: int, *, council: bool) -> bool:
        """Where the policy lets an earmark be used without a project."""
        allowed = self.policy.of(subfund).use_without_project and self.is_earmark
        if not council or not allowed or ore > self.available(subfund):
            return False
        return self._move("used_directly", year, {self._pot(subfund): ore, ("free_equity",): -ore}, (subfund, ore))

    def dissolve(self, subfund: str, ore: int, year: int, *, council: bool) -> bool:
        """What is available in an earmark."""
        if not council or not self.is_earmark or ore > self.available(subfund):
            return False
        return self._move("dissolved", year, {self._pot(subfund): ore, ("free_equity",): -ore}, (subfund, ore))

    def renew(self, subfund: str, result_year: int, now: int, *, council: bool) -> int:
        """All that is entitled and has room in the result; 0 where it is refused."""
        if not council or not self.is_earmark or result_year not in self.results:
            return 0
        ore = min(
            self.entitled(subfund, result_year), max(0, self.surplus_left(result_year) - self.restored(result_year))
        )
        year = result_year if self.policy.recognition == "result_year" else now
        if ore <= 0 or not self._has_room(ore, year):
            return 0
        changes: dict[Key, int] = {("free_equity",): ore, self._pot(subfund): -ore}
        return ore if self._move("renewed", year, changes, (subfund, result_year, ore)) else 0

    # Projects

    def grant_of(
        self, project: str, subfund: str, ore: int, board: str, plan: Lines, now: int, *, council: bool
    ) -> bool:
        """Within the sub-fund, the window and the annual frame; with a plan that repays it, where it is repaid."""
        policy = self.policy.of(subfund)
        known = self.projects.get(project) if self.is_live(project) else None
        is_like = (subfund, board, "running")
        if not council or (known and (known["subfund"], known["board"], known["standing"]) != is_like):
            return False
        if policy.window and not policy.window[0] <= now <= policy.window[1]:
            return False
        granted = [move for move in self.live("granted") if move.year == now and move.about[2] == subfund]
        if policy.annual_frame_ore is not None and sum(m.about[-1] for m in granted) + ore > policy.annual_frame_ore:
            return False
        if policy.legal_form == "operating_frame":
            if ore > self.balance(("fund_appropriation", "social", now)):
                return False
        elif ore > self.available(subfund):
            return False
        start = known["start"] if known else now
        if not self._plan_fits(policy, ore, plan, start):
            return False
        project_now = known or {"subfund": subfund, "board": board, "start": now, "standing": "running", "boards": []}
        before = self.projects.get(project)
        self.projects[project] = project_now
        changes = {} if not self.is_earmark else {self._pot(subfund): ore, self._committed(project): -ore}
        changes |= {("board_frame", board, now): ore, ("fund_appropriation", "social", now): -ore}
        changes |= self._claims(project, plan, 1)
        by_board: dict[str, int] = {}
        for (name, _), part in plan.items():
            by_board[name] = by_board.get(name, 0) + part
        if not self._move("granted", now, changes, (project, by_board, subfund, ore)):
            if before is not None:
                self.projects[project] = before
            else:
                del self.projects[project]
            return False
        project_now["boards"] = list(dict.fromkeys((*project_now["boards"], *by_board)))
        return True

    @staticmethod
    def _repays(policy: Policy, start: int) -> bool:
        abolished = policy.repayment_abolished_for_starts_after
        return policy.revolving and not (abolished is not None and start > abolished.year)

    def repays(self, project: str) -> bool:
        """Whether a project has a plan of repayment."""
        known = self.projects[project]
        return self._repays(self.policy.of(known["subfund"]), known["start"])

    def _plan_fits(self, policy: Policy, ore: int, plan: Lines, start: int) -> bool:
        if not self._repays(policy, start):
            return not plan
        if not plan or sum(plan.values()) < ceil(policy.payback_required_share * ore):
            return False
        return self._in_time(policy, [year for _, year in plan], start)

    @staticmethod
    def _in_time(policy: Policy, years: list[int], start: int) -> bool:
        if min(years) < start:
            return False
        if policy.start_deadline_years is not None and min(years) > start + policy.start_deadline_years:
            return False
        return policy.end_limit_years_hard is None or max(years) <= start + 1 + policy.end_limit_years_hard

    def _running(self, project: str) -> bool:
        return self.is_live(project) and self.projects[project]["standing"] == "running"

    def use_of(self, project: str, ore: int, year: int, cost: int) -> bool:
        """Within the grant, from the year of the first, and within the year's cost."""
        if not self._running(project) or ore > self.left(project):
            return False
        if year < min(move.year for move in self.live("granted", project)):
            return False
        moves = [move for move in self.records if move and move.year == year and move.kind in ("used", "correction")]
        before = sum(
            move.changes.get(self._committed(project), 0)
            for move in moves
            if move.about[:1] == (project,) and ("free_equity",) in move.changes
        )
        if self.policy.legal_form == "operating_frame":
            before = self.frame_costs.get((project, year), 0)
        if before + ore > cost:
            return False
        if self.policy.legal_form == "operating_frame":
            self.frame_used[project] = self.frame_used.get(project, 0) + ore
            self.frame_costs[project, year] = before + ore
            self.records.append(None)
            return True
        if self.policy.legal_form == "result_reserve":
            used = sum(move.about[-1] for move in self.live("used", project) if move.year == year)
            if used + ore > cost:
                return False
            return self._move("used", year, {("result_reserve",): ore, ("free_equity",): -ore}, (project, ore))
        return self._move("used", year, {self._committed(project): ore, ("free_equity",): -ore}, (project, ore))

    def _give_back(self, project: str, ore: int, year: int) -> bool:
        board = self.projects[project]["board"]
        lapses = self.policy.of(self.projects[project]["subfund"]).unused_grant_rule == "lapse_to_equity"
        to: Key = ("free_equity",) if lapses else self._pot(self.projects[project]["subfund"])
        changes = {self._committed(project): ore, to: -ore} if self.is_earmark else {}
        changes |= {("board_frame", board, year): -ore, ("fund_appropriation", "social", year): ore}
        return self._move("released", year, changes, (project, ore))

    def release(self, project: str, ore: int, year: int) -> bool:
        """What is left of the grant, or some of it."""
        return self._running(project) and ore <= self.left(project) and self._give_back(project, ore, year)

    def close(self, project: str, year: int) -> bool:
        """The rest of the grant goes back."""
        if not self._running(project):
            return False
        left = self.left(project)
        if left and not self._give_back(project, left, year):
            return False
        self._stand(project, "closed")
        return True

    def _stand(self, project: str, standing: str) -> None:
        self.projects[project]["standing"] = standing
        self.records.append(None)

    def reopen(self, project: str, *, council: bool) -> bool:
        """One step back."""
        if not council or not self.is_live(project) or self.projects[project]["standing"] == "running":
            return False
        self._stand(project, "closed" if self.projects[project]["standing"] == "settled" else "running")
        return True

    # Repayment

    def measure(self, project: str, board: str, year: int, ore: int) -> bool:
        """From the start on, until it is settled."""
        if not self.is_live(project) or self.projects[project]["standing"] == "settled":
            return False
        if year < self.projects[project]["start"]:
            return False
        self.effects.setdefault((project, board), {})[year] = ore
        self.records.append(None)
        return True

    def _claimable(self, project: str, board: str) -> bool:
        if not self.is_live(project) or not self.repays(project):
            return False
        known = self.projects[project]
        return known["standing"] != "settled" and board in known["boards"]

    def _oldest(self, project: str, board: str, ore: int) -> Lines:
        taken: Lines = {}
        for (name, year), part in sorted(self.lines(project).items(), key=lambda item: item[0][1]):
            if name == board and ore > 0:
                taken[name, year] = min(part, ore)
                ore -= taken[name, year]
        return taken

    def due(self, project: str, board: str, frame_year: int) -> int:
        """What the claw-back mode makes due; 0 where it is by agreement alone."""
        policy = self.policy.of(self.projects[project]["subfund"])
        owed = self.owed(project, board)
        fallen = sum(ore for (name, year), ore in self.lines(project).items() if name == board and year <= frame_year)
        cap = floor(policy.repayment_cap_share * self.planned(project, board))
        effect = max(0, min(self.measured(project, board) or 0, cap) - self.of("repaid", project, board))
        return {"automatic_plan": fallen, "automatic_measured": min(effect, owed), "negotiated": 0}.get(
            policy.clawback_mode, fallen if self.measured(project, board) is None else min(fallen, effect)
        )

    def repay(self, project: str, board: str, ore: int | None, effect_year: int, frame_year: int, now: int) -> int:
        """What is due, or an amount within what is owed and within the effect; 0 where it is refused."""
        if not self._claimable(project, board):
            return 0
        policy = self.policy.of(self.projects[project]["subfund"])
        amount = self.due(project, board, frame_year) if ore is None else ore
        repaid = self.of("repaid", project, board)
        cap = floor(policy.repayment_cap_share * self.planned(project, board)) - repaid
        if amount <= 0 or amount > min(cap, self.owed(project, board)):
            return 0
        if not self.projects[project]["start"] <= effect_year <= frame_year:
            return 0
        if policy.clawback_mode == "automatic_measured" and amount > (self.measured(project, board) or 0) - repaid:
            return 0
        return amount if self._repay(project, board, amount, frame_year, now) else 0

    def _repay(self, project: str, board: str, ore: int, frame_year: int, now: int) -> bool:
        lines = self._oldest(project, board, ore)
        changes: dict[Key, int] = {
            ("fund_repayments", "social", frame_year): ore,
            ("board_frame", board, frame_year): -ore,
        } | self._claims(project, lines, -1)
        about = (project, board, sum(lines.values()), frame_year, ore)
        return self._move("repaid", now, changes, about)

    def waive(self, project: str, board: str, ore: int, now: int, *, council: bool) -> bool:
        """Within what is owed."""
        if not council or not self._claimable(project, board) or ore > self.owed(project, board):
            return False
        lines = self._oldest(project, board, ore)
        return self._move("waived", now, self._claims(project, lines, -1), (project, board, ore))

    def reassign(self, project: str, board: str, to: str, ore: int, now: int, *, council: bool) -> bool:
        """Within what is owed; the same part of the original goes with it."""
        if not council or to == board or not self._claimable(project, board) or ore > self.owed(project, board):
            return False
        return self._reassign(project, board, to, self._oldest(project, board, ore), now)

    def _reassign(self, project: str, board: str, to: str, lines: Lines, now: int) -> bool:
        frozen = max(0, self.original(project, board) - sum(self.paid(project, board)))
        owed, ore = self.owed(project, board), sum(lines.values())
        share = frozen if ore == owed else floor(Fraction(frozen * ore, owed))
        changes = self._claims(project, lines, -1)
        changes |= self._claims(project, {(to, year): part for (_, year), part in lines.items()}, 1)
        if not self._move("reassigned", now, changes, (project, board, to, ore, share, ore)):
            return False
        known = self.projects[project]
        known["boards"] = list(dict.fromkeys((*known["boards"], to)))
        return True

    def revise(self, project: str, board: str, year: int, ore: int, now: int, *, council: bool) -> bool:
        """A board is to repay an amount in a year, and no more than that; the original stays."""
        if not council or not self.is_live(project) or not self.repays(project):
            return False
        known = self.projects[project]
        lines = self.lines(project)
        wanted = {(board, year): ore} if ore else {}
        changes = {key: -part for key, part in lines.items() if key[0] == board}
        for key, part in wanted.items():
            changes[key] = changes.get(key, 0) + part
        changes = {key: part for key, part in changes.items() if part}
        if known["standing"] == "settled" or not changes:
            return False
        after = [key[1] for key in lines if key[0] != board] + [key[1] for key in wanted]
        policy = self.policy.of(known["subfund"])
        if after:
            late = policy.start_deadline_years is not None and min(after) > known["start"] + policy.start_deadline_years
            begun = any(self.of("repaid", project, name) for name in known["boards"])
            if late and not begun:
                return False
            if min(after) < known["start"]:
                return False
            hard = policy.end_limit_years_hard
            if hard is not None and max(after) > known["start"] + 1 + hard:
                return False
        if not self._move("revised", now, self._claims(project, changes, 1), (project, 0)):
            return False
        known["boards"] = list(dict.fromkeys((*known["boards"], board)))
        return True

    def settle(self, project: str, frame_year: int, now: int) -> bool:
        """Floor, effect and loss rule for each board; nothing is open afterwards."""
        if not self.is_live(project) or not self.repays(project):
            return False
        known = self.projects[project]
        policy = self.policy.of(known["subfund"])
        if known["standing"] != "closed" or frame_year < known["start"]:
            return False
        spared = policy.loss_bearer == "benefiting_units"
        asks = policy.repayment_basis != "plan" and not spared
        if asks and any(self.owed(project, b) and self.measured(project, b) is None for b in known["boards"]):
            return False
        lost: Lines = {}
        targets = {board: self.target(project, board) for board in known["boards"]}
        for board, target in targets.items():
            repaid, owed = self.of("repaid", project, board), self.owed(project, board)
            due = max(0, (max(target, repaid + owed) if spared else target) - repaid)
            if due > owed:
                lines = {(board, frame_year): due - owed}
                self._move("revised", now, self._claims(project, lines, 1), (project, 0))
            if due:
                self._repay(project, board, due, frame_year, now)
            lost |= {key: ore for key, ore in self.lines(project).items() if key[0] == board}
        if lost and policy.loss_bearer == "implementing_unit":
            for board in dict.fromkeys(name for name, _ in lost):
                if board != known["board"]:
                    lines = {key: ore for key, ore in lost.items() if key[0] == board}
                    self._reassign(project, board, known["board"], lines, now)
            self._repay(project, known["board"], sum(lost.values()), frame_year, now)
        elif lost:
            by_board: dict[str, int] = {}
            for (board, _), ore in lost.items():
                by_board[board] = by_board.get(board, 0) + ore
            self._move("borne", now, self._claims(project, lost, -1), (project, by_board, sum(lost.values())))
        self._stand(project, "settled")
        return True

    def target(self, project: str, board: str) -> int:
        """What a board is to have repaid in all at the settlement; per board, as no preset pools its floor."""
        policy = self.policy.of(self.projects[project]["subfund"])
        asked = {name: self._asked(policy, project, name) for name in self.boards(project)}
        if policy.repayment_basis == "measured":
            return asked[board]
        least = {name: ceil(policy.repayment_floor_share * self.original(project, name)) for name in asked}
        lacking = {name: max(0, least[name] - ore) for name, ore in asked.items()}
        used = self.of("used", project) + self.frame_used.get(project, 0)
        room = max(0, used - sum(asked.values()))
        if sum(lacking.values()) > room:
            lacking = dict(zip(lacking, split(room, [*lacking.values()]), strict=True))
        return asked[board] + lacking[board]

    def _asked(self, policy: Policy, project: str, board: str) -> int:
        """What is asked of a board without a floor (R24, R38)."""
        planned, waived = self.planned(project, board), self.of("waived", project, board)
        if policy.repayment_basis == "plan":
            return max(0, planned - waived)
        cap = floor(policy.repayment_cap_share * planned)
        return max(0, min(self.measured(project, board) or 0, cap, planned - waived))

    def take_back(self, seq: int, year: int | None) -> bool:
        """A correction, of what later records do not rest on."""
        move = self.records[seq - 1] if 1 <= seq <= len(self.records) else None
        if move is None or seq in self.corrected or not self._may_take_back(move):
            return False
        return self.correct(seq, year)

    def _may_take_back(self, move: Movement) -> bool:
        if move.kind in (*_OF_GRANT, *_OF_CLAIM):
            project = move.about[0]
            known = self.projects[project]
            if move.kind in _OF_GRANT and known["standing"] != "running":
                return False
            if move.kind in _OF_CLAIM and known["standing"] == "settled":
                return False
            if move.kind == "granted" and not self.is_earmark and move.about[-1] > self.left(project):
                return False
            if move.kind == "repaid" and self.is_earmark:
                return self.entitled(known["subfund"], 9999) >= int(move.about[-1])
        if move.kind == "set_aside" and self.policy.legal_form == "operating_frame":
            return self.balance(("fund_appropriation", "social", move.year)) >= int(move.about[-1])
        if move.kind == "set_aside" and not self.is_earmark:
            return self.available(move.about[0]) >= int(move.about[-1])
        return True
