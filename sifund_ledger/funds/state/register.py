"""The funds, projects, claims and delegations that a book's records have made (fondregister): a fold over events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sifund_ledger.findings import Clause, Finding
from sifund_ledger.fiscal import anniversary
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state import findings as codes
from sifund_ledger.funds.state.folding import FundFolding
from sifund_ledger.funds.state.fund_events import Renewed, SetAside, SetAsideInFrame, SetAsideToReserve
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.sums import repays as repays
from sifund_ledger.funds.state.use_events import CostReported
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.by_record import last_of
from sifund_ledger.ledger.records import Event
from sifund_ledger.ledger.year_sums import NO_SUMS


class FundRegister(FundFolding):
    """What a book knows of its funds, and what follows from it."""

    def projects_of(self, fund: str) -> Iterator[ProjectState]:
        """A fund's projects, in the order they were first granted."""
        return (self.projects[name] for name in self._projects_of.get(fund, ()) if self.projects[name].grants)

    def open_projects(self, fund: str) -> Iterator[ProjectState]:
        """A fund's projects with something left to repay, in the order they were first granted."""
        places = self._projects_of.get(fund, {})
        opened = sorted(self._open.get(fund, ()), key=places.__getitem__)
        return (self.projects[name] for name in opened if self.projects[name].grants)

    def costs_of(self, fund: str) -> Iterator[CostReported]:
        """What the projects of a fund have cost, in the order it was first reported."""
        return (self.costs[key] for key in self._costs_of.get(fund, ()))

    def costs_in(self, year: int) -> Iterator[CostReported]:
        """What projects have cost in a fiscal year, in the order it was first reported."""
        return (self.costs[project, year] for project in self._costs_in.get(year, ()))

    @property
    def own_layout(self) -> str:
        """The layout of the first fund whose policy has one of its own, else the strict one."""
        funds = (fund for fund in self.policies if fund in self._own_layouts) if self._own_layouts else ()
        return next((self.policies[fund].presentation for fund in funds), "strict")

    def policy_of_project(self, state: ProjectState) -> Policy:
        """What a project follows: the version in force at its start (I18)."""
        return self.policy_of(state.fund, state.subfund, state.version)

    def is_earmark(self, fund: str) -> bool:
        """Whether a fund is earmarked equity, and not frames or a reserve."""
        return self.policies[fund].legal_form is LegalForm.EARMARKED_EQUITY

    def accounts_of(self, fund: str, balances: Balances) -> Balances:
        """Where a fund's available and committed stand: the journal's, or its own where the reserve meets it (R46)."""
        return self.reserved if self.policies[fund].legal_form is LegalForm.RESULT_RESERVE else balances

    def earmarked_of_result(self, result_year: int) -> int:
        """What all funds have earmarked of a year's result, in whichever year it was booked (R40); öre."""
        return self._of_funds(result_year, SetAside.kind, Renewed.kind)

    def taken_of_result(self, result_year: int) -> int:
        """What all funds have set aside of a year's result, renewals among it, corrections counted; an appropriation
        takes nothing of it (R40). Öre."""
        return self._of_funds(result_year, SetAside.kind, Renewed.kind, SetAsideToReserve.kind)

    def _of_funds(self, result_year: int, *kinds: str) -> int:
        return sum([self._of_all_funds.get((kind, result_year), 0) for kind in kinds])

    def given_of_result(self, fund: str, subfund: str, result_year: int) -> int:
        """What has been set aside in a sub-fund for a year, renewals not counted; öre (R52)."""
        kinds = (SetAside.kind, SetAsideToReserve.kind, SetAsideInFrame.kind)
        return sum(self._of_result.get((fund, subfund, kind, result_year), 0) for kind in kinds)

    def parts_of(self, fund: str, subfund: str) -> tuple[str, ...]:
        """The sub-fund named, or all of them where none is."""
        return (subfund,) if subfund else self.policies[fund].subfund_names

    def used_in(self, project: str, year: int) -> int:
        """What a project has used in a year, corrections counted in the year of what they correct; öre."""
        return self.used.get((project, year), 0)

    def effects_of(self, project: str, board: str) -> tuple[YearOre, ...]:
        """What a project has been measured to save a board, by year; öre."""
        return self.effects.get(project, {}).get(board, ())

    def measured(self, project: str, board: str) -> int | None:
        """What a project has been measured to save a board in all; ``None`` where it never was; öre."""
        effects = self.effects_of(project, board)
        return sum(ore for _, ore in effects) if effects else None

    def repaid_until(self, project: ProjectState) -> int | None:
        """The last year whose frame repays a project, by its policy's hard limit (I13); ``None`` without."""
        years = self.policy_of_project(project).end_limit_years_hard
        return None if years is None or project.end is None else anniversary(project.end, years).year

    def measured_in_time(self, project: ProjectState, board: str) -> int | None:
        """What a board is measured to save that can be clawed back: effects after the hard limit never count (R51)."""
        effects, until = self.effects_of(project.name, board), self.repaid_until(project)
        return sum(ore for year, ore in effects if until is None or year <= until) if effects else None

    def entitlement(self, fund: str, subfund: str, *, at: int) -> int:
        """What repayments give a right to renew at the close of a year, and has not been renewed; öre (R20 b)."""
        key = (fund, subfund)
        return self.entitled.get(key, NO_SUMS).at(at) - self.renewed.get(key, NO_SUMS).at()

    def sources(self, kinds: Iterable[str], year: int) -> tuple[int, ...]:
        """The records that moved earmarks in a year, by kind of event, corrections among them; in order."""
        return tuple(sorted(seq for kind in kinds for seq in self._sources.get((kind, year), ())))

    def reserve_reasons(self, year: int) -> tuple[str, ...]:
        """The reasons of a year's uses of the result reserve, in order, each once; not of what was taken back."""
        seqs = [seq for seq in self.reserve_uses.get(year, ()) if seq not in self.corrected]
        return tuple(dict.fromkeys(getattr(self._events[seq], "reason", "") for seq in seqs))

    def latest(self, kind: str, year: int) -> Iterator[Event]:
        """The last hundred events of a kind that moved an earmark in a year, but for those that were taken back."""
        seqs = last_of(self._sources, (kind, year), 100)
        return (self._events[seq] for seq in seqs if seq not in self.corrected and seq in self._events)

    def events(self) -> Iterator[tuple[int, Event]]:
        """The events of funds with the numbers of their records, in order, but for those that were taken back."""
        return ((seq, event) for seq, event in self._events.items() if seq not in self.corrected)

    def events_of(self, project: str) -> Iterator[tuple[int, Event]]:
        """Those of a project alone."""
        seqs = self._events_of.get(project, ())
        return ((seq, self._events[seq]) for seq in seqs if seq not in self.corrected)

    def event(self, seq: int) -> Event | None:
        """The event of funds that a record has, if it has one."""
        return self._events.get(seq)


_NAME: Final = Clause("Ange en av dem: {give.subfund}", "Name one of them: {give.subfund}")
_UNKNOWN: Final = (
    Clause("fonden har ingen delfond {subfund!r}, bara {known}", "it has no sub-fund {subfund!r}, only {known}"),
    _NAME,
)
_UNNAMED: Final = (
    Clause("ingen delfond är angiven. Fonden har: {known}", "no sub-fund is given. The fund has: {known}"),
    _NAME,
)
_LACKS: Final = (
    Clause("fonden har inga delfonder, alltså ingen {subfund!r}", "it has no sub-funds, so none called {subfund!r}"),
    Clause("Ta bort {give.subfund}", "Leave {give.subfund} out"),
)


def fund_faults(register: FundRegister, fund: str, subfund: str | None = None) -> list[Finding]:
    """Why a fund, or with ``subfund`` one of its sub-funds, cannot be named: it does not exist."""
    if fund not in register.policies:
        return [codes.FUND_UNKNOWN.at(fund or "fund", fund=fund, known=", ".join(register.policies) or "–")]
    names = register.policies[fund].subfund_names
    if subfund is None or subfund in names:
        return []
    what, mend = _LACKS if not any(names) else _UNKNOWN if subfund else _UNNAMED
    return [codes.SUBFUND_UNKNOWN.at(fund, fund=fund, subfund=subfund, known=", ".join(names), what=what, mend=mend)]
