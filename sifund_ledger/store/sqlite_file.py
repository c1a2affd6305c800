"""A book as a file (bokfil): making one, and finding out whether a file is one, without changing a byte of it.

A book is an SQLite database that says so in its header (:data:`APPLICATION_ID`), in a schema version that this
library knows, with every guard of that schema in place. Anything else is refused before it is written to.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import discard, name_beside, open_new, sweep, sync_folder
from sifund_ledger.findings import Bilingual
from sifund_ledger.store import findings as codes
from sifund_ledger.store.rows import require_whole
from sifund_ledger.store.sqlite_faults import FAULTS, damaged, error_of, out_of_reach, translated, unavailable
from sifund_ledger.store.sqlite_statements import STATEMENTS

APPLICATION_ID: Final = int.from_bytes(b"SFL1", "big")
"""What the header of a book says it is: the letters SFL1."""

SCHEMA_VERSION: Final = 1
"""The newest schema that this library reads and writes."""

_OLDEST_SQLITE: Final = (3, 37)


@lru_cache(maxsize=1)
def schema_sql() -> str:
    """The statements that make an empty book of schema :data:`SCHEMA_VERSION`."""
    return files("sifund_ledger.store").joinpath(f"sqlite_{SCHEMA_VERSION:03}.sql").read_text("utf-8")


def _objects(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str | None]]:
    """The tables, indexes and triggers of a database with their statements; tables that ANALYZE leaves are passed over.

    Only tables: whoever writes the schema past the engine can give a trigger such a name.
    """
    rows = connection.execute(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE NOT (type = 'table' AND name GLOB 'sqlite_stat[0-9]')"
    )
    return frozenset((name, table, sql) for name, table, sql in rows)


@lru_cache(maxsize=1)
def _expected_objects() -> frozenset[tuple[str, str, str | None]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema_sql())
        return _objects(connection)


def journal_of(path: Path) -> Path:
    """Where the engine keeps what a transaction changes, until it has ended: beside the file itself, not a link."""
    return Path(f"{os.path.realpath(path)}-journal")


def require_journal_place(path: Path) -> None:
    """Refuse a book beside which something else than a file lies where its journal belongs: a pipe would be waited for.

    Raises :class:`~sifund_ledger.errors.StoreUnavailable`.
    """
    try:
        journal = journal_of(path)
        mode = os.lstat(journal).st_mode
    except (OSError, ValueError):
        return  # none lies there, as it should be while nobody writes
    if not stat.S_ISREG(mode):
        why = Bilingual(
            "Boken går inte att nå: där dess journal ska ligga finns något som inte är en fil",
            "The book is out of reach: where its journal belongs lies something that is not a file",
        )
        raise unavailable(path, why, do=Bilingual(f"Flytta undan {journal}.", f"Move {journal} away."))


def connect(path: Path, parameters: str, timeout: float) -> sqlite3.Connection:
    """A connection to a file that is there, with parameters of the engine's own; a transaction begins on command."""
    uri = f"{path.absolute().as_uri()}?{parameters}"
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)


def _require_engine(path: Path) -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        version = sqlite3.sqlite_version
        why = Bilingual(
            f"SQLite 3.37 eller senare behövs; den här Python har {version}",
            f"SQLite 3.37 or newer is needed; this Python has {version}",
        )
        raise unavailable(path, why, do=Bilingual("Installera en nyare Python.", "Install a newer Python."))


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path: its device and its number there; none where nothing can be seen."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _probe(path: Path) -> None:
    """Refuse a file of another program, or of a newer version, without taking a lock or looking at a journal."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableInput([codes.BOOK_NOT_FOUND.at(str(path))]) from None
    except (OSError, ValueError) as fault:
        raise out_of_reach(path, fault) from None
    if not stat.S_ISREG(status.st_mode):
        raise _foreign(path, "det är ingen fil", "it is not a file")
    if status.st_size == 0:
        raise _foreign(path, "filen är tom", "the file is empty")
    require_journal_place(path)
    try:
        with closing(connect(path, "mode=ro&immutable=1", 0)) as connection:
            _check_header(connection, path)
    except FAULTS as fault:
        code = getattr(fault, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_NOTADB:
            raise _foreign(path, "det är ingen SQLite-databas", "it is not an SQLite database") from None
        if code != sqlite3.SQLITE_CORRUPT:
            raise error_of(path, fault) from fault
        # Without a lock, a file that is being written to can look damaged; what follows looks again with one.
    if Path(f"{path}-wal").exists() or _is_write_ahead(path):
        raise UnreadableInput([codes.BOOK_NOT_ONE_FILE.at(str(path))])


def _is_write_ahead(path: Path) -> bool:
    """Whether it is in write-ahead mode; asked without locks, where the engine cannot open such a file at all.

    An ordinary opening would make the files beside it. Reading the header past the engine would drop its locks.
    """
    try:
        with closing(connect(path, "mode=ro&nolock=1", 0)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except FAULTS as fault:
        return getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_CANTOPEN
    return False


def _check_header(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise _foreign(path, "det är ett annat programs databas", "it is the database of another program")
    if version > SCHEMA_VERSION:
        raise UnreadableInput([codes.BOOK_NEWER.at(str(path), found=version, known=SCHEMA_VERSION)])
    if version < 1:
        raise damaged(path, Bilingual(f"det finns inget schema {version}", f"there is no schema {version}"))


def _foreign(path: Path, reason_sv: str, reason: str) -> UnreadableInput:
    return UnreadableInput([codes.BOOK_FOREIGN.at(str(path), reason=Bilingual(reason_sv, reason))])


def _configure(connection: sqlite3.Connection) -> None:
    """Set what a connection is to do; EXTRA brings the folder to the disk too when the rollback journal is taken away.

    Without that a loss of power can bring the journal back, and with it the book as it was before the last record.
    """
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "secure_delete=ON", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA cache_size=-16384")


def check_guards(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file's schema, once all of its guards are found in place; it changes when they may have.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where anything has been altered.
    """
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    altered = _objects(connection) ^ _expected_objects()
    if altered:
        names = ", ".join(sorted({str(name) for name, _, _ in altered}))
        raise UnreadableInput([codes.BOOK_GUARD_MISSING.at(str(path), objects=names)])
    return int(version)


def check_file(connection: sqlite3.Connection, path: Path, *, whole: bool = True) -> None:
    """Refuse a file other than a book, or one whose guards or, with ``whole``, pages or rows are not as they were made.

    Raises :class:`~sifund_ledger.errors.UnreadableInput`.
    """
    _check_header(connection, path)
    check_guards(connection, path)
    if not whole:
        return
    (state,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if state != "ok":
        raise damaged(path, Bilingual("databasmotorns egen kontroll hittar fel", state))
    require_whole(lambda statement: connection.execute(statement).fetchall(), STATEMENTS, partial(damaged, path))


def open_file(path: Path, *, read_only: bool, timeout: float, whole: bool = True) -> sqlite3.Connection:
    """A connection to a book that is in order; ``timeout`` in seconds is how long a lock is waited for.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` for anything that is no such book, and leaves it as it was;
    :class:`~sifund_ledger.errors.StoreUnavailable` where it is locked or out of reach.
    """
    _require_engine(path)
    _probe(path)
    with translated(path):
        connection = connect(path, "mode=ro" if read_only else "mode=rw", timeout)
        try:
            _configure(connection)
            check_file(connection, path, whole=whole)
        except BaseException:
            connection.close()
            raise
    return connection


def create_file(path: Path, fill: Callable[[Path], None] = lambda _: None) -> None:
    """Make a book, with the records that ``fill`` puts in the draft of it; whole at once, or not at all.

    Everything is in a draft beside it, and on the disk, before the book gets its name; from then on nothing takes it
    away again, for another program may have recorded in it. Raises :class:`~sifund_ledger.errors.UnreadableInput`
    where there is something already, and :class:`~sifund_ledger.errors.StoreUnavailable` where the folder cannot be
    written to.
    """
    _require_engine(path)
    try:
        if os.path.lexists(path):
            raise UnreadableInput([codes.BOOK_EXISTS.at(str(path))])
        sweep(path.parent)
        draft = name_beside(path, "draft")
        os.close(open_new(draft, 0o644))
        try:
            with translated(path), closing(connect(draft, "mode=rw", 0)) as connection:
                _configure(connection)
                connection.executescript(
                    f"BEGIN; {schema_sql()}; PRAGMA application_id={APPLICATION_ID}; "
                    f"PRAGMA user_version={SCHEMA_VERSION}; COMMIT;"
                )
            fill(draft)
            put_in_place(draft, path)
        finally:
            discard(draft, journal_of(draft))
        sync_folder(path.parent)
    except FileExistsError:
        raise UnreadableInput([codes.BOOK_EXISTS.at(str(path))]) from None
    except (OSError, ValueError) as fault:
        raise out_of_reach(path, fault) from fault


def put_in_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, never over another; where the disk has no hard links, claim the name first.

    Raises ``OSError``, of which ``FileExistsError`` where there is something.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        claim = open_new(path, 0o644)
        try:
            draft.replace(path)
        except OSError:
            if os.path.samestat(os.fstat(claim), path.lstat()):  # ours still, and empty: it never was a book
                path.unlink()
            raise
        finally:
            os.close(claim)
