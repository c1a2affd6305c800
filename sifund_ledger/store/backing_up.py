"""A copy of a book that is in use (säkerhetskopia): of one moment, verified, and never over something else."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path

from sifund_ledger.addresses import is_address
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import discard, name_beside, open_new, sweep, sync_folder
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.store import findings as codes
from sifund_ledger.store.opening import engine_of, open_book, open_store
from sifund_ledger.store.sqlite_faults import out_of_reach, translated
from sifund_ledger.store.sqlite_file import connect, journal_of, open_file, put_in_place


def back_up(path: str | Path, to: str | Path, *, timeout: float = 5.0) -> Checkpoint:
    """Copy a book as it is at one moment, verify the copy whole, and give it its name; its checkpoint is returned.

    Either may be a file or a book in a database, so that a book is moved between them so too: its records are the same
    to the byte. Raises as :func:`_copy_file`.
    """
    if not (is_address(path) or is_address(to)):
        return _copy_file(Path(path), Path(to), timeout=timeout)
    with closing(open_store(path, timeout=timeout)) as store:
        engine_of(to).create(to, timeout=timeout, rows=store.scan()).close()
    with open_book(to, timeout=timeout) as copied:
        return copied.checkpoint


def _copy_file(path: Path, to: Path, *, timeout: float) -> Checkpoint:
    """Copy a file. Writers wait meanwhile; the copy has the mode of the book. Raises
    :class:`~sifund_ledger.errors.UnreadableInput` for a book that is not in order, or where something lies at
    ``to`` already, and :class:`~sifund_ledger.errors.StoreUnavailable` where the book is locked or a disk cannot be
    reached.
    """
    if os.path.lexists(to):
        raise UnreadableInput([codes.BOOK_EXISTS.at(str(to))])
    draft = name_beside(to, "draft")
    with closing(open_file(path, read_only=True, timeout=timeout)) as book:
        try:
            sweep(to.parent)
            os.close(open_new(draft, stat.S_IMODE(path.stat().st_mode) | stat.S_IWUSR))
            with translated(path):
                book.execute("BEGIN")  # one moment: the lock is held from the first reading on
                book.execute("SELECT 1 FROM sqlite_master").fetchone()
                with closing(connect(draft, "mode=rw", 0)) as copy:
                    book.backup(copy)
                book.execute("COMMIT")
            with open_book(draft) as copied:
                checkpoint = copied.checkpoint
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            put_in_place(draft, to)
            sync_folder(to.parent)
        except FileExistsError:
            raise UnreadableInput([codes.BOOK_EXISTS.at(str(to))]) from None
        except (OSError, ValueError) as fault:
            raise out_of_reach(to, fault) from fault
        finally:
            discard(draft, journal_of(draft))
    return checkpoint
