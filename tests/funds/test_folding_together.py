"""Many like records in a row, folded together: the same as one by one, to the order of accounts and projects."""

from __future__ import annotations

from fund_books import fund_with, kf, msek
from models.corrections import sums_of

from sifund_ledger import presets
from sifund_ledger.year_end.book_state import BookState


def test_a_run_of_records_amounts_to_its_records_one_by_one():
    book = fund_with(presets.tomelilla_earmark, "100")
    book.record_result(2013, msek(50))
    book.record_result(2014, msek(50))
    first = book.head.seq + 1
    for year in (*[2013] * 6, *[2014] * 6):
        book.set_aside("social", msek(1), result_year=year, decision=kf(2015))
    for project in ("Navigator", "Familjeteam"):
        book.grant("social", project, msek(30), board="BUN", financing="ur fonden", decision=kf(2015))
    for project in ("Familjeteam", "Navigator"):
        for amount in range(1, 6):
            book.use("social", msek(amount), year=2015, project=project, net_cost=msek(29), decision=kf(2016))
    book.correct(first, reason="Fel år", decision=kf(2016))

    records = [*book.records()]
    one_by_one, together = BookState(), BookState()
    for record in records:
        one_by_one.evolve(record)
    together.evolve_all(records)
    for one, other in zip(
        (one_by_one.register, one_by_one.stated, one_by_one.journal.periods),
        (together.register, together.stated, together.journal.periods),
        strict=True,
    ):
        assert sums_of(one) == sums_of(other)
        assert [[*value] for value in vars(one).values() if isinstance(value, dict)] == [
            [*value] for value in vars(other).values() if isinstance(value, dict)
        ]
    assert [*one_by_one.balances.accounts()] == [*together.balances.accounts()]
    assert one_by_one.balances.as_dict() == together.balances.as_dict() == book._state.balances.as_dict()
    assert one_by_one.journal.head == together.journal.head == book.head
    assert one_by_one.journal.corrections == together.journal.corrections
