"""Records that found no place in a document are written below the chart, and change nothing when they are read back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Refused
from sifund_ledger.exchange.sie import (
    SieAccount,
    SieDocument,
    SieObject,
    SieRecord,
    SieRow,
    SieVoucher,
    parse_sie,
    sie_bytes,
)

NUMBERS = st.sampled_from(["1930", "2070", "19-30", "19–30", "1", "0"])
OBJECT_CODES = st.sampled_from(["P-1", "P–1", "a b\\", "a b/", '"', ""])
VALUES = st.sampled_from(
    ["K", "t", "Q", "Š", "st", "", "5", "−5", "1,5", "201212", "P–1", 'a "b"', "c\\", "\x00", (), ("1", "P–1"), ("1",)]
)
LEFTOVERS = st.builds(
    lambda label, number, rest: SieRecord(label, (number, *rest)),
    st.sampled_from(
        ["KTYP", "ENHET", "SRU", "KONTO", "DIM", "UNDERDIM", "OBJEKT", "IB", "OIB", "PSALDO", "VER", "TRANS", "BTRANS",
         "PROSA", "RAR", "EGEN"]
    ),
    NUMBERS, st.lists(NUMBERS | VALUES, max_size=4),
)  # fmt: skip
ACCOUNTS = st.builds(SieAccount, NUMBERS, VALUES.filter(lambda each: isinstance(each, str)), st.sampled_from(["", "K"]))


def shape(document: SieDocument) -> list[object]:
    """What stays of a document whatever characters are replaced in it."""
    parts = (document.records, document.accounts, document.dimensions, document.objects, document.period_balances)
    return [
        [len(part) for part in parts], [(each.label, each.year, each.ore) for each in document.balances],
        [(len(each.others), [(row.label, row.ore) for row in each.rows]) for each in document.vouchers],
        len({(each.series, each.number) for each in document.vouchers}),
        len({pair for _, row in document.rows() for pair in row.objects}),
        sorted(each.kind for each in document.accounts.values()),
    ]  # fmt: skip


@given(st.data())
@settings(deadline=None, max_examples=400)
def test_leftovers_are_refused_or_read_back_as_leftovers(data: st.DataObject) -> None:
    accounts = data.draw(st.lists(ACCOUNTS, max_size=3))
    objects = [SieObject("1", code, "Skola") for code in data.draw(st.lists(OBJECT_CODES, max_size=3))]
    rows = [SieRow(data.draw(NUMBERS), 5, (("1", data.draw(OBJECT_CODES)),)), SieRow(data.draw(NUMBERS), -5)]
    others = data.draw(st.lists(LEFTOVERS.filter(lambda each: each.label in ("TRANS", "BTRANS", "EGEN")), max_size=2))
    document = SieDocument(
        type="3",
        records=data.draw(st.lists(LEFTOVERS, max_size=4)),
        accounts={each.number: each for each in accounts},
        objects={each[:2]: each for each in objects},
        vouchers=[
            SieVoucher(data.draw(OBJECT_CODES), "1", "20121231", "", rows, others=tuple(others)),
        ],
    )
    try:
        written, findings = sie_bytes(document)
    except Refused:
        return

    again = parse_sie(written)
    assert shape(again) == shape(document)
    if "SIE_TEXT_REPLACED" not in {finding.code for finding in findings}:
        assert again == document
    assert sie_bytes(again)[0] == written
