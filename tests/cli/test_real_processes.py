"""What ends ``sifund`` in the world, with real processes: a locked book, a missing file, a closed year, a full disk, a
reader that has gone. One message, its remedy, the exit code that is documented; and nothing half-written."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sifund_ledger import open_book
from sifund_ledger.cli.exit_codes import ExitCode

KF = '--decision "KF 2014-04-28 § 31"'
SET_ASIDE = f"fund set-aside ale.sifund social --amount 5 --source accumulated_equity --year 2014 {KF}"
FIGURES = '[[year]]\nyear = 2013\nnet_result = "10 000 000"\n'
HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute(f"BEGIN {sys.argv[2]}")
print("held", flush=True)
sys.stdin.readline()
"""
LIMITED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
os.execv(sys.executable, [sys.executable, "-m", "sifund_ledger", *sys.argv[2:]])
"""


def command(line: str) -> list[str]:
    return [sys.executable, "-m", "sifund_ledger", *shlex.split(line)]


def started(folder: Path, line: str) -> subprocess.Popen[str]:
    return subprocess.Popen(command(line), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def told_once(err: str, code: str) -> bool:
    """One message with this code, one remedy, and nothing else on standard error."""
    lines = err.splitlines()
    return len(lines) == 2 and f": {code}: " in lines[0] and lines[1].startswith("  åtgärd: ")


@contextmanager
def held(book: Path, how: str) -> Iterator[None]:
    """Another process holds the book's lock: for writing (``IMMEDIATE``), or for reading too (``EXCLUSIVE``)."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(book), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield
        finally:
            process.kill()


def kept(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, with what is in it."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.fixture
def folder(ale) -> Path:
    (ale.folder / "f.toml").write_text(FIGURES, encoding="utf-8")
    events = '[[event]]\ndo = "adjust_equity"\nyear = 2014\namount = "1"\nreason = "Fel"\n'
    (ale.folder / "many.toml").write_text(f'decision = "KF 2014-04-28 § 31"\n{events * 60}', encoding="utf-8")
    return ale.folder


@pytest.mark.slow
def test_a_book_that_another_process_holds_is_told_of_and_nothing_is_written(folder):
    book, copy = folder / "ale.sifund", folder / "last.sifund"
    copy.write_bytes(book.read_bytes())
    before = kept(folder)
    with held(book, "IMMEDIATE"), held(copy, "EXCLUSIVE"):
        writing = [started(folder, line) for line in (
            "post ale.sifund many.toml", "year-end ale.sifund 2013 f.toml --post -o out.txt",
            f"close ale.sifund 2013 {KF} -O json", "show last.sifund")]  # fmt: skip
        reading = started(folder, "show ale.sifund fund social")
        assert ended(reading)[0] == ExitCode.DONE, "a reader sees the book while another writes"
        for process in writing:
            status, out, err = ended(process)
            assert status == ExitCode.UNAVAILABLE, err
            assert told_once(err, "STORE_UNAVAILABLE"), err
            if out:
                (finding,) = json.loads(out)["findings"]
                assert (finding["code"], bool(finding["remedy"])) == ("STORE_UNAVAILABLE", True)
    assert kept(folder) == before


@pytest.mark.parametrize(
    ("line", "status", "code"),
    [
        ("post gone.sifund many.toml", ExitCode.USAGE, "BOOK_NOT_FOUND"),
        ("year-end ale.sifund 2013 gone.toml --post", ExitCode.USAGE, "FILE_UNREADABLE"),
        (f"equity adjust ale.sifund 2012 --amount 1 --reason Fel {KF}", ExitCode.REFUSED, "PERIOD_CLOSED"),
    ],
)
def test_a_missing_file_and_a_closed_year_are_told_once_with_the_remedy(folder, line, status, code):
    before = kept(folder)
    ended_with, out, err = ended(started(folder, line))
    assert (ended_with, out) == (status, ""), err
    assert told_once(err, code), err
    assert kept(folder) == before


def limited(folder: Path, size: int, line: str) -> tuple[int, str, str]:
    """A command whose files may not grow beyond a size, as on a disk that is full."""
    words = [sys.executable, "-c", LIMITED, str(size), *shlex.split(line)]
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")
def test_a_disk_that_is_full_keeps_the_book_as_it_was(folder):
    book = folder / "ale.sifund"
    before = kept(folder)
    status, out, err = limited(folder, book.stat().st_size + 4096, "post ale.sifund many.toml")
    assert (status, out) == (ExitCode.UNAVAILABLE, ""), err
    assert told_once(err, "STORE_UNAVAILABLE"), err
    with open_book(book) as there:  # what the disk would not take is undone when the book is read next
        assert there.head.seq == len([*there.records()])
    assert kept(folder) == before
    assert ended(started(folder, "post ale.sifund many.toml"))[0] == ExitCode.DONE


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")
@pytest.mark.parametrize(
    ("line", "status", "code"),
    [
        ("init new.sifund --entity Ny", ExitCode.UNAVAILABLE, "STORE_UNAVAILABLE"),
        ("log ale.sifund -O html -o log.html", ExitCode.USAGE, "OUTPUT_UNWRITABLE"),
        ("backup ale.sifund copy.sifund", ExitCode.UNAVAILABLE, "STORE_UNAVAILABLE"),
    ],
)
def test_a_disk_that_is_full_has_no_half_file(folder, line, status, code):
    before = kept(folder)
    ended_with, out, err = limited(folder, 1024, line)
    assert (ended_with, out) == (status, ""), err
    assert told_once(err, code), err
    assert kept(folder) == before


def closed_pipe(folder: Path, line: str) -> tuple[int, str]:
    """A command whose output nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            command(line), cwd=folder, stdout=closed, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    return done.returncode, done.stderr


@pytest.mark.parametrize("line", ["post ale.sifund many.toml", "year-end ale.sifund 2013 f.toml --post"])
def test_what_is_recorded_while_nobody_reads_the_output_is_recorded_whole(folder, line):
    with open_book(folder / "ale.sifund") as book:
        before = book.head.seq
    status, err = closed_pipe(folder, line)
    assert (status, err) == (ExitCode.OUTPUT_CLOSED, "")
    with open_book(folder / "ale.sifund") as book:
        recorded = book.head.seq - before
    assert recorded == (61 if line.startswith("post") else 1)


def test_what_is_only_tried_out_while_nobody_reads_the_output_is_not_recorded(folder):
    before = kept(folder)
    assert closed_pipe(folder, f"{SET_ASIDE} --dry-run") == (ExitCode.OUTPUT_CLOSED, "")
    assert kept(folder) == before
