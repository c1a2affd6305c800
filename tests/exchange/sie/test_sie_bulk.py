"""Many vouchers at once is only a quicker way to what reading line by line gives; so is a general ledger's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie import SieDocument, parse_sie, sie_bytes
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records import charset, scanning, tokens
from sifund_ledger.exchange.sie.records.bulk import RowTexts, vouchers_of
from sifund_ledger.exchange.sie.records.bulk_records import records_of
from sifund_ledger.exchange.sie.records.tokens import SieRecord, record_of
from sifund_ledger.exchange.sie.text.assembling import Assembly
from sifund_ledger.exchange.sie.text.chart_records import ChartRecords
from sifund_ledger.exchange.sie.text.known_parts import KnownParts
from sifund_ledger.interned import Interned
from sifund_ledger.testing import sie_bytes_of_any_kind, sie_documents
from sifund_ledger.written import cleaned


class KeepingReader(LedgerReader):
    """Keeps the documents of its files, with all that they state."""

    lists_balances = True

    def __init__(self) -> None:
        super().__init__(KnownParts())
        self.documents: list[SieDocument] = []

    def end_source(self, found: FileFindings, document: SieDocument) -> None:
        self.documents.append(document)
        super().end_source(found, document)


@contextmanager
def line_by_line() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scanning, "vouchers_of", lambda text, first_line, texts: None)
        patched.setattr(scanning, "records_of", lambda text, position, most, line: (position, position, None))
        patched.setattr(tokens, "_PLAIN", re.compile("(?!)"))
        yield


def places(document: SieDocument) -> list[tuple[int, list[int]]]:
    return [(each.line, [each.row_line(index) for index in range(len(each.rows))]) for each in document.vouchers]


def same_either_way(data: bytes) -> None:
    at_once = parse_sie(data)
    with line_by_line():
        one_by_one = parse_sie(data)

    assert at_once == one_by_one
    assert sorted(map(str, at_once.findings)) == sorted(map(str, one_by_one.findings))
    if at_once.type != "5":
        assert places(at_once) == places(one_by_one)


def same_in_the_ledger(data: bytes) -> None:
    document, found, reader = parse_sie(data, name="x"), FileFindings("x"), LedgerReader()
    reader.take_sie(data, found)
    ledger = reader.ledger()
    written = [
        (
            each.series,
            each.number,
            each.text,
            each.sign,
            row.account,
            row.ore,
            tuple(
                (dimension, cleaned(code)) for dimension, code in row.objects
            ),  # objects are taken for what they mean
            row.text,
            row.quantity,
        )
        for each, row in document.rows()
    ]
    kept = [
        (each.series, each.number, each.text, each.maker, row.account, row.ore, row.objects, row.text, row.quantity)
        for each in ledger.each_voucher()
        for row in each.rows
    ]

    assert kept == written
    of_file = [finding for finding in found.all() if not finding.code.startswith("LEDGER_")]
    assert sorted(map(str, of_file)) == sorted(map(str, document.findings))  # in the order of what is read at once
    assert [each.place for each in ledger.each_voucher()] == [
        f"x:{each.line}" if each.line else "x" for each in document.vouchers
    ]
    of_document = LedgerReader()
    of_document.take_document(document, FileFindings("x"))
    assert of_document.ledger().sources == ledger.sources  # the document has its balances one by one, the ledger not


@settings(deadline=None, max_examples=80)
@given(sie_documents())
def test_documents_are_read_the_same_either_way(document: SieDocument) -> None:
    data, _ = sie_bytes(document)

    same_either_way(data)
    same_in_the_ledger(data)


@settings(deadline=None, max_examples=300)
@given(sie_bytes_of_any_kind())
@example(b"#VER A 1 20121231\n{\n#TRANS 1 {} 1\n}\n#TRANS 1 {} 5\n#VER A 2 20121231\n{\n#TRANS 1 {} -1\n}\n")
@example(b"#VER A 1 20121231\n{\n}\n#KTYP 1 Q x\n}\n#VER A 9 20121231\n{\n}\n#VER B 2 20121231\n{\n#TRANS 1 {} 5\n}\n")
def test_any_vouchers_are_read_the_same_either_way(data: bytes) -> None:
    same_either_way(data)
    same_in_the_ledger(data)


@settings(deadline=None, max_examples=100)
@given(sie_documents() | sie_bytes_of_any_kind(), st.integers(1, 300))
@example(b"#FLAGGA 0\r\n#VER A 1 20121231\r\n{\r\n#TRANS 1 {} 0\r\n}\r\n#VER A 2 20121231\r\n{\r\n}\r\n", 1)
@example(b"Rubrik\n}\nRubrik\n}\n#VER A 1 20121231\n{\n}\n", 5)
def test_a_text_is_read_the_same_in_pieces_of_any_size(source: SieDocument | bytes, size: int) -> None:
    data = source if isinstance(source, bytes) else sie_bytes(source)[0]
    whole = parse_sie(data)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(charset, "_PIECE", size)
        in_pieces = parse_sie(data)

    assert in_pieces == whole
    assert sorted(map(str, in_pieces.findings)) == sorted(map(str, whole.findings))
    assert in_pieces.type == "5" or places(in_pieces) == places(whole)


@settings(deadline=None, max_examples=300)
@given(st.text('# \t\r"{}\\abå1', max_size=12))
@example('KONTO 1 "Bank {1}"\t""')
@example('KONTO "1""2"')
def test_any_line_is_read_the_same_either_way(line: str) -> None:
    def read() -> tuple[SieRecord, list[str]]:
        found = FileFindings("x")
        return record_of(f"#{line}", 1, found), list(map(str, found.all()))

    at_once = read()
    with line_by_line():
        assert read() == at_once


SOUND = st.sampled_from(
    [
        "#IB 0 1930 5.00", "#IB 0 1930 7", "#UB -1 1930 -0.5 ", "#RES 0 3010 7.1 12.5", '#OIB 0 1930 {1 "10"} 5',
        "#PSALDO 0 201201 3010 {} 5.00", '#PSALDO 0 201201 3010 {1 "10"} -5.5 1234', "#PSALDO 0 201202 3010{ 6 P } 1",
        '#PBUDGET 0 201202 "3010" {1 10 6 "P \\"x\\""} 1 ""',
    ]
)  # fmt: skip
ODD = st.builds(
    "#{}{}{}{}{}{}".format,
    st.sampled_from(["IB", "UB", "RES", "OIB", "OUB", "PSALDO", "PBUDGET", "IB", "PSALDO", "KONTO", "ib"]),
    st.sampled_from([" 0", " -1", "\t0", ' "0"', " 00", " 1234", ""]),
    st.sampled_from([" 201201", " 201202", "", "", " 201213", ' "201201"']),
    st.sampled_from([" 1930", " 3010", ' "1930"', " x", " 5"]),
    st.sampled_from(
        [" {}", "", ' {1 "10"}', "{1 10 6 P}", ' {1 10 1 "2"}', " {1}", ' {1 "a\\"b"}', " {1 \\x}", ' {6 "}"}']
    ),
    st.sampled_from(
        [" 5.00", "-5", " -0.5", " .5", " 1.234", " 12 345.00", " 5.00 12", ' 5 ""', " 123 456", " 1e9", " "]
    ),
)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        SOUND | SOUND | ODD | st.sampled_from(["#VER A 1 20120101", "{", "}", "", " #IB 0 1 5", "#KSUMMA"]), max_size=8
    )
)
@example(["#PSALDO 0 201201 3010 {} 5.00", "#PSALDO 0 201201 3010 {} 7.00", "#IB 0 1930 123 456"])
def test_any_balances_are_read_the_same_either_way(lines: list[str]) -> None:
    data = "".join(f"{line}\n" for line in ["#RAR 0 20120101 20121231", "#KONTO 1930 Bank", *lines]).encode()

    same_either_way(data)
    same_in_the_ledger(data)


CHART = st.sampled_from(
    [
        "#KONTO 1930 Bank", '#KONTO 3010 "Hyra, år"', "#KONTO 1930 Kassa", "#KONTO X1 Annat", '#KONTO "1940" ""',
        "#KONTO 1950",
        "#KTYP 1930 T", "#KTYP 1930 S", "#KTYP 3010 t", "#KTYP 7 I", "#SRU 1930 7281", "#SRU 8 7000", "#ENHET 3010 tim",
        '#OBJEKT 1 10 "Skola"', "#OBJEKT 1 10 Vård", "#OBJEKT 6 P1", '#OBJEKT 6 "P 2" "a" b', "#DIM 1 Ansvar",
        '#KONTO 1960 "a\\"b"', '#KONTO 1970 a"b', "#konto 1980 Bank", "#KONTO 1990 {x}",
        "#PSALDO 0 201201 3010 {} 5.00",
        "#VER A 1 20120101", "{", "}", "#TRANS 1930 {} 5", " #SRU 1930 1", "#KSUMMA", "#GEN 20120101", "#KONTO", "",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.lists(CHART, max_size=10))
@example(["#KTYP 1930 T", "#KONTO 1930 Bank", "#KTYP 1930 T", "#SRU 1930 1"])
@example(["#KONTO 1930 Bank", "", "#KTYP 1930 T", "", "", "#KTYP 7 I", "", "#KONTO 1930 Kassa"])
@example(["#PSALDO 0 201201 3010 {} 5.00", "#KONTO 3010 Hyra"])
def test_any_chart_is_read_the_same_either_way(lines: list[str]) -> None:
    data = "".join(f"{line}\n" for line in ["#RAR 0 20120101 20121231", *lines]).encode("cp437")

    same_either_way(data)
    same_in_the_ledger(data)


AROUND = st.sampled_from(
    [
        "#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", "#GEN 20120101", "#RAR 0 20120101 20121231", "#ORGNR 212000-0000",
        "#KONTO 1930 Annat", "#KTYP 1930 S", "#SRU 3010 7000", "#KONTO 8 Sen", "#OBJEKT 1 10 Annan", "#IB 0 3010 5",
        "#KSUMMA", "#KONTO", "", "#EGEN 1", "#VER A 1 20120101", "{", "}", "#TRANS 3010 {1 10} 5", "#TRANS 7 {} -5",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(
    st.lists(CHART | st.just("#KONTO 1945 Långfristig"), min_size=1, max_size=8),
    st.lists(st.lists(AROUND, max_size=4), min_size=1, max_size=2),
    st.lists(st.tuples(st.integers(0, 1), st.lists(AROUND, max_size=6)), min_size=2, max_size=4),
    st.sampled_from(["cp437", "latin-1", "utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r", "\n\r"]),
)
@example(
    ["#KTYP 7 I", "#KTYP 1930 S", "#KONTO 1930 Bank", "#SRU 1930 1"], [[], [""]],
    [(0, ["#KONTO 7 Sen"]), (1, ["#SRU 1930 2"])], "cp437", "\n",
)  # fmt: skip
@example(["#KONTO 1930 Bank", "#KTYP 1930 X", "#DIM 1"], [[], ["#GEN 20120101"]], [(0, []), (1, [])], "utf-8", "\r\n")
@example(
    ["#KONTO 1930 Bank"], [["#RAR 0 20120101 20121231", "#GEN x"]],
    [(0, []), (0, ["#VER A 1 20130101", "{", "#TRANS 1930 {} 0", "}"])], "cp437", "\n",
)  # fmt: skip
@example(["#KONTO 1930 Bank"], [["#VER A 1 20120101", "{", "#TRANS 7 {} 0", "}"]], [(0, []), (0, [])], "cp437", "\n")
@example(["#KONTO 1930 Bank"], [["#VER A 1 20120101", "{", "}"]], [(0, []), (0, [])], "cp437", "\n")
@example(["#KONTO 1930 Bank"], [["#KSUMMA", "#FLAGGA 0", "#KSUMMA 5"]], [(0, []), (0, [])], "cp437", "\n")
@example(["#KTYP 3010 t"], [[]], [(0, []), (0, [])], "cp437", "\n\r")
def test_what_many_files_have_is_taken_as_it_would_be_read(
    chart: list[str], heads: list[list[str]], around: list[tuple[int, list[str]]], encoding: str, end: str
) -> None:
    files = [end.join([*heads[which % len(heads)], *chart, *after, ""]).encode(encoding) for which, after in around]

    def read() -> list[object]:
        reader, told = KeepingReader(), []
        for number, data in enumerate(files):
            found = FileFindings(f"{number}.se")
            reader.take_sie(data, found)
            told.append(list(map(str, found.all())))
        ledger = reader.ledger()
        return [told, reader.documents, ledger.findings, ledger.accounts, ledger.sources, list(ledger.each_voucher())]

    known = read()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(KnownParts, "find_chart", lambda self, data: (0, None))
        assert read() == known


@pytest.mark.parametrize("encoding", ["cp437", "latin-1", "utf-8"])
def test_the_chart_of_the_second_file_is_not_read(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    chart = "".join(f'#KONTO {number} "Hyrå"\n#KTYP {number} K\n#OBJEKT 1 {number} Skola\n' for number in range(100))
    reader = KeepingReader()
    reader.take_sie(f"#GEN 20120101\n{chart}#VER A 1 20120101\n{{\n}}\n".encode(encoding), FileFindings("1.se"))
    monkeypatch.setattr(ChartRecords, "take_columns", lambda self, read: pytest.fail(str(read)))
    reader.take_sie(f"#GEN 20120201\n\n{chart}#VER A 2 20120201\n{{\n}}\n".encode(encoding), FileFindings("2.se"))

    first, second = reader.documents
    assert second.accounts == first.accounts
    assert second.accounts["7"].kind == "K"
    assert len(second.objects) == 100


def test_a_chart_stays_known_beside_an_identification_of_each_file(monkeypatch: pytest.MonkeyPatch) -> None:
    chart, reader = "".join(f"#KONTO {number} Konto\n" for number in range(100)), KeepingReader()
    for day in range(1, 31):
        reader.take_sie(f"#GEN 201201{day:02d}\n{chart}".encode(), FileFindings(f"{day}.se"))
        monkeypatch.setattr(ChartRecords, "take_columns", lambda self, read: pytest.fail(str(read)))

    assert all(each.accounts is reader.documents[0].accounts for each in reader.documents)


def test_the_identification_of_the_second_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    head = "".join(f"{line}\n" for line in ("#FLAGGA 0", "#GEN 20120101", "#GEN x", "#RAR 0 20120101 20121231"))
    chart = "".join(f"#KONTO {number} Konto\n" for number in range(100))
    files = [f"{head}{chart}#VER A {number} 20120101\n{{\n}}\n".encode() for number in (1, 2)]
    reader, told = KeepingReader(), []
    for number, data in enumerate(files):
        found = FileFindings("1.se")
        reader.take_sie(data, found)
        told.append([str(each).replace("A 2", "A 1") for each in found.all()])
        if not number:
            monkeypatch.setattr(Assembly, "take", lambda self, line, record: pytest.fail(str(record)))

    first, second = reader.documents
    assert told[0] == told[1]
    assert any("SIE_DATE" in each or "1.se:3" in each for each in told[0])
    assert (first.records, first.years, first.flag) == (second.records, second.years, second.flag)


def test_sound_balances_around_an_odd_one_are_read_at_once() -> None:
    sound = "#PSALDO 0 201201 3010 {1 10} 5.00\n" * 2
    text = sound + "#PSALDO 0 201201 3010 {1 10} 5,00\n" + sound

    end, beyond, read = records_of(text, 0, 1000, 1)

    assert (text[:end], beyond, read and read.ores) == (sound, len(text), [500, 500])
    assert records_of(text, 0, len(sound) + 5, 1)[0] == len(sound)


def test_empty_lines_between_records_end_no_run_of_them() -> None:
    text = "#KONTO 1930 Bank\n#KTYP 1930 T\n\n#KONTO 3010 Hyra\n\n\n#SRU 1930 7281\n\n"

    end, beyond, read = records_of(f"{text}#KONTO 5010\n", 0, 1000, 7)

    assert (end, beyond, read and read.lines) == (len(text), len(text) + 12, [7, 8, 10, 13])
    assert records_of(text, 0, 1000, 7)[0] == len(text)


@pytest.mark.slow
def test_real_files_are_read_the_same_either_way(real_sie_files: list[Path]) -> None:
    for path in real_sie_files:
        data = path.read_bytes()
        same_either_way(data)
        same_in_the_ledger(data)


def test_an_odd_voucher_sends_no_other_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = b"#VER A 1 20121231\n{\n#TRANS 1930 {} 0\n}\n"
    fed: list[str] = []
    feed = scanning._Lines.feed
    monkeypatch.setattr(scanning._Lines, "feed", lambda self, text, line: (fed.append(text), feed(self, text, line))[1])
    document = parse_sie(sound * 500 + b"#VER A 2 20121231\n{\n#TRANS 1930 {} 1,5\n}\n" + sound * 500)

    assert len(document.vouchers) == 1001
    assert fed == ["#VER A 2 20121231", "{", "#TRANS 1930 {} 1,5", "}"]


@pytest.mark.parametrize(
    "text",
    [
        "#TRANS 1 {} 5\n#VER A 1 20121231\n{\n#TRANS 1 {} -5\n}\n",
        "#VER A 1 20121231\n{\n#TRANS 1 {} 5\n}\n}\n",
        "#VER A 1 20121231\n{\n{\n#TRANS 1 {} 5\n}\n",
        "#VER A 1 20121231\n{\n#TRANS 1 {1} 5\n}\n",
        '#VER A 1 20121231\n{\n#TRANS 1 {1 "1" "1" "2"} 5\n}\n',
        "#VER A 1 20120230\n{\n#TRANS 1 {} 5\n}\n",
        "#VER A 1 20121231\n{\n#TRANS 1 {} 5 20120230\n}\n",
        '#VER A 1 20121231\n{\n#TRANS 1 {} 5 "" "x" två\n}\n',
        "#VER A 1 20121231\n{\n#TRANS 1 {} 123456789012345\n}\n",
        "#VER A 1 20121231\n{\n#TRANS 1 {} 5\n",
    ],
)
def test_what_is_not_entirely_regular_is_left_to_the_other_way(text: str) -> None:
    assert vouchers_of(text, 1, RowTexts(Interned(), Interned())) is None


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["0", "1", "1,5"]), st.integers(0, 3), st.integers(0, 8)), max_size=12),
    st.sampled_from(["", " ", "\t"]),
)
def test_vouchers_between_empty_lines_are_read_the_same_either_way(
    vouchers: list[tuple[str, int, int]], blanks: str
) -> None:
    lines = []
    for number, (amount, after, odd) in enumerate(vouchers):
        block = [f"#VER A {number} 20121231", "{", f"#TRANS 1930 {{}} {amount}", "}"]
        lines += [*block[:odd], *[""] * (odd < 5), *block[odd:], *[blanks] * after]
    data = "".join(f"{line}{blanks}\n" for line in lines).encode()

    same_either_way(data)
    same_in_the_ledger(data)


def test_empty_lines_send_no_voucher_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning._Lines, "feed", lambda self, text, line: pytest.fail(text))
    document = parse_sie(b"#VER A 1 20121231\n{\n#TRANS 1930 {} 0\n}\n\n \n" * 3)

    assert [(each.line, each.row_line(0)) for each in document.vouchers] == [(1, 3), (7, 9), (13, 15)]


def test_a_voucher_of_many_rows_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning._Lines, "feed", lambda self, text, line: pytest.fail(text))
    rows = b"#TRANS 5011 {1 10} 5.00\n#TRANS 1930 {} -5.00\n" * 50_000
    document = parse_sie(b"#VER L 1 20121231\n{\n" + rows + b"}\n#VER L 2 20121231\n{\n#TRANS 1930 {} 0\n}\n")

    assert [len(voucher.rows) for voucher in document.vouchers] == [100_000, 1]
    assert document.vouchers[1].line == 100_004


def test_rows_with_any_blanks_around_their_accounts_are_read_at_once() -> None:
    blanks = [" ", "\t", " \t", "\t "]
    rows = [f"#TRANS{before}1930{after}{{}} 0.00\n" for before in blanks for after in blanks]
    for first in range(len(rows)):
        text = f"#VER A 1 20120101\n{{\n{''.join([*rows[first:], *rows[:first]])}}}\n"
        read = vouchers_of(text, 1, RowTexts(Interned(), Interned()))
        assert read is not None
        assert read.accounts == ["1930"] * len(rows)
