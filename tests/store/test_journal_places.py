"""A book where something else than a file lies in its journal's place, or where the disk fails: told, never waited for.

Each is what a real system does: a named pipe and devices, a folder, and a file-size limit that the engine meets.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sifund_ledger import StoreUnavailable, open_book
from sifund_ledger.store.backing_up import back_up
from sifund_ledger.store.recovering import recover
from sifund_ledger.store.sqlite_file import journal_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and limits are POSIX's")
ROOT = Path(__file__).resolve().parents[2]
IN_THE_WAY = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "link": lambda path: path.symlink_to(path.with_name("elsewhere")),
}
LIMITED = """
import resource, signal, sys
from sifund_ledger import StoreUnavailable, open_book
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    with open_book(sys.argv[1], actor="ekonomi", create=sys.argv[3]) as book:
        book.open_equity(2012, "100", opening_deficits=[], decision="KF 2013-04-28 § 1")
except StoreUnavailable as error:
    print(error.findings[0].code)
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "ale.sifund"
    open_book(path, create="Ale", actor="ekonomi").close()
    return path


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_what_lies_where_the_journal_belongs_is_told_and_left(book: Path, what: str) -> None:
    before = book.read_bytes()
    IN_THE_WAY[what](journal_of(book))
    for use in (
        lambda: open_book(book),
        lambda: open_book(book, actor="ekonomi"),
        lambda: back_up(book, book.with_name("copy.sifund")),
        lambda: recover(book),
    ):
        with pytest.raises(StoreUnavailable) as refused:
            use()
        assert f"Move {journal_of(book)} away." in refused.value.findings[0].text("en")
    assert book.read_bytes() == before
    assert sorted(path.name for path in book.parent.iterdir()) == ["ale.sifund", "ale.sifund-journal"]


@pytest.mark.parametrize("size", [0, 1024, 16384])
@pytest.mark.parametrize("create", ["", "Ale"])
def test_a_disk_that_fails_while_the_journal_is_written_is_told(book: Path, size: int, create: str) -> None:
    if create:
        book.unlink()
    command = [sys.executable, "-c", LIMITED, str(book), str(size), create]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False, timeout=120)
    assert (ran.returncode, ran.stderr, ran.stdout) == (0, "", "STORE_UNAVAILABLE\n")
    left = {path.name for path in book.parent.iterdir()}
    if "ale.sifund" in left:
        with open_book(book, actor="ekonomi") as opened:  # whatever began is undone
            assert opened.head.seq == 1
    assert not {name for name in left if name.startswith(".sifund-")}


@pytest.mark.parametrize("to", ["ale.sifund/copy.sifund", "absent/copy.sifund", "x" * 300, "a\0b"])
def test_a_copy_that_cannot_be_made_is_told_by_its_reason(book: Path, to: str) -> None:
    with pytest.raises(StoreUnavailable):
        back_up(book, book.with_name("folder").parent / to)
    assert [path.name for path in book.parent.iterdir()] == ["ale.sifund"]
