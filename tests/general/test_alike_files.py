"""Files that begin alike are only read quicker than each by itself; what is odd in one stands where it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.exchange.ledgers import sie_files
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.ledgers.sie_files import SieFiles
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.text.known_parts import KnownParts
from sifund_ledger.files import MOST_FINDINGS
from sifund_ledger.general_ledger.ledger import GeneralLedger

HEAD = [
    "#FLAGGA 0", '#PROGRAM "Ekonomi" 1', "#FORMAT PC8", "#GEN 20240131", "#SIETYP 4", '#FNAMN "Ängby"',
    "#RAR 0 20240101 20241231", "#KONTO 1930 Bank", '#KONTO 5010 "Hyra å"', "#KTYP 5010 K", "#DIM 1 Ställe",
]  # fmt: skip


def voucher(number: str, day: str = "20240105", rows: Sequence[str] = (), series: str = "A") -> list[str]:
    rows = rows or ["#TRANS 1930 {} -5.00", '#TRANS 5010 {1 10} 5.00 20240106 "Mars å"']
    return [f'#VER {series} {number} {day} "Köp" {day} AB', "{", *rows, "}"]


def taken(files: Sequence[bytes]) -> LedgerReader:
    reader = LedgerReader(KnownParts())
    every = SieFiles(reader)
    for number, data in enumerate(files):
        every.take(f"{number}.se", data)
    every.settle()
    return reader


def whole(ledger: GeneralLedger) -> list[object]:
    rows = [(ledger.row(index), ledger.voucher_of(index)) for index in range(ledger.rows)]
    return [ledger.findings, ledger.sources, ledger.accounts, ledger.dimensions, list(ledger.each_voucher()), rows]


@contextmanager
def each_by_itself() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sie_files, "_MOST", -1)
        yield


ODD = [
    ["#KONTO 2440 Sen"], ["#IB 0 1930 5.00"], ["#RAR -1 20230101 20231231"], [""], ["fel"], ["#UNK 1"], ["#KSUMMA"],
    voucher("7", rows=["#TRANS 1930 {} 5.00"]), voucher("7", day="20250105"), voucher("7", rows=["#TRANS 7 {} 0.00"]),
    ["#VER A 8 20240105", "{", "}"], voucher("1"), voucher("9", rows=["#BTRANS 1930 {} 5.00"]), voucher("6")[:-1],
    ["#VER  A 8 20240105", "{", "#TRANS 1930 {} 0", "} "], ["#ver A 8 20240105", "{", "}"],
    [" #VER A 8 20240105", "{", "}"], voucher("8", rows=["#TRANS 1930 {1 10 1 20} 0.00"]),
    voucher("8", rows=["#TRANS 1930 {} 0.00 20240231"]), voucher("8", rows=["#TRANS 1930 {} 0.00 \"\" \"ü\""]),
    voucher("8", rows=["#TRANS 1930 {} 0.00\r"]), ["#PROSA a\rb"], ["#PROSA " + "a\r" * 20], ['#PROSA "é"'],
    ['#PROSA "ü"'], ["#PSALDO 0 202401 5010 {} 9.00"], ["#RES 0 5010 x"], ["#OMFATTN 20240131"], ["#KTYP 5010 I"],
    ["#VALUTA EUR"], voucher("5"),
]  # fmt: skip
FILES = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 9)), min_size=2, max_size=5)


def same_by_themselves(files: Sequence[bytes]) -> None:
    together = whole(taken(files).ledger())
    with each_by_itself():
        assert whole(taken(files).ledger()) == together


@settings(deadline=None)
@given(st.sets(st.sampled_from(range(2, len(HEAD))), max_size=2), FILES, st.integers(0, 4), st.sampled_from(ODD))
def test_files_that_begin_alike_are_read_as_each_by_itself(
    left_out: set[int], many: list[tuple[int, int]], which: int, odd: list[str]
) -> None:
    head = [line for at, line in enumerate(HEAD) if at not in left_out]
    texts = [[line for at in range(count) for line in voucher(str(first + at))] for count, first in many]
    texts[which % len(texts)] += odd

    same_by_themselves(["\n".join([*head, *text, ""]).encode("cp437") for text in texts])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("odd", ODD)
def test_what_is_odd_in_files_that_begin_alike_is_found_as_by_themselves(odd: list[str], end: str) -> None:
    texts = [voucher("1"), [*voucher("2"), *voucher("4"), *voucher("5")], voucher("3")]
    for which in range(3):
        ones = [[*text, *odd] if at == which else text for at, text in enumerate(texts)]
        same_by_themselves([end.join([*HEAD, *text, ""]).encode("cp437") for text in ones])
        same_by_themselves([end.join([*HEAD, *text]).encode("cp437") for text in ones])
    for at in range(len(HEAD) + 1):
        head = [*HEAD[:at], *odd, *HEAD[at:]]
        ends = [*zip(texts, ("\n", "\r\n", "\n"), strict=True)]
        begun = "".join(f"{line}{end}" for line in head)
        same_by_themselves([(begun + "".join(f"{line}{own}" for line in text)).encode("cp437") for text, own in ends])


@pytest.mark.parametrize(
    "written", [("cp437", "latin-1"), ("latin-1", "cp437"), ("utf-8", "cp437"), ("cp437", "cp437")]
)
@pytest.mark.parametrize("left_out", range(len(HEAD)))
def test_letters_and_what_is_not_stated_are_taken_as_by_themselves(left_out: int, written: tuple[str, str]) -> None:
    head = [line for at, line in enumerate(HEAD) if at != left_out]
    plain = [line.translate({ord("å"): "a", ord("Ä"): "A"}) for line in head]
    bare = voucher("1", rows=["#TRANS 1930 {} 0.00"])
    bare[0] = "#VER A 1 20240105"
    for first in (bare, voucher("1")):
        for codec, other in (written, written[::-1]):
            texts = ["\n".join([*each, ""]) for each in (first, voucher("2"), [*voucher("3"), *voucher("4")])]
            codecs = (codec, other, codec)
            begun = "\n".join([*head, ""]).encode(codec), "\n".join([*plain, ""]).encode()
            for own in begun:
                same_by_themselves([own + text.encode(each) for text, each in zip(texts, codecs, strict=True)])


def test_what_is_sound_across_the_end_of_a_file_is_not_so_in_each() -> None:
    begun, text = ("\n".join([*lines, ""]) for lines in (HEAD, ["#VER #VER 2 20240105", *voucher("2")[1:]]))
    for at in range(1, len(text)):
        texts = ("\n".join([*voucher("1"), ""]), text[:at], text[at:])
        same_by_themselves([f"{begun}{each}".encode("cp437") for each in texts])


def test_that_characters_are_others_than_stated_depends_on_the_letters_of_each() -> None:
    head = [line.replace("PC8", "X") for line in HEAD if line.isascii()]
    plain = ["#VER A 1 20240105", "{", "#TRANS 1930 {} 0.00", "}"]
    texts = (plain, [line.replace(" 0.00", ' 0.00 "" "å"') for line in plain])
    same_by_themselves(["\n".join([*head, *text, ""]).encode("cp437") for text in texts])


def test_an_account_whose_type_differs_from_that_of_a_file_before_is_told_in_each() -> None:
    kinds = ["S", "K", "K", "K"]
    files = ["\n".join([*HEAD, f"#KTYP 1930 {kind}", *voucher("1"), ""]).encode("cp437") for kind in kinds]

    same_by_themselves(files)

    assert [each.place for each in taken(files).findings] == ["1.se", "2.se", "3.se"]


def test_findings_that_are_counted_alone_may_be_about_the_vouchers_of_a_file() -> None:
    head = [*HEAD, *[f"#KTYP {number} K" for number in range(6000, 6000 + MOST_FINDINGS)]]
    undeclared = voucher("1", rows=["#TRANS 1930 {} 5.00", "#TRANS 7777 {} -5.00"])
    same_by_themselves(["\n".join([*head, *text, ""]).encode("cp437") for text in (undeclared, voucher("2"))])


def test_to_which_day_balances_go_depends_on_the_vouchers_of_each() -> None:
    head = [*HEAD, "#OIB 0 1930 {1 10} 9.00"]
    days = ("20240105", "20240106", "20240301")
    same_by_themselves(["\n".join([*head, *voucher(day, day), ""]).encode("cp437") for day in days])


def test_only_the_first_of_files_that_begin_alike_is_read_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths, read = [tmp_path / f"{number}.se" for number in range(1, 13)], []
    for number, path in enumerate(paths, 1):
        path.write_bytes("\n".join([*HEAD, *voucher(str(number)), ""]).encode("cp437"))
    take = LedgerReader.take_sie

    def noted(reader: LedgerReader, data: bytes, found: FileFindings) -> None:
        read.append(found.name)
        take(reader, data, found)

    monkeypatch.setattr(LedgerReader, "take_sie", noted)

    ledger = read_general_ledger(*paths)

    assert read == ["1.se"]
    assert repr(ledger) == "<GeneralLedger of 2024: 12 files, 12 vouchers, 24 rows>"
    assert [source.name for source in ledger.sources] == [path.name for path in paths]
    assert [source.moved for source in ledger.sources] == [{"1930": -500, "5010": 500}] * 12
    places = {f"{path.name}:{len(HEAD) + line}" for path in paths for line in (3, 4)}
    assert {ledger.row(index).place for index in range(ledger.rows)} == places


def test_what_is_odd_in_one_of_many_is_found_on_its_line() -> None:
    odd = voucher("3", rows=["#TRANS 1930 {} 5.00"])
    files = ["\n".join([*HEAD, *text, ""]).encode("cp437") for text in (voucher("1"), voucher("2"), odd, voucher("4"))]

    reader = taken(files)

    assert [(each.code, each.place) for each in reader.findings] == [
        ("SIE_VOUCHER_UNBALANCED", f"2.se:{len(HEAD) + 1}")
    ]
    assert reader.ledger().vouchers == 4
