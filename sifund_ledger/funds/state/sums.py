"""What a register of funds is made of (fondernas läge): dicts of frozen values."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from sifund_ledger.decisions import Decision
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state import use_events
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import NO_CLAIM, BoardClaim, ProjectState, moved_lines
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.folds import EventFold
from sifund_ledger.ledger.records import Event
from sifund_ledger.ledger.year_sums import YearSums


class PolicyVersion(NamedTuple):
    """A version of a fund's policy, and the day from which what starts follows it."""

    number: int
    valid_from: date
    policy: Policy
    seq: int = 0


class Pot(NamedTuple):
    """What a sub-fund has, in öre: available to grant, and committed to projects."""

    available: int = 0
    committed: int = 0


class Counted(NamedTuple):
    """A sum in öre, and how many events that were not taken back it is of."""

    ore: int = 0
    events: int = 0


class BoardEntry(NamedTuple):
    """What the register knows of a board: its units, its days, and who took over in which shares."""

    units: tuple[str, ...]
    valid_from: date
    last_day: date | None = None
    successors: tuple[tuple[str, Any], ...] = ()


ALWAYS: Final = date.min
_EMPTY: Final = Pot()
_NONE: Final = Counted()
_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


class FundSums(EventFold):
    """Funds in the order they were made, with policies, projects, claims, boards and delegations."""

    unkept = EventFold.unkept | {"_events", "_events_of", "_sources"}

    def __init__(self) -> None:
        super().__init__()
        self.policies: dict[str, Policy] = {}
        self.versions: dict[str, tuple[PolicyVersion, ...]] = {}
        self.projects: dict[str, ProjectState] = {}
        self.granted_by: dict[int, Decision] = {}
        self.pots: dict[tuple[str, str], Pot] = {}
        self.claims: dict[tuple[str, str], BoardClaim] = {}
        self.delegations: dict[tuple[str, str, str], tuple[int, ...]] = {}
        self.costs: dict[tuple[str, int], use_events.CostReported] = {}
        self.used: dict[tuple[str, int], int] = {}
        self.effects: dict[str, dict[str, tuple[YearOre, ...]]] = {}
        self.entitled: dict[tuple[str, str], YearSums] = {}
        self.renewed: dict[tuple[str, str], YearSums] = {}
        self.granted_in: dict[tuple[str, str], YearSums] = {}
        self.deposits: dict[str, dict[tuple[str, str, int], int]] = {}
        """What was set aside in each fund, by sub-fund, source and fiscal year; öre."""
        self.carried: dict[str, int] = {}
        self.carried_from: dict[tuple[str, int], int] = {}
        self.frames: dict[tuple[str, int], int] = {}
        """What projects have of their boards' frames, by project and fiscal year; öre (R49)."""
        self.boards: dict[str, BoardEntry] = {}
        self.purposes: dict[tuple[str, str], str] = {}
        self.intentions: dict[str, tuple[YearOre, ...]] = {}
        self.corrected: dict[int, int] = {}
        self.stated_by: dict[int, tuple[str, str, str]] = {}
        """What states something and moves nothing, by number: the reference of the decision that it rests on."""
        self.fallen: dict[int, bool] = {}
        """What of that has fallen with its decision (upphävt; R45)."""
        self.reserved = Balances(self._changes)
        """What funds met by the result reserve hold, as the accounts of an earmark would have it (R46)."""
        self.reserve_uses: dict[int, list[int]] = {}
        """The records that used the result reserve, by fiscal year."""
        self.moved_frames: dict[str, dict[tuple[str, int], Counted]] = {}
        """What each fund's grants have changed boards' frames by, by board and fiscal year."""
        self.repaid_frames: dict[str, dict[tuple[str, int, bool], Counted]] = {}
        """What each fund has been repaid out of frames, by board, fiscal year, and whether for good."""
        self.to_repay: dict[str, dict[tuple[str, str, int], int]] = {}
        """What each fund's projects are still to repay, by sub-fund, board and the year it is due; öre."""
        self._of_result: dict[tuple[str, str, str, int], int] = {}
        self._of_all_funds: dict[tuple[str, int], int] = {}
        self._projects_of: dict[str, dict[str, int]] = {}
        self._open: dict[str, dict[str, int]] = {}
        self._costs_of: dict[str, dict[tuple[str, int], None]] = {}
        self._effective: dict[tuple[str, int, str], Policy] = {}
        self._costs_in: dict[int, dict[str, None]] = {}
        self._own_layouts: dict[str, None] = {}
        """The funds whose policy prints the year's adjustments in a layout of the municipality's own."""
        self._events: dict[int, Event] = {}
        self._events_of: dict[str, list[int]] = {}
        self._taken_back_in = 0
        """The fiscal year of the correction that is folded in."""
        self._sources: dict[tuple[str, int], list[int]] = {}

    def _add(self, where: dict[Any, int], key: Any, ore: int) -> None:
        if self._changes:
            self._put(where, key, where.get(key, 0) + ore)
        else:
            where[key] = where.get(key, 0) + ore

    def _add_at(self, where: dict[Any, YearSums], key: Any, year: int, ore: int) -> None:
        if key not in where:
            self._put(where, key, YearSums([], []))
        self._add_in_year(where[key], year, ore)

    def _count(self, where: dict[Any, Counted], key: Any, ore: int, sign: int) -> None:
        known = where.get(key, _NONE)
        if known.events + sign:
            self._put(where, key, Counted(known.ore + sign * ore, known.events + sign))
        else:
            self._drop(where, key)

    def _count_frame(self, where: dict[Any, Counted], key: tuple[Any, ...], ore: int, sign: int) -> None:
        """Count what moves a board's frame; what a later year takes back moves that year's, not the one past (R41)."""
        board, year, *how = key
        if sign < 0 and year < self._taken_back_in:
            self._count(where, (board, self._taken_back_in, *how), -ore, 1)
        else:
            self._count(where, key, ore, sign)

    def _of(self, where: dict[str, dict[Any, Any]], name: str) -> dict[Any, Any]:
        """What is kept under a name, begun where nothing is."""
        return where.setdefault(name, {})

    def _policy(self, fund: str, policy: Policy) -> None:
        """Keep the policy that a fund has from here on."""
        self._put(self.policies, fund, policy)
        if policy.presentation == "strict":
            self._drop(self._own_layouts, fund)
        else:
            self._put(self._own_layouts, fund, None)

    def _pot(self, fund: str, subfund: str, available: int, committed: int = 0) -> None:
        pot = self.pots.get((fund, subfund), _EMPTY)
        self._put(self.pots, (fund, subfund), _new(Pot, (pot[0] + available, pot[1] + committed)))

    def _claim(self, project: str, board: str, changes: tuple[YearOre, ...], sign: int, **fields: int) -> None:
        claim = self.claims.get((project, board), NO_CLAIM)
        lines = moved_lines(claim.open_lines, changes, sign)
        added = {name: getattr(claim, name) + ore for name, ore in fields.items()}
        self._put(self.claims, (project, board), claim._replace(open_lines=lines, **added))
        state = self.projects[project]
        for year, ore in changes:
            self._add(self._of(self.to_repay, state.fund), (state.subfund, board, year), sign * ore)
        if bool(lines) is not bool(claim.open_lines):
            self._opens(project, 1 if lines else -1)

    def _opens(self, project: str, more: int) -> None:
        """So many more boards of a project have something left to repay."""
        boards = self._of(self._open, self.projects[project].fund)
        if boards.get(project, 0) + more:
            self._put(boards, project, boards.get(project, 0) + more)
        else:
            self._drop(boards, project)

    def _begin(self, state: ProjectState) -> None:
        """Keep a project, new or begun anew."""
        name, known = state.name, self.projects.get(state.name)
        if known is None:
            self._put(self._of(self._projects_of, state.fund), name, len(self.projects))
        elif known.fund != state.fund:  # every grant was taken back, and another fund grants it
            for kept in (self._projects_of, self._open):
                if name in kept.get(known.fund, ()):
                    self._put(self._of(kept, state.fund), name, kept[known.fund][name])
                    self._drop(kept[known.fund], name)
        self._put(self.projects, name, state)

    def _project(self, name: str, **fields: Any) -> None:
        self._put(self.projects, name, self.projects[name]._replace(**fields))

    def _project_sums(self, name: str, sign: int, **sums: int) -> None:
        known = self.projects[name]
        self._project(name, **{field: getattr(known, field) + sign * ore for field, ore in sums.items()})

    def project(self, name: str) -> ProjectState | None:
        """A project, or ``None`` where there is none or its every grant was taken back."""
        state = self.projects.get(name)
        return state if state is not None and state.grants else None

    def version_at(self, fund: str, day: date) -> int:
        """The number of the version of a fund's policy that is in force on a day."""
        numbers = [version.number for version in self.standing(fund) if version.valid_from <= day]
        return numbers[-1] if numbers else 1

    def standing(self, fund: str) -> list[PolicyVersion]:
        """The versions of a fund's policy but for those that have fallen with their decision (R45)."""
        return [version for version in self.versions[fund] if not self.fallen.get(version.seq)]

    def policy_of(self, fund: str, subfund: str, version: int | None = None) -> Policy:
        """What a sub-fund follows: by the latest version, or by the one named."""
        number = version or self.standing(fund)[-1].number
        key = (fund, number, subfund)
        policy = self._effective.get(key)
        if policy is None:
            found = self.versions[fund][number - 1].policy
            policy = found.of(subfund) if subfund in found.subfund_names else found
            self._put(self._effective, key, policy)
        return policy


def repays(policy: Policy, start: date) -> bool:
    """Whether what starts on a day under a policy has a plan of repayment (I8, I9, I18)."""
    abolished = policy.repayment_abolished_for_starts_after
    return policy.revolving and not (abolished is not None and start > abolished)
