"""The 69 real files: what is read of each is what the index says, and what can be written reads back the same."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from sifund_ledger import Refused
from sifund_ledger.exchange.sie import SieDocument, parse_sie, read_sie, sie_bytes, ties

INDEX = Path(__file__).resolve().parents[4] / "shared" / "data" / "sie" / "index.csv"
ROWS = list(csv.DictReader(INDEX.read_text(encoding="utf-8").splitlines())) if INDEX.exists() else []
SIE4 = [row for row in ROWS if row["type"] != "5"]
KSUMMA = {
    "Sie1.se": 909685525,
    "42_sie2.se": 2512856369,
    "43_sie3.se": 3786156381,
    "44_sie4.se": 2215893042,
    "Norstedts%20Bokslut%20SIE%201.se": 3033066896,
    "Bokslut%20Norstedts%20SIE%204E.se": 854227682,
    "Norstedts%20Bokslut%20SIE%204I.si": 1573150874,
    "Norstedts%20Revision%20SIE%201.SE": 3130188017,
}
UNBALANCED = {
    "transaktioner_ovnbolag-bad-balance.se": {("B", "1", -1277100)},
    "XE_SIE_4_20151125095119.SE": {("1", "1", 200)},
    "testWrite.se": {("1", "1", 200)},
}


def named(row: dict[str, str]) -> str:
    return row["path"].rpartition("/")[2]


@lru_cache(maxsize=80)
def document(path: str) -> SieDocument:
    return read_sie(INDEX.parent / path)


def ore(text: str) -> int:
    return int(Decimal(text or 0) * 100)


def checks(read: SieDocument, kind: str) -> str:
    """The cross-checks in the words and by the rules of the index: accounts by class, stated closing balances."""
    compared, told = ties(read, by_class=True), []
    closing = {each.account for each in read.balances if (each.label, each.year) == ("UB", 0)}
    if kind == "4E":
        counted = sum(tie.account in closing for tie in compared.closing)
        told.append(f"IB+Σ=UB {f'{counted} acc differ' if counted else 'ok'}")
        counted = sum(tie.account[0] in "345678" for tie in compared.result)
        told.append(f"Σ=RES {f'{counted} acc differ' if counted else 'ok'}")
    stated = {(each.label, each.year) for each in read.balances}
    if ("UB", -1) in stated and (("IB", 0) in stated or read.vouchers):
        told.append(f"UB-1=IB0 {f'{len(compared.opening)} acc differ' if compared.opening else 'ok'}")
    told.append("ΣUB+ΣRES=0 ok" if not compared.sum_ore else f"ΣUB+ΣRES=0 {compared.sum_ore}")
    return "; ".join(told)


def as_ore(told: str) -> str:
    head, _, amount = told.rpartition(" ")
    return told if amount in ("ok", "differ", "") else f"{head} {ore(amount)}"


def test_all_files_are_here(shared_data: Path) -> None:
    assert (shared_data / "sie" / "index.csv") == INDEX
    assert len(ROWS) == 69


@pytest.mark.parametrize("row", SIE4, ids=named)
def test_a_file_is_read_as_the_index_says(row: dict[str, str]) -> None:
    read = document(row["path"])
    labels = Counter(each.label for voucher in read.vouchers for each in voucher.rows)
    sums = [sum(each.ore for each in read.balances if each[:2] == (label, 0)) for label in ("IB", "UB", "RES")]

    assert (read.encoding, read.type) == (row["enc"].partition("(")[0], row["type"])
    assert (len(read.accounts), len(read.vouchers)) == (int(row["nacc"]), int(row["nver"]))
    assert [labels[name] for name in ("TRANS", "RTRANS", "BTRANS")] == [int(row[key]) for key in ("ntrans", "nr", "nb")]
    assert sum(1 for voucher in read.vouchers if voucher.difference_ore) == int(row["unb"])
    assert sums == [ore(row[key]) for key in ("ib", "ub", "res")]
    if row["type"] != "4I":
        assert checks(read, row["type"]) == as_ore(row["x"])


@pytest.mark.parametrize("row", SIE4, ids=named)
def test_what_the_index_finds_odd_is_a_finding(row: dict[str, str]) -> None:
    found = Counter(finding.code for finding in document(row["path"]).findings)
    for odd, code in (
        ("missing mandatory", "SIE_RECORD_MISSING"), ("forbidden in type", "SIE_RECORD_NOT_IN_TYPE"),
        ("group order violated", "SIE_GROUP_ORDER"), ("#FLAGGA 1", "SIE_ALREADY_READ"),
        ("too few fields", "SIE_FIELD_MISSING"), ("non-numeric", "SIE_ACCOUNT_NOT_NUMERIC"),
        ("duplicate series", "SIE_VOUCHER_TWICE"), ("used accounts not declared", "SIE_ACCOUNT_UNDECLARED"),
        ("no #TRANS", "SIE_VOUCHER_EMPTY"),
    ):  # fmt: skip
        if odd in row["odd"]:
            assert found[code], odd
    unclosed = row["odd"].partition(" lines with unclosed")[0].rpartition(" ")[2] if "unclosed" in row["odd"] else "0"
    assert found["SIE_QUOTE_UNCLOSED"] == int(unclosed)


@pytest.mark.parametrize("row", SIE4, ids=named)
def test_unbalanced_vouchers_are_exactly_those_listed(row: dict[str, str]) -> None:
    read = document(row["path"])
    unbalanced = {(v.series, v.number, v.difference_ore) for v in read.vouchers if v.difference_ore}
    lines = {f.place for f in read.findings if f.code == "SIE_VOUCHER_UNBALANCED"}

    assert unbalanced == UNBALANCED.get(named(row), set())
    assert lines == {f"{named(row)}:{v.line}" for v in read.vouchers if v.difference_ore}


@pytest.mark.parametrize("row", [row for row in SIE4 if named(row) in KSUMMA], ids=named)
def test_genuine_control_totals_are_verified(row: dict[str, str]) -> None:
    data = (INDEX.parent / row["path"]).read_bytes()
    stated = str(KSUMMA[named(row)]).encode()

    assert stated in data
    assert document(row["path"]).control_sum
    assert not [f for f in parse_sie(data).findings if f.code.startswith("SIE_KSUMMA")]
    changed = parse_sie(data.replace(b"#FNAMN", b"#FNAMn", 1).replace(b'"', b'"x', 1))
    assert [f.code for f in changed.findings if f.code.startswith("SIE_KSUMMA")] == ["SIE_KSUMMA_DIFFERS"]
    cut = parse_sie(data[: data.rindex(b"#KSUMMA")])
    assert [f.code for f in cut.findings if f.code.startswith("SIE_KSUMMA")] == ["SIE_KSUMMA_UNFINISHED"]


def test_only_genuine_control_totals_occur() -> None:
    assert {named(row) for row in SIE4 if document(row["path"]).control_sum} == set(KSUMMA) & {*map(named, SIE4)}


@pytest.mark.parametrize("row", [row for row in SIE4 if row["type"] in ("3", "4E", "4I")], ids=named)
def test_read_write_read_gives_the_same(row: dict[str, str]) -> None:
    read = document(row["path"])
    data, findings = sie_bytes(read, keep_unbalanced=True)
    again = parse_sie(data)

    if any(finding.code == "SIE_TEXT_REPLACED" for finding in findings):
        assert read.encoding != "cp437"
        assert ties(again) == ties(read)
    else:
        assert again == read
    assert again.encoding == "cp437"
    assert sie_bytes(again, keep_unbalanced=True)[0] == data
    if row["unb"] != "0":
        with pytest.raises(Refused, match="SIE_VOUCHER_UNBALANCED"):
            sie_bytes(read)


def test_corrections_count_as_their_twins_do(shared_data: Path) -> None:
    read = document("idstam__jsisie/BL0001_typ4.SE")
    corrected = [voucher for voucher in read.vouchers if len(voucher.booked) < len(voucher.rows)]

    assert len(corrected) > 0
    assert all(voucher.difference_ore == 0 for voucher in corrected)
    assert "SIE_TWIN_MISSING" not in {finding.code for finding in read.findings}
    assert any(row.text == "1820\\A012 Cykel" for _, row in read.rows())


def test_sub_dimensions_objects_and_quantities_are_read(shared_data: Path) -> None:
    dimensions = document("idstam__jsisie/SIE4_Exempelfil_med_underdim.SE").dimensions
    several = [row for _, row in document("idstam__jsisie/MAMUT_SIE4_EXPORT.SE").rows() if len(row.objects) > 1]

    assert sum(bool(each.parent) for each in dimensions.values()) == 2
    assert len(several) == 369
    assert any(row.quantity for _, row in document("idstam__jsisie/LON%20L%C3%B6nek%C3%B6rning.SI").rows())


def test_xml_is_read_without_overstruck_rows(shared_data: Path) -> None:
    full = document("Alipsa__SIEParser/Sample.sie")
    entry = document("Alipsa__SIEParser/SampleEntry.sie")
    rows = [row for voucher in full.vouchers for row in voucher.rows]

    assert (full.type, len(full.vouchers), len(rows)) == ("5", 91, 353)
    assert sum(row.label == "BTRANS" for row in rows) == 10
    assert all(voucher.difference_ore == 0 for voucher in full.vouchers)
    assert len(full.accounts) == 316
    assert (entry.type, list(entry.accounts)) == ("5", ["1910", "1930"])
    assert not entry.findings
