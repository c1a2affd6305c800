"""What a book tells (läsning ur boken): funds, projects, notes and statements as frozen snapshots, and its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self

from sifund_ledger.balance.equity.equity import EquityNote, equity_note
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.book.recording import Recorder
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.project.findings import PROJECT_UNKNOWN
from sifund_ledger.funds.state.register import fund_faults
from sifund_ledger.funds.tables.account import Fund, Project, fund_account, fund_balance
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED
from sifund_ledger.ledger.chain import Checkpoint, verify
from sifund_ledger.ledger.records import GENESIS, Head, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.ledger.store import Store
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.proposal import draw_up


class BookReader:
    """What can be read from a book (läsning): snapshots, notes, statements, records."""

    def __init__(
        self, store: Store, *, actor: str, clock: Callable[[], datetime], salt: Callable[[], bytes],
        checkpoints: Sequence[Checkpoint] = (), rooms: Sequence[Room] = (),
    ) -> None:  # fmt: skip
        self._recorder = Recorder(store, actor=actor, clock=clock, salt=salt, checkpoints=checkpoints, rooms=rooms)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. What was recorded is kept, and so are snapshots and statements already taken; the book
        itself refuses to be read or written."""
        self._recorder.close()

    @property
    def _state(self) -> BookState:
        return self._recorder.refresh()

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
    def funds(self) -> tuple[str, ...]:
        """The names of the funds, in the order they were made."""
        return tuple(self._state.register.policies)

    def records(self, after: int = 0) -> Iterator[Record]:
        """The stored records, in order, each verified against the chain as it is read."""
        store, start = self._recorder.store, GENESIS
        if after >= store.head().seq:
            return
        if after > 0:
            last = next(store.scan(after - 1, after))
            start = Head(last.seq, last.hash)
        for link in verify(store.scan(after), self._recorder.state.events, after=start):
            if link.record is None or link.findings:
                raise Refused(link.findings)
            yield link.record

    def fund(self, name: str) -> Fund:
        """A fund as it stands, with its account. Raises for an unknown name."""
        self._known(fund_faults(self._state.register, name))
        balances, register = self._state.balances, self._state.register
        names = register.policies[name].subfund_names
        return Fund(
            name,
            register.policies[name],
            fund_balance(balances, name, FUND_AVAILABLE),
            fund_balance(balances, name, FUND_COMMITTED),
            fund_account(balances, name, subfunds=names),
            tuple((subfund, *register.pots.get((name, subfund), (0, 0))) for subfund in names),
            sum(register.entitlement(name, subfund, at=LAST_YEAR) for subfund in names),
            register.purposes.get((name, ""), ""),
        )

    def project(self, name: str) -> Project:
        """A project as it stands. Raises for an unknown name."""
        register = self._state.register
        state = register.project(name)
        if state is None:
            raise Refused([PROJECT_UNKNOWN.at(name, fund="–", project=name)])
        return Project(
            name,
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
            tuple((board, register.claims[name, board]) for board in state.boards),
        )

    def equity_note(self, year: int) -> EquityNote:
        """The note on equity at the close of a year, as recorded."""
        return equity_note(self._state.balances, year)

    def statement(self, year: int) -> BalanceRequirementStatement:
        """The balanskravsutredning of every year through the one named, as recorded."""
        return draw_up(self._state, year)

    @staticmethod
    def _known(faults: list[Finding]) -> None:
        if faults:
            raise Refused(faults)

    def correction_of(self, seq: int) -> int | None:
        """The record that corrects a record, if there is one (LKBR 3:7)."""
        return self._state.journal.corrections.get(seq)
