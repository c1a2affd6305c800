"""The guards in the database itself: what SQL may be tried on a book there, by its own role and by others."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from store_journals import CARE, FREE, FUND, SCHOOLS, Chain, faults_of, small_journal, write

from sifund_ledger import open_book
from sifund_ledger.addresses import Address
from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.ledger.journal.chain import verify
from sifund_ledger.store import PostgresStore
from sifund_ledger.store.backing_up import back_up
from sifund_ledger.store.postgres import database as database_of_books
from sifund_ledger.store.postgres.database import SCHEMA_VERSION, prepare

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
KEPT = Path(__file__).parents[1] / "data" / "books"
TABLES = ("book", "account", "record", "posting")
_ZEROS = "repeat('0', 64)"
ATTEMPTS = [
    *(f"DELETE FROM sifund.{table}" for table in TABLES),
    *(f"TRUNCATE sifund.{table} CASCADE" for table in TABLES),
    *(f"UPDATE sifund.record SET {change} WHERE of = {{of}}"
      for change in ("seq = seq + 100", "hash = sha256('x')", "kind = 'x'", "target = NULL", "data = 'x'",
                     "note = 'x'", "note = NULL, note_salt = NULL, kind = 'x'", "of = of + 1")),
    *(f"UPDATE sifund.posting SET {column} = {column} + 1 WHERE of = {{of}}"
      for column in ("of", "seq", "line", "account", "year", "ore")),
    *(f"UPDATE sifund.account SET {change} WHERE of = {{of}}"
      for change in ("id = id + 9", "book = 'X'", "code = 'x'", "fund = 'x'", "year = 1")),
    "UPDATE sifund.book SET name = 'x' WHERE id = {of}",
    "UPDATE sifund.book SET owner = 'tomelilla' WHERE id = {of}",
    *(f"INSERT INTO sifund.{table} SELECT * FROM sifund.{table} WHERE of = {{of}}"
      for table in ("account", "record", "posting")),
    "INSERT INTO sifund.account VALUES ({of}, 99, 'A', 'b', '', '', '', '', 0)",
    "INSERT INTO sifund.account VALUES ({of}, 0, 'A', 'b', '', '', '', '', 0)",
    "INSERT INTO sifund.posting VALUES ({of}, 6, 1, 1, 2014, 5)",
    "INSERT INTO sifund.posting VALUES ({of}, 4, 9, 1, 2014, 5)",
    "INSERT INTO sifund.posting VALUES ({of}, 7, 1, 1, 2014, 5)",
    "INSERT INTO sifund.posting VALUES ({of}, 7, 1, 77, 2014, 5)",
    "INSERT INTO sifund.posting VALUES ({of}, 7, 1, 1, 2014, 0)",
    "INSERT INTO sifund.posting VALUES ({of}, -1, 1, 1, 2014, 5)",
    "INSERT INTO sifund.record (of, seq, hash, kind, data) VALUES ({of}, 7, sha256('x'), 'x', 'x')",
    "INSERT INTO sifund.record (of, seq, hash, kind, data) VALUES ({of}, 8, sha256('x'), 'x', 'x')",
    f"INSERT INTO sifund.record (of, seq, hash, kind, data) SELECT {{of}}, 7, sha256(d), 'x', d FROM "
    f"(SELECT convert_to('sifund-record-1' || E'\\t7\\t' || {_ZEROS} || E'\\t', 'UTF8') AS d) AS made",
    "INSERT INTO sifund.record (of, seq, hash, kind, data) SELECT {of}, 7, sha256('other'), 'x', d FROM {follows}",
    "WITH p AS (INSERT INTO sifund.posting VALUES ({of}, 7, 1, 1, 2014, 5)) "
    "INSERT INTO sifund.record (of, seq, hash, kind, data) SELECT {of}, 7, sha256(d), 'x', d FROM {follows}",
    "SELECT sifund.blot({of}, 4)",
    "INSERT INTO sifund.account VALUES ({of}, 5, 'A', 'b', '', '', '', '', 0)",
    "BEGIN ISOLATION LEVEL SERIALIZABLE; INSERT INTO sifund.account VALUES ({of}, 5, 'A', 'b', '', '', '', '', 0)",
    "ALTER TABLE sifund.record DISABLE TRIGGER ALL",
    "ALTER TABLE sifund.record DISABLE ROW LEVEL SECURITY",
    "DROP TRIGGER blotted ON sifund.record",
    "DROP POLICY own ON sifund.record",
    "SET session_replication_role = replica; DELETE FROM sifund.posting",
]  # fmt: skip
"""What a role may try on its own book; every one of these is refused, or does nothing."""
FOLLOWS = (
    "(SELECT convert_to('sifund-record-1' || E'\\t7\\t' || encode(hash, 'hex') || E'\\t', 'UTF8') AS d "
    "FROM sifund.record WHERE of = {of} AND seq = 6) AS made"
)


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """The address of a book with the small journal, owned by Ale."""
    made = new_address()
    with closing(PostgresStore.create(made)) as store:
        write(store, small_journal().rows)
    return made


@contextmanager
def sql(place: str) -> Iterator[Any]:
    """A connection past the library, as another program has it."""
    with psycopg.connect(Address.parse(place, of_book=False).connection, autocommit=True) as connection:
        yield connection


def number(connection: Any, address: str) -> int:
    """The number that a book has in its database."""
    ((of,),) = connection.execute("SELECT id FROM sifund.book WHERE name = %s", (Address.parse(address).book,))
    return int(of)


def contents(address: str) -> list[Any]:
    with closing(PostgresStore(address, read_only=True)) as store:
        assert faults_of(store) == []
        return [*store.scan(), store.balances()]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_its_own_role_can_alter_nothing(database: Any, address: str, attempt: str) -> None:
    before = contents(address)
    with sql(address) as connection:
        of = number(connection, address)
        with pytest.raises(psycopg.Error):
            connection.execute(attempt.format(of=of, follows=FOLLOWS.format(of=of)))
    assert contents(address) == before


OWNED = [each for each in ATTEMPTS if each.startswith(("DELETE", "UPDATE", "TRUNCATE", "INSERT", "WITH"))]


@pytest.mark.parametrize("attempt", OWNED)
def test_the_administrator_meets_the_same_guards(database: Any, address: str, attempt: str) -> None:
    before = contents(address)
    with sql(database.administrator) as connection:
        of = number(connection, address)
        with pytest.raises(psycopg.Error):
            connection.execute(attempt.format(of=of, follows=FOLLOWS.format(of=of)))
    assert contents(address) == before


TAMPERING = [
    "DELETE FROM sifund.posting WHERE of = {of} AND seq = 4 AND line = 4",
    "DELETE FROM sifund.record WHERE of = {of} AND seq = 3",
    "UPDATE sifund.posting SET ore = ore * 2 WHERE of = {of} AND seq = 3",
    "UPDATE sifund.posting SET year = 2015 WHERE of = {of} AND seq = 3",
    "UPDATE sifund.posting SET seq = 99 WHERE of = {of} AND seq = 3",
    "UPDATE sifund.posting SET line = 7 WHERE of = {of} AND seq = 3 AND line = 2",
    "UPDATE sifund.account SET fund = 'annan' WHERE of = {of} AND fund = 'social'",
    "UPDATE sifund.account SET id = 50 WHERE of = {of} AND id = 4",
    "INSERT INTO sifund.account VALUES ({of}, 5, 'A', 'b', '', '', '', '', 0)",
    "INSERT INTO sifund.posting VALUES ({of}, 99, 1, 1, 2014, 5)",
    "UPDATE sifund.record SET kind = 'x' WHERE of = {of} AND seq = 2",
    "UPDATE sifund.record SET target = 1 WHERE of = {of} AND seq = 5",
    "UPDATE sifund.record SET note = 'annat' WHERE of = {of} AND seq = 4",
    "UPDATE sifund.record SET note = NULL, note_salt = NULL WHERE of = {of} AND seq = 4",
    "UPDATE sifund.record SET seq = 0 WHERE of = {of} AND seq = 1",
    "UPDATE sifund.record SET data = data || 'x', hash = sha256(data || 'x') WHERE of = {of} AND seq = 3",
]
"""What an administrator can do who puts the guards aside; each is found when the book is read."""


@pytest.mark.parametrize("tampering", TAMPERING)
def test_what_is_altered_past_the_guards_is_found(database: Any, address: str, tampering: str) -> None:
    with sql(database.administrator) as connection:
        of = number(connection, address)
        connection.execute("SET session_replication_role = replica")
        connection.execute(tampering.format(of=of))
    assert what_is_found(address)


def what_is_found(address: str) -> set[str]:
    """The codes that a book is refused with, or that verifying it gives."""
    try:
        with closing(PostgresStore(address, read_only=True)) as store:
            return {finding.code for finding in faults_of(store)}
    except UnreadableInput as refused:
        return {finding.code for finding in refused.findings}


GUARDS = [
    "ALTER TABLE sifund.record DISABLE TRIGGER sealed",
    "ALTER TABLE sifund.posting DISABLE TRIGGER ALL",
    "DROP TRIGGER kept ON sifund.posting",
    "ALTER TABLE sifund.record NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY own ON sifund.account",
    "DROP POLICY written ON sifund.record",
    "ALTER TABLE sifund.reader DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE sifund.posting DROP CONSTRAINT posting_ore_check",
    "CREATE OR REPLACE FUNCTION sifund.nothing_changes() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE TRIGGER swallow BEFORE INSERT ON sifund.record FOR EACH ROW EXECUTE FUNCTION sifund.only_blotted()",
]


@pytest.fixture
def spare(database: Any) -> Iterator[Any]:
    """A database of its own, whose guards may be altered."""
    with sql(database.administrator) as connection:
        connection.execute("CREATE DATABASE sifund_spare ENCODING 'UTF8' TEMPLATE template0")
    made = type(database)(database.administrator.replace("/sifund_prov", "/sifund_spare"))
    prepare(Address.parse(made.administrator, of_book=False), writers=["ale"])
    yield made
    with sql(database.administrator) as connection:
        connection.execute("DROP DATABASE sifund_spare WITH (FORCE)")


@pytest.mark.parametrize("altering", GUARDS)
def test_guards_that_are_altered_are_found(spare: Any, altering: str) -> None:
    address = spare.address("Ale")
    with closing(PostgresStore.create(address, rows=small_journal().rows)) as store:
        with sql(spare.administrator) as connection:
            connection.execute(altering)
        with pytest.raises(UnreadableInput, match="BOOK_GUARD_MISSING"):
            PostgresStore(address)
        with pytest.raises(UnreadableInput, match="BOOK_GUARD_MISSING"), store.writing():
            raise AssertionError("nothing is written past altered guards")


SEEING = [
    *(f"SELECT * FROM sifund.{table} WHERE of = {{of}}" for table in ("account", "record", "posting")),
    "SELECT * FROM sifund.book WHERE id = {of} OR name = '{name}'",
    "SELECT sum(ore) FROM sifund.posting WHERE of = {of} HAVING count(*) > 0",
    "SELECT p.* FROM sifund.posting AS p JOIN sifund.record AS r USING (of, seq) WHERE r.of = {of}",
    "SELECT * FROM pg_stats WHERE schemaname = 'sifund' AND tablename <> 'schema_version'",
    "SELECT * FROM sifund.record WHERE of = {of} AND pg_temp.shown(data)",
    "SELECT * FROM sifund.record WHERE pg_temp.shown(data) AND of = {of}",
    "WITH RECURSIVE r AS (SELECT 1::bigint AS seq UNION ALL "
    "SELECT s.seq + 1 FROM r JOIN sifund.record AS s USING (seq) "
    "WHERE s.of = {of}) SELECT * FROM r WHERE seq > 1",
]
"""What another municipality's role may ask; nothing comes of it."""
SHOWN = """
CREATE FUNCTION pg_temp.shown(data bytea) RETURNS boolean LANGUAGE plpgsql COST 0.0000001
AS $$ BEGIN RAISE EXCEPTION 'seen: %', data; END $$
"""
MEDDLING = [
    *(f"DELETE FROM sifund.{table}" for table in TABLES),
    *(f"TRUNCATE sifund.{table} CASCADE" for table in TABLES),
    "UPDATE sifund.record SET kind = 'x'",
    "UPDATE sifund.record SET note = NULL, note_salt = NULL WHERE of = {of}",
    "UPDATE sifund.book SET owner = current_user WHERE id = {of}",
    "UPDATE sifund.posting SET of = {of}",
    "INSERT INTO sifund.account VALUES ({of}, 5, 'A', 'b', '', '', '', '', 0)",
    "INSERT INTO sifund.posting VALUES ({of}, 7, 1, 1, 2014, 5)",
    "INSERT INTO sifund.record (of, seq, hash, kind, data) VALUES ({of}, 7, sha256('x'), 'x', 'x')",
    "INSERT INTO sifund.record (of, seq, hash, kind, data) SELECT {of}, 7, sha256(d), 'x', d FROM {follows}",
    "INSERT INTO sifund.book (name, owner) VALUES ('x', 'ale')",
    "COPY sifund.posting FROM PROGRAM 'echo'",
    "SELECT sifund.blot({of}, 2)",
    "SELECT * FROM sifund.record WHERE of = {of} FOR UPDATE",
    "LOCK TABLE sifund.record",
    "CREATE TABLE sifund.own (of integer)",
    "CREATE FUNCTION sifund.own() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE POLICY all_of_it ON sifund.record USING (true)",
    "ALTER TABLE sifund.record DISABLE ROW LEVEL SECURITY",
    "SET row_security = off; SELECT * FROM sifund.record",
    "SET ROLE ale",
    "SET ROLE sifund_owner",
    "SET SESSION AUTHORIZATION ale",
    "GRANT ale TO tomelilla",
    "ALTER ROLE tomelilla BYPASSRLS",
]
"""What another municipality's role may try; all of it is refused."""


def test_one_municipality_sees_nothing_of_another(database: Any, address: str) -> None:
    name = Address.parse(address).book
    other = database.address(name, "tomelilla")
    with pytest.raises(UnreadableInput, match="BOOK_NOT_IN_DATABASE"):
        PostgresStore(other)
    with sql(address) as connection:
        of = number(connection, address)
        assert all(connection.execute(asked.format(of=of, name=name)).fetchall() for asked in SEEING[:6])
    with sql(database.administrator) as connection:
        connection.execute("ANALYZE")
    with sql(other) as connection:
        connection.execute(SHOWN)
        for asked in SEEING:
            assert connection.execute(asked.format(of=of, name=name)).fetchall() == [], asked


@pytest.mark.parametrize("role", ["tomelilla", "ale_revisor"])
def test_no_role_writes_in_the_books_of_another(database: Any, address: str, role: str) -> None:
    """An auditor of the same municipality neither, who reads them."""
    before = contents(address)
    with sql(address) as connection:
        of = number(connection, address)
    known = f"(SELECT convert_to(E'sifund-record-1\\t7\\t{before[-2].hash.hex()}\\t', 'UTF8') AS d) AS made"
    with sql(database.address(Address.parse(address).book, role)) as connection:
        for attempt in MEDDLING:
            with pytest.raises(psycopg.Error):
                connection.execute(attempt.format(of=of, follows=known))
            assert connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE
    assert contents(address) == before


def test_each_municipality_has_books_of_its_own_names(database: Any) -> None:
    ours, theirs = database.address("Årsbok & co", "ale"), database.address("Årsbok & co", "tomelilla")
    for place, entity in ((ours, "Ale"), (theirs, "Tomelilla")):
        open_book(place, create=entity, actor="ekonomi").close()
        with open_book(place) as book:
            assert book.entity == entity
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        open_book(ours, create="Ale", actor="ekonomi")


def test_an_auditor_reads_the_books_of_its_municipality_and_writes_none(
    database: Any, new_address: Callable[[], str]
) -> None:
    address = new_address()
    with open_book(address, create="Ale", actor="ekonomi") as book:
        head = book.head
    auditor = database.address(Address.parse(address).book, "ale_revisor")
    with open_book(auditor) as book:
        assert (book.entity, book.head) == ("Ale", head)
    with open_book(auditor, actor="revision") as book, pytest.raises(StoreUnavailable):
        book.record_result(2013, 5)
    assert contents(auditor) == contents(address)
    theirs = database.address("Tomelillas", "tomelilla")
    open_book(theirs, create="Tomelilla", actor="ekonomi").close()
    with pytest.raises(UnreadableInput, match="BOOK_NOT_IN_DATABASE"):
        open_book(database.address("Tomelillas", "ale_revisor"))
    with sql(auditor) as connection:
        assert connection.execute("SELECT DISTINCT owner::text FROM sifund.book").fetchall() == [("ale",)]
        assert connection.execute("SELECT of_owner::text, reader::text FROM sifund.reader").fetchall() == [
            ("ale", "ale_revisor")
        ]
        for attempt in ("INSERT INTO sifund.reader VALUES ('tomelilla', 'ale_revisor')", "DELETE FROM sifund.reader"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(attempt)


def test_a_book_is_whole_or_not_there(new_address: Callable[[], str]) -> None:
    address, rows = new_address(), small_journal().rows
    with pytest.raises(Refused):
        PostgresStore.create(address, rows=[rows[0], rows[2]])
    with pytest.raises(UnreadableInput, match="BOOK_NOT_IN_DATABASE"):
        PostgresStore(address)
    PostgresStore.create(address, rows=rows).close()
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        PostgresStore.create(address, rows=rows)


def test_writers_queue_and_readers_see_whole_transactions(address: str, new_address: Callable[[], str]) -> None:
    before = small_journal()
    with closing(PostgresStore(address)) as one, closing(PostgresStore(address, timeout=0.2)) as other:
        chain = Chain(before.head)
        with one.writing():
            one.append([chain.move(FREE, FUND, 5)])
            assert (one.head().seq, other.head().seq, len(list(other.scan()))) == (7, 6, 6)
            began = time.monotonic()
            with pytest.raises(StoreUnavailable, match="Another program is writing"), other.writing():
                pass
            assert time.monotonic() - began < 5
            PostgresStore.create(new_address(), timeout=0.2).close()  # those of another book are not hindered
        assert other.head() == chain.head
        with other.writing() as head:
            other.append([Chain(head).move(SCHOOLS, CARE, 5)])
        assert one.head().seq == 8


def test_a_connection_that_breaks_leaves_nothing_half_done(database: Any, address: str) -> None:
    before = contents(address)
    with closing(PostgresStore(address)) as store:
        with pytest.raises(StoreUnavailable), store.writing() as head:  # noqa: PT012
            chain = Chain(head)
            store.append([chain.move(FREE, FUND, 5)])
            with sql(database.administrator) as connection:
                pid = store._connection.info.backend_pid
                connection.execute("SELECT pg_terminate_backend(%s)", (pid,))
            store.append([chain.move(FREE, FUND, 6)])
        with pytest.raises((StoreUnavailable, Refused)):
            store.head()
    assert contents(address) == before


def test_a_cut_tail_and_an_old_copy_are_found_against_a_checkpoint(
    database: Any, new_address: Callable[[], str]
) -> None:
    address = new_address()
    with open_book(address, create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, 100, opening_deficits=[], decision="KF 2013-04-29 § 40")
        checkpoint = str(book.checkpoint)
    with sql(database.administrator) as connection:
        of = number(connection, address)
        connection.execute("SET session_replication_role = replica")
        for table in ("posting", "record"):
            connection.execute(f"DELETE FROM sifund.{table} WHERE of = %s AND seq > 1", (of,))
        connection.execute("DELETE FROM sifund.account WHERE of = %s", (of,))
    with open_book(address) as book:
        assert book.head.seq == 1
    with pytest.raises(UnreadableInput, match="CHECKPOINT_NOT_FOUND"):
        open_book(address, checkpoints=[checkpoint])


def test_a_book_moves_between_a_file_and_a_database_with_its_chain(
    address: str, tmp_path: Any, new_address: Any
) -> None:
    again = new_address()
    place = tmp_path / "kopia.sifund"
    with open_book(again, create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, 100, opening_deficits=[], decision="KF 2013-04-29 § 40")
        checkpoint = book.checkpoint
    assert back_up(again, place) == checkpoint
    back = new_address()
    assert back_up(place, back) == checkpoint
    with closing(PostgresStore(again)) as one, closing(PostgresStore(back)) as other:
        assert list(one.scan()) == list(other.scan())
        assert [link.findings for link in verify(other.scan(), {})]
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        back_up(place, back)


def test_a_database_of_the_first_schema_is_brought_up_to_date(
    spare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    administrator = Address.parse(spare.administrator, of_book=False)
    with sql(spare.administrator) as connection:
        connection.execute("DROP SCHEMA sifund CASCADE")
    kept = shutil.copy(KEPT / "tomelilla.sifund", tmp_path)
    with monkeypatch.context() as then:
        then.setattr(database_of_books, "SCHEMA_VERSION", 1)
        then.setattr(database_of_books, "_TABLES", database_of_books._TABLES[:-1])
        then.setattr(database_of_books, "_CONSTRAINTS", {
            name: number for name, number in database_of_books._CONSTRAINTS.items() if name != "reader.p"
        })  # fmt: skip
        database_of_books._expected.cache_clear()
        assert prepare(administrator, writers=["ale"]) == 1
        checkpoint = back_up(kept, spare.address("Tomelilla"))
    database_of_books._expected.cache_clear()
    with pytest.raises(UnreadableInput, match="DATABASE_OUTDATED"):
        open_book(spare.address("Tomelilla"))
    assert prepare(administrator) == SCHEMA_VERSION
    assert back_up(spare.address("Tomelilla"), tmp_path / "åter.sifund") == checkpoint
    later = {"actor": "ekonomi", "clock": lambda: datetime(2041, 6, 30, tzinfo=UTC)}
    with open_book(spare.address("Tomelilla"), checkpoints=[str(checkpoint)], **later) as book:
        book.register_board("Ny", valid_from=date(2041, 1, 1), decision="KF 2020-04-27 § 1")


def test_what_a_database_must_be(database: Any, address: str) -> None:
    owner = Address.parse(database.address(role="sifund_owner"), of_book=False)
    assert prepare(owner) == SCHEMA_VERSION
    with sql(database.administrator) as connection:
        connection.execute("CREATE DATABASE sifund_latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
        try:
            for name, code in (("sifund_latin", "DATABASE_WITHOUT_BOOKS"), ("postgres", "DATABASE_WITHOUT_BOOKS")):
                with pytest.raises(UnreadableInput, match=code):
                    PostgresStore(address.replace("/sifund_prov", f"/{name}"))
        finally:
            connection.execute("DROP DATABASE sifund_latin")
        connection.execute("INSERT INTO sifund.schema_version VALUES (99)")
        try:
            with pytest.raises(UnreadableInput, match="BOOK_NEWER"):
                PostgresStore(address)
            with pytest.raises(UnreadableInput, match="BOOK_NEWER"):
                prepare(owner)
        finally:
            connection.execute("DELETE FROM sifund.schema_version WHERE version = 99")
    for roles in ({"writers": ["borta"]}, {"readers": [("ale", "borta")]}):
        with pytest.raises(StoreUnavailable, match="A role that is given is not in the database"):
            prepare(owner, **roles)
    with pytest.raises(StoreUnavailable, match="may not do that"):
        prepare(Address.parse(database.address(role="tomelilla"), of_book=False), writers=["tomelilla"])


def test_what_is_out_of_reach_is_said_so(address: str) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        PostgresStore("postgresql://ale:hemligt@127.0.0.1:1/x?book=Ale", timeout=1)
    assert "hemligt" not in str(caught.value)
    store = PostgresStore(address)
    store.close()
    with pytest.raises(Refused, match="BOOK_CLOSED"):
        store.head()
    with closing(PostgresStore(address, read_only=True)) as reader, pytest.raises(StoreUnavailable), reader.writing():
        pass


@pytest.mark.parametrize(
    "text", ["social", "", "\ud800", "postgresql://ale@/x?book=a\ud800", "postgresql://[/x?book=a"]
)
def test_what_is_no_address_is_refused_before_anything_is_asked(text: str) -> None:
    for of_book in (True, False):
        with pytest.raises(UnreadableInput, match="ADDRESS_UNREADABLE"):
            Address.parse(text, of_book=of_book)
