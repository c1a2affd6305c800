"""What a disk holds when the power goes (strömavbrott): a program's system calls as ``strace`` logs them, and the files
as they can be afterwards at any of them.

What a file or a folder was given since its last ``fsync`` may be there or not, each write and each name for itself, and
of a write only some sectors. What was synchronised is there. That is more than any file system does to a program.

Run as a program it tries more states than the slow tests do: ``python tests/store/power_loss.py``.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from life_of_a_book import COMMANDS, Stage, check, inputs, lay_out, stage

_SECTOR: Final = 512
_CALLS: Final = (
    "openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,"
    "fsync,fdatasync,sync,syncfs,sync_file_range,link,linkat,rename,renameat,renameat2,unlink,unlinkat,symlink,symlinkat,"
    "mkdir,mkdirat,rmdir,copy_file_range,sendfile,io_uring_setup"
)
_UNKNOWN: Final = {
    "creat", "dup", "dup2", "dup3", "writev", "pwritev", "pwritev2", "truncate", "fallocate", "sync", "syncfs",
    "sync_file_range", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "copy_file_range", "sendfile",
    "io_uring_setup",
}  # fmt: skip
"""Calls that would change a folder, and that this reading does not know; none is made."""
_CALL: Final = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Call(NamedTuple):
    """A system call that was made: its name, its arguments without texts, the texts, and what it gave."""

    name: str
    arguments: list[str]
    texts: list[bytes]
    result: int


def calls_of(log: str) -> Iterator[Call]:
    """The calls of a log of ``strace -xx`` that did something."""
    for line in log.splitlines():
        found = _CALL.match(line)
        if found and not found[3].startswith("-"):
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found[2])]
            yield Call(found[1], _TEXT.sub("*", found[2]).split(", "), texts, int(found[3]))


class Write(NamedTuple):
    """Bytes put at a place in a file; or, without bytes, its size."""

    file: int
    at: int
    data: bytes | None


class Named(NamedTuple):
    """A name given to a file, in place of another name or beside it; or taken away, without a file."""

    name: str
    file: int | None
    before: str = ""


_SYNCHRONISED: Final = ("files", "folders")
WORK, ACKNOWLEDGED = "arbete", "klart"
"""The folder that the commands are given in, and the file that says which are done."""
Change = Write | Named
Files = dict[str, bytes]


def _changed(names: dict[str, int], contents: dict[int, bytes], change: Change) -> None:
    if isinstance(change, Named):
        if change.before:
            names.pop(change.before, None)
        if change.file is None:
            names.pop(change.name, None)
        else:
            names[change.name] = change.file
        return
    old = contents.get(change.file, b"")
    if change.data is None:
        contents[change.file] = old[: change.at].ljust(change.at, b"\0")
    else:
        before = old[: change.at].ljust(change.at, b"\0")
        contents[change.file] = before + change.data + old[change.at + len(change.data) :]


class Disk:
    """A folder on a disk: what is on it for certain, and in order what has been asked of it since."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.contents: dict[int, bytes] = {}
        self.pending: list[Change] = []

    def settle(self, which: Callable[[Change], bool]) -> None:
        """Bring changes to the disk."""
        for change in self.pending:
            if which(change):
                _changed(self.names, self.contents, change)
        self.pending = [change for change in self.pending if not which(change)]

    def files(self, changes: Sequence[Change]) -> Files:
        """The files where these of the pending changes have reached the disk, and the others have not."""
        names, contents = dict(self.names), dict(self.contents)
        for change in changes:
            _changed(names, contents, change)
        return {name: contents.get(file, b"") for name, file in names.items()}


class Replayed:
    """The calls of a program in a folder, one after another, on a disk."""

    def __init__(self, folder: Path, synchronised: Collection[str] = _SYNCHRONISED) -> None:
        self._folder, self._acknowledged = folder / WORK, folder / ACKNOWLEDGED
        self._synchronised = synchronised
        self.disk, self.done = Disk(), 0
        self._now: dict[str, int] = {}
        self._sizes: dict[int, int] = {}
        self._open: dict[int, tuple[int | None, int]] = {}
        self._files = 0

    def _name(self, path: bytes) -> str:
        """The name of a path in the folder; nothing for what lies elsewhere, or for the folder itself."""
        whole = self._folder / os.fsdecode(path)
        return whole.name if whole.parent == self._folder else ""

    def _give(self, name: str, file: int | None, before: str = "") -> None:
        change = Named(name, file, before)
        _changed(self._now, {}, change)
        self.disk.pending.append(change)

    def replay(self, call: Call) -> bool:
        """Do what a call does; whether anything has changed of what a disk may hold."""
        names = [self._name(text) for text in call.texts] if call.name.startswith(_OF_PATHS) else []
        if call.name in _UNKNOWN and any(names):
            raise NotImplementedError(call)
        doing = getattr(self, f"_{call.name.rstrip('0123456789')}", None)
        return bool(doing(call, names)) if doing else False

    def _openat(self, call: Call, names: list[str]) -> bool:
        path = os.fsdecode(call.texts[0])
        if path == str(self._acknowledged):
            self._open[call.result] = (-2, 0)
        elif self._folder / path == self._folder:
            self._open[call.result] = (-1, 0)
        elif names[0]:
            flags, name = " ".join(call.arguments), names[0]
            new = name not in self._now
            if new:
                if "O_CREAT" not in flags:  # one of the files that were there from the beginning, and are only read
                    return False
                self._files += 1
                self._sizes[self._files] = 0
                self._give(name, self._files)
            file = self._now[name]
            if "O_TRUNC" in flags and not new:
                self._write_at(file, 0, None)
            self._open[call.result] = (file, 0)
            return new
        return False

    def _close(self, call: Call, names: list[str]) -> bool:
        self._open.pop(int(call.arguments[0]), None)
        return False

    def _fcntl(self, call: Call, names: list[str]) -> bool:
        if "F_DUPFD" in call.arguments[1] and int(call.arguments[0]) in self._open:
            self._open[call.result] = self._open[int(call.arguments[0])]
        return False

    def _lseek(self, call: Call, names: list[str]) -> bool:
        file, _ = self._open.get(int(call.arguments[0]), (None, 0))
        if file is not None:
            self._open[int(call.arguments[0])] = (file, call.result)
        return False

    def _write_at(self, file: int, at: int, data: bytes | None) -> None:
        self._sizes[file] = at if data is None else max(self._sizes[file], at + len(data))
        self.disk.pending.append(Write(file, at, data))

    def _write(self, call: Call, names: list[str]) -> bool:
        descriptor = int(call.arguments[0])
        file, at = self._open.get(descriptor, (None, 0))
        if file == -2:
            self.done += call.result
        if file is None or file < 0:
            return file == -2
        self._write_at(file, at, call.texts[0][: call.result])
        self._open[descriptor] = (file, at + call.result)
        return True

    def _pwrite(self, call: Call, names: list[str]) -> bool:
        file, _ = self._open.get(int(call.arguments[0]), (None, 0))
        if file is None or file < 0:
            return False
        self._write_at(file, int(call.arguments[3]), call.texts[0][: call.result])
        return True

    def _ftruncate(self, call: Call, names: list[str]) -> bool:
        file, _ = self._open.get(int(call.arguments[0]), (None, 0))
        if file is not None:
            self._write_at(file, int(call.arguments[1]), None)
        return file is not None

    def _fsync(self, call: Call, names: list[str]) -> bool:
        file, _ = self._open.get(int(call.arguments[0]), (None, 0))
        if ("folders" if file == -1 else "files") not in self._synchronised:
            return False
        if file == -1:
            self.disk.settle(lambda change: isinstance(change, Named))
        elif file is not None:
            self.disk.settle(lambda change: isinstance(change, Write) and change.file == file)
        return file is not None

    _fdatasync = _fsync  # the size too, where it is needed to read what was written

    def _link(self, call: Call, names: list[str]) -> bool:
        self._give(names[1], self._now[names[0]])
        return True

    _linkat = _link

    def _rename(self, call: Call, names: list[str]) -> bool:
        self._give(names[1], self._now[names[0]], names[0])
        return True

    _renameat = _rename

    def _unlink(self, call: Call, names: list[str]) -> bool:
        if not any(names):
            return False
        self._give(names[0], None)
        return True

    _unlinkat = _unlink


_OF_PATHS: Final = ("open", "creat", "link", "rename", "unlink", "truncate", "symlink", "mkdir", "rmdir")


def states_of(disk: Disk, chance: random.Random, many: int) -> Iterator[Files]:
    """The files as they can be when the power goes now: with all that was asked for, with none of it, without each,
    with each alone, and with ``many`` others, some of them with torn writes."""
    pending = disk.pending
    yield disk.files(pending)
    yield disk.files(())
    few = range(len(pending)) if len(pending) <= 4 * many else chance.sample(range(len(pending)), 4 * many)
    for at in few:
        yield disk.files([*pending[:at], *pending[at + 1 :]])
        yield disk.files([pending[at]])
    for _ in range(many if pending else 0):
        likely = chance.choice((0.1, 0.5, 0.9))
        kept = [change for change in pending if chance.random() < likely]
        yield disk.files(kept)
        yield disk.files([part for change in kept for part in _torn(change, chance)])


def _torn(change: Change, chance: random.Random) -> Iterator[Change]:
    """Some sectors of a write; any other change as it is."""
    if not isinstance(change, Write) or not change.data:
        yield change
        return
    for at in range(0, len(change.data), _SECTOR):
        if chance.random() < 0.7:
            yield Write(change.file, change.at + at, change.data[at : at + _SECTOR])


def traced(folder: Path, *, events: int = 60) -> list[Call]:
    """The calls that the commands make in a folder, which must be empty; one of them records so many events."""
    work, acknowledged, log = folder / WORK, folder / ACKNOWLEDGED, folder / "anrop"
    work.mkdir()
    lay_out(work, inputs(events))
    program = Path(__file__).with_name("life_of_a_book.py")
    strace = ["strace", "-xx", "-s", "16777216", "-e", f"trace={_CALLS}", "-o", str(log)]
    command = [*strace, sys.executable, str(program), str(acknowledged)]
    subprocess.run(command, cwd=work, check=True, capture_output=True, timeout=300)
    return [*calls_of(log.read_text("ascii"))]


def stages_of(calls: Sequence[Call], folder: Path) -> list[Stage]:
    """The files after each command. What the calls add up to is what lies in the folder that they were made in."""
    replayed = Replayed(folder)
    stages, shown = [Stage({}, ())], folder / "visat"
    for call in calls:
        replayed.replay(call)
        if replayed.done == len(stages):
            stages.append(seen(shown, replayed.disk.files(replayed.disk.pending)))
    assert len(stages) == len(COMMANDS) + 1
    assert stages[-1] == stage(folder / WORK)
    return stages


def seen(shown: Path, files: Files) -> Stage:
    """Files laid out in a folder of their own."""
    emptied(shown)
    lay_out(shown, files)
    return stage(shown)


def emptied(folder: Path) -> None:
    """A folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


class Counts(NamedTuple):
    """How many calls changed something, how many states of the files differ, and in how many of them the command that
    was under way was done before it was acknowledged."""

    calls: int
    states: int
    ahead: int


def try_all(
    folder: Path, *, many: int, every: int = 1, events: int = 60, synchronised: Collection[str] = _SYNCHRONISED
) -> Counts:
    """Let the power go at each call of the commands, or at one in ``every``, and look at the files as they can be.

    Only what is ``synchronised`` heeds ``fsync``: files, folders. Raises ``AssertionError`` or what the library raises
    where something is wrong.
    """
    calls = traced(folder, events=events)
    stages = stages_of(calls, folder)
    replayed, chance = Replayed(folder, synchronised), random.Random(18)
    known, changing, ahead = set[bytes](), 0, 0
    shown = folder / "visat"
    for call in calls:
        if not replayed.replay(call):
            continue
        changing += 1
        if changing % every:
            continue
        before, after = stages[replayed.done], stages[min(replayed.done + 1, len(COMMANDS))]
        for files in states_of(replayed.disk, chance, many):
            look = sha256(repr((replayed.done, sorted(files.items()))).encode()).digest()
            if look not in known:
                known.add(look)
                emptied(shown)
                lay_out(shown, files)
                ahead += check(shown, before, after) and before != after
    return Counts(changing, len(known), ahead)


if __name__ == "__main__":
    os.environ["SIFUND_ACTOR"] = "ekonomi"
    for many, every, events in ((100, 1, 60), (4, 30, 4_000)):
        with tempfile.TemporaryDirectory(prefix="sifund-") as made:
            began = time.monotonic()
            counts = try_all(Path(made).resolve(), many=many, every=every, events=events)
            print(f"{events} events: {counts}, {time.monotonic() - began:.0f} s")
