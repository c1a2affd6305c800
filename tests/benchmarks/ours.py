"""Our side of the comparisons, each run in a process of its own: ``python -m tests.benchmarks.ours NAME COUNT [PATH]``.

Posting checks everything there is to check and chains the records; the canonical bytes are kept, as a store would.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from sifund_ledger import Decision, open_book, presets, sek
from sifund_ledger.balance.figures.events import ResultRecorded
from sifund_ledger.funds.state.fund_events import SetAside
from sifund_ledger.ledger.chain import stored
from sifund_ledger.ledger.journal import Journal
from sifund_ledger.ledger.records import Draft
from sifund_ledger.store import SQLiteStore

AT = datetime(2012, 5, 2, 8, tzinfo=UTC)
KF = Decision("KF", date(2012, 4, 23), "45")
DAY = date(2012, 4, 23)
PORTION = 64


def set_aside(i: int) -> Draft:
    """The commonest event: two postings, seven values."""
    return Draft(SetAside("social", "", 100 + i, "surplus", 2011, 2011, DAY), KF)


def result(i: int) -> Draft:
    """The smallest event: two postings, two values."""
    return Draft(ResultRecorded(2011, 100 + i), KF)


def portions(make: Callable[[int], Draft], count: int, size: int) -> Iterator[list[Draft]]:
    """Drafts, a portion at a time."""
    for first in range(0, count, size):
        yield [make(i) for i in range(first, min(first + size, count))]


def post(make: Callable[[int], Draft], count: int) -> float:
    """Journal.record_all for every portion of drafts; the bytes are kept."""
    started = time.perf_counter()
    journal = Journal()
    kept: list[bytes] = []
    for portion in portions(make, count, PORTION):
        kept += [sealed.data for sealed in journal.record_all(portion, recorded_at=AT, actor="ekonomi")]
    total = journal.balances.total()
    seconds = time.perf_counter() - started
    assert (len(kept), total) == (count, 0)
    return seconds


def post_one_by_one(make: Callable[[int], Draft], count: int) -> float:
    """Journal.record for every draft; the bytes are kept."""
    started = time.perf_counter()
    journal = Journal()
    kept = [journal.record(make(i), recorded_at=AT, actor="ekonomi").data for i in range(count)]
    total = journal.balances.total()
    seconds = time.perf_counter() - started
    assert (len(kept), total) == (count, 0)
    return seconds


def store(count: int, path: Path) -> float:
    """Post into a new SQLite book, durable in one commit."""
    path.unlink(missing_ok=True)
    book = SQLiteStore.create(path)
    started = time.perf_counter()
    journal = Journal()
    with book.writing():
        for portion in portions(set_aside, count, 1000):
            book.append([stored(sealed) for sealed in journal.record_all(portion, recorded_at=AT, actor="ekonomi")])
    seconds = time.perf_counter() - started
    assert book.head() == journal.head
    book.close()
    return seconds


def commands(count: int, path: Path) -> float:
    """The same through the public commands, with every rule of law and policy, in one batch."""
    path.unlink(missing_ok=True)
    with open_book(path, create="Exempelkommunen", actor="ekonomi") as book:
        book.open_equity(2010, sek(10**9), opening_deficits=[], decision=KF)
        book.record_result(2011, sek(10**9))
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        amount = sek(1)
        started = time.perf_counter()
        with book.batch():
            for _ in range(count):
                book.set_aside("social", amount, result_year=2011, decision=KF)
        return time.perf_counter() - started


def opened(count: int, path: Path) -> float:
    """Open a book, verify its chain, fold it."""
    started = time.perf_counter()
    with open_book(path) as book:
        assert book.head.seq == count
    return time.perf_counter() - started


IN_MEMORY: dict[str, Callable[[int], float]] = {
    "results": partial(post, result),
    "set_asides": partial(post, set_aside),
    "set_asides_one_by_one": partial(post_one_by_one, set_aside),
}
IN_A_FILE: dict[str, Callable[[int, Path], float]] = {"store": store, "commands": commands, "opened": opened}

if __name__ == "__main__":
    name, count = sys.argv[1], int(sys.argv[2])
    seconds = IN_MEMORY[name](count) if name in IN_MEMORY else IN_A_FILE[name](count, Path(sys.argv[3]))
    print(json.dumps({"seconds": seconds, "entries": count}))
