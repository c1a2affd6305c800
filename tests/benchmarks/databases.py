"""Recording in a database and in a file, beside django-hordak: ``python -m tests.benchmarks.databases [--write]``.

``--peers``, or SIFUND_BENCH_PEERS in the environment, is a Python that has django-hordak and psycopg. Both write in the
same PostgreSQL server, which brings every commit to the disk, by turns, each time in new tables.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count as numbers
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import psycopg

from sifund_ledger.addresses import Address
from sifund_ledger.store.opening import engine_of
from sifund_ledger.store.postgres.database import prepare
from sifund_ledger.testing.sealed_journals import FREE, FUND, Chain
from tests.benchmarks.ours import commands
from tests.postgres_server import server

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "performance.md"
_PART: Final = re.compile(r"(<!-- databases -->\n).*?(<!-- end databases -->)", re.DOTALL)
_DATABASE: Final = "sifund_measured"
_NUMBERS: Final = numbers(1)


def appended(place: str, count: int, *, together: bool) -> float:
    """Records that are sealed beforehand, kept by the store in one transaction or each in its own; seconds."""
    chain = Chain()
    for i in range(count):
        chain.move(FREE, FUND, i + 1)
    parts = [chain.rows] if together else [[row] for row in chain.rows]
    with closing(engine_of(place).create(place)) as store:
        started = time.perf_counter()
        for part in parts:
            with store.writing():
                store.append(part)
        return time.perf_counter() - started


OURS: Final[dict[str, Callable[[str, int], float]]] = {
    "store, one batch": lambda place, count: appended(place, count, together=True),
    "`book.batch()`": lambda place, count: commands(count, place),
    "store, each committed": lambda place, count: appended(place, count, together=False),
    "commands, each committed": lambda place, count: commands(count, place, in_batch=False),
}
"""What is measured of ours: the store alone, and commands with law, policy and folds."""


class Measured(NamedTuple):
    """A row of the table: what, where, how many entries, seconds of ours and of theirs by turns."""

    what: str
    engine: str
    entries: int
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    def cells(self) -> tuple[str, ...]:
        """The row as text; rates rounded to hundreds where they are large."""
        ratios = [theirs / ours for ours, theirs in zip(self.ours, self.theirs, strict=False)]
        beside = f"**{median(ratios):.1f}** ({min(ratios):.1f} to {max(ratios):.1f})" if ratios else "–"
        return (self.what, self.engine, _rate(self.entries, self.ours), _rate(self.entries, self.theirs), beside)


def _rate(entries: int, seconds: tuple[float, ...]) -> str:
    if not seconds:
        return "–"
    rate = entries / median(seconds)
    return f"{round(rate, -2 if rate > 1000 else -1):,.0f}".replace(",", " ")


@contextmanager
def database() -> Iterator[str]:
    """The address of a database of books on a server that is durable."""
    with server(durable=True) as found:
        if found is None:
            raise SystemExit("there is no PostgreSQL server")
        address = urlunsplit(urlsplit(found)._replace(path=f"/{_DATABASE}"))
        with psycopg.connect(found, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {_DATABASE}")
            connection.execute(f"CREATE DATABASE {_DATABASE} ENCODING 'UTF8' TEMPLATE template0")
        prepare(Address.parse(address, of_book=False), writers=["postgres"])
        try:
            yield address
        finally:
            with psycopg.connect(found, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {_DATABASE} WITH (FORCE)")


def hordak(peers: str, address: str, count: int, *, together: bool) -> float:
    """Seconds that django-hordak takes, in a database that is made anew."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public")
    program = Path(__file__).with_name("peers") / "hordak_post.py"
    command = [peers, str(program), str(count), address, *([] if together else ["each"])]
    answer: dict[str, Any] = json.loads(subprocess.check_output(command, text=True))
    return float(answer["seconds"])


def measured(address: str, folder: Path, peers: str | None, entries: int, repetitions: int) -> Iterator[Measured]:
    """Every row; a turn of django-hordak stands beside each of ours on PostgreSQL."""
    for engine in ("PostgreSQL", "SQLite"):
        for what, program in OURS.items():
            together = "each" not in what
            count = entries if together else entries // 10
            few = min(count, entries // 10)  # they take as long for each, however many
            ours, theirs = [], []
            for _ in range(repetitions):
                number = next(_NUMBERS)
                place = f"{address}&book=b{number}" if engine == "PostgreSQL" else str(folder / f"b{number}.sifund")
                ours.append(program(place, count))
                if peers is not None and engine == "PostgreSQL":
                    theirs.append(hordak(peers, address, few, together=together) * count / few)
                print(".", end="", flush=True, file=sys.stderr)
            yield Measured(what, engine, count, tuple(ours), tuple(theirs))


def table(rows: list[Measured], note: str) -> str:
    """The rows as a table of Markdown, and a line on how they were measured."""
    heads = ("what", "engine", "ours per second", "django-hordak per second", "times as fast")
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *(row.cells() for row in rows))]
    return "\n".join([*lines, "", note])


def main() -> None:
    """Measure, print, and with ``--write`` put into the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.databases", description="Beside django-hordak.")
    parser.add_argument("--peers", default=os.environ.get("SIFUND_BENCH_PEERS"), metavar="PYTHON")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    compileall.compile_dir(ROOT / "sifund_ledger", quiet=2)
    with database() as address, tempfile.TemporaryDirectory() as folder:
        rows = [*measured(address, Path(folder), asked.peers, asked.entries, asked.repetitions)]
        with psycopg.connect(address) as connection:
            version = connection.info.server_version // 10_000
    print(file=sys.stderr)
    machine = f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    text = table(rows, f"Medians of {asked.repetitions} turns, the lowest and highest ratio in brackets. {machine}, "
                       f"PostgreSQL {version} with `fsync`, on the same machine.")  # fmt: skip
    print(text)
    if asked.write and asked.peers:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(_PART.sub(lambda part: f"{part[1]}\n{text}\n\n{part[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
