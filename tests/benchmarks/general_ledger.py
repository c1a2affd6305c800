"""The general ledger beside its peers: ``python -m tests.benchmarks.general_ledger [--genuine DIR] [--write]``.

The journal is made here (:mod:`tests.benchmarks.municipal_journal`). Every program runs in a process of its own, by
turns; what counts is CPU, and the median of the ratios of a turn. ``--genuine`` is a folder of SIE files from real
programs, whose time a line is set beside the journal's; ``--peers`` a folder of programs that has bean-check. ledger
and hledger are taken from the path.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "performance.md"
FLOOR = ROOT / "tests" / "benchmarks" / "floor.py"
OURS = """
import sys
from sifund_ledger.exchange.{module} import {name}
read = {name}(sys.argv[1])
assert not read.findings and len(read.{sums}) > 1
"""
LEDGER = OURS.format(module="ledgers.ledger_files", name="read_general_ledger", sums="balances()")
DOCUMENT = OURS.format(module="sie", name="read_sie", sums="vouchers")


def run(command: list[str]) -> tuple[float, float]:
    """Seconds of CPU and peak MiB of a process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"failed: {command[:3]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def programs(folder: Path, peers: Path | None) -> dict[str, list[str]]:
    """What is compared: name and command."""
    python, journal = sys.executable, str(folder / "j.se")
    found = {
        "floor.py": [python, str(FLOOR), journal],
        "floor.py, rows alone": [python, str(FLOOR), journal, "rows"],
        "`read_general_ledger`": [python, "-c", LEDGER, journal],
        "`read_general_ledger`, without balances": [python, "-c", LEDGER, str(folder / "vouchers.se")],
        "`read_general_ledger`, from CSV": [python, "-c", LEDGER, str(folder / "j.csv")],
        "`read_sie`": [python, "-c", DOCUMENT, journal],
        "(an empty interpreter)": [python, "-c", "pass"],
    }
    if ledger := shutil.which("ledger"):
        found["ledger `balance`"] = [ledger, "-f", str(folder / "j.ledger"), "balance"]
    if hledger := shutil.which("hledger"):
        found["hledger `balance`"] = [hledger, "-f", str(folder / "j.ledger"), "balance"]
    if peers is not None and (peers / "bean-check").exists():
        found["`bean-check -C`"] = [str(peers / "bean-check"), "-C", str(folder / "j.bean")]
    return found


def table(times: dict[str, list[tuple[float, float]]], megabytes: float, vouchers: int) -> str:
    """The results as the page has them."""
    floor, rows = times["floor.py"], times["floor.py, rows alone"]
    empty = median(memory for _, memory in times["(an empty interpreter)"])
    lines = [f"{vouchers:_} vouchers in a SIE file of {megabytes:.0f} MiB.\n".replace("_", " ")]
    lines += [
        "| program | against the floor | against the floor of rows alone | peak MiB above an empty interpreter |",
        "|---|---|---|---|",
    ]
    for name, runs in times.items():
        if name != "(an empty interpreter)":
            above = median(memory for _, memory in runs) - empty
            lines.append(f"| {name} | {_ratio(runs, floor)} | {_ratio(runs, rows)} | {above:.0f} |")
    return "\n".join(lines) + "\n"


def _ratio(ours: Sequence[tuple[float, float]], theirs: Sequence[tuple[float, float]]) -> str:
    ratios = [mine / other for (mine, _), (other, _) in zip(ours, theirs, strict=True)]
    return f"**{median(ratios):.2f}** ({min(ratios):.2f} to {max(ratios):.2f})"


def main() -> None:
    """Measure, print, and with ``--write`` put the tables on the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.general_ledger")
    parser.add_argument("--genuine", type=Path, action="append")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--vouchers", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "sifund_ledger", quiet=2)  # as installing does, and has done for the peers
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = [sys.executable, "-m", "tests.benchmarks.municipal_journal", name, str(options.vouchers)]
        subprocess.run(journal, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)  # its memory is none of a program's
        commands = programs(folder, options.peers)
        times: dict[str, list[tuple[float, float]]] = {title: [] for title in commands}
        for _ in range(options.turns):
            for title, command in commands.items():
                times[title].append(run(command))
        text = table(times, (folder / "j.se").stat().st_size / 2**20, options.vouchers)
        in_one = [sys.executable, "-m", "tests.benchmarks.ledger_in_process", name, str(options.turns)]
        text += "\n" + subprocess.check_output([*in_one, *map(str, options.genuine or ())], cwd=ROOT, text=True)
    print(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        pattern = re.compile(r"(<!-- measured: general ledger -->\n).*?(<!-- end measured -->)", re.DOTALL)
        PAGE.write_text(pattern.sub(lambda match: f"{match[1]}\n{text}\n{match[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
