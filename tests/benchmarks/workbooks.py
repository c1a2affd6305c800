"""How fast the road by workbooks is: a book of 100 000 postings out, and a filled-in template of 5 000 events in.

Run it by hand: ``python -m tests.benchmarks.workbooks [POSTINGS] [EVENTS]``. Each command runs in a process of its own,
as from a terminal, and is printed with its time, its CPU and its largest memory. Nothing here is asserted by the tests.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from sifund_ledger import open_book
from sifund_ledger.exchange import events_to_xlsx
from tests.benchmarks.audits import write_book


def measured(*words: str) -> None:
    """Run ``sifund`` with these words, and print what it took. Raises ``RuntimeError`` where it fails."""
    started = time.perf_counter()
    process = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-m", "sifund_ledger", *words])
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"sifund {' '.join(words)}: {status}")
    taken, cpu = time.perf_counter() - started, usage.ru_utime + usage.ru_stime
    spoken = " ".join(each if len(each) < 20 else Path(each).name for each in words)
    print(f"{taken:6.1f} s  {cpu:6.1f} s CPU  {usage.ru_maxrss / 1024:5.0f} MiB  sifund {spoken}", flush=True)


def write_events(path: Path, count: int) -> None:
    """A filled-in template: a fund, a set-aside, and grants with plans, costs and uses of them."""
    kf = "KF 2014-04-28 § 31"
    events: list[dict[str, object]] = [
        {"do": "open_equity", "year": 2012, "amount": "9 000 000 000", "opening_deficits": [], "decision": kf},
        {"do": "record_result", "year": 2013, "amount": "900 000 000"},
        {"do": "create_fund", "fund": "social", "policy": "norrkoping_2010", "decision": kf},
        {"do": "set_aside", "fund": "social", "amount": "800 000 000", "result_year": 2013, "decision": kf},
    ]
    for number in range((count - len(events)) // 3):
        about = {"fund": "social", "project": f"P{number}", "decision": kf}
        plan = {"Skola": {2017: "24 000"}, "Social": {2017: "36 000"}}
        events += [
            {"do": "grant", "amount": "60 000", "board": "Utb", "financing": "ur fonden", "start": "2014-05-01",
             "end": "2015-12-31", "plan": plan, **about},
            {"do": "report_cost", "gross": "58 000", "year": 2014, **about},
            {"do": "use", "amount": "55 000", "year": 2014, **about},
        ]  # fmt: skip
    path.write_bytes(events_to_xlsx(events))


def main(postings: int = 100_000, events: int = 5_000) -> None:
    """Make a book and a workbook, and take the time of each command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, filled, new = (str(folder / each) for each in ("bok.sifund", "events.xlsx", "new.sifund"))
        write_book(Path(book), postings * 100 // 240)
        with open_book(book) as opened:
            count = sum(len(record.entry.postings) for record in opened.records() if record.entry)
            print(
                f"a book of {opened.head.seq} records and {count} postings; a template of {events} events", flush=True
            )
        measured("export", "xlsx", book, "-o", str(folder / "bok.xlsx"))
        measured("export", "xlsx", book, "--compare", str(folder / "bok.xlsx"))
        write_events(Path(filled), events)
        measured("init", new, "--entity", "Ale", "--actor", "ekonomi", "-o", str(folder / "made.txt"))
        measured("post", new, filled, "--actor", "ekonomi", "-o", str(folder / "posted.txt"))
        with open_book(new) as opened:
            print(f"{opened.head.seq} records posted from {Path(filled).stat().st_size // 1024} KiB", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
