"""What ``sifund`` does with a book from its first day on, each command acknowledged when it is done; and what must hold
of the files wherever it was stopped.

Run as a program it does the commands in the folder where it stands: ``python life_of_a_book.py ACKNOWLEDGED``.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.ledger.records import GENESIS, Head
from sifund_ledger.store.opening import open_book

BOOK: Final = "ale.sifund"
COPY: Final = "kopia.sifund"
REGISTER: Final = "exporterat.txt"
_DECISION: Final = '--decision "KF 2014-04-28 § 31"'
_USE: Final = f"project use {BOOK} Navigator --fund social --year 2014 --net-cost 5 --amount 1 {_DECISION}"
_EXPORT: Final = f"export sie {BOOK} 2014 --mapping m.toml --register {REGISTER}"
COMMANDS: Final = (
    f"init {BOOK} --entity Ale",
    f"post {BOOK} 2014.toml",
    _USE,
    f"{_EXPORT} -o 2014.si",
    f"post {BOOK} många.toml",
    _USE,
    f"{_EXPORT} --only-new -o 2014-senare.si",
    f"backup {BOOK} {COPY}",
    f"checkpoint {BOOK} --to kontrollpunkter.txt",
    f"dump {BOOK} -o ale.jsonl",
    f"checkpoint {BOOK} --to kontrollpunkter.txt",
)
"""Create, record a file, use, export, record many, use, export what is new, copy, and keep checkpoints."""
CREATE, POST, USE, EXPORT = range(4)
"""Where the first of each stands."""
_MAPPING: Final = """\
[accounts]
free_equity = "20100"
fund_available = "20710"
fund_committed = "20720"
[projects]
Navigator = "71"
"""
_EVENTS: Final = """\
unit = "mkr"
decision = "KF 2014-04-28 § 31"
event = [
    { do = "open_equity", year = 2012, amount = "100", opening_deficits = [] },
    { do = "record_result", year = 2013, amount = "10" },
    { do = "create_fund", fund = "social", policy = { name = "P", source = "KF", gl_treatment = "sub_account" } },
    { do = "set_aside", fund = "social", amount = "10", result_year = 2013 },
    { do = "grant", fund = "social", project = "Navigator", amount = "4", board = "BUN", financing = "ur fonden" },
]
"""
_MANY: Final = 'decision = "KF 2014-04-28 § 31"\n'
_BOARD: Final = '[[event]]\ndo = "register_board"\nboard = "Nämnd {}"\nvalid_from = 2014-01-01\n'


def inputs(events: int = 60) -> dict[str, str]:
    """The files that the commands read; one of them has so many events."""
    many = _MANY + "".join(map(_BOARD.format, range(events)))
    return {"m.toml": _MAPPING, "2014.toml": _EVENTS, "många.toml": many}


INPUTS: Final = frozenset(inputs())
"""What these files are called."""


class Stage(NamedTuple):
    """The files after a command, by name, and the end of the book's chain."""

    files: dict[str, bytes]
    head: Head


def lay_out(folder: Path, files: Mapping[str, bytes | str]) -> None:
    """Put files in a folder."""
    for name, data in files.items():
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def stage(folder: Path) -> Stage:
    """The files of a folder as they lie."""
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in INPUTS}
    return Stage(files, head_of(folder / BOOK) if BOOK in files else GENESIS)


def head_of(path: Path) -> Head:
    """The end of a book's chain; it opens to be written in, is in order, and every record of it is verified."""
    with open_book(path, actor="revision") as book:
        return book.head


def check(folder: Path, before: Stage, after: Stage) -> bool:
    """What lies in a folder is as it was before a command or as it is after it, file by file; whether all of it is.

    A book is whole or not there, its chain holds, and it has the records of before or of after. What goes out once is
    not there without its mark in the register.
    """
    there = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in INPUTS}
    heads = {name: head_of(folder / name) for name in (BOOK, COPY) if name in there}
    assert {*heads.values()} <= {before.head, after.head}
    assert not [name for name in (BOOK, COPY) if name in before.files and name not in heads], "a book is gone"
    for name in {*before.files, *after.files} - {BOOK, COPY}:
        assert there.get(name) in (before.files.get(name), after.files.get(name)), name
    for name in there:
        if name.endswith(".si") and name not in before.files:
            assert there[REGISTER] == after.files[REGISTER], f"{name} is out and not registered"
    others = {*there} - {*before.files, *after.files, f"{BOOK}-journal"}
    assert not [name for name in others if not (name.startswith(".sifund-") or name.endswith(".lock"))], others
    return heads.get(BOOK) == after.head and {*after.files} <= {*there}


def do(line: str) -> None:
    """One command, done. Raises ``SystemExit`` where it is not."""
    status = run(shlex.split(line))
    if status != ExitCode.DONE:
        raise SystemExit(f"{line}: {status}")


def live(acknowledged: str) -> None:
    """Every command in turn; each that is done is acknowledged by a byte in a file that lies elsewhere."""
    descriptor = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for line in COMMANDS:
        do(line)
        os.write(descriptor, b".")


if __name__ == "__main__":
    os.environ["SIFUND_ACTOR"] = "ekonomi"
    live(sys.argv[1])
