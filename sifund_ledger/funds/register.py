"""The funds, projects and delegations that a book's records have made (fondregister): a fold over events."""

from __future__ import annotations

from typing import NamedTuple

from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.events import Delegated, FundCreated, Granted, SetAside, Used, UsedDirectly
from sifund_ledger.funds.policy import Policy, policy_from_values
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record

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
CODES = (
    FUND_UNKNOWN,
    FUND_EXISTS,
    NAME_EMPTY,
)


class ProjectEntry(NamedTuple):
    """What the register knows of a project: its fund, the board that carries it, the record that granted it first."""

    name: str
    fund: str
    board: str
    seq: int


class FundRegister:
    """Funds in the order they were made, their policies, projects and delegations."""

    def __init__(self) -> None:
        self.policies: dict[str, Policy] = {}
        self.projects: dict[str, ProjectEntry] = {}
        self.delegations: frozenset[tuple[str, str, str]] = frozenset()
        self.net_costs: dict[tuple[str, str, int], int] = {}
        self._set_asides: dict[int, tuple[str, int, int]] = {}

    def evolve(self, record: Record) -> None:
        """Fold a record in; other rooms' events are none of its business."""
        event = record.event
        if isinstance(event, FundCreated):
            self.policies[event.fund] = policy_from_values(event.policy)
        elif isinstance(event, Granted):
            entry = ProjectEntry(event.project, event.fund, event.board, record.seq)
            self.projects.setdefault(event.project, entry)
        elif isinstance(event, SetAside):
            self._set_asides[record.seq] = (event.fund, event.result_year, event.ore)
        elif isinstance(event, EntryCorrected):
            self._set_asides.pop(event.corrects, None)
        elif isinstance(event, Delegated):
            self.delegations |= {(event.fund, event.task, event.body.upper())}
        elif isinstance(event, Used):
            self.net_costs[event.fund, event.project, event.year] = event.net_cost_ore
        elif isinstance(event, UsedDirectly):
            key = (event.fund, "", event.year)
            self.net_costs[key] = self.net_costs.get(key, 0) + event.net_cost_ore

    def set_aside_of_result(self, fund: str, result_year: int) -> int:
        """What a fund has set aside of one year's result, corrections taken into account; öre."""
        return sum(ore for name, year, ore in self._set_asides.values() if (name, year) == (fund, result_year))

    def copy(self) -> FundRegister:
        """A copy that can go on without touching this one."""
        twin = FundRegister()
        twin.policies, twin.projects = dict(self.policies), dict(self.projects)
        twin.delegations, twin.net_costs = self.delegations, dict(self.net_costs)
        twin._set_asides = dict(self._set_asides)
        return twin


def fund_faults(register: FundRegister, fund: str) -> list[Finding]:
    """Why a fund cannot be named: it does not exist."""
    if fund in register.policies:
        return []
    return [FUND_UNKNOWN.at(fund, fund=fund, known=", ".join(register.policies) or "–")]
