"""The bytes of a file become text: the encoding found, damage told, line ends of every kind; and what is written."""

from __future__ import annotations

import sys
import time
import unicodedata
from pathlib import Path

import pytest

from sifund_ledger.exchange.sie import SieDocument, SieVoucher, parse_sie, read_sie, sie_bytes
from sifund_ledger.exchange.sie.records.charset import encoding_of
from sifund_ledger.written import composed

HEAD = '#FORMAT PC8\n#FNAMN "Öresunds kommun på Åsen"\n'


def codes(document: SieDocument) -> set[str]:
    return {finding.code for finding in document.findings}


@pytest.mark.parametrize("spoiled", [b"\xe5", b"\xff", "å".encode()[:1], "–".encode()[:2]])
def test_one_bad_byte_leaves_a_file_utf_8(spoiled: bytes) -> None:
    document = parse_sie(HEAD.encode() + b'#PROSA "Sk' + spoiled + b'lpa"\n')

    assert document.encoding == "utf-8"
    assert document.company == "Öresunds kommun på Åsen"
    assert document.first("PROSA") == "Sk\ufffdlpa"
    assert {"SIE_BYTES_UNREADABLE", "SIE_ENCODING_DIFFERS"} <= codes(document)


@pytest.mark.parametrize("text", ['#FNAMN "Malmö å', '#FNAMN "å'])
def test_a_file_that_ends_in_the_middle_of_a_letter_is_utf_8(text: str) -> None:
    document = parse_sie(text.encode()[:-1])

    assert document.encoding == "utf-8"
    assert document.company.endswith("\ufffd")
    assert "SIE_BYTES_UNREADABLE" in codes(document)


@pytest.mark.parametrize(("encoding", "letter"), [("cp437", "ö"), ("latin-1", "ö"), ("latin-1", "å"), ("cp437", "Ä")])
def test_letters_of_one_byte_are_no_damaged_utf_8(encoding: str, letter: str) -> None:
    data = f'#FNAMN "Malm{letter}'.encode(encoding)

    assert encoding_of(data) == encoding
    assert parse_sie(data).company == f"Malm{letter}"


def test_a_table_of_frames_is_code_page_437() -> None:
    assert encoding_of('#PROSA "├─┤ Räkenskap för år"'.encode("cp437")) == "cp437"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_found(encoding: str) -> None:
    document = parse_sie(HEAD.encode(encoding))

    assert document.encoding == encoding
    assert document.company == "Öresunds kommun på Åsen"
    assert "SIE_CONTROL_CHARACTER" not in codes(document)
    assert "SIE_ENCODING_DIFFERS" in codes(document)


@pytest.mark.parametrize("end", ["", "\n"])
def test_lines_that_end_in_cr_alone_are_lines(end: str) -> None:
    document = parse_sie(b'#SIETYP 4\r#FNAMN "Malm"\r#VER A 1 20121231\r{\r#TRANS 1930 {} 0\r}\r' + end.encode())

    assert document.company == "Malm"
    assert len(document.vouchers) == 1


def test_doubled_cr_counts_no_line_twice() -> None:
    document = parse_sie(b'#SIETYP 4\r\r\n#FNAMN "Malm"\r\r\n#KONTO X "x"\r\r\n')

    assert "file.se:3" in {f.place for f in document.findings if f.code == "SIE_ACCOUNT_NOT_NUMERIC"}


def test_control_characters_are_told_once_a_line_and_soon() -> None:
    begun = time.process_time()
    document = parse_sie(b"#PROSA x\n" + b"\0" * 10_000_000 + b"\n#PROSA \x01\x02\n")
    places = [each.place for each in document.findings if each.code == "SIE_CONTROL_CHARACTER"]

    assert time.process_time() - begun < 3
    assert places == ["file.se:2", "file.se:3"]


def test_the_paragraph_sign_of_pc8_is_written_as_the_paragraph_sign_is() -> None:
    data, findings = sie_bytes(SieDocument(vouchers=[SieVoucher("A", "1", "20121231", "KS \x15 45")]))

    assert b'"KS par. 45"' in data
    assert "SIE_TEXT_REPLACED" in {finding.code for finding in findings}


def test_an_object_is_one_however_its_letters_are_composed(cases: Path) -> None:
    document = read_sie(cases / "51-objects-decomposed" / "a.se")

    assert {pair for _, row in document.rows() for pair in row.objects} == {("1", "Öst")}


@pytest.mark.parametrize("name", ["\ufeff\ufeffÖst", "O\u0308st", "Ö\u00adst", "Öst\u200b", "O\u200d\u0308st"])
def test_what_cannot_be_seen_is_no_part_of_a_name(name: str) -> None:
    document = parse_sie(f'#FORMAT UTF-8\n#FNAMN "{name}"\n#DIM 1 "{name}"\n'.encode())

    assert (document.company, document.dimensions["1"].name) == ("Öst", "Öst")
    assert {each.place for each in document.findings} == {"file.se"}


def test_every_format_character_is_hidden() -> None:
    every = {letter for letter in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(letter) == "Cf"}

    assert {letter for letter in every if composed(letter)} == set()
    assert composed("åäöÅÄÖ 5\t\n") == "åäöÅÄÖ 5\t\n"
