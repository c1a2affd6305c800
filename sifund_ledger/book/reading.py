"""Reading a book (läsning ur boken): funds, projects, notes and statements as frozen snapshots, and its records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType, TracebackType
from typing import Self, TypeVar

from moneyed import Money

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.equity.equity import EquityNote, equity_note
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.book.asking import reads
from sifund_ledger.book.recording import Recorder
from sifund_ledger.book.situation import Situation
from sifund_ledger.boundary import checked
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.tables.account import fund_account
from sifund_ledger.funds.tables.snapshots import Fund, Project
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.journal.chain import Checkpoint, verify
from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import GENESIS, Head, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.money import from_ore
from sifund_ledger.table import Table
from sifund_ledger.written import on_one_line
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.comparison_page import comparison_table
from sifund_ledger.year_end.planning.plan import Plan, plan_ahead
from sifund_ledger.year_end.statements import draw_up, foresee
from sifund_ledger.year_end.year_states import YearState, year_state

_SNAPSHOT = TypeVar("_SNAPSHOT")


class Snapshots(Mapping[str, _SNAPSHOT]):
    """Snapshots by name, each made when it is asked for: a view of the book as it is then."""

    def __init__(
        self,
        names: Callable[[], Iterable[str]],
        snapshot: Callable[[str], _SNAPSHOT],
        is_there: Callable[[str], bool],
    ) -> None:
        self._names, self._snapshot, self._is_there = names, snapshot, is_there

    def __iter__(self) -> Iterator[str]:
        return iter([name for name in self._names() if self._is_there(name)])

    def __len__(self) -> int:
        return sum(map(self._is_there, self._names()))

    def __getitem__(self, name: str) -> _SNAPSHOT:
        if not self._is_there(name):
            raise KeyError(name)
        return self._snapshot(name)

    def __repr__(self) -> str:
        return f"<{', '.join(map(on_one_line, self)) or 'none'}>"


class BookReader:
    """What can be read from a book (läsning): snapshots, notes, statements, records."""

    def __init__(
        self, store: Store, *, actor: str, clock: Callable[[], datetime], salt: Callable[[], bytes],
        checkpoints: Sequence[Checkpoint] = (), rooms: Sequence[Room] = (), keep_records: bool = False,
        begun: BookState | None = None,
    ) -> None:  # fmt: skip
        self._recorder = Recorder(
            store, actor=actor, clock=clock, salt=salt, checkpoints=checkpoints, rooms=rooms,
            keep_records=keep_records, begun=begun,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Book of {on_one_line(self.entity) or 'nobody'}: {self.head.seq} records, {len(self.funds)} funds>"

    def _repr_html_(self) -> str:
        """Its years, funds and projects, for a notebook."""
        from sifund_ledger.book.lists import list_table

        tables = (list_table(self, what) for what in ("years", "funds", "projects"))
        return "".join(table._repr_html_() for table in tables)

    def close(self) -> None:
        """Let go of the file. What was recorded is kept, and so are snapshots and statements already taken; the book
        itself refuses to be read or written."""
        self._recorder.close()

    @property
    def store(self) -> Store:
        """Where the book is kept (lagring), for who audits or copies it; what is recorded goes through the book."""
        return self._recorder.store

    @property
    def keys(self) -> Mapping[str, tuple[int, int]]:
        """What was recorded under a key (nycklar): by the key, its first record and its last, which is the key's own.

        >>> from sifund_ledger import open_book
        >>> book = open_book(create="Ale", actor="ekonomi")
        >>> with book.batch(key="bokslut 2013"):
        ...     _ = book.record_result(2013, "4 000 000 kr")
        >>> dict(book.keys)
        {'bokslut 2013': (2, 3)}
        """
        return MappingProxyType(self._state.journal.keys)

    @property
    def _state(self) -> BookState:
        return self._recorder.refresh()

    @property
    def _situation(self) -> Situation:
        """What a command is decided in now."""
        return Situation(self._state, self._recorder.today(), self._record_numbered)

    def _record_numbered(self, seq: int) -> Record | None:
        unsaved = next((record for record in self._recorder.unsaved() if record.seq == seq), None)
        return unsaved or (next(self._read(seq - 1, seq), None) if seq > 0 else None)

    @property
    def entity(self) -> str:
        """Whose book it is (kommun, region, kommunalförbund)."""
        opened = self._state.journal.opened
        return opened.entity if opened else ""

    @property
    def head(self) -> Head:
        """How many records the book has, and the hash of the last."""
        return self._state.journal.head

    @property
    def checkpoint(self) -> Checkpoint:
        """The head as reports print it (kontrollpunkt)."""
        return Checkpoint.of(self.head)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What the commands since the book was opened warned of."""
        return tuple(self._recorder.warnings)

    @property
    def funds(self) -> Snapshots[Fund]:
        """The funds by name as they stand (fonder), in the order they were made."""
        return Snapshots(
            lambda: self._state.register.policies, self.fund, lambda name: name in self._state.register.policies
        )

    @property
    def projects(self) -> Snapshots[Project]:
        """The projects by name as they stand (projekt), in the order they were first granted."""
        register = self._state.register
        return Snapshots(lambda: register.projects, self.project, lambda name: register.project(name) is not None)

    @property
    def balances(self) -> dict[Account, Money]:
        """What stands on every account now (saldon), debit positive; those of zero are left out."""
        return {account: from_ore(ore) for account, ore in self._state.balances.as_dict().items() if ore}

    @checked
    def records(self, after: int = 0) -> Iterator[Record]:
        """The stored records, in order, each verified against the chain as it is read."""
        yield from self._read(after)

    def _read(self, after: int, until: int | None = None) -> Iterator[Record]:
        there = self._recorder.refresh().journal.head.seq  # what is repeated reads the book as it was
        store, start = self._recorder.store, GENESIS
        until = there if until is None else min(until, there)
        if after >= min(until, store.head().seq):
            return
        if self._recorder.kept is not None:
            yield from self._recorder.kept[max(after, 0) : until]
            return
        if after > 0:
            last = next(store.scan(after - 1, after))
            start = Head(last.seq, last.hash)
        for link in verify(store.scan(after, until), self._recorder.state.events, after=start):
            if link.record is None or link.findings:
                raise Refused(link.findings)
            yield link.record

    @reads
    def fund(self, fund: str) -> Fund:
        """A fund as it stands, with its account. Raises for an unknown name."""
        state = self._state
        register, policy = state.register, state.register.policies[fund]
        names = policy.subfund_names
        account = fund_account(register, state.balances, fund)
        held = account.held
        return Fund(
            fund,
            policy,
            held.available if held else 0,
            held.committed if held else 0,
            account,
            tuple((subfund, *register.pots.get((fund, subfund), (0, 0))) for subfund in names),
            sum(register.entitlement(fund, subfund, at=LAST_YEAR) for subfund in names),
            register.purposes.get((fund, ""), ""),
        )

    @reads
    def project(self, project: str) -> Project:
        """A project as it stands. Raises for an unknown name."""
        register = self._state.register
        state = register.projects[project]
        return Project(
            project,
            state.fund,
            state.board,
            state.granted,
            state.used,
            state.released,
            state.subfund,
            state.standing.value,
            state.start,
            state.end,
            state.participants,
            state.version,
            state.original,
            tuple((board, register.claims[project, board]) for board in state.boards),
        )

    @reads
    def equity_note(self, year: int) -> EquityNote:
        """The note on equity at the close of a year, as recorded."""
        return equity_note(self._state.balances, year)

    @reads
    def comparison(self, year: int, *, language: Language = "sv") -> Table:
        """What a year was held against (avstämning): each amount in the book now, in the general ledger, in the annual
        report, with its difference; below it the sources, and whether the ledger was one of them."""
        return comparison_table(self._state, year, language)

    @reads
    def statement(self, year: int) -> BalanceRequirementStatement:
        """The balanskravsutredning of every year through the one named, as recorded."""
        return draw_up(self._state, year)

    @checked
    def foresee(self, figures: Iterable[YearFigures], *, unit: Unit = "kr") -> BalanceRequirementStatement:
        """The balanskravsutredning of figures that are not recorded: a forecast, an interim report, budgets (R42).

        They stand on what the book has left of earlier years, and make no deficit. Errors are among the findings.
        Raises :class:`~sifund_ledger.Refused` for figures without a year, or two of one year and kind.
        """
        return foresee(self._state, tuple(figures), unit)

    @checked
    def plan(self, figures: Iterable[YearFigures], *, to: int, unit: Unit = "kr") -> Plan:
        """The years after the last one with a result, through ``to``, on expected figures (plan): forecasts, budgets.

        By an earmark and by the result reserve side by side (R18, R46): results, reserves and the end of RUR, deficits
        with their deadlines, what funds use, are repaid and renew, boards' frames, and every assumption. Nothing is
        recorded. Raises :class:`~sifund_ledger.Refused` where the book has a result of the year already.
        """
        return plan_ahead(self._state, tuple(figures), to, unit)

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that have a result, in order (räkenskapsår)."""
        stated = self._state.stated
        return tuple(year for year in stated.years() if stated.has_result(year))

    @reads
    def period(self, year: int) -> PeriodState:
        """Whether a fiscal year is open, being closed or closed (periodens läge)."""
        return self._state.journal.periods.state(year)

    @reads
    def year_state(self, year: int) -> YearState:
        """How far a fiscal year has come: open, closing entries, handed over, approved, locked (årets läge; R25)."""
        return year_state(self._state, year)

    @property
    def closed_through(self) -> int | None:
        """The last year that is closed (stängt till och med); ``None`` before equity is opened."""
        return self._state.closed_through

    @checked
    def correction_of(self, seq: int) -> int | None:
        """The record that corrects a record, if there is one (LKBR 3:7)."""
        return self._state.journal.corrections.get(seq)
