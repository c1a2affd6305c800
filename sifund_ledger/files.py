"""Files read whole and written whole (filer): their bytes, and the collector's rest while they become many values."""

from __future__ import annotations

import gc
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from sifund_ledger.errors import Refused, UnreadableInput, reason_of
from sifund_ledger.findings import Bilingual, declared, error

FILE_UNREADABLE = error(
    "Filen kan inte läsas: {why}.",
    "The file cannot be read: {why}.",
    "Ange sökvägen till en fil som finns och som får läsas.",
    "Give the path of a file that exists and that you may read.",
)
FILE_TOO_LARGE = error(
    "Filen är större än {limit} MB.",
    "The file is larger than {limit} MB.",
    "{do}",
    "{do}",
)
FILE_IS_WORKBOOK = error(
    "Filen är en arbetsbok från ett kalkylprogram, och här läses bara text.",
    "The file is a workbook of a spreadsheet program, and only text is read here.",
    "Spara en huvudbok eller saldolista som CSV i kalkylprogrammet; uppgifter och händelser läses ur mallen, sparad "
    "som .xlsx ({do.write_template}); skriv roller i TOML.",
    "Save a ledger or a list of balances as CSV in that program; figures and events are read from the template, saved "
    "as .xlsx ({do.write_template}); write roles in TOML.",
)
FILE_UNWRITABLE = error(
    "Filen kan inte skrivas: {why}.",
    "The file cannot be written: {why}.",
    "Ange en sökväg i en katalog som finns och som får skrivas i.",
    "Give a path in a directory that exists and that you may write to.",
)
CODES = declared(globals())

WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""The endings of what spreadsheet programs write."""
_OLD_WORKBOOK: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_IN_ARCHIVE: Final = (b"[Content_Types].xml", b"application/vnd.oasis.opendocument")
_BEGINNING: Final = 1 << 12


class Bound(NamedTuple):
    """How much of a file is read (gräns), in megabytes of a million bytes, and what to do with one that is larger."""

    megabytes: int
    do: Bilingual
    workbooks: bool = False
    """Whether workbooks are read, too."""

    @property
    def size(self) -> int:
        return self.megabytes * 1_000_000

    def held(self, data: bytes, name: str) -> bytes:
        """The same bytes; raises ``UnreadableInput`` where there are more, and for a workbook where none is read."""
        if len(data) > self.size:
            raise UnreadableInput([FILE_TOO_LARGE.at(name, limit=self.megabytes, do=self.do)])
        return data if self.workbooks else no_workbook(data, name)

    def read(self, file: BinaryIO, name: str, size: int = 0) -> bytes:
        """What is left of a file or a stream. Room is made for its ``size`` first, and for more only where there is.

        Raises ``UnreadableInput`` as :meth:`held` does.
        """
        data = file.read(min(size, self.size) + 1)
        if len(data) > size:
            data += file.read(self.size + 1 - len(data))
        return self.held(data, name)


DOCUMENT: Final = Bound(
    1,
    Bilingual(
        "Kontrollera att det är rätt fil; en uppgiftsfil för 63 år är en tiondel så stor. Dela en lång händelsefil.",
        "Check that it is the right file; a figures file of 63 years is a tenth of that. Split a long events file.",
    ),
)
"""Files that people write: figures, events, roles, mappings, policies, sentences. In memory up to 400 times as much."""
WORKBOOK: Final = Bound(
    20,
    Bilingual(
        "Kontrollera att det är rätt fil; en mall med 5 000 händelser är en halv megabyte. Ta bort bilder.",
        "Check that it is the right file; a template with 5,000 events is half a megabyte. Remove pictures.",
    ),
    workbooks=True,
)
"""Workbooks that people fill in. In memory up to some 30 times as much, and never more than what they unpack to."""
LEDGER: Final = Bound(
    250,
    Bilingual(
        "Exportera ett räkenskapsår i taget, och ange filerna tillsammans.",
        "Export one fiscal year at a time, and give the files together.",
    ),
)
"""Files that systems write: SIE, CSV, the register of exports. In memory up to some 40 times as much."""
MOST_FINDINGS: Final = 500
"""How many findings of a file are listed, or of one kind in a general ledger; the rest are counted."""
MOST_FAULTY_LINES: Final = 10_000
"""How many lines of a general ledger may be unreadable, where they are a tenth of it, before reading ends."""
_NO_FILE: Final = Bilingual("det är en enhet eller ett rör, ingen fil", "it is a device or a pipe, not a file")


def file_bytes(path: str | os.PathLike[str], bound: Bound) -> bytes:
    """The content of a file of text; a pipe is not waited for, and a device not read.

    Raises ``UnreadableInput`` where there is none, where it is larger than its bound, and for a workbook.
    """
    name = os.fspath(path) or "."
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode):
                return bound.read(file, name, status.st_size)
    except (OSError, ValueError) as error:
        raise UnreadableInput([FILE_UNREADABLE.at(name, why=reason_of(error))]) from None
    raise UnreadableInput([FILE_UNREADABLE.at(name, why=_NO_FILE)])


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def no_workbook(data: bytes, name: str) -> bytes:
    """The same bytes; raises ``UnreadableInput`` where a spreadsheet program wrote them, whatever the file is called.

    >>> no_workbook(b"ver;datum", "j.csv")
    b'ver;datum'
    """
    beginning = data[:_BEGINNING]
    zipped = beginning.startswith(b"PK") and any(part in beginning for part in _IN_ARCHIVE)
    if zipped or beginning.startswith(_OLD_WORKBOOK):
        raise UnreadableInput([FILE_IS_WORKBOOK.at(name)])
    return data


_BESIDE: Final = re.compile(r"\.sifund-[0-9a-f]{16}\.(?:part|draft)(?:-journal)?")
"""What lies beside a file only while it is written: the file itself before it gets its name."""
_LEFT: Final = 3600.0
"""After how many seconds such a file belongs to no program that still writes."""


def name_beside(path: Path, kind: str = "part") -> Path:
    """A name in the same folder that nobody can foresee, as short for a long name as for a short one."""
    return path.with_name(f".sifund-{os.urandom(8).hex()}.{kind}")


def open_new(path: Path, mode: int = 0o666) -> int:
    """A descriptor of a file that was not there, nor any link: what lies there already is never written through."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, mode)


def sync_folder(folder: Path) -> None:
    """Let a name that was given or taken away in a folder outlast a loss of power, where a system can promise it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole, as it was or as it is to be, whenever the machine stops.

    It is written beside its place, brought to the disk, given its name, and the folder is brought to the disk. What
    it replaces keeps its mode, and its owner where that is possible. Raises ``OSError`` or ``ValueError``.
    """
    sweep(path.parent)
    beside = name_beside(path)
    kept = path.stat() if path.exists() else None
    descriptor = open_new(beside, 0o666 if kept is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if kept is not None:
                _keep_rights(file.fileno(), kept)
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        discard(beside)
        raise
    sync_folder(path.parent)


def put_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file as :func:`write_whole` does. Raises :class:`~sifund_ledger.errors.Refused` where that cannot be."""
    try:
        write_whole(Path(path), data)
    except (OSError, ValueError) as error:
        why = reason_of(error, writing=True)
        raise Refused([FILE_UNWRITABLE.at(os.fspath(path) or ".", why=why)]) from None


def discard(*left: Path) -> None:
    """Take files away that are of no use; what cannot be taken away is left, and hides no fault that led here."""
    for each in left:
        with suppress(OSError, ValueError):
            each.unlink()


def _keep_rights(descriptor: int, kept: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        for owner in (kept.st_uid, -1):  # the owner only where we may give the file away; then at least the group
            with suppress(PermissionError):
                os.fchown(descriptor, owner, kept.st_gid)
                break
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(kept.st_mode))


def sweep(folder: Path) -> None:
    """Take away what programs that were killed an hour ago or more have left beside the files that they wrote."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _BESIDE.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _LEFT:
                        os.unlink(entry.path)


class Locked(Exception):
    """Another program that is running holds a file alone."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file alone, by a lock of the system's on a file beside it, ``PATH.lock``.

    The lock ends with the program that holds it, however it ends: what a kill has left beside holds nothing, and goes
    away with the next holder. A link planted there is not followed. Raises :class:`Locked`, or ``OSError``.
    """
    beside = path.with_name(f"{path.name}.lock")
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    while True:
        descriptor = os.open(beside, flags, 0o666)
        try:
            _lock(descriptor)
            held = os.path.samestat(os.fstat(descriptor), os.lstat(beside))
        except FileNotFoundError:
            held = False
        except BaseException:
            os.close(descriptor)
            raise
        if held:
            break
        os.close(descriptor)  # the last holder has taken it away in the meantime
    try:
        yield
    finally:
        if os.name != "nt":
            discard(beside)  # while it is held: afterwards it could be another's
        os.close(descriptor)
        if os.name == "nt":
            discard(beside)  # an open file cannot be taken away there, neither ours nor another's


def _lock(descriptor: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise Locked from None


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of cycles rest while many values are made that form none: walking them takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
