"""Files that a command writes: whole or as they were, on the disk, with the rights that they had."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from sifund_ledger.cli.streams import OutputFailed, save_bytes


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(b"before")
    out.chmod(mode)
    save_bytes(b"after", str(out))
    assert (out.read_bytes(), stat.S_IMODE(out.stat().st_mode)) == (b"after", mode)


def test_a_file_planted_beside_is_neither_followed_nor_written(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (tmp_path / f".out.csv.{os.getpid()}.part").symlink_to(victim)
    save_bytes(b"after", str(tmp_path / "out.csv"))
    assert (victim.read_bytes(), (tmp_path / "out.csv").read_bytes()) == (b"untouched", b"after")


def test_what_is_written_is_on_the_disk_and_so_is_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    save_bytes(b"after", str(tmp_path / "out.csv"))
    assert synced == [False, True]  # the file before it has its name, the folder after


def test_a_full_disk_leaves_what_was_there_and_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(b"before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputFailed):
        save_bytes(b"after", str(out))
    assert (out.read_bytes(), names(tmp_path)) == (b"before", ["out.csv"])
