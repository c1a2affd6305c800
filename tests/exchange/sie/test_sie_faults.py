"""Faulty rows and records: what is told, at which line, and what is still read."""

from __future__ import annotations

import pytest

from sifund_ledger.exchange.sie import SieDocument, parse_sie


def voucher(*rows: str) -> SieDocument:
    return parse_sie("\n".join(("#VER A 1 20121231", "{", *rows, "}", "")).encode("cp437"))


def told(document: SieDocument, line: int) -> list[str]:
    return [finding.code for finding in document.findings if finding.place == f"file.se:{line}"]


@pytest.mark.parametrize(
    ("row", "codes", "ores"),
    [
        ("#TRANS 1930 {} 1,50", ["SIE_VALUE_UNREADABLE"], []),
        ("#TRANS 1930 {} +5", ["SIE_VALUE_UNREADABLE"], []),
        ("#TRANS 1930 {} 1.005", ["SIE_VALUE_UNREADABLE"], []),
        ("#TRANS 1930 {} 1.500", ["SIE_AMOUNT_DECIMALS"], [150]),
        ("#TRANS 1930 {} 1.50", [], [150]),
        ("#TRANS 1930 {} 99999999999999", ["SIE_VALUE_UNREADABLE"], []),
        ("#TRANS 1930 {}", ["SIE_FIELD_MISSING"], []),
        ("#TRANS 1930 5.00", ["SIE_OBJECTS_MISSING"], [500]),
        ("#TRANS 1930 {1} 5.00", ["SIE_OBJECTS_UNREADABLE"], []),
        ("#TRANS 1930 {1 10} 5.00 20121301", ["SIE_FIELD_UNREADABLE"], [500]),
        ('#TRANS 1930 {} 5.00 "" "x" två', ["SIE_FIELD_UNREADABLE"], [500]),
        ('#TRANS 1930 {} 5.00 "" "x" 1 "EK" "Eva"', ["SIE_FIELD_UNKNOWN"], [500]),
        ("#TRANS DIFF {} 5.00", ["SIE_ACCOUNT_NOT_NUMERIC"], [500]),
        ('#TRANS 1930 {1 "a}b"} 5.00', [], [500]),
        ("#TRANS\t1930{1 10}5.00", [], [500]),
        ("#EGEN 1", ["SIE_RECORD_UNKNOWN"], []),
    ],
)
def test_a_row_is_read_as_far_as_its_meaning_is_clear(row: str, codes: list[str], ores: list[int]) -> None:
    document = voucher(row)

    assert [code for code in told(document, 3) if code != "SIE_ACCOUNT_UNDECLARED"] == codes
    assert [each.ore for each in document.vouchers[0].rows] == ores
    assert len(document.vouchers[0].others) == (0 if ores else 1)


def test_lists_of_objects_where_an_amount_and_a_quantity_should_be_are_read_as_texts() -> None:
    document = parse_sie(b"#IB 0 1930 {1} {1 P}\n#PSALDO 0 201201 1930 {1 P} {5} {345}\n")

    assert [(each.ore, each.quantity) for each in document.balances] == [(100, "1 P")]
    assert [(each.ore, each.quantity) for each in document.period_balances] == [(500, "345")]


def test_a_balance_with_three_decimals_is_read_with_the_point_as_the_format_means_it_and_told() -> None:
    """Another program may have meant thousands; the format's point is decimal (SIE 4B §5.9)."""
    document = parse_sie(b"#IB 0 1930 12.000\n#UB 0 1930 12.00\n")
    [finding] = [finding for finding in document.findings if finding.code == "SIE_AMOUNT_DECIMALS"]

    assert [balance.ore for balance in document.balances] == [1200, 1200]
    assert finding.place == "file.se:1"
    assert "12.000" in finding.message
    assert "12 kr" in finding.message


def test_a_missing_closing_brace_costs_no_later_record() -> None:
    document = parse_sie(b"#VER A 1 20121231\n{\n#TRANS 1930 {} 0\n#VER A 2 20121231\n{\n}\n#KONTO 1930 Bank\n")

    assert [each.number for each in document.vouchers] == ["1", "2"]
    assert "SIE_VOUCHER_UNCLOSED" in told(document, 4)
    assert list(document.accounts) == ["1930"]


def test_a_voucher_without_a_date_keeps_its_rows() -> None:
    document = parse_sie(b"#VER A\n{\n#TRANS 1930 {} 0\n}\n#VER A\n")

    assert told(document, 1)[:2] == ["SIE_FIELD_MISSING", "SIE_FIELD_UNREADABLE"]
    assert len(document.vouchers) == 1
    assert document.records[0].label == "VER"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp437", "latin-1", "cp1252"])
def test_every_encoding_is_found_from_the_bytes(encoding: str) -> None:
    name = "Malmö – stad" if encoding in ("cp1252", "utf-8") else "Malmö stad åäö"
    document = parse_sie(f'#FORMAT PC8\r\n#FNAMN "{name}"\r\n'.encode(encoding))
    differs = "SIE_ENCODING_DIFFERS" in {finding.code for finding in document.findings}

    assert document.company == name
    assert document.encoding == encoding.removesuffix("-sig")
    assert differs is (encoding != "cp437")


def test_a_sub_dimension_and_a_balance_with_its_object_are_read() -> None:
    document = parse_sie(
        b'#DIM 1 "Ansvar"\n#UNDERDIM 21 "Enhet" 1\n#OIB 0 1930 {21 "5"} 3.5\n#PBUDGET 0 201213 1 {} 5\n'
    )

    assert document.dimensions["21"].parent == "1"
    assert document.balances[0].objects == (("21", "5"),)
    assert "SIE_VALUE_UNREADABLE" in told(document, 4)
    assert document.records[-1].label == "PBUDGET"


def test_a_type_in_lower_case_counts_and_is_told() -> None:
    document = parse_sie(b"#KONTO 1510 Kund\n#KTYP 1510 t\n#KTYP 1510 S\n")

    assert document.accounts["1510"].kind == "T"
    assert told(document, 2) == ["SIE_FIELD_UNREADABLE"]
    assert told(document, 3) == ["SIE_ACCOUNT_TWICE"]


def test_of_two_types_the_first_counts_wherever_its_account_is_declared() -> None:
    document = parse_sie(b"#KTYP 1510 T\n#KONTO 1510 Kund\n#KTYP 1510 S\n#SRU 1510 7251\n#SRU 1510 7281\n")

    assert document.accounts["1510"][2:5] == ("T", "", ("7251", "7281"))
    assert document.records == [("KTYP", ("1510", "S"))]
