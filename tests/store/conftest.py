"""The stores that the same tests run over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

import pytest
from postgres_server import server

_BOOKS = count(1)


class Database(NamedTuple):
    """A database of books: the address of its administrator, from which those of roles and of their books follow."""

    administrator: str

    def address(self, book: str = "", role: str = "ale") -> str:
        parts = urlsplit(self.administrator)
        where = parts.netloc.rpartition("@")[2]
        query = f"{parts.query}{'&' if parts.query else ''}book={quote(book, safe='')}" if book else parts.query
        return urlunsplit(parts._replace(netloc=f"{role}:{PASSWORD}@{where}", query=query))


PASSWORD = "prov"


@pytest.fixture(scope="session")
def database() -> Iterator[Database]:
    """A database of books on a real server, with the roles of two municipalities, and of an auditor of Ale."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from sifund_ledger.addresses import Address
    from sifund_ledger.store.postgres.database import prepare

    with server() as found:
        if found is None:
            pytest.skip("there is no PostgreSQL server")
        with psycopg.connect(found, autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS sifund_prov")
            connection.execute("CREATE DATABASE sifund_prov ENCODING 'UTF8' TEMPLATE template0")
            for role in ("ale_revisor", "ale", "tomelilla", "sifund_owner"):
                connection.execute(f"DROP ROLE IF EXISTS {role}")
                connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'")
            connection.execute("GRANT CREATE ON DATABASE sifund_prov TO sifund_owner")
        made = Database(urlunsplit(urlsplit(found)._replace(path="/sifund_prov")))
        owner = Address.parse(made.address(role="sifund_owner"), of_book=False)
        prepare(owner, writers=("ale", "tomelilla"), readers=[("ale", "ale_revisor")])
        yield made


@pytest.fixture
def new_address(database: Database) -> Callable[[], str]:
    """Addresses of books that are not there yet."""
    return lambda: database.address(f"bok {next(_BOOKS)}")
