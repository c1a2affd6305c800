"""What every store must do (krav på ett lager), as tests that anybody can hold a store of their own to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.entries import Posting
from sifund_ledger.ledger.events import NoteBlotted
from sifund_ledger.ledger.journal.store import ProjectedPosting, Store, StoredRecord
from sifund_ledger.ledger.records import GENESIS
from sifund_ledger.testing.sealed_journals import (
    CARE,
    FREE,
    FUND,
    OPENED,
    SCHOOLS,
    Chain,
    Moved,
    chains,
    faults_of,
    small_journal,
    write,
)  # fmt: skip


def folded(rows: list[StoredRecord]) -> dict[Account, int]:
    """The balances as Python folds them."""
    balances = Balances()
    for row in rows:
        balances.post(row.kind, 2014, [Posting(account, ore) for account, _, ore in row.postings])
    return balances.as_dict()


def refused(store: Store, rows: list[StoredRecord]) -> list[str]:
    """The codes that an append is refused with; the store is as before, and takes what is right afterwards."""
    before = list(store.scan())
    with store.writing():
        with pytest.raises(Refused) as caught:
            store.append(rows)
        assert list(store.scan()) == before
    assert all(finding.place and finding.remedy and finding.remedy_sv for finding in caught.value.findings)
    return [finding.code for finding in caught.value.findings]


_SUPPRESSED = (HealthCheck.function_scoped_fixture, HealthCheck.differing_executors)
"""A store is made for each example, and a test is run by a class for each store."""


class StoreContract:
    """Tests of a :class:`~sifund_ledger.ledger.journal.store.Store`, to be run by pytest.

    A test class of your own inherits them and has a fixture ``new_store`` that gives empty stores::

        class TestMyStore(StoreContract):
            @pytest.fixture
            def new_store(self, tmp_path):
                numbers = itertools.count()
                return lambda: MyStore(tmp_path / str(next(numbers)))
    """

    @pytest.fixture
    def new_store(self) -> Callable[[], Store]:
        """What gives an empty store each time that it is called."""
        raise NotImplementedError("new_store is to be a fixture of the test class")

    @pytest.fixture
    def store(self, new_store: Callable[[], Store]) -> Iterator[Store]:
        """An empty store."""
        with closing(new_store()) as made:
            yield made

    def test_an_empty_store(self, store: Store) -> None:
        assert store.head() == GENESIS
        assert list(store.scan()) == []
        assert store.balances() == {}

    def test_what_was_written_is_read(self, store: Store) -> None:
        chain = small_journal()
        write(store, chain.rows)
        assert store.head() == chain.head
        assert list(store.scan()) == chain.rows
        assert faults_of(store) == []
        assert store.balances() == {FREE: 999_993, FUND: -999_993, SCHOOLS: 250_041, CARE: -250_041}

    def test_a_part_of_the_journal(self, store: Store) -> None:
        rows = small_journal().rows
        write(store, rows)
        assert list(store.scan(2, 4)) == rows[2:4]
        assert list(store.scan(4)) == rows[4:]
        assert list(store.scan(-3, 1)) == rows[:1]
        assert list(store.scan(2, 99)) == rows[2:]
        assert list(store.scan(6)) == list(store.scan(99)) == list(store.scan(3, 2)) == list(store.scan(0, -1)) == []

    def test_journals_longer_than_a_portion(self, store: Store) -> None:
        chain = Chain()
        for i in range(2_300):
            chain.move(FREE, FUND, i + 1)
        write(store, chain.rows)
        assert list(store.scan()) == chain.rows
        assert list(store.scan(999, 2_001)) == chain.rows[999:2_001]

    @settings(max_examples=40, deadline=None, suppress_health_check=_SUPPRESSED)
    @given(chain=chains(), cuts=st.lists(st.integers(0, 12), max_size=3))
    def test_round_trip_and_sums_of_any_journal(
        self, new_store: Callable[[], Store], chain: Chain, cuts: list[int]
    ) -> None:
        bounds = [0, *sorted(cuts), len(chain.rows)]
        with closing(new_store()) as store:
            for start, end in pairwise(bounds):
                write(store, chain.rows[start:end])
            assert list(store.scan()) == chain.rows
            assert store.balances() == folded(chain.rows)
            assert store.head() == chain.head
            assert faults_of(store) == []

    @pytest.mark.parametrize("kept", [0, 1, 2, 3])
    def test_all_or_nothing(self, store: Store, kept: int) -> None:
        chain = small_journal()
        write(store, chain.rows[:kept])
        with pytest.raises(ZeroDivisionError), store.writing() as head:  # noqa: PT012
            assert head == store.head()
            store.append(chain.rows[kept:5])
            store.append([])
            store.append(chain.rows[5:])
            store.blot(2)
            store.blot(2)
            assert store.head() == chain.head
            assert len(list(store.scan())) == 6
            raise ZeroDivisionError
        assert list(store.scan()) == chain.rows[:kept]
        assert store.head().seq == kept
        write(store, chain.rows[kept:])
        assert list(store.scan()) == chain.rows

    def test_writing_does_not_nest_and_nothing_is_appended_outside_it(self, store: Store) -> None:
        rows = small_journal().rows
        with store.writing():
            store.append(rows[:1])
            with pytest.raises(RuntimeError, match="nest"), store.writing():
                pass
            store.append(rows[1:2])
        assert store.head().seq == 2
        with pytest.raises(RuntimeError, match="within writing"):
            store.append(rows[2:])
        with pytest.raises(RuntimeError, match="within writing"):
            store.blot(2)

    def test_what_does_not_follow_is_refused(self, store: Store) -> None:
        rows = small_journal().rows
        assert refused(store, [rows[1]]) == ["RECORD_NOT_NEXT"] * 2
        assert refused(store, [rows[0]._replace(seq=2)]) == ["RECORD_NOT_NEXT"] * 2
        write(store, rows[:2])
        assert refused(store, [rows[0]]) == ["RECORD_NOT_NEXT"] * 2
        assert refused(store, [rows[3]]) == ["RECORD_NOT_NEXT"] * 2
        assert refused(store, [rows[2], rows[4]]) == ["RECORD_NOT_NEXT"] * 2
        assert refused(store, [rows[2]._replace(hash=bytes(32))]) == ["RECORD_NOT_NEXT"]
        assert refused(store, [rows[2]._replace(data=rows[2].data + b" ")]) == ["RECORD_NOT_NEXT"]
        write(store, rows[2:])
        assert list(store.scan()) == rows

    @pytest.mark.parametrize(
        ("postings", "codes"),
        [
            ([(FREE, 5)], ["ENTRY_TOO_SHORT", "ENTRY_UNBALANCED"]),
            ([(FREE, 5), (FUND, -4)], ["ENTRY_UNBALANCED"]),
            ([(FREE, 5), (CARE, -5)], ["ENTRY_UNBALANCED"] * 2),
            ([(FREE, 5), (FUND, -5), (CARE, 1)], ["ENTRY_UNBALANCED"]),
            ([(FREE, 0), (FUND, 0)], ["POSTING_ZERO"] * 2),
            ([(FREE, 10**15 + 1), (FUND, -(10**15) - 1)], ["POSTING_TOO_LARGE"] * 2),
        ],
    )
    def test_what_does_not_balance_is_refused(
        self, store: Store, postings: list[tuple[Account, int]], codes: list[str]
    ) -> None:
        chain = Chain()
        chain.add(OPENED)
        row = chain.add(Moved("skevt"), [Posting(account, ore) for account, ore in postings])
        assert refused(store, [chain.rows[0], row]) == codes

    def test_the_largest_posting(self, store: Store) -> None:
        chain = Chain()
        chain.add(Moved("mest"), [Posting(FREE, 10**15), Posting(FUND, -(10**15))])
        write(store, chain.rows)
        assert store.balances() == {FREE: 10**15, FUND: -(10**15)}

    def test_a_note_is_blotted_out_once_a_record_says_so(self, store: Store) -> None:
        chain = small_journal()
        write(store, chain.rows[:5])
        with store.writing(), pytest.raises(Refused) as caught:
            store.blot(2)
        assert [finding.code for finding in caught.value.findings] == ["NOTE_NOT_BLOTTED"]
        with store.writing():
            store.append(chain.rows[5:])
            store.blot(2)
            with pytest.raises(Refused):
                store.blot(4)
            with pytest.raises(Refused):
                store.blot(99)
        expected = list(chain.rows)
        expected[1] = expected[1]._replace(note=None, note_salt=None)
        assert list(store.scan()) == expected
        assert faults_of(store) == []
        with store.writing():
            store.blot(2)
        assert list(store.scan()) == expected

    def test_a_correction_is_no_blotting(self, store: Store) -> None:
        chain = Chain()
        chain.move(FREE, FUND, 1, note="text")
        chain.correct(1)
        write(store, chain.rows)
        with store.writing(), pytest.raises(Refused):
            store.blot(1)
        chain.add(NoteBlotted(2))
        write(store, chain.rows[2:])

    def test_the_same_account_is_the_same_object_after_reading(self, store: Store) -> None:
        chain = Chain()
        for _ in range(3):
            chain.move(FREE, FUND, 100)
        write(store, chain.rows)
        accounts = {id(posting.account) for row in store.scan() for posting in row.postings}
        assert len(accounts) == 2
        first = next(iter(store.scan()))
        assert first.postings == (ProjectedPosting(FREE, 2014, 100), ProjectedPosting(FUND, 2014, -100))
