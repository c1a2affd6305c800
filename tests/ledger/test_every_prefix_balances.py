"""Invariant 1: every entry and every book sums to zero, at every prefix of any journal."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import ACTOR, AT, KF, balanced_postings, happenings, moved, ores, record

from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, BookName, earmark
from sifund_ledger.ledger.entries import Posting, transfer
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft


@given(st.lists(happenings, max_size=15))
def test_whatever_is_recorded_or_refused(drawn):
    journal = Journal()
    for event in drawn:
        with suppress(Refused):
            entry = record(journal, event)[0].record.entry
            for book in BookName if entry else ():
                assert sum(line.ore for line in entry.postings if line.account.book == book) == 0
        assert journal.balances.total() == 0
        assert [journal.balances.total(book) for book in BookName] == [0, 0, 0]
        assert sum(journal.balances.as_dict().values()) == 0


@given(balanced_postings(), st.data())
def test_an_entry_out_of_balance_in_any_book_is_refused(postings, data):
    i = data.draw(st.integers(0, len(postings) - 1))
    changed = data.draw(ores.filter(lambda ore: ore != postings[i].ore))
    crooked = (*postings[:i], Posting(postings[i].account, changed), *postings[i + 1 :])
    journal = Journal()
    codes = [f.code for f in journal.faults(Draft(moved(2013, crooked), KF), recorded_at=AT, actor=ACTOR)]
    assert "ENTRY_UNBALANCED" in codes


def test_books_do_not_balance_each_other():
    journal = Journal()
    lines = (Posting(earmark(FREE_EQUITY), 100), Posting(earmark(FUND_AVAILABLE, fund="social"), -60))
    claim = transfer(earmark(FREE_EQUITY), earmark(FREE_EQUITY), 5)[1]._replace(ore=-40)
    other = Posting(claim.account._replace(book="FRAME", code="board_frame", year=2013), -40)
    faults = journal.faults(Draft(moved(2013, (*lines, other)), KF), recorded_at=AT, actor=ACTOR)
    assert [fault.code for fault in faults] == ["ENTRY_UNBALANCED", "ENTRY_UNBALANCED"]
    assert "EARMARK" in faults[0].message
    assert "FRAME" in faults[1].message


def test_the_amount_of_an_entry_is_the_sum_of_its_debits():
    (sealed,) = record(Journal(), moved(2013, transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="a"), 700)))
    assert sealed.record.entry.ore == 700
