"""Streams that are closed or full, in a process of its own: the exit status says what happened, with no traceback."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sifund_ledger.exchange.examples import MALMO

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
ROOT = Path(__file__).resolve().parents[2]
STATEMENT = f"balance-requirement {shlex.quote(str(MALMO))}"
OPENING = "equity open ale.sifund 2012 --amount 100 --decision 'KF 2013-04-28 § 1'"
REFUSED = "fund set-aside ale.sifund social --amount 1 --result-year 2013 --decision 'KF 2013-04-28 § 1'"


def ended(line: str, folder: Path) -> tuple[int, str]:
    """The status and the messages of a line of a shell, ``sifund`` first."""
    command = f"exec {shlex.quote(sys.executable)} -m sifund_ledger {line}"
    there = {**os.environ, "PYTHONPATH": str(ROOT), "SIFUND_ACTOR": "ekonomi"}
    ran = subprocess.run(
        ["bash", "-c", command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        cwd=folder, env=there, timeout=120,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    return ran.returncode, ran.stderr


def records(folder: Path) -> int:
    from sifund_ledger import open_book

    with open_book(folder / "ale.sifund") as book:
        return book.head.seq


@pytest.fixture
def ale(tmp_path: Path) -> Path:
    from sifund_ledger import open_book

    open_book(tmp_path / "ale.sifund", create="Ale", actor="ekonomi").close()
    return tmp_path


@pytest.mark.parametrize("stdout", [">&-", ">/dev/full"])
@pytest.mark.parametrize("line", [STATEMENT, "--version", "law show --help"])
def test_a_result_that_nobody_got_is_no_success(tmp_path: Path, line: str, stdout: str) -> None:
    status, told = ended(f"{line} {stdout}", tmp_path)
    assert (status, told.count("<stdout>: OUTPUT_UNWRITABLE")) == (3, 1)


@pytest.mark.parametrize("stderr", ["2>&-", "2>/dev/full", "2> >(true)"])
def test_messages_that_nobody_gets_change_no_status(ale: Path, stderr: str) -> None:
    assert ended(f"balance-requirement absent.toml {stderr}", ale)[0] == 3
    assert ended(f"{STATEMENT} {stderr}", ale)[0] == 0
    assert ended(f"{REFUSED} {stderr}", ale)[0] == 2


def test_a_refusal_keeps_its_status_where_it_cannot_be_printed_as_data(ale: Path) -> None:
    status, told = ended(f"{REFUSED} -O json >/dev/full", ale)
    assert (status, "FUND_UNKNOWN" in told, "OUTPUT_UNWRITABLE" in told) == (2, True, True)


def test_nothing_is_recorded_where_the_result_is_known_to_go_nowhere(ale: Path) -> None:
    assert ended(f"{OPENING} >&-", ale)[0] == 3
    assert records(ale) == 1


def test_what_was_recorded_and_could_not_be_printed_is_told_to_be_done(ale: Path) -> None:
    status, told = ended(f"{OPENING} >/dev/full", ale)
    assert (status, records(ale)) == (1, 3)
    assert "ale.sifund: RECORDED_UNSHOWN" in told
    assert "sifund log ale.sifund" in told


def test_a_command_that_prints_nothing_needs_no_stream(ale: Path) -> None:
    assert ended(f"{OPENING} -o out.txt <&- >&- 2>&-", ale)[0] == 0
    assert records(ale) == 3
    assert "ingående eget kapital" in (ale / "out.txt").read_text("utf-8")


def test_what_the_system_refuses_outside_every_command_is_a_finding(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"rmdir {shlex.quote(str(gone))}; exec {shlex.quote(sys.executable)} -m sifund_ledger verify ale.sifund"
    there = {**os.environ, "PYTHONPATH": str(ROOT)}
    for line in (script, script.removesuffix(" verify ale.sifund")):
        gone.mkdir(exist_ok=True)
        ran = subprocess.run(
            ["bash", "-c", line], capture_output=True, encoding="utf-8", check=False, cwd=gone, env=there
        )
        assert ran.returncode == 4, ran.stderr
        assert "Traceback" not in ran.stderr
