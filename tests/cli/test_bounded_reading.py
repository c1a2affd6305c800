"""Whatever lies at a path is read within bounds, or refused: devices, pipes, and files made to cost much.

Each runs in a process of its own with limits that the system holds it to. What is counted is what it prints.
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import DOCUMENT, LEDGER, MOST_FINDINGS

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import resource, shlex, sys
from sifund_ledger.cli.program import run
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
for line in sys.argv[2:]:
    print(run(shlex.split(line)), flush=True)
"""
MEMORY = 1_000_000_000
READERS = (
    "balance-requirement {}", "balance-requirement {} --format json", "post ale.sifund {}", "import sie {}",
    "import csv {}", "import sie f.toml --roles {}", "export hledger {}", "year-end ale.sifund 2013 {}",
    "year-end ale.sifund 2013 --sie {} --roles f.toml", "year-end ale.sifund 2013 f.toml --templates {}",
    "interim ale.sifund 2013 {}", "budget ale.sifund 2013 {}", "plan ale.sifund {} --to 2030",
    "fund create ale.sifund social --policy {} --decision 'KF 2014-04-28 § 31'",
    "export sie ale.sifund 2013 --mapping {} --register r.txt -o out.si",
    "export sie ale.sifund 2013 --mapping f.toml --register {} -o out.si",
    "export budget ale.sifund 2013 --register {} -o out.csv", "verify {}", "recover {}", "backup {} copy.sifund",
)  # fmt: skip
"""Every command that reads a file, with a place for it."""
COSTLY = {
    "keys of many dots": ("toml", lambda: "".join(f"k{number}{'.a' * 900} = 1\n" for number in range(500))),
    "headers of many dots": ("toml", lambda: "".join(f"[k{number}{'.a' * 900}]\n" for number in range(500))),
    "keys of many quoted dots": ("toml", lambda: "".join(f'k{number}{" . " + chr(34) + "a" + chr(34)}' * 30 + " = 1\n"
                                                        for number in range(3000))),
    "keys of few dots": ("toml", lambda: "".join(f"k{number}{'.a' * 14} = 1\n" for number in range(25_000))),
    "a key given twice": ("json", lambda: "{" + ",".join(['"a":1'] * 160_000) + "}"),
    "unknown keys": ("toml", lambda: "".join(f"k{number} = 1\n" for number in range(80_000))),
    "empty years": ("toml", lambda: "[[year]]\n" * 110_000),
    "empty events": ("toml", lambda: "[[event]]\n" * 95_000),
    "numbers": ("toml", lambda: f"opening_deficits = [{'1.5,' * 240_000}]"),
    "empty tables": ("toml", lambda: f"opening_deficits = [{'{},' * 320_000}]"),
    "brackets": ("json", lambda: "[" * 999_999),
}  # fmt: skip
"""Documents within their bound."""
QUICK = ("keys of many dots", "keys of many quoted dots", "brackets")
OF_DOTS = ("keys of many dots", "headers of many dots", "keys of many quoted dots")


def ran(folder: Path, *lines: str, memory: int = MEMORY) -> tuple[list[int], str]:
    command = [sys.executable, "-c", SCRIPT, str(memory), *lines]
    there = {**os.environ, "PYTHONPATH": str(ROOT), "SIFUND_ACTOR": "ekonomi"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, cwd=folder, env=there, timeout=600,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return [int(line) for line in done.stdout.split()], done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from sifund_ledger import open_book

    with open_book(tmp_path / "ale.sifund", create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, "100", opening_deficits=[], decision="KF 2013-04-28 § 1")
    (tmp_path / "f.toml").write_text('[[year]]\nyear = 2013\nnet_result = "1"\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("what", ["/dev/full", "/dev/zero", "a pipe"])
def test_no_command_waits_for_a_pipe_or_reads_a_device(folder: Path, what: str) -> None:
    names = [f"x{number}.{ending}" for number, ending in enumerate(["toml", "csv"])]
    for name in names:
        os.mkfifo(folder / name) if what == "a pipe" else (folder / name).symlink_to(what)
    lines = [line.format(names["import csv" in line]) for line in READERS]
    statuses, told = ran(folder, *lines)
    assert dict(zip(lines, statuses, strict=True)) == dict.fromkeys(lines, 3), told
    assert not (folder / "out.si").exists()


@pytest.mark.parametrize(
    ("line", "bound"),
    [("balance-requirement x.toml", DOCUMENT), ("post ale.sifund x.toml", DOCUMENT), ("import sie x.toml", LEDGER),
     ("import csv x.csv", LEDGER), ("export budget ale.sifund 2013 --register x.toml -o out.csv", LEDGER),
     ("export sie ale.sifund 2013 --mapping x.toml --register r.txt -o out.si", DOCUMENT)],
)  # fmt: skip
def test_a_file_above_its_bound_is_refused_with_what_to_do(folder: Path, line: str, bound: object) -> None:
    for name in ("x.toml", "x.csv"):
        with open(folder / name, "wb") as file:
            file.truncate(bound.megabytes * 1_000_000 + 1)  # all holes: nothing lies on the disk
    statuses, told = ran(folder, line)
    assert (statuses, told.count("FILE_TOO_LARGE")) == ([3], 1)
    assert bound.do.sv in told


@pytest.mark.parametrize("size", [0, 2, 3, 4, 10**12])
def test_a_file_is_read_to_its_end_whatever_size_it_was_said_to_have(size: int) -> None:
    assert DOCUMENT.read(BytesIO(b"abc"), "x", size) == b"abc"
    with pytest.raises(UnreadableInput, match="FILE_TOO_LARGE"):
        DOCUMENT.read(BytesIO(bytes(DOCUMENT.size + 1)), "x", size)


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in COSTLY]
)
def test_a_costly_document_is_read_in_little_memory_with_few_findings(folder: Path, name: str) -> None:
    ending, text = COSTLY[name]
    (folder / f"x.{ending}").write_text(text(), encoding="utf-8")
    assert DOCUMENT.megabytes * 1_000_000 * 0.5 < (folder / f"x.{ending}").stat().st_size <= DOCUMENT.size
    statuses, told = ran(folder, f"balance-requirement x.{ending}", f"post ale.sifund x.{ending}")
    assert statuses == [3, 3], told[-500:]
    assert len(told.splitlines()) <= 2 * 2 * (MOST_FINDINGS + 2)
    assert (f"x.{ending}:1: FILE_TOO_DEEP" in told) == (name in OF_DOTS)


def test_a_finding_of_a_kind_is_listed_so_often_and_then_counted(folder: Path) -> None:
    lines = "".join(f'"fund_available.fond {number}" = "2071"\n' for number in range(4 * MOST_FINDINGS))
    (folder / "m.toml").write_text(f'[accounts]\nfree_equity = "2070"\n{lines}', encoding="utf-8")
    _, told = ran(folder, "export sie ale.sifund 2012 --mapping m.toml --register r.txt -o out.si --lang en")
    assert told.count(": MAPPING_FUND_UNKNOWN: ") == MOST_FINDINGS
    assert f"There are {3 * MOST_FINDINGS} more cases of MAPPING_FUND_UNKNOWN." in told


@pytest.mark.slow
def test_a_large_general_ledger_is_read(folder: Path) -> None:
    rows = 60_000
    vouchers = "".join(
        f'#VER A {number} 20130105 "Faktura {number}"\n{{\n#TRANS 1930 {{}} -5.00\n#TRANS 5010 {{}} 5.00\n}}\n'
        for number in range(rows // 2)
    )
    head = "#FLAGGA 0\n#SIETYP 4\n#RAR 0 20130101 20131231\n#KONTO 1930 Bank\n#KONTO 5010 Hyra\n"
    (folder / "x.se").write_text(head + vouchers, encoding="cp437")
    csv = "ver;datum;konto;belopp\n" + "".join(
        f"A{n};2013-01-05;1930;-5\nA{n};2013-01-05;5010;5\n" for n in range(rows // 2)
    )
    (folder / "x.csv").write_text(csv, encoding="utf-8")
    statuses, told = ran(folder, "import sie x.se -o a.txt", "import csv x.csv -o b.txt")
    assert statuses == [0, 0], told[-500:]
    assert all("60000 rader" in (folder / name).read_text("utf-8").replace("\u00a0", "") for name in ("a.txt", "b.txt"))
