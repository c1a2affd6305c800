"""A model of funds with projects and repayments (fondmodell): plain sums over movements, written from the rulings.

Like :class:`~models.model.Model`, whose list of movements it goes on with; every sum is added up anew from
what no correction has taken back. Amounts are öre.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor, inf
from typing import Any, Final

from models.model import Key, Model, Movement
from models.resting import OF_CLAIM, OF_GRANT, OF_PROJECT, rests_on
from sifund_ledger.amounts import split
from sifund_ledger.funds.policy.policy import Policy

_SIDES: Final = {
    "fund_available": 1, "fund_committed": 1, "board_debt": 1, "result_reserve": 1,
    "fund_claim": -1, "fund_repayments": -1,
}  # fmt: skip
"""The sign by which a balance of an account would be on its wrong side."""
_PAST: Final = ("repaid", "waived", "borne")

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
        self.now = 0
        self.decided: dict[int, int] = {}
        self.costs: dict[tuple[str, int], int] = {}
        self.ended: dict[str, int] = {}
        self.divided: dict[str, tuple[str, ...]] = {}
        self.boards_known: set[str] = set()
        self.versions: list[tuple[date, Policy]] = [(date.min, policy)]

    @property
    def is_earmark(self) -> bool:
        """Whether the fund is earmarked equity."""
        return self.policy.legal_form == "earmarked_equity"

    @property
    def has_pots(self) -> bool:
        """Whether what it can grant is set aside: as an earmark, or in the result reserve for it (R46)."""
        return self.policy.legal_form != "operating_frame"

    def earmarked(self, at: int) -> int:
        """All that is earmarked at the close of a year; what the result reserve meets is not (R46)."""
        return super().earmarked(at) if self.is_earmark else 0

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
        moved = sum(int(move.about[-1]) for move in self.live("moved") if move.about[1] == subfund)
        moved -= self.of("moved", subfund)
        out = self.of("dissolved", subfund) + self.of("used_directly", subfund)
        out += sum(move.about[3] for move in self._returned_in(subfund))
        ours = [name for name, project in self.projects.items() if project["subfund"] == subfund]
        granted = sum(self.of("granted", name) + self.of("amended", name) for name in ours)
        released = sum(self.of("released", name) for name in ours if not self._lapses(name))
        return into + moved - out - granted + released

    def policy_of(self, project: str) -> Policy:
        """What a project follows: the version in force at its start (I18)."""
        known = self.projects[project]
        policy: Policy = known["follows"]
        return policy.of(known["subfund"])

    def _version_at(self, day: date) -> Policy:
        return [policy for valid_from, policy in self.versions if valid_from <= day][-1]

    def _lapses(self, project: str) -> bool:
        return self.is_earmark and self.policy_of(project).unused_grant_rule == "lapse_to_equity"

    def left(self, project: str) -> int:
        """What a project has left of its grants."""
        return (
            self.of("granted", project)
            + self.of("amended", project)
            - self.of("used", project)
            - self.of("released", project)
            + self.taken_over(project).get("rest", 0)
        )

    def is_live(self, project: str) -> bool:
        """Whether a project has a grant that is not taken back."""
        return bool(self.live("granted", project) or self.live("taken_over", project))

    def taken_over(self, project: str) -> dict[str, Any]:
        """What was granted, used, released, repaid and left when a project was taken over; nothing where it was not."""
        return next((move.about[2] for move in self.live("taken_over", project)), {})

    def repaid(self, project: str, board: str) -> int:
        """What a board has repaid, from the project's start on, and has not been given back."""
        return self.of("repaid", project, board) + self._before(project, board) - self.returned(project, board)

    def _before(self, project: str, board: str) -> int:
        before: int = self.taken_over(project).get("repaid", {}).get(board, 0)
        return before

    def returned(self, project: str, board: str) -> int:
        """What a board has been given back of what it had repaid (R28)."""
        return self.of("returned", project, board)

    def _returned_in(self, subfund: str) -> list[Movement]:
        ours = [name for name, project in self.projects.items() if project["subfund"] == subfund]
        return [move for name in ours for move in self.live("returned", name)]

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
        both = [move for kind in ("granted", "taken_over", "amended") for move in self.live(kind, project)]
        frozen = sum(move.about[1].get(board, 0) for move in both)
        return int(frozen) + self._moved(project, board, "original")

    def _moved(self, project: str, board: str, part: str) -> int:
        """What a board has taken over of something, less what others have taken over from it (R39)."""
        both = self.live("reassigned", project)
        taken = sum(move.about[3].get(part, 0) for move in both if move.about[2] == board)
        return int(taken - sum(move.about[3].get(part, 0) for move in both if move.about[1] == board))

    def paid(self, project: str, board: str) -> tuple[int, int, int]:
        """What a board has repaid, been let off, and had borne for it, with what went along with claims."""
        borne = self._borne(project, board) + self.returned(project, board)
        own = (self.repaid(project, board), self.of("waived", project, board), borne)
        repaid, waived, borne = (ore + self._moved(project, board, part) for ore, part in zip(own, _PAST, strict=True))
        return repaid, waived, borne

    def _borne(self, project: str, board: str) -> int:
        return sum(int(move.about[1].get(board, 0)) for move in self.live("borne", project))

    def floor_waived(self, project: str, board: str) -> int:
        """What of a board's floor the council has waived (R38)."""
        own = sum(int(move.about[2]) for move in self.live("waived", project, board))
        return own + self._moved(project, board, "floor_waived")

    def planned(self, project: str, board: str) -> int:
        """The plan as it is now: what is owed, and what has become of the rest of it."""
        return self.owed(project, board) + self._past(project, board)

    def _past(self, project: str, board: str) -> int:
        settled = sum(int(move.about[2]) for move in self.live("repaid", project, board))
        settled += self._before(project, board)
        waived = self.of("waived", project, board)
        return settled + waived + self._borne(project, board) + self._moved(project, board, "past")

    def boards(self, project: str) -> list[str]:
        """Every board that a plan or a reassignment has named, in order."""
        return list(self.projects[project]["boards"])

    def measured(self, project: str, board: str) -> int | None:
        """What a board has been measured to save in time for it to be repaid (R51)."""
        effects, until = self.effects.get((project, board)), self.until(project)
        return sum(ore for year, ore in effects.items() if year <= until) if effects else None

    def entitled(self, subfund: str, at: int) -> int:
        """What repayments give a right to renew at the close of a year."""
        ours = [name for name, project in self.projects.items() if project["subfund"] == subfund]
        repaid = sum(int(move.about[-1]) for name in ours for move in self.live("repaid", name) if move.about[3] <= at)
        return repaid - self._unentitled(subfund, at) - self.of("renewed", subfund)

    def _unentitled(self, subfund: str, at: int) -> int:
        """What was given back in frames up to a year, and had not been renewed."""
        return sum(int(move.about[-1]) - move.about[3] for move in self._returned_in(subfund) if move.about[2] <= at)

    def surplus_left(self, year: int) -> int:
        """What a year's result has left to set aside or renew."""
        return max(0, self.results.get(year, 0)) - self.taken(year)

    def taken(self, year: int) -> int:
        """What is set aside or renewed of a year's result, in whichever year it was booked (R40)."""
        moves = [*self.live("set_aside"), *self.live("renewed")]
        return sum(int(move.about[-1]) for move in moves if move.about[1] == year)

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
        """Of a surplus, of earlier equity or of an appropriation, as the policy names its first source."""
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
        year = now
        if source == "accumulated_equity":  # of no year's result (R40)
            result_year = 0
        elif result_year not in self.results or ore > self.surplus_left(result_year):
            return False
        elif policy.recognition == "result_year":
            year = result_year
        if policy.legal_form == "result_reserve":
            changes: dict[Key, int] = {("free_equity",): ore, ("result_reserve",): -ore, self._pot(subfund): -ore}
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

    # What is taken over

    def open_fund(self, subfund: str, ore: int, year: int) -> bool:
        """What a sub-fund of an earmark had on the first day of a year."""
        changes: dict[Key, int] = {("free_equity",): ore, self._pot(subfund): -ore}
        return self._move("opened", year, changes, (subfund, ore))

    def open_project(self, project: str, subfund: str, board: str, year: int, was: dict[str, Any], owed: Lines) -> bool:
        """A project half-way: ``was`` has what was planned, granted, used, released and repaid, by board where so."""
        begun = date(year, 1, 1)
        boards = [*dict.fromkeys((*was["planned"], *(name for name, _ in owed), *was["repaid"]))]
        known = {"subfund": subfund, "board": board, "start": year, "standing": "running", "boards": boards}
        ends = {len(self.records) + 1: year + 1}
        self.projects[project] = known | {"begun": begun, "follows": self._version_at(begun), "ends": ends}
        rest = was["granted"] - was["used"] - was["released"]
        changes: dict[Key, int] = {self._committed(project): -rest} if self.has_pots else {}
        changes |= {("free_equity",): rest} if self.is_earmark else {}
        changes |= self._claims(project, owed, 1)
        return self._move("taken_over", year, changes, (project, was["planned"], was | {"rest": rest}))

    # Projects

    def grant_of(
        self, project: str, subfund: str, ore: int, board: str, plan: Lines, now: int, *, council: bool
    ) -> bool:
        """Within the sub-fund, the window and the annual frame; with a plan that repays it, where it is repaid."""
        known = self.projects.get(project) if self.is_live(project) else None
        day = known["begun"] if known else date(now, 4, 22)
        version = known["follows"] if known else self._version_at(day)
        policy = version.of(subfund)
        is_like = (subfund, board, "running")
        if not council or (known and (known["subfund"], known["board"], known["standing"]) != is_like):
            return False
        if self._has_ended(board, now) or any(self._has_ended(name, day.year) for name, _ in plan):
            return False
        if policy.window and not policy.window[0] <= now <= policy.window[1]:
            return False
        if not self._can_grant(policy, subfund, ore, now):
            return False
        start, end = known["start"] if known else now, now + 1
        if not self._plan_fits(policy, ore, plan, start, end, project if known else None):
            return False
        project_now = known or {"subfund": subfund, "board": board, "start": now, "standing": "running", "boards": []}
        project_now |= {"begun": day, "follows": version}
        ends = {**project_now.get("ends", {}), len(self.records) + 1: end}
        project_now |= {"ends": ends}
        before = self.projects.get(project)
        self.projects[project] = project_now
        changes = {self._pot(subfund): ore, self._committed(project): -ore} if self.has_pots else {}
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

    def _has_ended(self, board: str, year: int) -> bool:
        """Whether a board had ended by April of a year."""
        return year > self.ended.get(board, 9999)

    def _can_grant(self, policy: Policy, subfund: str, ore: int, now: int) -> bool:
        """Within the year's frame of grants, and within what the fund, or the year's appropriation, has left."""
        if policy.annual_frame_ore is not None and self._granted_in(now, subfund) + ore > policy.annual_frame_ore:
            return False
        in_frame = self.policy.legal_form == "operating_frame"
        return ore <= (self.balance(("fund_appropriation", "social", now)) if in_frame else self.available(subfund))

    def _granted_in(self, year: int, subfund: str) -> int:
        moves = [*self.live("granted"), *self.live("amended")]
        return sum(int(move.about[-1]) for move in moves if move.year == year and move.about[2] == subfund)

    def amend(self, project: str, ore: int, now: int, plan: Lines, *, council: bool) -> bool:
        """A grant raised within what there is, with a plan that repays it (R36), or lowered by what is left of it."""
        if not council or not self._running(project):
            return False
        known, policy = self.projects[project], self.policy_of(project)
        if any(part * ore <= 0 for part in plan.values()) or (ore < 0 and -ore > self.left(project)):
            return False
        if ore > 0 and policy.window and not policy.window[0] <= now <= policy.window[1]:
            return False
        if ore > 0 and not self._can_grant(policy, known["subfund"], ore, now):
            return False
        frozen: dict[str, int] = {}
        for (board, _), part in plan.items():
            frozen[board] = frozen.get(board, 0) + part
        if ore > 0 and not plan and self.repays(project):
            needed = ceil(policy.payback_required_share * ore)
            for board in known["boards"]:
                beyond = self.planned(project, board) - self.original(project, board)
                frozen[board] = max(0, min(needed, beyond, self.owed(project, board)))
                needed -= frozen[board]
            if needed:
                return False
        elif ore > 0:
            fits = self._plan_fits(policy, ore, plan, known["start"], self.end(project), project)
            if not fits or any(self._has_ended(name, known["begun"].year) for name, _ in plan):
                return False
        elif plan and not self._plan_falls(project, ore, plan, frozen):
            return False
        changes = {self._pot(known["subfund"]): ore, self._committed(project): -ore} if self.has_pots else {}
        changes |= {("board_frame", known["board"], now): ore, ("fund_appropriation", "social", now): -ore}
        changes |= self._claims(project, plan, 1)
        if not self._move("amended", now, changes, (project, frozen, known["subfund"], ore)):
            return False
        known["boards"] = list(dict.fromkeys((*known["boards"], *(name for name, _ in plan))))
        return True

    def _plan_falls(self, project: str, ore: int, plan: Lines, frozen: dict[str, int]) -> bool:
        """A frozen plan is lowered before any use, by what is owed and frozen, and still repays the rest."""
        lines, opened = self.lines(project), self.taken_over(project)
        if self.of("used", project) + opened.get("used", 0) or any(
            -part > lines.get(key, 0) for key, part in plan.items()
        ):
            return False
        if any(-part > self.original(project, board) for board, part in frozen.items()):
            return False
        planned = sum(self.planned(project, board) for board in self.boards(project)) + sum(plan.values())
        granted = self.of("granted", project) + self.of("amended", project) - self.of("released", project)
        granted += opened.get("granted", 0) - opened.get("released", 0)
        return planned >= ceil(self.policy_of(project).payback_required_share * (granted + ore))

    def _used_in(self, project: str, year: int) -> int:
        return sum(int(move.about[-1]) for move in self.live("used", project) if move.year == year)

    def spent(self, project: str, year: int) -> int:
        """What a project has spent of a year's frame: its use, or its cost where that is more."""
        return max(self._used_in(project, year), self.costs.get((project, year), 0))

    def report(self, project: str, year: int, ore: int) -> bool:
        """What a project that has a grant has cost, at least what an earmark or a reserve has been used for."""
        if not self.is_live(project):
            return False
        if self.policy.legal_form != "operating_frame" and self._used_in(project, year) > ore:
            return False
        self.costs[project, year] = ore
        self.records.append(None)
        return True

    def carry_over(self, project: str, ore: int, year: int) -> bool:
        """What a project has left of its own part of a year's frame after the cost, moved to the next year (R49)."""
        if not self._running(project) or not self.policy_of(project).year_end_carry_over:
            return False
        board = self.projects[project]["board"]
        cost = self.spent(project, year)
        in_frame = self.balance(("board_frame", board, year))
        own = in_frame if self.taken_over(project) else self._own_frame(project, year)
        if ore > min(self.left(project), in_frame, own - cost):
            return False
        frames: dict[Key, int] = {("board_frame", board, year + 1): ore, ("board_frame", board, year): -ore}
        return self._move("carried", year, frames, (project, ore))

    def _own_frame(self, project: str, year: int) -> int:
        """What a project has of its board's frame of a year."""
        signs = {"granted": 1, "amended": 1, "released": -1, "carried": -1}
        own = [(sign, move) for kind, sign in signs.items() for move in self.live(kind, project) if move.year == year]
        brought = sum(int(move.about[-1]) for move in self.live("carried", project) if move.year == year - 1)
        return brought + sum(sign * int(move.about[-1]) for sign, move in own)

    def transfer(self, subfund: str, to: str, ore: int, now: int, *, council: bool) -> bool:
        """What is available in an earmark, from one sub-fund to another."""
        if not council or not self.is_earmark or subfund == to or ore > self.available(subfund):
            return False
        return self._move("moved", now, {self._pot(subfund): ore, self._pot(to): -ore}, (subfund, to, ore))

    def change_policy(self, policy: Policy, valid_from: date) -> bool:
        """A later version, for what starts from a day on, by the council or the executive board."""
        if valid_from <= self.versions[-1][0]:
            return False
        self.versions.append((valid_from, policy))
        self.policy = policy
        self.records.append(None)
        return True

    def drop_version(self, valid_from: date) -> None:
        """A version falls with its decision (R45); what started under it keeps it."""
        self.versions = [version for version in self.versions if version[0] != valid_from]
        self.policy = self.versions[-1][1]

    @staticmethod
    def _repays(policy: Policy, start: int) -> bool:
        abolished = policy.repayment_abolished_for_starts_after
        return policy.revolving and not (abolished is not None and start > abolished.year)

    def repays(self, project: str) -> bool:
        """Whether a project has a plan of repayment."""
        known = self.projects[project]
        return self._repays(self.policy_of(project), known["start"])

    def _plan_fits(self, policy: Policy, ore: int, plan: Lines, start: int, end: int, known: str | None) -> bool:
        if not self._repays(policy, start):
            return not plan
        if not plan or sum(plan.values()) < ceil(policy.payback_required_share * ore):
            return False
        years, others = [year for _, year in plan], [year for _, year in self.lines(known)] if known else []
        begun = known is not None and any(self.paid(known, name)[0] for name in self.boards(known))
        return self._in_time(policy, years, start, end, begun=begun, others=others)

    @staticmethod
    def _in_time(policy: Policy, years: list[int], start: int, end: int, *, begun: bool, others: list[int]) -> bool:
        """What is added, or stands alone, to a plan: it may begin late where repayment, or the plan, has begun."""
        if min(years) < start:
            return False
        deadline = policy.start_deadline_years
        if deadline is not None and not begun and min([*years, *others]) > start + deadline:
            return False
        return policy.end_limit_years_hard is None or max(years) <= end + policy.end_limit_years_hard

    def end(self, project: str) -> int:
        """The year in which a project ends, as the latest grant that stands has it."""
        ends = self.projects[project]["ends"]
        return int([year for seq, year in sorted(ends.items()) if seq not in self.corrected][-1])

    def until(self, project: str) -> float:
        """The last year whose frame repays a project; effects after it never count (R51)."""
        hard = self.policy_of(project).end_limit_years_hard
        return self.end(project) + hard if hard is not None else inf

    def _running(self, project: str) -> bool:
        return self.is_live(project) and self.projects[project]["standing"] == "running"

    def use_of(self, project: str, ore: int, year: int, given: int | None) -> bool:
        """Within the grant, from the year of the first, and within the year's cost: that given, or that reported."""
        cost = self.costs.get((project, year), -1) if given is None else given
        if not self._running(project) or ore > self.left(project) or year <= self.closed:
            return False
        if year < min(move.year for kind in ("granted", "taken_over") for move in self.live(kind, project)):
            return False
        moves = [move for move in self.records if move and move.year == year and move.kind in ("used", "correction")]
        before = sum(
            move.changes.get(self._committed(project), 0)
            for move in moves
            if move.about[:1] == (project,) and ("free_equity",) in move.changes
        )
        if not self.is_earmark:
            before = self._used_in(project, year)
        if before + ore > cost or cost > self.costs.get((project, year), cost):
            return False
        if self.policy.legal_form == "operating_frame":
            return self._move("used", year, {}, (project, ore))
        changes: dict[Key, int] = {self._committed(project): ore, ("free_equity",): -ore}
        changes |= {("result_reserve",): ore} if self.policy.legal_form == "result_reserve" else {}
        return self._move("used", year, changes, (project, ore))

    def _give_back(self, project: str, ore: int, year: int) -> bool:
        board = self.projects[project]["board"]
        to: Key = ("free_equity",) if self._lapses(project) else self._pot(self.projects[project]["subfund"])
        changes = {self._committed(project): ore, to: -ore} if self.has_pots else {}
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

    def _frame_runs(self, year: int, now: int) -> bool:
        """Neither closed nor ended when it is decided (R41)."""
        return year >= now and year > self.closed

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
        policy = self.policy_of(project)
        owed = self.owed(project, board)
        fallen = sum(ore for (name, year), ore in self.lines(project).items() if name == board and year <= frame_year)
        cap = floor(policy.repayment_cap_share * self.planned(project, board))
        effect = max(0, min(self.measured(project, board) or 0, cap) - self.paid(project, board)[0])
        return {"automatic_plan": fallen, "automatic_measured": min(effect, owed), "negotiated": 0}.get(
            policy.clawback_mode, fallen if self.measured(project, board) is None else min(fallen, effect)
        )

    def repay(self, project: str, board: str, ore: int | None, effect_year: int, frame_year: int, now: int) -> int:
        """What is due, or an amount within what is owed and within the effect; 0 where it is refused."""
        if not self._claimable(project, board):
            return 0
        policy = self.policy_of(project)
        amount = self.due(project, board, frame_year) if ore is None else ore
        repaid = self.paid(project, board)[0]
        cap = floor(policy.repayment_cap_share * self.planned(project, board)) - repaid
        if amount <= 0 or amount > min(cap, self.owed(project, board)):
            return 0
        if not self.projects[project]["start"] <= effect_year <= frame_year or not self._frame_runs(frame_year, now):
            return 0
        if frame_year > self.until(project):
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

    def give_back(
        self, project: str, board: str, ore: int | None, frame_year: int | None, now: int, *, council: bool
    ) -> int:
        """What a board has repaid beyond its floor and its effect, or a part of it (R28); 0 where it is refused.

        What the earmark has been renewed by leaves it, when nothing that may still be renewed is left.
        """
        if not council or not self.is_live(project) or not self.repays(project):
            return 0
        if board not in self.boards(project) or not self.effects.get((project, board)):
            return 0
        beyond = self.paid(project, board)[0] - self._least(project, board)
        amount = beyond if ore is None else ore
        frame = now if frame_year is None else frame_year
        if amount <= 0 or amount > beyond or not self._frame_runs(frame, now):
            return 0
        subfund = self.projects[project]["subfund"]
        renewed = max(0, amount - max(0, self.entitled(subfund, 9999))) if self.is_earmark else 0
        if renewed > self.available(subfund):
            return 0
        changes: dict[Key, int] = {
            ("board_frame", board, frame): amount,
            ("fund_appropriation", "social", frame): -amount,
        }
        if renewed:
            changes |= {self._pot(subfund): renewed, ("free_equity",): -renewed}
        return amount if self._move("returned", now, changes, (project, board, frame, renewed, amount)) else 0

    def waive(self, project: str, board: str, ore: int, now: int, *, council: bool, of_floor: bool = False) -> bool:
        """Within what is owed; where the council says so, of the floor too (R38)."""
        if not council or not self._claimable(project, board) or ore > self.owed(project, board):
            return False
        lines = self._oldest(project, board, ore)
        about = (project, board, ore if of_floor else 0, ore)
        return self._move("waived", now, self._claims(project, lines, -1), about)

    def reassign(self, project: str, board: str, to: str, ore: int, now: int, *, council: bool) -> bool:
        """Within what is owed; the same part of the original goes with it."""
        if self._has_ended(to, now):
            return False
        if not council or to == board or not self._claimable(project, board) or ore > self.owed(project, board):
            return False
        return self._reassign(project, board, to, self._oldest(project, board, ore), now)

    def _reassign(
        self, project: str, board: str, to: str, lines: Lines, now: int, *, in_proportion: bool = True
    ) -> bool:
        """Claims moved by decision take everything that is past with them, in proportion (R39); a loss does not."""
        owed, ore = self.owed(project, board), sum(lines.values())
        parts = {"original": max(0, self.original(project, board) - sum(self.paid(project, board)))}
        effects: dict[int, int] = {}
        if in_proportion:
            whole = dict(zip(_PAST, self.paid(project, board), strict=True))
            whole |= {"original": self.original(project, board), "past": self._past(project, board)}
            whole |= {"floor_waived": self.floor_waived(project, board)}
            parts = {name: floor(Fraction(part * ore, owed)) for name, part in whole.items()}
            before = self.effects.get((project, board), {})
            effects = {year: floor(Fraction(effect * ore, owed)) for year, effect in before.items()}
        changes = self._claims(project, lines, -1)
        changes |= self._claims(project, {(to, year): part for (_, year), part in lines.items()}, 1)
        if not self._move("reassigned", now, changes, (project, board, to, parts, effects, ore)):
            return False
        self._move_effects(project, board, to, effects)
        known = self.projects[project]
        known["boards"] = list(dict.fromkeys((*known["boards"], to)))
        return True

    def _move_effects(self, project: str, board: str, to: str, effects: dict[int, int]) -> None:
        for name, sign in ((board, -1), (to, 1)) if effects else ():
            by_year = self.effects.setdefault((project, name), {})
            by_year |= {year: max(0, by_year.get(year, 0) + sign * ore) for year, ore in effects.items()}

    def reorganise(self, board: str, shares: dict[str, Fraction], now: int, *, council: bool) -> bool:
        """A board ends with the year, and the claims on it follow its budget, instalment by instalment."""
        if not council or board in self.ended or board in shares or any(name in self.ended for name in shares):
            return False
        self.ended[board] = now
        self.divided[board] = tuple(shares)
        self.records.append(None)
        new = [name for name in shares if name not in self.boards_known]
        self.boards_known |= {board, *new}
        self.records += [None] * len(new)
        for project in self.projects:
            if self.is_live(project) and self.owed(project, board):
                self._follow(project, board, shares, now)
        return True

    def stand_again(self, board: str) -> None:
        """A board stands again where the decision that ended it is repealed; its successors are unknown again (R45)."""
        del self.ended[board], self.divided[board]
        self.boards_known = {name for ended, names in self.divided.items() for name in (ended, *names)}

    def _follow(self, project: str, board: str, shares: dict[str, Fraction], now: int) -> None:
        names = sorted(shares)
        parts: dict[str, Lines] = {name: {} for name in names}
        for (owes, year), ore in sorted(self.lines(project).items()):
            divided = split(ore, [shares[name] for name in names]) if owes == board else ()
            for name, part in zip(names, divided, strict=False):
                parts[name] |= {(board, year): part} if part else {}
        for name in names:
            if parts[name]:
                self._reassign(project, board, name, parts[name], now)

    def revise(self, project: str, board: str, year: int, ore: int, now: int, *, council: bool) -> bool:
        """A board is to repay an amount in a year, and no more than that; the original stays."""
        if not council or not self.is_live(project) or not self.repays(project) or self._has_ended(board, now):
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
        policy = self.policy_of(project)
        if after:
            late = policy.start_deadline_years is not None and min(after) > known["start"] + policy.start_deadline_years
            begun = any(self.repaid(project, name) for name in known["boards"])
            if late and not begun:
                return False
            if min(after) < known["start"]:
                return False
            hard = policy.end_limit_years_hard
            if hard is not None and max(after) > self.end(project) + hard:
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
        policy = self.policy_of(project)
        if known["standing"] != "closed" or frame_year < known["start"] or not self._frame_runs(frame_year, now):
            return False
        spared = policy.loss_bearer == "benefiting_units"
        asks = policy.repayment_basis != "plan" and not spared
        if asks and any(self.owed(project, b) and self.measured(project, b) is None for b in known["boards"]):
            return False
        lost: Lines = {}
        known["late"] = late = frame_year > self.until(project)
        targets = {b: self.paid(project, b)[0] if late else self.target(project, b) for b in known["boards"]}
        for board, target in targets.items():
            repaid, owed = self.paid(project, board)[0], self.owed(project, board)
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
                    self._reassign(project, board, known["board"], lines, now, in_proportion=False)
            self._repay(project, known["board"], sum(lost.values()), frame_year, now)
        elif lost:
            by_board: dict[str, int] = {}
            for (board, _), ore in lost.items():
                by_board[board] = by_board.get(board, 0) + ore
            self._move("borne", now, self._claims(project, lost, -1), (project, by_board, sum(lost.values())))
        self._stand(project, "settled")
        return True

    def asked(self, project: str) -> dict[str, int]:
        """What is asked of each board without a floor."""
        if not self.is_live(project) or not self.repays(project):
            return {}
        return {board: self._asked(self.policy_of(project), project, board) for board in self.boards(project)}

    def target(self, project: str, board: str) -> int:
        """What a board is to have repaid in all at the settlement; per board, as no preset pools its floor."""
        policy = self.policy_of(project)
        asked = {name: self._asked(policy, project, name) for name in self.boards(project)}
        return asked[board] if policy.repayment_basis == "measured" else self._floored(project, asked, board)

    def _least(self, project: str, board: str) -> int:
        """What floor and effect ask of a board, whatever the policy's basis is (S9)."""
        policy = self.policy_of(project)
        return self._floored(
            project, {name: self._by_effect(policy, project, name) for name in self.boards(project)}, board
        )

    def _floored(self, project: str, asked: dict[str, int], board: str) -> int:
        """What is asked of a board with its floor, which in all is within what the project has used (R37)."""
        policy = self.policy_of(project)
        least = {
            name: ceil(policy.repayment_floor_share * self.original(project, name)) - self.floor_waived(project, name)
            for name in asked
        }
        lacking = {name: max(0, least[name] - ore) for name, ore in asked.items()}
        used = self.of("used", project) + self.taken_over(project).get("used", 0)
        room = max(0, used - sum(asked.values()))
        if sum(lacking.values()) > room:
            lacking = dict(zip(lacking, split(room, [*lacking.values()]), strict=True))
        return asked[board] + lacking[board]

    def _asked(self, policy: Policy, project: str, board: str) -> int:
        """What is asked of a board without a floor (R24, R38)."""
        if policy.repayment_basis != "plan":
            return self._by_effect(policy, project, board)
        _, waived, borne = self.paid(project, board)
        return max(0, self.planned(project, board) - waived - borne)

    def _by_effect(self, policy: Policy, project: str, board: str) -> int:
        planned, waived = self.planned(project, board), self.paid(project, board)[1]
        cap = floor(policy.repayment_cap_share * planned)
        return max(0, min(self.measured(project, board) or 0, cap, planned - waived))

    def take_back(self, seq: int, year: int | None) -> bool:
        """A correction, of what later records do not rest on."""
        move = self.records[seq - 1] if 1 <= seq <= len(self.records) else None
        if move is None or seq in self.corrected or not self._may_take_back(seq, move):
            return False
        if not self.correct(seq, year):
            return False
        known = self.projects.get(move.about[0]) if move.kind in (*OF_GRANT, *OF_CLAIM) else None
        if known and known["standing"] == "closed" and self.left(move.about[0]) > 0:
            known["standing"] = "running"  # what is left is neither used nor released (I4)
        if move.kind == "reassigned":
            project, board, to, _, effects, _ = move.about
            self._move_effects(project, to, board, effects)
        return True

    def _move(self, *args: Any) -> bool:
        """A movement, and the year of its decision."""
        done = super()._move(*args)
        if done:
            self.decided[len(self.records)] = self.now
        return done

    def _may_take_back(self, seq: int, move: Movement) -> bool:
        if move.kind in OF_PROJECT:
            project = move.about[0]
            known = self.projects[project]
            if known["standing"] == "settled" or rests_on(self, seq, move):
                return False
            if move.kind == "amended" and move.about[-1] < 0 and not self._within_annual_frame(move):
                return False
            if move.kind == "carried":
                return True
            if move.kind in ("granted", "amended") and not self.is_earmark and move.about[-1] > self.left(project):
                return False
            if not self._leaves_room(move) or self._has_moved_on(move):
                return False
            if move.kind == "repaid" and self.is_earmark:
                return all(self._renewed_within(known["subfund"], year, move) for year in range(move.about[3], 2060))
        return move.kind != "set_aside" or self._leaves_room(move)

    def _within_annual_frame(self, move: Movement) -> bool:
        policy, (*_, subfund, ore) = self.policy_of(move.about[0]), move.about
        return policy.annual_frame_ore is None or self._granted_in(move.year, subfund) - ore <= policy.annual_frame_ore

    def _renewed_within(self, subfund: str, at: int, without: Movement) -> bool:
        """Whether what is renewed by a year was repaid by then, without a repayment."""
        renewed = sum(int(move.about[-1]) for move in self.live("renewed", subfund) if move.about[1] <= at)
        ours = [name for name, project in self.projects.items() if project["subfund"] == subfund]
        repaid = sum(int(move.about[-1]) for name in ours for move in self.live("repaid", name) if move.about[3] <= at)
        return not renewed or repaid - self._unentitled(subfund, at) - int(without.about[-1]) >= renewed

    def _has_moved_on(self, move: Movement) -> bool:
        """Whether what became of a plan has gone with the claim to another board since (R39)."""
        project, *about = move.about
        if move.kind == "amended":
            return any(self.original(project, board) < ore for board, ore in about[0].items())
        if move.kind == "borne":
            return any(self.paid(project, board)[2] < ore for board, ore in about[0].items())
        if move.kind == "returned":
            return self.paid(project, about[0])[2] < about[-1]
        if move.kind in ("repaid", "waived"):
            return self._became(project, about[0])[_PAST.index(move.kind)] < about[-1]
        if move.kind != "reassigned":
            return False
        became = self._became(project, about[1])
        return any(now < about[2].get(part, 0) for now, part in zip(became, _PAST, strict=True))

    def _became(self, project: str, board: str) -> tuple[int, int, int]:
        """What a board has paid; what it was given back has not gone with a claim."""
        repaid, waived, borne = self.paid(project, board)
        return repaid + self.returned(project, board), waived, borne

    def _leaves_room(self, move: Movement) -> bool:
        """Whether what it put into a frame's appropriation is still there."""
        if self.policy.legal_form == "operating_frame":
            put = {key: ore for key, ore in move.changes.items() if key[0] == "fund_appropriation"}
            return all(self.balance(key) >= ore for key, ore in put.items() if ore > 0)
        return True

    def close_year(self, year: int, *, day: date, sound: bool = True) -> bool:
        """In order, on its result; results of earlier years join other equity first."""
        if not sound or year != self.closed + 1 or year not in self.results or day.year <= year:
            return False
        done = self._carry(year)
        self.closed = year
        self.records += [None, None, None]  # what it lacks, the year, the checkpoint
        return done
