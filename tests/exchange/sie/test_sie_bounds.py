"""A hundred megabytes of nothing: read in bounded time and memory, with findings and no other exception."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sifund_ledger.exchange.ledgers.ledger_csv import take_csv
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie import parse_sie
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.files import MOST_FAULTY_LINES

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import resource, sys, time
from sifund_ledger.exchange.ledgers.ledger_csv import take_csv
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie import parse_sie
from sifund_ledger.exchange.sie.file_findings import FileFindings
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
pattern, size = sys.stdin.buffer.read(), int(sys.argv[1])
data = (pattern * (size // len(pattern) + 1))[:size]
begun = time.perf_counter()
found = FileFindings("x")
reader = LedgerReader()
if sys.argv[2] == "csv":
    take_csv(reader, b"ver;datum;konto;belopp" + bytes([10]) + data, found)
    findings = found.all()
else:
    findings = parse_sie(data).findings
    reader.take_sie(data, found)
reader.ledger().balances()
peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
print(time.perf_counter() - begun, peak / len(data), len(findings))
"""
PATTERNS = {
    "quotes": b'"', "open braces": b"{", "closing braces": b"}", "digits": b"7", "backslashes": b"\\", "hashes": b"#",
    "quotes on lines": b'"\n', "digits on lines": b"1\n", "brace lines": b"{\n}\n", "escaped quotes": b'\\"',
    "quoted blanks": b'" ', "unclosed rows": b'#TRANS 1 {"\n', "a row of quotes": b'#VER "', "empty lines": b"\n",
    "vouchers that never open": b"#VER A 1 20121231\n", "unknown records": b"#X\n", "bytes": b"\xff\xe5",
    "repeated balances": b"#IB 0 1 1\n", "repeated months": b"#PSALDO 0 201201 1 {} 5\n", "repeated years": b"#RAR 0\n",
    "types of no account": b"#KTYP 1 T\n", "repeated accounts": b"#KONTO 1 a\n", "NULs": b"\x00",
    "rows alone": b"#TRANS 1 {} 0\n",
    "odd vouchers by turns": b"#VER A 1 20120101\n{\n#TRANS 1 {} 0\n}\n#VER A 1 20120101\n{\n#TRANS 1 {} 0,5\n}\n",
    "blanks inside a line": b"#FNAMN " + b" " * 900_000 + b"x\n ",
    "one voucher of undeclared accounts": b"#VER A 1 20121231\n{\n"
    + b"".join(b"#TRANS %d {} 0\n" % number for number in range(100_000, 200_000)) + b"}\n",
    "vouchers without rows": b"#VER A 1 20121231\n{\n}\n",
    "codes of one account": b"#KONTO 1 Bank\n" + b"#SRU 1 7251\n" * 170_000,
    "types of one account": b"#KONTO 1 Bank\n" + b"#KTYP 1 T\n" * 200_000,
    "units of one account": b"#KONTO 1 Bank\n" + b"#ENHET 1 st\n" * 170_000,
}  # fmt: skip

HUGE = {"quotes", "open braces", "digits", "quotes on lines", "digits on lines", "brace lines"}
"""Patterns of which a file of a hundred megabytes is read."""


CSV_PATTERNS = {
    "rows": b"A1;2013-01-05;1930;-5\nA1;2013-01-05;5010;5\n", "vouchers alone": b";;;\n", "quotes": b'"\n',
    "lines of something else": b"x\n", "many cells": b"A1;2013-01-05;1930;5;6\n",
    "amounts unclear": b"A1;2013-01-05;1930;1.000\n",
    "empty lines": b"\n", "one long line": b"x",
}  # fmt: skip


def measured(pattern: bytes, size: int, kind: str = "sie") -> tuple[float, float, int]:
    command = [sys.executable, "-c", SCRIPT, str(size), kind]
    done = subprocess.run(command, input=pattern, capture_output=True, check=True, cwd=ROOT, timeout=600)
    seconds, ratio, findings = done.stdout.split()
    return float(seconds), float(ratio), int(findings)


@pytest.mark.parametrize("name", PATTERNS)
def test_any_pattern_is_read_with_few_findings(name: str) -> None:
    pattern, size = PATTERNS[name], 100_000
    data = (pattern * (size // len(pattern) + 1))[:size]
    reader = LedgerReader()

    reader.take_sie(data, FileFindings("x"))

    assert len(parse_sie(data).findings) < 5000
    assert reader.ledger().balances() is not None


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - HUGE))
def test_time_grows_no_faster_than_the_file(name: str) -> None:
    seconds, _, findings = measured(PATTERNS[name], 2_000_000)

    assert seconds < 30
    assert findings < 5000


@pytest.mark.slow
@pytest.mark.parametrize("name", CSV_PATTERNS)
def test_any_csv_is_read_in_memory_by_its_size_with_few_findings(name: str) -> None:
    _, ratio, findings = measured(CSV_PATTERNS[name], 10_000_000, "csv")

    assert ratio < 40
    assert findings < 5000


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(HUGE))
def test_a_hundred_megabytes_are_read_in_bounded_time_and_memory(name: str) -> None:
    seconds, ratio, findings = measured(PATTERNS[name], 100_000_000)

    assert seconds < 120
    assert ratio < 12
    assert 0 < findings < 5000


def taken(text: str) -> tuple[LedgerReader, FileFindings]:
    reader, found = LedgerReader(), FileFindings("x.csv")
    take_csv(reader, text.encode(), found)
    return reader, found


def test_a_csv_file_of_something_else_is_given_up_and_one_with_some_faulty_lines_is_not() -> None:
    head, good = "ver;datum;konto;belopp\n", "A1;2013-01-05;1930;0\n"
    bad = "x\n"
    _, found = taken(head + bad * (10 * MOST_FAULTY_LINES))
    (end,) = [finding for finding in found.all() if finding.code == "LEDGER_CSV_NOT_ROWS"]
    assert end.place == f"x.csv:{MOST_FAULTY_LINES + 1}"
    reader, found = taken(head + good * 3 * MOST_FAULTY_LINES * 4 + bad * (MOST_FAULTY_LINES + 1) + good)
    assert "LEDGER_CSV_NOT_ROWS" not in {finding.code for finding in found.all()}
    assert reader.ledger().rows == 12 * MOST_FAULTY_LINES + 1


def test_amounts_that_the_rest_of_a_csv_file_explains_are_no_faulty_lines() -> None:
    rows = "A1;2013-01-05;1930;1.000\nA1;2013-01-05;3010;-1.000\n" * MOST_FAULTY_LINES
    reader, found = taken(f"ver;datum;konto;belopp\n{rows}A2;2013-01-05;1930;1,50\nA2;2013-01-05;3010;-1,50\n")
    assert "LEDGER_CSV_NOT_ROWS" not in {finding.code for finding in found.all()}
    assert reader.ledger().rows == 2 * MOST_FAULTY_LINES + 2
