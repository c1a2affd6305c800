"""The terminal and the files that a command writes to: always UTF-8, never half a file."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

import click

from sifund_ledger.amounts import Language
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.progress import end_progress, on_terminal
from sifund_ledger.errors import Refused, reason_of
from sifund_ledger.files import LEDGER, Locked, alone, discard, file_bytes, write_whole
from sifund_ledger.findings import REMEDY, Bilingual, Finding, Severity
from sifund_ledger.wording import Calls, in_python
from sifund_ledger.written import on_one_line

_CLOSED: Final = Bilingual("standard ut är stängd", "standard output is closed")
_DATABASE: Final = b"SQLite format 3\0"
_BOOK: Final = b"SFL1"
_OF_DATABASES: Final = 72
"""How far into the header of a database what program it is of stands."""
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class OutputFailed(Refused):
    """What was to be printed or saved could not be; a reason that the user can do something about."""


class OutputClosed(Exception):
    """Whoever read our output, such as ``head``, has stopped reading."""


def use_utf8() -> None:
    """Make both output streams UTF-8, so that a real minus sign prints under any locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def colourful(stream: object) -> bool:
    """Whether to colour: only on a terminal that can, and never where ``NO_COLOR`` is set (no-color.org)."""
    return on_terminal(stream) and not os.environ.get("NO_COLOR")


def print_out(text: str) -> None:
    """Print to standard output, to the last byte, nothing that a terminal would obey.

    Raises :class:`OutputClosed` or :class:`OutputFailed`.
    """
    _print(lambda: click.echo("\n".join(map(on_one_line, text.split("\n"))), file=sys.stdout))


def print_bytes(data: bytes) -> None:
    """Print a document, for a pipe or a file that a shell opens. Raises as :func:`print_out` does."""
    _print(lambda: sys.stdout.buffer.write(data))


def _print(write: Callable[[], object]) -> None:
    end_progress()
    require_stdout()
    try:
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_rest(sys.stdout)
        raise OutputClosed from None
    except OSError as error:
        _discard_rest(sys.stdout)
        raise _failed("<stdout>", error, "-o") from None


def require_stdout() -> None:
    """Refuse to print where standard output is closed. Raises :class:`OutputFailed`."""
    if sys.stdout is None:
        raise OutputFailed([codes.OUTPUT_UNWRITABLE.at("<stdout>", why=_CLOSED, option="-o")])


def require_no_terminal(form: str) -> None:
    """Refuse to print what is no text on a terminal. Raises :class:`OutputFailed`."""
    require_stdout()
    if sys.stdout.isatty():
        raise OutputFailed([codes.OUTPUT_BINARY.at("<stdout>", form=form)])


def print_error(text: str, *, colour: bool = False) -> None:
    """Print to standard error, if anything can be: the exit status says what happened, whether this is read or not."""
    end_progress()
    if sys.stderr is None:
        return
    try:
        click.echo(text, file=sys.stderr, color=colour)
    except OSError:
        _discard_rest(sys.stderr)


def _discard_rest(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not try it again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _failed(place: str, error: OSError | ValueError, option: str) -> OutputFailed:
    return OutputFailed([codes.OUTPUT_UNWRITABLE.at(place, why=reason_of(error, writing=True), option=option)])


def print_finding(finding: Finding, language: Language, calls: Calls = in_python) -> None:
    """``PLACE: CODE: what is wrong`` on standard error, and a line with the remedy."""
    from sifund_ledger.balance.figures.places import placed_in_words

    finding = placed_in_words(finding) if finding.place[:4].isdigit() else finding
    place, message, remedy = finding.on_a_line(language, calls)
    colour = colourful(sys.stderr)
    code = click.style(finding.code, fg=_COLOURS[finding.severity], bold=True) if colour else finding.code
    head = f"{place}: {code}" if place else code
    cited = f" [{finding.cited(language)}]" if finding.cites else ""
    print_error(f"{head}: {message}{cited}", colour=colour)
    if remedy:
        print_error(f"  {REMEDY.words(language)}: {remedy}", colour=colour)


def save(text: str, out: str, *, option: str = "-o") -> None:
    """Write a file whole or not at all: first beside it, then in its place.

    ``option`` is what its path was given with. A device, such as ``/dev/null``, is written to as it is.
    Raises :class:`OutputFailed`.
    """
    save_bytes(text.encode("utf-8", "backslashreplace"), out, option=option)


def save_bytes(data: bytes, out: str, *, option: str = "-o") -> None:
    """Write a file of bytes whole or not at all, as :func:`save` does."""
    try:
        target = Path(os.path.realpath(out))
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            target.write_bytes(data)
            return
        write_whole(target, data)
    except (OSError, ValueError) as error:
        raise _failed(out, error, option) from None


def require_folder(folder: str, *, option: str) -> None:
    """Make a folder where there is none. Raises :class:`OutputFailed` where that cannot be."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _failed(folder, error, option) from None


def require_new(out: str, *, inputs: tuple[str, ...] = ()) -> None:
    """Refuse to write what goes out once over a file. Raises :class:`~sifund_ledger.errors.Refused`."""
    require_other(out, inputs)
    if os.path.isfile(out):
        raise Refused([codes.OUTPUT_EXISTS.at(out)])


def require_other(out: str, inputs: Iterable[str]) -> None:
    """Refuse to write over a file that is read. Raises :class:`OutputFailed`."""
    if os.path.isfile(out) and any(os.path.exists(each) and os.path.samefile(out, each) for each in inputs):
        raise OutputFailed([codes.OUTPUT_IS_INPUT.at(out, option="-o")])


def require_replaceable(out: str, *, force: bool) -> None:
    """Refuse to write over a file, which may have been edited by hand, unless told to; and over a book even then.

    An empty file is replaced. Raises :class:`OutputFailed`.
    """
    if not os.path.isfile(out):
        return
    try:
        with open(out, "rb") as file:
            beginning = file.read(_OF_DATABASES)
    except OSError as error:
        raise _failed(out, error, "-o") from None
    if beginning.startswith(_DATABASE) and beginning.endswith(_BOOK):
        raise OutputFailed([codes.OUTPUT_IS_BOOK.at(out)])
    if beginning and not force:
        raise OutputFailed([codes.OUTPUT_IN_THE_WAY.at(out)])


def save_registered(data: bytes, out: str, *, register: str, known: bytes | None, registered: str) -> None:
    """Write a file that may go out once, and the register that says that it has: both of them, or neither.

    ``known`` is what the register had when it was read, None where there was none: what has been changed since is
    another export's. The register is written first, so that nothing lies there unregistered if the machine stops
    between the two; where the file then cannot be written, the register is put back. Raises :class:`OutputFailed`.
    """
    with _alone(register):
        kept = file_bytes(register, LEDGER) if os.path.exists(register) else None
        if kept != known:
            raise OutputFailed([codes.REGISTER_CHANGED.at(register)])
        save(registered, register, option="--register")
        try:
            require_new(out, inputs=(register,))
            save_bytes(data, out)
        except BaseException:
            if kept is None:
                discard(Path(register))
            else:
                save_bytes(kept, register)
            raise


@contextmanager
def _alone(register: str) -> Iterator[None]:
    """Keep other exports from a register."""
    try:
        with alone(Path(os.path.realpath(register))):
            yield
    except Locked:
        raise OutputFailed([codes.REGISTER_LOCKED.at(register)]) from None
    except (OSError, ValueError) as error:
        raise _failed(register, error, "--register") from None
