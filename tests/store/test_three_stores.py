"""Memory, SQLite and PostgreSQL side by side: whatever is tried, each does the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from models.running import UNTIMED
from store_journals import FREE, FUND, OPENED, SCHOOLS, Chain, Moved, faults_of

from sifund_ledger.errors import SifundError
from sifund_ledger.ledger.entries import transfer
from sifund_ledger.ledger.events import NoteBlotted
from sifund_ledger.ledger.journal.store import Store, StoredRecord
from sifund_ledger.store import MemoryStore, PostgresStore, SQLiteStore

BREAKS: dict[str, Callable[[StoredRecord], StoredRecord]] = {
    "seq": lambda row: row._replace(seq=row.seq + 1),
    "hash": lambda row: row._replace(hash=bytes(32)),
    "data": lambda row: row._replace(data=row.data + b" "),
    "amount": lambda row: row._replace(postings=tuple(each._replace(ore=each.ore + 1) for each in row.postings)),
    "zero": lambda row: row._replace(postings=tuple(each._replace(ore=0) for each in row.postings)),
    "line": lambda row: row._replace(postings=row.postings[:1]),
}


class GivenUp(Exception):
    """A program gives up what it was writing."""


class ThreeStores(RuleBasedStateMachine):
    """What is appended, blotted, undone, refused and read, in three stores at once."""

    new_address: Callable[[], str]

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.address, self.chain = self.new_address(), Chain()
        self.stores: list[Store] = [
            MemoryStore(), SQLiteStore.create(self.folder / "bok.sifund"), PostgresStore.create(self.address),
        ]  # fmt: skip

    def alike(self, act: Callable[[Store], Any]) -> Any:
        """What all three do, results and codes of refusals alike."""
        told = []
        for store in self.stores:
            try:
                told.append((act(store), ""))
            except SifundError as refusal:
                told.append((None, [finding.code for finding in refusal.findings]))
            except (GivenUp, RuntimeError) as error:
                told.append((None, type(error).__name__))
        assert told[0] == told[1] == told[2]
        return told[0]

    def some(self, count: int, notes: st.DataObject) -> list[StoredRecord]:
        """Records that follow the head."""
        return [self.one(notes) for _ in range(count)]

    def one(self, data: st.DataObject) -> StoredRecord:
        kinds = ["opened", "moved", "moved", "twice", "bare", "blotted", "corrected"]
        kind, ore = data.draw(st.sampled_from(kinds)), data.draw(st.integers(1, 10**15))
        note = data.draw(st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
        target = data.draw(st.integers(1, max(1, self.chain.head.seq)))
        if kind == "opened":
            return self.chain.add(OPENED)
        if kind == "blotted" and self.chain.head.seq:
            return self.chain.add(NoteBlotted(target))
        if kind == "corrected" and self.chain.head.seq:
            return self.chain.correct(target)
        if kind == "bare":
            return self.chain.add(Moved("inget"), note=note)
        if kind == "twice":
            lines = (*transfer(FUND, FREE, ore), *transfer(SCHOOLS, SCHOOLS._replace(board="Ny"), ore))
            return self.chain.add(Moved("två böcker"), lines, note)
        return self.chain.move(FREE, FUND._replace(project=data.draw(st.sampled_from("ABC"))), ore, note)

    @rule(count=st.integers(0, 4), parts=st.integers(1, 2), data=st.data())
    def append(self, count: int, parts: int, data: st.DataObject) -> None:
        rows = [self.some(count, data) for _ in range(parts)]

        def act(store: Store) -> None:
            with store.writing():
                for each in rows:
                    store.append(each)

        assert self.alike(act) == (None, "")

    @rule(broken=st.sampled_from(sorted(BREAKS)), after=st.integers(0, 2), data=st.data())
    def append_what_is_wrong(self, broken: str, after: int, data: st.DataObject) -> None:
        kept = Chain(self.chain.head)
        sound = self.some(after, data)
        wrong = BREAKS[broken](self.chain.move(FREE, FUND, 7))
        self.chain.head = kept.head

        def act(store: Store) -> None:
            with store.writing():
                store.append([*sound, wrong])

        assert self.alike(act)[1]

    @rule(count=st.integers(1, 3), seq=st.integers(0, 9), data=st.data())
    def give_up(self, count: int, seq: int, data: st.DataObject) -> None:
        head = self.chain.head
        rows = self.some(count, data)
        self.chain.head = head

        def act(store: Store) -> None:
            with store.writing():
                store.append(rows)
                with suppress(SifundError):
                    store.blot(seq)
                raise GivenUp

        assert self.alike(act) == (None, "GivenUp")

    @rule(seq=st.integers(0, 12))
    def blot(self, seq: int) -> None:
        def act(store: Store) -> None:
            with store.writing():
                store.blot(seq)

        self.alike(act)

    @rule(after=st.integers(-2, 12), until=st.none() | st.integers(-2, 12))
    def read_a_part(self, after: int, until: int | None) -> None:
        self.alike(lambda store: list(store.scan(after, until)))

    @rule()
    def append_outside_writing(self) -> None:
        assert self.alike(lambda store: store.append([]))[1] == "RuntimeError"

    @rule()
    def open_again(self) -> None:
        self.stores[1].close()
        self.stores[2].close()
        self.stores[1:] = [SQLiteStore(self.folder / "bok.sifund"), PostgresStore(self.address)]

    @invariant()
    def all_have_the_same(self) -> None:
        if hasattr(self, "stores"):
            self.alike(lambda store: (store.head(), list(store.scan()), store.balances()))
            self.alike(lambda store: [finding.code for finding in faults_of(store)])

    def teardown(self) -> None:
        for store in getattr(self, "stores", ()):
            store.close()
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


def three_stores(new_address: Callable[[], str], examples: int, steps: int) -> None:
    machine = type("Machine", (ThreeStores,), {"new_address": staticmethod(new_address)})
    run_state_machine_as_test(machine, settings=settings(UNTIMED, max_examples=examples, stateful_step_count=steps))


def test_all_do_the_same(new_address: Callable[[], str]) -> None:
    three_stores(new_address, 8, 10)


@pytest.mark.slow
def test_all_do_the_same_long(new_address: Callable[[], str]) -> None:
    three_stores(new_address, 25, 30)
