"""What is compared within one process: many files, genuine lines, writing SIE, and questions to a general ledger.

``python -m tests.benchmarks.ledger_in_process DIR TURNS [GENUINE]``; DIR has the journal. Run by
:mod:`tests.benchmarks.general_ledger`.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from sifund_ledger import UnreadableInput
from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.exchange.sie import read_sie, sie_bytes
from tests.benchmarks.municipal_journal import write_many

MANY, OF_MANY = 480, 30_000


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that something takes in this process."""
    begun = process_time()
    work()
    return process_time() - begun


def by_turns(works: dict[str, Callable[[], object]], turns: int) -> dict[str, list[float]]:
    """Seconds of CPU of each, turn by turn; the first turn only warms up."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(turns + 1):
        for name, work in works.items():
            seconds = cpu(work)
            if turn:
                times[name].append(seconds)
    return times


def inside(folder: Path, genuine: Path | None, turns: int) -> str:
    """What is compared within one process: many files, genuine lines, writing, and questions."""
    write_many(folder, OF_MANY, MANY)
    one, parts = folder / "one.se", sorted(folder.glob("part-*.se"))
    files = _genuine(genuine)
    document, ledger = read_sie(folder / "one.se"), read_general_ledger(folder / "j.se")
    account = max(ledger.accounts)
    times = by_turns(
        {
            "one": lambda: read_general_ledger(one),
            "journal": lambda: read_general_ledger(folder / "j.se"),
            "many": lambda: read_general_ledger(*parts),
            "genuine": lambda: [read_general_ledger(each) for each in files],
            "read": lambda: read_sie(one),
            "write": lambda: sie_bytes(document),
            "months": ledger.by_month,
            "month": lambda: ledger.by_month({account}),
            "objects": lambda: ledger.by_object("1"),
            "columns": lambda: deque(ledger.in_columns(), 0),
            "vouchers": lambda: deque(ledger.each_voucher(), 0),
        },
        turns,
    )
    lines = {"one": _lines([one]), "journal": _lines([folder / "j.se"]), "genuine": _lines(files)}
    a_line = {name: [seconds / max(1, count) * 1e6 for seconds in times[name]] for name, count in lines.items()}
    rows = [
        (f"{MANY} files with the whole chart each, against one file", "many", times["many"], times["one"]),
        ("a line of genuine files, against one of the journal", "genuine", a_line["genuine"], a_line["journal"]),
        ("`sie_bytes`, against reading the document", "write", times["write"], times["read"]),
    ]
    told = ["| what | ratio |", "|---|---|"]
    for what, name, ours, theirs in rows:
        if any(times[name]) and (name != "genuine" or files):
            ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
            told.append(f"| {what} | **{median(ratios):.2f}** ({min(ratios):.2f} to {max(ratios):.2f}) |")
    told += ["", "| what | CPU |", "|---|---|"]
    if files:
        told.append(f"| a line of {len(files)} genuine files | {median(a_line['genuine']):.1f} µs |")
    told += [
        f"| a line of the journal | {median(a_line['journal']):.1f} µs |",
        f"| a line of the journal without balances | {median(a_line['one']):.1f} µs |",
        f"| the months of every account, `by_month` | {median(times['months']) * 1e3:.0f} ms |",
        f"| the months of one account | {median(times['month']) * 1e3:.0f} ms |",
        f"| every account by object, `by_object` | {median(times['objects']) * 1e3:.0f} ms |",
        f"| every row in columns, `in_columns` | {median(times['columns']) * 1e3:.0f} ms |",
        f"| every voucher with its rows, `each_voucher` | {median(times['vouchers']) * 1e3:.0f} ms |",
    ]
    return "\n".join(told) + "\n"


def _genuine(folder: Path | None) -> list[Path]:
    """The SIE files of a folder that can be read as text."""
    found = []
    for each in sorted(folder.rglob("*")) if folder else []:
        if each.suffix.lower() in (".se", ".si", ".sie") and each.is_file() and each.read_bytes()[:1] == b"#":
            try:
                read_general_ledger(each)
            except UnreadableInput:
                continue
            found.append(each)
    return found


def _lines(files: Sequence[Path]) -> int:
    return sum(each.read_bytes().count(b"\n") for each in files)


if __name__ == "__main__":
    print(inside(Path(sys.argv[1]), Path(sys.argv[3]) if sys.argv[3:] else None, int(sys.argv[2])), end="")
