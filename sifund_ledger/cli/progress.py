"""What a command says on a terminal while it works for more than a second (förlopp): one line, and gone when it prints.

Standard error alone has it, and only where that is a terminal: no file, pipe or log ever does. It has no colour.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import Final, TextIO

from sifund_ledger.addresses import without_password
from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.written import visible

_WORKS: Final = Bilingual("arbetar", "working")
_READS: Final = Bilingual("läser {name}", "reading {name}")
_WIDTH: Final = 79


class Progress:
    """The line of one command on one terminal: what it does, and for how many seconds it has worked."""

    def __init__(self, stream: TextIO, command: str, language: Language, *, every: float = 1.0) -> None:
        self._stream, self._command, self._language, self._every = stream, command, language, every
        self._does = _WORKS.words(language)
        self._ended, self._writing, self._shown, self._began = Event(), Lock(), "", monotonic()

    def start(self) -> None:
        """Begin to count; nothing is shown for the first second."""
        Thread(target=self._count, daemon=True).start()

    def reads(self, *names: str) -> None:
        """It reads these files."""
        name = ", ".join(visible(os.path.basename(without_password(each))) for each in names)
        self._does = _READS.words(self._language).format(name=name)

    def end(self) -> None:
        """Take the line away, for good; what is printed next begins where it was."""
        with self._writing:
            self._ended.set()
            if self._shown:
                self._write(f"\r{' ' * len(self._shown)}\r")
                self._shown = ""

    def _count(self) -> None:
        while not self._ended.wait(self._every):
            with self._writing:
                if self._ended.is_set():
                    return
                seconds = f", {monotonic() - self._began:.0f} s"
                line = f"{self._command}: {self._does}"[: _WIDTH - len(seconds)] + seconds
                self._write(f"\r{line.ljust(len(self._shown))}")
                self._shown = line

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a terminal that is gone needs no progress
            self._stream.write(text)
            self._stream.flush()


def on_terminal(stream: object) -> bool:
    """Whether somebody looks at a stream, on a terminal that can go back on a line."""
    return bool(getattr(stream, "isatty", lambda: False)()) and os.environ.get("TERM") != "dumb"


_now: Progress | None = None


@contextmanager
def progress(command: str, language: Language) -> Iterator[None]:
    """Say on a terminal that a command works, from its first whole second until it prints or ends."""
    global _now
    if on_terminal(sys.stderr):
        _now = Progress(sys.stderr, command, language)
        _now.start()
    try:
        yield
    finally:
        end_progress()


def reading(*names: str) -> None:
    """Say that the command reads these files, where anybody looks."""
    if _now is not None:
        _now.reads(*names)


def end_progress() -> None:
    """Take the line away before anything is printed."""
    global _now
    if _now is not None:
        _now.end()
        _now = None
