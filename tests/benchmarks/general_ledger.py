"""The general ledger beside its peers: ``python -m tests.benchmarks.general_ledger --shared DIR [--write]``.

``--shared`` is the folder with the generator of the journal and the floor; ``--peers`` a folder of programs that has
bean-check; hledger is taken from the path. Every program runs in a process of its own, by turns; ratios are medians.
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
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "performance.md"
OURS = """
import sys
from sifund_ledger.exchange.{module} import {name}
read = {name}(sys.argv[1])
assert not read.findings and len(read.{sums}) > 1
"""
LEDGER = OURS.format(module="ledgers.ledger_files", name="read_general_ledger", sums="balances()")
DOCUMENT = OURS.format(module="sie", name="read_sie", sums="vouchers")


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak MiB of a process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    begun = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"failed: {command[:3]}")
    return perf_counter() - begun, usage.ru_maxrss / 1024


def programs(shared: Path, folder: Path, peers: Path | None) -> dict[str, list[str]]:
    """What is compared: name and command."""
    python, journal = sys.executable, str(folder / "j.se")
    found = {
        "floor.py": [python, str(shared / "bench" / "floor.py"), journal],
        "`read_general_ledger`": [python, "-c", LEDGER, journal],
        "`read_sie`": [python, "-c", DOCUMENT, journal],
        "(an empty interpreter)": [python, "-c", "pass"],
    }
    if hledger := shutil.which("hledger"):
        found["hledger `balance`"] = [hledger, "-f", str(folder / "j.ledger"), "balance"]
    if peers is not None and (peers / "bean-check").exists():
        found["`bean-check -C`"] = [str(peers / "bean-check"), "-C", str(folder / "j.bean")]
    return found


def table(times: dict[str, list[tuple[float, float]]], megabytes: float, vouchers: int) -> str:
    """The results as the page has them."""
    floor = times["floor.py"]
    empty = median(memory for _, memory in times["(an empty interpreter)"])
    lines = [f"{vouchers:_} vouchers in a SIE file of {megabytes:.0f} MiB.\n".replace("_", " ")]
    lines += [
        "| program | against the floor | peak MiB above an empty interpreter | times the SIE file |",
        "|---|---|---|---|",
    ]
    for name, runs in times.items():
        ratios = [ours / theirs for (ours, _), (theirs, _) in zip(runs, floor, strict=True)]
        above = median(memory for _, memory in runs) - empty
        spread = f"**{median(ratios):.2f}** ({min(ratios):.2f} to {max(ratios):.2f})"
        if name != "(an empty interpreter)":
            lines.append(f"| {name} | {spread} | {above:.0f} | {above / megabytes:.1f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and with ``--write`` put the table on the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--vouchers", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "sifund_ledger", quiet=2)  # as installing does, and has done for the peers
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generator = str(options.shared / "bench" / "gen_journal.py")
        subprocess.run([sys.executable, generator, name, str(options.vouchers)], check=True, stdout=subprocess.DEVNULL)
        commands = programs(options.shared, folder, options.peers)
        times: dict[str, list[tuple[float, float]]] = {title: [] for title in commands}
        for _ in range(options.turns):
            for title, command in commands.items():
                times[title].append(run(command))
        text = table(times, (folder / "j.se").stat().st_size / 2**20, options.vouchers)
    print(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        pattern = re.compile(r"(<!-- measured: general ledger -->\n).*?(<!-- end measured -->)", re.DOTALL)
        PAGE.write_text(pattern.sub(lambda match: f"{match[1]}\n{text}\n{match[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
