"""Our side of the comparisons, each run in a process of its own: ``python -m tests.benchmarks.ours NAME COUNT [PATH]``.

What a user calls is measured: ``open_book``, and the commands of a book.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from sifund_ledger import Book, Decision, open_book, presets, sek
from tests.benchmarks.mixed_book import write_mixed

KF = Decision("KF", date(2012, 4, 23), "45")


def _book(path: Path | str | None) -> Book:
    """A new book with equity, a result to set aside of, and a fund."""
    if isinstance(path, Path):
        path.unlink(missing_ok=True)
    book = open_book(path, create="Exempelkommunen", actor="ekonomi")
    book.open_equity(2010, sek(10**9), opening_deficits=[], decision=KF)
    book.record_result(2011, sek(10**9))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    return book


def commands(count: int, path: Path | str | None = None, *, in_batch: bool = True) -> float:
    """Set aside, with every rule of law and policy: all in one batch, or each by itself."""
    with _book(path) as book:
        amount = sek(1)
        started = time.perf_counter()
        with book.batch() if in_batch else nullcontext():
            for _ in range(count):
                book.set_aside("social", amount, result_year=2011, decision=KF)
        return time.perf_counter() - started


def one_by_one(count: int, path: Path | str | None = None) -> float:
    """The same, each command kept before the next."""
    return commands(count, path, in_batch=False)


def opened(count: int, path: Path) -> float:
    """Open a book that :func:`mixed` made, or :func:`commands`: verify its chain, fold it."""
    started = time.perf_counter()
    with open_book(path) as book:
        assert book.head.seq >= count
    return time.perf_counter() - started


def mixed(count: int, path: Path) -> float:
    """Make a book of many kinds of events."""
    started = time.perf_counter()
    write_mixed(path, count)
    return time.perf_counter() - started


PROGRAMS: dict[str, Callable[[int, Path], float]] = {
    "commands": commands, "one_by_one": one_by_one, "opened": opened, "mixed": mixed,
}  # fmt: skip

if __name__ == "__main__":
    name, count, *paths = sys.argv[1:]
    print(json.dumps({"seconds": PROGRAMS[name](int(count), *map(Path, paths)), "entries": int(count)}))
