"""Commands that are killed (dödade program): at each of their system calls by ``ptrace``, and at random moments.

A program of its own, since it forks and traces: ``python tests/store/kills.py EVERY MOMENTS [ADDRESS]`` kills at one
call in ``EVERY`` and at so many random moments; with the address of a database, at calls of commands there alone. It
prints as JSON how often it killed, and after how many kills the command was done all the same.
"""

from __future__ import annotations

import ctypes
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from life_of_a_book import COMMANDS, CREATE, EXPORT, POST, USE, Stage, check, do, inputs, lay_out, stage

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.store import opening

_TRACE_ME, _SYSCALL, _SET_OPTIONS = 0, 24, 0x4200
_GOOD_AND_KILLED_WITH_US: Final = 0x1 | 0x100000
_AT_CALL: Final = signal.SIGTRAP | 0x80
_libc: Final = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.ptrace.restype = ctypes.c_long


def _ptrace(request: int, process: int, data: int = 0) -> None:
    if _libc.ptrace(request, process, None, data) < 0:
        raise OSError(ctypes.get_errno(), "ptrace")


@contextmanager
def _begun(line: str, *, traced: bool) -> Iterator[tuple[int, Callable[[], bool]]]:
    """A process that does a command, and whether it has said that it is done; ``traced`` it waits to be let on."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            if traced:
                _ptrace(_TRACE_ME, 0)
                os.kill(os.getpid(), signal.SIGSTOP)
            do(line)
            os.write(writing, b".")
        finally:
            os._exit(0)
    os.close(writing)
    try:
        yield process, lambda: os.read(reading, 1) == b"."
    finally:
        os.close(reading)


def killed_at(line: str, number: int) -> bool | None:
    """Kill a command when it is about to make its system call of a number, from 1; whether it had said that it was
    done. ``None`` where it makes fewer."""
    with _begun(line, traced=True) as (process, acknowledged):
        os.waitpid(process, 0)
        _ptrace(_SET_OPTIONS, process, _GOOD_AND_KILLED_WITH_US)
        passed_on, stops = 0, 0
        while True:
            _ptrace(_SYSCALL, process, passed_on)
            _, status = os.waitpid(process, 0)
            if os.WIFEXITED(status):
                return None
            passed_on = 0 if os.WSTOPSIG(status) == _AT_CALL else os.WSTOPSIG(status)
            stops += passed_on == 0
            if stops == 2 * number - 1:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
                return acknowledged()


def killed_after(line: str, seconds: float) -> bool:
    """Kill a command a time after it began; whether it had said that it was done."""
    with _begun(line, traced=False) as (process, acknowledged):
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return acknowledged()


def lived(folder: Path) -> list[Stage]:
    """The files before the first command and after each; by then all code is loaded that a command takes."""
    lay_out(folder, inputs())
    stages = [stage(folder)]
    for line in COMMANDS:
        do(line)
        stages.append(stage(folder))
    return stages


class Folder:
    """A folder in which commands are killed, and what must hold of it afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.stages = lived(folder)

    def as_before(self, command: int) -> str:
        """Lay out the files as they were before a command; its line."""
        for path in self._folder.iterdir():
            path.unlink()
        lay_out(self._folder, inputs())
        lay_out(self._folder, self.stages[command].files)
        return COMMANDS[command]

    def holds(self, command: int, *, acknowledged: bool) -> bool:
        """Whether a command that was killed is done; raises where something is half done, or lost. What is not done can
        be done, and a file of events is recorded once."""
        before, after = self.stages[command], self.stages[command + 1]
        done = check(self._folder, before, after)
        assert done or not acknowledged, "what was acknowledged is not there"
        if command == POST or (command in (CREATE, USE) and stage(self._folder).head == before.head):
            do(COMMANDS[command])
            assert stage(self._folder).head == after.head
        return done


def at_every_call(folder: Folder, command: int, every: int) -> tuple[int, int]:
    """Kill a command at its first system call, and so on; how often, and after how many it was done all the same."""
    done = 0
    for number in count(1, every):
        acknowledged = killed_at(folder.as_before(command), number)
        if acknowledged is None:
            return number // every, done
        done += folder.holds(command, acknowledged=acknowledged)
    raise AssertionError


def at_random_moments(folder: Folder, times: int) -> int:
    """Kill commands at random moments; after how many they were done all the same."""
    chance, done = random.Random(200), 0
    for number in range(times):
        command = number % len(COMMANDS)
        began = time.monotonic()
        do(folder.as_before(command))
        lasts = time.monotonic() - began
        acknowledged = killed_after(folder.as_before(command), chance.random() * 1.2 * lasts)
        done += folder.holds(command, acknowledged=acknowledged)
    return done


def in_database(address: str, every: int) -> dict[str, tuple[int, int]]:
    """Kill commands on books of a database at their system calls: by command how often, and after how many it was done.

    The address is that of a role, and names no book.
    """
    here = f'"{address}{"&" if "?" in address else "?"}book=dödad'
    do(f'init {here}" --entity Ale')
    found: dict[str, tuple[int, int]] = {}
    do(f'post {here}" 2014.toml')
    for what in ("init", "post", "use"):
        done, name, known = 0, here, _head(here)
        for number in count(1, every):
            line = COMMANDS[USE].replace("ale.sifund", f'{here}"')
            if what == "init":
                name, known = f"{here} {number}", 0
                line = f'init {name}" --entity Ale'
            elif what == "post":
                lay_out(Path(), {"en.toml": f"{inputs(1)['många.toml']}# {number}\n".replace("Nämnd 0", f"N{number}")})
                line = f'post {here}" en.toml'
            acknowledged = killed_at(line, number)
            if acknowledged is None:
                found[what] = (number // every, done)
                break
            now = _head(name)
            assert now - known in (0, 2 if what == "post" else 1)
            assert now > known or not acknowledged
            done += now > known
            known = now
    return found


def _head(place: str) -> int:
    """How many records a book has, each of them verified, once nobody writes in it; none where there is no book."""
    try:
        with opening.open_book(place.strip('"').replace(" ", "%20"), actor="revision") as book:
            with book.batch():
                pass
            return book.head.seq
    except UnreadableInput as refused:
        if {finding.code for finding in refused.findings} != {"BOOK_NOT_IN_DATABASE"}:
            raise
        return 0


def in_files(every: int, moments: int) -> dict[str, tuple[int, int]]:
    """Kill commands on a book in a file, at their system calls and at random moments."""
    folder = Folder(Path.cwd())
    commands = {"init": CREATE, "post": POST, "use": USE, "export": EXPORT}
    found = {name: at_every_call(folder, command, every) for name, command in commands.items()}
    return {**found, "at random": (moments, at_random_moments(folder, moments))}


def main(every: int, moments: int, address: str = "") -> None:
    """Kill, and print how often and what came of it."""
    os.environ["SIFUND_ACTOR"] = "ekonomi"
    kwdefaults = opening.open_book.__kwdefaults__ or {}
    kwdefaults["clock"] = lambda: datetime(2016, 5, 2, 9, 30, tzinfo=UTC)  # a record is the same whenever it is made
    shown, silent = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    with tempfile.TemporaryDirectory(prefix="sifund-") as work:
        os.chdir(os.path.realpath(work))
        lay_out(Path(), inputs())
        found = in_database(address, every) if address else in_files(every, moments)
        os.chdir("/")
    os.write(shown, json.dumps(found).encode())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *sys.argv[3:])
