"""The funds, projects and delegations that a book's records have made (fondregister): a fold over events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sifund_ledger.decisions import body_key
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.events import MOVEMENTS, Delegated, FundCreated, Granted, SetAside
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
    """What the register knows of a project: its fund, the board that carries it, the records that granted it."""

    name: str
    fund: str
    board: str
    grants: tuple[int, ...]


class RegisterMark(NamedTuple):
    """What a register was at some record, so that it can go back to it."""

    policies: dict[str, Policy]
    projects: dict[str, ProjectEntry]
    delegations: frozenset[tuple[str, str, str]]
    set_aside_totals: dict[tuple[str, int], int]


class FundRegister:
    """Funds in the order they were made, their policies, projects and delegations."""

    def __init__(self) -> None:
        self.policies: dict[str, Policy] = {}
        self.projects: dict[str, ProjectEntry] = {}
        self.delegations: frozenset[tuple[str, str, str]] = frozenset()
        self._set_aside_totals: dict[tuple[str, int], int] = {}
        self._set_asides: dict[int, SetAside] = {}
        self._sources: dict[tuple[str, int], list[int]] = {}

    def evolve(self, record: Record) -> None:
        """Fold a record in; other rooms' events are none of its business."""
        event = record.event
        if isinstance(event, SetAside):
            self._set_asides[record.seq] = event
            self._add_set_aside(event, 1)
        elif isinstance(event, FundCreated):
            self.policies[event.fund] = policy_from_values(event.policy)
        elif isinstance(event, Granted):
            known = self.projects.get(event.project)
            seqs = (*known.grants, record.seq) if known else (record.seq,)
            self.projects[event.project] = ProjectEntry(event.project, event.fund, event.board, seqs)
        elif isinstance(event, Delegated):
            self.delegations |= {(event.fund, event.task, body_key(event.body))}
        elif isinstance(event, EntryCorrected):
            self._take_back(event.corrects)
        kind = event.corrected_kind if isinstance(event, EntryCorrected) else event.kind
        if kind in MOVEMENTS and record.entry is not None:
            self._sources.setdefault((kind, record.entry.year), []).append(record.seq)

    def _take_back(self, seq: int) -> None:
        if seq in self._set_asides:
            self._add_set_aside(self._set_asides[seq], -1)
        for entry in [entry for entry in self.projects.values() if seq in entry.grants]:
            left = tuple(grant for grant in entry.grants if grant != seq)
            # A project whose every grant was taken back is none: it can be granted anew, with the right board.
            if left:
                self.projects[entry.name] = entry._replace(grants=left)
            else:
                del self.projects[entry.name]

    def _add_set_aside(self, event: SetAside, sign: int) -> None:
        key = (event.fund, event.result_year)
        self._set_aside_totals[key] = self._set_aside_totals.get(key, 0) + sign * event.ore

    def set_aside_of_result(self, fund: str, result_year: int) -> int:
        """What a fund has set aside of one year's result, corrections taken into account; öre."""
        return self._set_aside_totals.get((fund, result_year), 0)

    def sources(self, kinds: Iterable[str], year: int) -> tuple[int, ...]:
        """The records that moved earmarks in a year, by kind of event, corrections among them; in order."""
        return tuple(sorted(seq for kind in kinds for seq in self._sources.get((kind, year), ())))

    def mark(self) -> RegisterMark:
        """What the register is now."""
        return RegisterMark(dict(self.policies), dict(self.projects), self.delegations, dict(self._set_aside_totals))

    def go_back(self, mark: RegisterMark, seq: int) -> None:
        """Be as at the mark, which was taken when ``seq`` was the last record."""
        self.policies, self.projects, self.delegations, self._set_aside_totals = mark
        # What is kept by record goes by its number, so that taking a mark costs nothing however long the book.
        while self._set_asides and next(reversed(self._set_asides)) > seq:
            self._set_asides.popitem()
        for seqs in self._sources.values():
            while seqs and seqs[-1] > seq:
                seqs.pop()


def fund_faults(register: FundRegister, fund: str) -> list[Finding]:
    """Why a fund cannot be named: it does not exist."""
    if fund in register.policies:
        return []
    return [FUND_UNKNOWN.at(fund, fund=fund, known=", ".join(register.policies) or "–")]
