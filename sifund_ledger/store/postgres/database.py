"""A database of books (databas): connecting to it, making its tables and bringing them up to date, and finding out
whether they are as they were made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from sifund_ledger.addresses import Address
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual
from sifund_ledger.store import findings as codes

if TYPE_CHECKING:
    import psycopg

SCHEMA_VERSION: Final = 2
"""The newest schema that this library reads and writes."""
_TABLES: Final = ("book", "account", "record", "posting", "reader")
NOT_THERE: Final = Bilingual("databasen har inga tabeller för böcker", "the database has no tables for books")
_ENCODING: Final = Bilingual("databasen lagrar inte text som UTF-8", "the database does not keep text as UTF-8")
_OBJECTS: Final = """
SELECT 'function', proname::text, prosrc, prosecdef::text FROM pg_proc WHERE pronamespace = 'sifund'::regnamespace
UNION ALL
SELECT 'trigger', relname || '.' || tgname, proname::text, tgenabled::text
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE relnamespace = 'sifund'::regnamespace AND NOT tgisinternal
UNION ALL
SELECT 'reference', relname::text, 'switched off', tgenabled::text
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE relnamespace = 'sifund'::regnamespace AND tgisinternal AND tgenabled <> 'O'
UNION ALL
SELECT 'table', relname::text, 'rows of its own', (relrowsecurity AND relforcerowsecurity)::text
FROM pg_class WHERE relnamespace = 'sifund'::regnamespace AND relkind = 'r' AND relname <> 'schema_version'
UNION ALL
SELECT 'policy', relname || '.' || polname, '', '' FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid
WHERE relnamespace = 'sifund'::regnamespace
UNION ALL
SELECT 'constraint', relname || '.' || contype::text, '', count(*)::text
FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
WHERE relnamespace = 'sifund'::regnamespace AND relname <> 'schema_version' AND convalidated
    AND contype NOT IN ('n', 't')
GROUP BY relname, contype
"""


def driver() -> Any:
    """The client library. Raises :class:`~sifund_ledger.errors.UnreadableInput` where it is not installed."""
    try:
        import psycopg
    except ImportError:
        raise UnreadableInput([codes.DATABASE_NOT_INSTALLED.at("postgres", package="psycopg")]) from None
    return psycopg


def connect(address: Address, *, timeout: float, read_only: bool = False) -> psycopg.Connection[Any]:
    """A connection on which a transaction begins on command. Raises as :func:`~.faults.error_of`."""
    psycopg = driver()
    from sifund_ledger.store.postgres.faults import translated

    with translated(address.shown):
        connection = psycopg.connect(
            address.connection, autocommit=True, connect_timeout=max(2, round(timeout)), client_encoding="utf8",
            application_name="sifund_ledger",
        )  # fmt: skip
        try:
            connection.execute(f"SET lock_timeout = {round(timeout * 1000) or 1}")
            connection.execute("SET default_transaction_isolation = 'read committed'")
            if read_only:
                connection.execute("SET default_transaction_read_only = on")
            ((encoding,),) = connection.execute("SELECT current_setting('server_encoding')").fetchall()
        except BaseException:
            connection.close()
            raise
    if encoding != "UTF8":
        connection.close()
        raise _foreign(address, _ENCODING)
    return connection  # type: ignore[no-any-return]  # as annotated


def _foreign(address: Address, reason: Bilingual) -> UnreadableInput:
    return UnreadableInput([codes.DATABASE_WITHOUT_BOOKS.at(address.shown, reason=reason)])


def schema_sql(version: int) -> str:
    """The statements that bring a database from the schema before to one."""
    return files("sifund_ledger.store.postgres").joinpath(f"postgres_{version:03}.sql").read_text("utf-8")


def version_of(connection: psycopg.Connection[Any]) -> int:
    """The schema that a database has; 0 for none."""
    ((there,),) = connection.execute("SELECT to_regclass('sifund.schema_version') IS NOT NULL").fetchall()
    if not there:
        return 0
    return int(connection.execute("SELECT max(version) FROM sifund.schema_version").fetchall()[0][0] or 0)


def prepare(
    address: Address, *, writers: Iterable[str] = (), readers: Iterable[tuple[str, str]] = (), timeout: float = 5.0
) -> int:
    """Make a database's tables of books, or bring them up to date, and let roles in; the schema's version is returned.

    ``writers`` may make books and record in those of the roles that they are members of. ``readers`` are pairs of an
    owner of books and a role that may read them, as an auditor, and record nothing there. None of them owns anything or
    sees the books of others. Whoever runs this owns the tables, and must be none of them. All of it is done, or
    nothing.
    """
    from psycopg import sql

    readers, writers = tuple(readers), tuple(writers)

    from sifund_ledger.store.postgres.faults import not_allowed, translated

    with connect(address, timeout=timeout) as connection, translated(address.shown), connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(1397114956, 0)")  # as sifund.queue, of no book
        found = version_of(connection)
        require_known(address, found)
        for version in range(found + 1, SCHEMA_VERSION + 1):
            connection.execute(schema_sql(version).encode())
        ((owns,),) = connection.execute(_OWNS).fetchall()  # a GRANT by anybody else would do nothing, and say nothing
        if not owns:
            raise not_allowed(address.shown)
        for grant, roles in ((_FOR_READERS, (*(reader for _, reader in readers), *writers)), (_FOR_WRITERS, writers)):
            for role in roles:
                for statement in grant:
                    connection.execute(sql.SQL(statement).format(sql.Identifier(role)))
        for owner, reader in readers:
            connection.execute(_LENT, (owner, reader))
    return SCHEMA_VERSION


_OWNS: Final = "SELECT pg_has_role(current_user, nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'sifund'"
_LENT: Final = "INSERT INTO sifund.reader VALUES (%s, %s) ON CONFLICT DO NOTHING"
_FOR_READERS: Final = (
    "GRANT USAGE ON SCHEMA sifund TO {}",
    "GRANT SELECT ON sifund.schema_version, sifund.book, sifund.account, sifund.record, sifund.posting TO {}",
)
_FOR_WRITERS: Final = (
    "GRANT INSERT ON sifund.book, sifund.account, sifund.record, sifund.posting TO {}",
    "GRANT EXECUTE ON FUNCTION sifund.blot(integer, bigint) TO {}",
)


def require_known(address: Address, version: int) -> None:
    """Refuse a schema that is newer than this library."""
    if version > SCHEMA_VERSION:
        raise UnreadableInput([codes.BOOK_NEWER.at(address.shown, found=version, known=SCHEMA_VERSION)])


def check_database(connection: psycopg.Connection[Any], address: Address) -> None:
    """Refuse a database that has no books, or whose guards are not as they were made.

    Raises :class:`~sifund_ledger.errors.UnreadableInput`.
    """
    version = version_of(connection)
    require_known(address, version)
    if version < SCHEMA_VERSION:
        raise _foreign(address, NOT_THERE) if not version else _outdated(address, version)
    check_guards(connection, address)


def _outdated(address: Address, version: int) -> UnreadableInput:
    return UnreadableInput([codes.DATABASE_OUTDATED.at(address.shown, found=version, known=SCHEMA_VERSION)])


def check_guards(connection: psycopg.Connection[Any], address: Address) -> None:
    """Refuse a database whose functions, triggers, policies or constraints are not those of its schema."""
    there = {
        (str(kind), str(name)): (str(what), str(state)) for kind, name, what, state in connection.execute(_OBJECTS)
    }
    made = _expected()
    altered = {name for kind, name in there.keys() | made.keys() if there.get((kind, name)) != made.get((kind, name))}
    if altered:
        raise UnreadableInput([codes.BOOK_GUARD_MISSING.at(address.shown, objects=", ".join(sorted(altered)))])


_FUNCTION: Final = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION sifund\.(\w+)\(.*?AS \$\$(.*?)\$\$;", re.DOTALL)
_TRIGGER: Final = re.compile(
    r"CREATE (?:CONSTRAINT )?TRIGGER (\w+) .*?ON sifund\.(\w+).*?EXECUTE FUNCTION sifund\.(\w+)\(\);", re.DOTALL
)
_POLICY: Final = re.compile(r"CREATE POLICY (\w+) ON sifund\.(\w+)")
_CONSTRAINTS: Final = {
    "book.p": 1, "book.u": 1, "book.c": 1, "account.p": 1, "account.u": 1, "account.f": 1,
    "record.p": 1, "record.c": 3, "record.f": 1, "posting.p": 1, "posting.c": 2, "posting.f": 2,
    "reader.p": 1,
}  # fmt: skip
"""How many constraints of each kind each table has: primary, unique, check and foreign keys."""


@cache
def _expected() -> dict[tuple[str, str], tuple[str, str]]:
    """The objects that :data:`_OBJECTS` should find: those of the schema's own statements."""
    text = "".join(schema_sql(version) for version in range(1, SCHEMA_VERSION + 1))
    found = {
        ("function", name): (body, "true" if name == "blot" else "false") for name, body in _FUNCTION.findall(text)
    }
    found |= {("trigger", f"{table}.{name}"): (function, "O") for name, table, function in _TRIGGER.findall(text)}
    found |= {("policy", f"{table}.{name}"): ("", "") for name, table in _POLICY.findall(text)}
    found |= {("table", table): ("rows of its own", "true") for table in _TABLES}
    found |= {("constraint", name): ("", str(number)) for name, number in _CONSTRAINTS.items()}
    return found
