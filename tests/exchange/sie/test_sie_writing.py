"""What is written reads back equal, or is refused with a reason; nothing that did not count becomes money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sifund_ledger import Finding, Refused, Severity
from sifund_ledger.exchange.sie import (
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
    SieRecord,
    SieRow,
    SieVoucher,
    parse_sie,
    sie_bytes,
    writing,
)
from sifund_ledger.exchange.sie.lines import lines_of, records_of
from sifund_ledger.exchange.sie.reading import read_document
from sifund_ledger.exchange.sie.replacing import Replacing
from sifund_ledger.exchange.sie.voucher_lines import document_lines
from sifund_ledger.files import MOST_FINDINGS
from sifund_ledger.testing import sie_bytes_of_any_kind, sie_documents

ROWS = [SieRow("1930", 500), SieRow("2070", -500)]


def voucher(*rows: SieRow, others: tuple[SieRecord, ...] = ()) -> SieVoucher:
    return SieVoucher("A", "1", "20121231", "", list(rows), others=others)


TEXTS = st.text(alphabet='\\"{} aå–\n', max_size=5)


@given(st.lists(TEXTS, max_size=3).map(tuple), TEXTS, TEXTS)
def test_nothing_is_replaced_where_a_quick_look_at_the_lines_finds_nothing(
    fields: tuple[str, ...], text: str, name: str
) -> None:
    row = SieRow("1930", 0, (("1", text),), text=name)
    document = SieDocument(records=[SieRecord("PROSA", fields), SieRecord("", (text,))], vouchers=[voucher(row)])
    replacing = Replacing()

    assert replacing.is_needed(list(lines_of(records_of(document)))) or replacing.document(document) is document


@settings(deadline=None, max_examples=50)
@given(sie_bytes_of_any_kind().map(parse_sie) | sie_documents())
def test_any_document_becomes_the_lines_of_its_records(document: SieDocument) -> None:
    assert list(document_lines(document)) == list(lines_of(records_of(document)))


@pytest.mark.parametrize(
    "rows",
    [
        [SieRow("1930", 5, label=""), SieRow("1930", 5, label="EGEN")],
        [SieRow("1930", 5, [("1", "10")])],  # type: ignore[arg-type]
        [SieRow("1930", 5, date="20121231", quantity="7")],
        [SieRow("1930", 5, extra=("x",)), SieRow("1930", 5, (("1", 'a"b'),), text="C:\\", sign="")],
    ],
)
@pytest.mark.parametrize("others", [(), (SieRecord("EGEN", ("x",)),), (SieRecord("KSUMMA"),)])
def test_odd_rows_become_the_lines_of_their_records(rows: list[SieRow], others: tuple[SieRecord, ...]) -> None:
    document = SieDocument(vouchers=[voucher(*rows, others=others), voucher(*rows)])

    assert list(document_lines(document)) == list(lines_of(records_of(document)))


@st.composite
def documents_with_another(drawn: st.DrawFn) -> SieDocument:
    """A document of which one value is another than reading can give."""
    document = drawn(sie_bytes_of_any_kind().map(parse_sie) | sie_documents())
    for each in document.vouchers[:1]:
        each.rows = drawn(st.sampled_from([each.rows, tuple(each.rows), each.rows * 2]))  # type: ignore[assignment]
        each.text = drawn(st.sampled_from([each.text, each.text + " ", "a\n#VER", 'a"', "–", 5]))  # type: ignore[assignment]
        each.series = drawn(st.sampled_from([each.series, "", each.series + "}"]))
    return document


@settings(deadline=None, max_examples=60)
@given(documents_with_another())
def test_what_is_written_is_compared_as_a_document_read_again_is(document: SieDocument) -> None:
    def told() -> tuple[bytes, list[str]]:
        try:
            data, findings = sie_bytes(document, keep_unbalanced=True)
        except Refused as refused:
            data, findings = b"", refused.findings
        return data, list(map(str, findings))

    at_once = told()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(writing, "document_lines", lambda document: lines_of(records_of(document)))
        patched.setattr(writing, "read_back", lambda data, meant, found: read_document(data, found))
        assert told() == at_once


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def writable(document: SieDocument) -> SieDocument:
    """As a document of a type that is written, so that every kind of file is tried."""
    if document.type not in ("3", "4E", "4I"):
        document.type = "3"
    return document


def written_and_read(data: bytes) -> None:
    first = writable(parse_sie(data))
    written, findings = sie_bytes(first, keep_unbalanced=True)
    again = parse_sie(written)

    if "SIE_TEXT_REPLACED" not in codes(findings):
        assert again == first
    assert [row.ore for _, row in again.rows()] == [row.ore for _, row in first.rows()]
    assert [each.difference_ore for each in again.vouchers] == [each.difference_ore for each in first.vouchers]
    assert [each[1:4:2] for each in again.balances] == [each[1:4:2] for each in first.balances]
    assert sie_bytes(again, keep_unbalanced=True)[0] == written


@settings(deadline=None, max_examples=400)
@given(sie_bytes_of_any_kind())
@example(b"#SIETYP 4\n#VER A\n#KONTO 1930 x\n#TRANS 1930 {} 5\n")
@example(b"#SIETYP 4\n#VER A 1\n}\n#TRANS 1930 {} 5\n#VER\n#BTRANS 1930 {} 5\n")
@example(b"#SIETYP 4\n#VER A 1\n{\n}\n#TRANS 1930 {} 5\n#EGEN 1\n#VER\n")
@example('#SIETYP 4\n#VÊR A 1 20121231\n#FNAMN "åäö"\n#TRÂNS 1930 {} 5\n'.encode())
@example('#SIETYP 4\n#VER A 1 20121231 "åäö"\n{\n#TRÂNS 1930 {} 5\n#§ x\n#€ÅÄÖ µß\n}\n#§x\n#Xµß 1\n'.encode())
@example('\u202f#VER A 1 20121231\n\u202f{\n#FNAMN "åäö"\n\u202f#TRANS 1930 {} 5\n\u202f\n#\u202fVER\n'.encode())
@example(b"#SIETYP 3\n#KTYP 6420 K\n#KTYP 7221 K\n#KONTO 7221\n#KTYP 7221 K\n#PROSA x\n#ENHET 7221 st x\n")
@example(b"#SIETYP 4\n#KSUMMA\n#X\x15Y 1\n#KSUMMA 1\n#FLAGGA 1 2\n#FLAGGA 0\n#SIETYP 3\n")
def test_read_write_read_gives_the_same_rows_and_then_the_same_bytes(data: bytes) -> None:
    written_and_read(data)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([
    "#VER A", "#VER A 1 20121231", "#VER", "#TRANS 1930 {} 5", "#RTRANS 1930 {} 5", "#BTRANS 1 {} 1", "#TRANS 1 {} x",
    "{", "}", "#KONTO 1930 x", "#KONTO 1930 y", "#KTYP 1930 T", "#KTYP 1930 K", "#KTYP 20 q", "#EGEN 1", "text", "#",
    "#IB 0 1 5", "#IB 0 1 x", "#DIM 1 a", "#DIM 1 b", "#UNDERDIM 1 a", "#OBJEKT 1 2 3", "#OBJEKT 1 2 4", "#SRU 1 2 3",
    "#KSUMMA", "#FLAGGA 1", "#SIETYP 4", "#RAR 0", "#PSALDO 0 201201 1 {} 5", "#PSALDO 0 201201 1 5", "#€ÅÄÖ", "#xÊµ",
]), max_size=20))  # fmt: skip
@example(["#KTYP 1930 T", "#KTYP 20 q", "#KTYP 1930 T", "#KONTO 1930 x"])
def test_records_in_any_order_are_written_so_that_they_read_back(lines: list[str]) -> None:
    written_and_read("".join(f"{line}\n" for line in ["#SIETYP 4", *lines]).encode())


@given(sie_documents(), st.data())
@settings(deadline=None, max_examples=150)
def test_a_document_is_refused_or_reads_back_equal(document: SieDocument, data: st.DataObject) -> None:
    labels = st.sampled_from(
        ["KSUMMA", "KONTO", "IB", "VER", "TRANS", "FLAGGA", "x", "", "A B", 'A"', "ÅÄÖ€", "µ", "{"]
    )
    fields = st.sampled_from([(), ("1930",), ("1930", (), "5.00"), ("0", "1930", "5"), ("A", "1", "20121231"), ("#",)])
    records = st.lists(st.builds(SieRecord, labels, fields), max_size=2)
    document.records.extend(data.draw(records))
    document.vouchers.append(voucher(*ROWS, others=tuple(data.draw(records))))
    document.period_balances.append(
        SiePeriodBalance("PSALDO", 0, data.draw(st.sampled_from(["201212", "2012"])), "1", 1)
    )
    document.balances.append(SieBalance(data.draw(st.sampled_from(["UB", "IB", "XX"])), 0, "1", 5))
    if document.type == "4I":
        document.type = "4E"
    try:
        written, findings = sie_bytes(document)
    except Refused:
        return
    if "SIE_TEXT_REPLACED" not in codes(findings):
        assert parse_sie(written) == document


def test_records_stand_in_the_order_that_the_document_has_them_in() -> None:
    document = full(records=[SieRecord("GEN", ("20130101",)), SieRecord("KTYP", ("9", "Q")), SieRecord("EGEN", ("1",))])
    data, findings = sie_bytes(document)

    assert parse_sie(data) == document
    assert "SIE_GROUP_ORDER" not in codes(findings)
    document.records.append(SieRecord("PROSA", ("Rättad",)))
    data, findings = sie_bytes(document)
    assert parse_sie(data) == document
    assert "SIE_GROUP_ORDER" in codes(findings)


def test_more_unbalanced_vouchers_than_are_listed_are_kept_where_that_is_asked_for() -> None:
    document = SieDocument(vouchers=[voucher(SieRow("1930", 5)) for _ in range(1200)])
    data, findings = sie_bytes(document, keep_unbalanced=True)

    assert len(parse_sie(data).vouchers) == 1200
    assert codes(findings).count("SIE_VOUCHER_UNBALANCED") == MOST_FINDINGS
    assert "SIE_MORE_FINDINGS" in codes(findings)
    with pytest.raises(Refused, match="SIE_VOUCHER_UNBALANCED"):
        sie_bytes(document)


def test_a_replaced_label_is_told_and_summed_as_it_is_written() -> None:
    document = SieDocument(records=[SieRecord("€ÅÄÖ", ("1",))], control_sum=True)
    data, findings = sie_bytes(document)

    assert "SIE_TEXT_REPLACED" in codes(findings)
    assert not [each for each in parse_sie(data).findings if each.code.startswith("SIE_KSUMMA")]
    with pytest.raises(Refused, match="SIE_TEXT_REPLACED"):
        sie_bytes(document, strict=True)


def _record(document: SieDocument, *record: SieRecord) -> None:
    document.records.extend(record)


def _with_account(document: SieDocument, record: SieRecord) -> None:
    document.accounts["1510"] = SieAccount("1510", "Kund")
    document.records.append(record)


UNWRITABLE: dict[str, Callable[[SieDocument], object]] = {
    "objects of #IB": lambda each: each.balances.append(SieBalance("IB", 0, "1930", 5, (("1", "10"),))),
    "#SALDO": lambda each: each.balances.append(SieBalance("SALDO", 0, "1930", 5)),
    "a year": lambda each: each.balances.append(SieBalance("IB", 2012, "1930", 5)),
    "a month": lambda each: each.period_balances.append(SiePeriodBalance("PSALDO", 0, "201213", "1930", 5)),
    "#PUTFALL": lambda each: each.period_balances.append(SiePeriodBalance("PUTFALL", 0, "201212", "1930", 5)),
    "an account's key": lambda each: each.accounts.update({"1930": SieAccount("1931")}),
    "an account's kind": lambda each: each.accounts.update({"1930": SieAccount("1930", kind="X")}),
    "a dimension's key": lambda each: each.dimensions.update({"1": SieDimension("2", "Ansvar")}),
    "an object's key": lambda each: each.objects.update({("1", "2"): SieObject("1", "3", "Skola")}),
    "a row's label": lambda each: each.vouchers.append(voucher(SieRow("1930", 0, label="XTRANS"))),
    "a lower-case label": lambda each: _record(each, SieRecord("gen", ("20130101",))),
    "a label of two words": lambda each: _record(each, SieRecord("EN TVÅ", ("1",))),
    "a control sum of its own": lambda each: _record(each, SieRecord("KSUMMA", ("1",))),
    "an account among the records": lambda each: _record(each, SieRecord("KONTO", ("1930", "Bank"))),
    "an account twice among the records": lambda each: _record(each, *[SieRecord("KONTO", ("1930", "Bank"))] * 2),
    "a balance among the records": lambda each: _record(each, SieRecord("IB", ("0", "1930", "5"))),
    "a type among the records": lambda each: _with_account(each, SieRecord("KTYP", ("1510", "T", "x"))),
    "a type in lower case among the records": lambda each: _with_account(each, SieRecord("KTYP", ("1510", "t"))),
    "a unit among the records": lambda each: _with_account(each, SieRecord("ENHET", ("1510", "st", "x"))),
    "a code among the records": lambda each: _with_account(each, SieRecord("SRU", ("1510", "7251"))),
    "a balance once its minus is replaced": lambda each: _record(each, SieRecord("IB", ("0", "1930", "−5.00"))),
    "a type once its letter is replaced": lambda each: _with_account(each, SieRecord("KTYP", ("1510", "Š"))),
    "a type once its account is replaced": lambda each: (
        each.accounts.update({"1–5": SieAccount("1–5")}) or _record(each, SieRecord("KTYP", ("1-5", "K")))
    ),
    "more records than any file has": lambda each: _record(each, *[SieRecord("EGEN", ("1",))] * 100_000),
    "more lines that are none than any file has": lambda each: _record(each, *[SieRecord("", ("text",))] * 10_000),
    "more balances twice than any file has": lambda each: each.balances.extend([SieBalance("IB", 0, "1", 5)] * 100_002),
    "more unknown records than any file has": lambda each: each.vouchers.append(
        voucher(others=(SieRecord("EGEN"),) * 100_000)
    ),
    "a year as a text": lambda each: each.balances.append(SieBalance("IB", cast(Any, "0"), "1930", 5)),
    "a year in a list": lambda each: each.balances.append(SieBalance("IB", cast(Any, [0]), "1930", 5)),
    "a year of a month that is true": lambda each: each.period_balances.append(
        SiePeriodBalance("PSALDO", True, "201301", "1930", 5)  # noqa: FBT003
    ),
    "a number as a number": lambda each: each.vouchers.append(SieVoucher("A", cast(Any, 1), "20121231")),
    "objects in lists": lambda each: each.vouchers.append(voucher(SieRow("1930", 0, cast(Any, [["1", "10"]])))),
    "objects in threes": lambda each: each.vouchers.append(voucher(SieRow("1930", 0, cast(Any, (("1", "2", "3"),))))),
    "fields in a list": lambda each: _record(each, SieRecord("EGEN", cast(Any, ["1"]))),
    "fields in a tuple in a tuple": lambda each: _record(each, SieRecord("EGEN", cast(Any, ((("1",),),)))),
    "an account without its class": lambda each: each.accounts.update({"1930": cast(Any, ("1930", "Bank"))}),
    "codes in a list": lambda each: each.accounts.update({"1": SieAccount("1", sru=cast(Any, ["7251"]))}),
    "rows in a tuple": lambda each: each.vouchers.append(SieVoucher("A", "1", "20121231", rows=cast(Any, ()))),
    "records in a tuple": lambda each: setattr(each, "records", ()),
    "a flag as a number": lambda each: setattr(each, "flag", 0),
    "a voucher among the records": lambda each: _record(each, SieRecord("VER", ("A", "1", "20121231"))),
    "a line of nothing": lambda each: _record(each, SieRecord("", ("",))),
    "a line that is a record": lambda each: _record(each, SieRecord("", ("#VER A 1 20121231",))),
    "a line of two fields": lambda each: _record(each, SieRecord("", ("a", "b"))),
    "a row among the others": lambda each: each.vouchers.append(
        voucher(others=(SieRecord("TRANS", ("1930", (), "5")),))
    ),
    "a row once its minus is replaced": lambda each: each.vouchers.append(
        voucher(others=(SieRecord("TRANS", ("1930", (), "−5")),))
    ),
    "an account in a voucher": lambda each: each.vouchers.append(voucher(others=(SieRecord("KONTO", ("1", "x")),))),
    "a line in a voucher": lambda each: each.vouchers.append(voucher(others=(SieRecord("", ("text",)),))),
    "a line of two million characters": lambda each: _record(each, SieRecord("PROSA", ("x" * 2_000_000,))),
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_what_would_not_read_back_equal_is_refused(name: str) -> None:
    document = SieDocument(type="3")
    UNWRITABLE[name](document)

    with pytest.raises(Refused) as refused:
        sie_bytes(document)
    (finding,) = [each for each in refused.value.findings if each.code == "SIE_UNWRITABLE"]
    assert finding.place
    assert finding.remedy
    assert finding.message_sv != finding.message


def full(**changes: object) -> SieDocument:
    document = SieDocument(
        type="4E",
        accounts={"1930": SieAccount("1930", "Bank"), "2070": SieAccount("2070", "Eget kapital")},
        dimensions={"20": SieDimension("20", "Verksamhet")},
        objects={("1", "10"): SieObject("1", "10", "Skola")},
        balances=[SieBalance("UB", 0, "1930", 500)],
        vouchers=[voucher(*ROWS)],
    )
    for name, value in changes.items():
        setattr(document, name, value)
    return document


def undeclared(document: SieDocument) -> list[str]:
    found = sie_bytes(document)[1]
    assert all(each.severity is Severity.WARNING for each in found)
    return sorted({each.code for each in found} - {"SIE_RECORD_MISSING"})


def test_a_whole_ledger_declares_its_accounts_and_objects_and_has_dates() -> None:
    row = ROWS[0]

    assert undeclared(full()) == []
    assert undeclared(full(accounts={})) == ["SIE_ACCOUNT_UNDECLARED"]
    assert undeclared(full(vouchers=[voucher(row._replace(objects=(("1", "10"),)), ROWS[1])])) == []
    assert undeclared(full(vouchers=[voucher(row._replace(objects=(("1", "11"),)), ROWS[1])])) == [
        "SIE_OBJECT_NOT_DECLARED"
    ]
    assert undeclared(full(vouchers=[voucher(row._replace(objects=(("20", "1"), ("1", "10"))), ROWS[1])])) == [
        "SIE_OBJECT_NOT_DECLARED"
    ]
    assert undeclared(full(vouchers=[SieVoucher("A", "1", "20129999", "", list(ROWS))])) == ["SIE_FIELD_UNREADABLE"]
    assert undeclared(full(vouchers=[voucher(row._replace(date="2012"), ROWS[1])])) == ["SIE_FIELD_UNREADABLE"]
    assert undeclared(full(vouchers=[voucher(row._replace(quantity="två"), ROWS[1])])) == ["SIE_FIELD_UNREADABLE"]
    with pytest.raises(Refused, match="SIE_FIELD_UNREADABLE"):
        sie_bytes(full(vouchers=[SieVoucher("A", "1", "20129999", "", list(ROWS))]), strict=True)


def test_vouchers_to_import_need_not_declare_what_the_ledger_has() -> None:
    found = sie_bytes(SieDocument(vouchers=[voucher(ROWS[0]._replace(objects=(("1", "10"),)), ROWS[1])]))[1]

    assert not {"SIE_ACCOUNT_UNDECLARED", "SIE_OBJECT_NOT_DECLARED"} & set(codes(found))


def test_a_balance_with_an_unreadable_quantity_is_written_and_told() -> None:
    document = parse_sie(b'#SIETYP 4\n#IB 0 1930 5.00 "tv\x86"\n#UB 0 1930 5.00\n')
    data, findings = sie_bytes(document)

    assert "SIE_FIELD_UNREADABLE" in {finding.code for finding in findings}
    assert parse_sie(data).balances == document.balances


def keyed(document: SieDocument) -> list[str]:
    with pytest.raises(Refused) as refused:
        sie_bytes(document)
    return [each.message.split(" cannot")[0] for each in refused.value.findings if each.code == "SIE_UNWRITABLE"]


def test_what_replaced_characters_would_make_one_is_refused() -> None:
    hyphen, dash = SieObject("6", "P-1", "Ett"), SieObject("6", "P–1", "Två")
    rows = [SieRow("4000", 5, (("6", "P–1"),)), SieRow("1930", -5, (("6", "P-1"),))]

    assert keyed(full(objects={hyphen[:2]: hyphen, dash[:2]: dash})) == ["#OBJEKT 6 P–1"]
    assert keyed(full(vouchers=[voucher(*rows)])) == ["#OBJEKT 6 P–1"]
    assert keyed(full(accounts={"1—5": SieAccount("1—5"), "1–5": SieAccount("1–5")})) == ["#KONTO 1—5"]
    assert keyed(full(vouchers=[voucher(SieRow("1–5", 5), SieRow("1-5", -5))])) == ["#KONTO 1–5"]
    assert keyed(full(dimensions={"2-0": SieDimension("2-0", "a", "2–0")})) == ["#DIM 2–0"]
    assert keyed(full(balances=[SieBalance("OIB", 0, "1930", 5, ((each, "1"),)) for each in ("2-", "2–")])) == [
        "#DIM 2–", "#OBJEKT 2– 1",
    ]  # fmt: skip
    assert keyed(full(vouchers=[SieVoucher("A", number, "20121231") for number in ("1-", "1–")])) == ["#VER A 1–"]
    assert keyed(full(vouchers=[SieVoucher(series, "", "20121231") for series in ("L-", "L–")])) == ["#VER L–"]
    years = [SieRecord("RAR", (year, "20120101", "20121231")) for year in ("-1", "−1")]
    assert keyed(full(records=years)) == ["#RAR −1"]


def test_keys_that_are_replaced_and_stay_apart_are_written() -> None:
    objects = {("6", number): SieObject("6", number, "Skola–") for number in ("P–1", "P-2")}
    document = full(objects=objects, accounts={each: SieAccount(each, "Bank") for each in ("–1", "-2", "—3")})
    data, findings = sie_bytes(document)
    again = parse_sie(data)

    assert codes(findings).count("SIE_TEXT_REPLACED") == 4
    assert list(again.objects) == [("6", "P-1"), ("6", "P-2")]
    assert sie_bytes(again)[0] == data
