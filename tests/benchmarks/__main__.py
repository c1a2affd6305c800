"""Compares this library with its peers, in one run: ``python -m tests.benchmarks --peers PYTHON [--write]``.

``--peers``, or SIFUND_BENCH_PEERS in the environment, is a Python that has beancount, piecash and abacus-minimal;
without it only our own rates are printed. Every program runs in a process of its own; ours and theirs take turns, and
what counts is the median of the ratios. ``--write`` puts the result into docs/performance.md. The tests assert
nothing of this.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.journals import write_two_postings, write_vouchers
from tests.benchmarks.page import Result, Run, page_with, table

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).resolve().parent / "peers"
PAGE = ROOT / "docs" / "performance.md"


class Comparison(NamedTuple):
    """What is compared with whom: arguments for our programs and for theirs; ``whole`` counts the whole process."""

    title: str
    peer: str
    package: str
    entries: int
    ours: tuple[object, ...]
    theirs: tuple[object, ...]
    whole: bool = False


def run(command: Sequence[object]) -> Run:
    """Run a program to its end. Raises ``RuntimeError`` where it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        whole = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            raise RuntimeError(f"{command}: {err.read().decode(errors='replace')[-2000:]}")
        printed = out.read().decode().strip()
    kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(json.loads(printed)["seconds"] if printed.startswith("{") else whole, whole, kibibytes / 1024)


def comparisons(entries: int, folder: Path) -> list[Comparison]:
    """Everything that is compared; the books and files it takes are made here."""
    few, few_each = entries // 20, entries // 100
    book, alike, small = (folder / f"{name}.sifund" for name in ("mixed", "alike", "small"))
    two, many = folder / "two.beancount", folder / "vouchers.beancount"
    write_two_postings(two, entries)
    rows = write_vouchers(many, entries)
    run(ours("mixed", entries, book))
    run(ours("commands", entries, alike))
    piecash = (PEERS / "piecash_post.py", few, folder / "book.gnucash")
    piecash_each = (PEERS / "piecash_post.py", few_each, folder / "book.gnucash", "each")
    check = ("-m", "beancount.scripts.check", "--no-cache")
    of_many, of_one = ("opened", entries, book), ("opened", entries, alike)
    with_rows = f"bean-check, {rows / entries:.1f} postings each"
    opening = "Opening a book of 32 kinds of events"
    return [
        Comparison(
            "Commands, in a file, each kept by itself", "piecash", "piecash", few_each,
            ("one_by_one", few_each, small), piecash_each,
        ),
        Comparison("Commands, in a file, one batch", "piecash", "piecash", few, ("commands", few, small), piecash),
        Comparison(opening, "bean-check, 2 postings each", "beancount", entries, of_many, (*check, two), whole=True),
        Comparison(opening, with_rows, "beancount", entries, of_many, (*check, many), whole=True),
        Comparison(
            "Opening a book of set-asides alone", "bean-check, 2 postings each", "beancount", entries, of_one,
            (*check, two), whole=True,
        ),
        Comparison(
            "Commands, in memory, one batch", "beancount", "beancount", few, ("commands", few),
            (PEERS / "beancount_post.py", few),
        ),
        Comparison(
            "Commands, in memory, one by one", "abacus-minimal", "abacus-minimal", few, ("one_by_one", few),
            (PEERS / "abacus_post.py", few),
        ),
    ]  # fmt: skip


def ours(*arguments: object) -> tuple[object, ...]:
    """The command for one of the programs of :mod:`tests.benchmarks.ours`."""
    return (sys.executable, "-m", "tests.benchmarks.ours", *arguments)


def measure(comparison: Comparison, peers: str | None, repetitions: int) -> Result:
    """Both sides by turns, ours first; ours alone where there is no such peer."""
    mine, theirs = [], []
    for _ in range(repetitions):
        mine.append(run(ours(*comparison.ours)))
        if peers is not None:
            theirs.append(run((peers, *comparison.theirs)))
        print(".", end="", flush=True, file=sys.stderr)
    return Result(comparison.title, comparison.peer, comparison.entries, comparison.whole, tuple(mine), tuple(theirs))


def main() -> None:
    """Measure, print, and with ``--write`` put into the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Compare with the peers.")
    parser.add_argument("--peers", default=os.environ.get("SIFUND_BENCH_PEERS"), metavar="PYTHON")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    # As installing does, and has done for the peers; an environment may keep Python from doing it by itself.
    compileall.compile_dir(ROOT / "sifund_ledger", quiet=2)
    compileall.compile_dir(Path(__file__).parent, quiet=2)
    versions: dict[str, str] = {}
    if arguments.peers is None:
        print("no peers: give --peers or SIFUND_BENCH_PEERS, a Python with beancount, piecash and abacus-minimal")
    else:
        versions = json.loads(subprocess.check_output([arguments.peers, PEERS / "versions.py"], text=True))
    with tempfile.TemporaryDirectory() as folder:
        results = [
            measure(each, arguments.peers if each.package in versions else None, arguments.repetitions)
            for each in comparisons(arguments.entries, Path(folder))
        ]
    print(file=sys.stderr)
    machine = f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    text = table(results, versions, machine, arguments.repetitions)
    print(text)
    if arguments.write and versions:
        PAGE.write_text(page_with(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")


if __name__ == "__main__":
    main()
