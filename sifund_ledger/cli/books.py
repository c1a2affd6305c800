"""What commands on a book share: opening it, who acts, what was recorded, tables in the format asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.output import Data, Output, output_options
from sifund_ledger.cli.progress import reading
from sifund_ledger.errors import UnreadableInput

if TYPE_CHECKING:
    from sifund_ledger.book import Book
    from sifund_ledger.ledger.records import Record
    from sifund_ledger.table import Table

ACTOR = "SIFUND_ACTOR"
SNAPSHOTS = "SIFUND_SNAPSHOTS"
"""The variable that names a folder for snapshots, or says ``off``."""
FORMATS = ("text", "json", "csv", "html")


def recording_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that records ``--actor``, ``--dry-run`` and the options of its output."""
    command = output_options("text", "json")(command)
    dry_run = click.option("--dry-run", is_flag=True, help="Show what would be recorded, and record nothing.")
    actor = click.option("--actor", envvar=ACTOR, default="", help=f"Who records: a role; or set {ACTOR}.")
    return actor(dry_run(command))


def snapshot_folder() -> Path | None:
    """Where the user's snapshots of books are kept: as the variable says, else with other things that can be made anew;
    ``None`` where there are to be none."""
    chosen = os.environ.get(SNAPSHOTS, "").strip()
    if chosen:
        # The shell leaves a tilde as it is in quotes, and files of variables have no shell.
        return None if chosen.lower() == "off" else Path(os.path.expanduser(chosen))
    if os.name == "nt":
        kept = os.environ.get("LOCALAPPDATA", "")
    else:
        kept = os.environ.get("XDG_CACHE_HOME", "") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(kept, "sifund") if os.path.isabs(kept) else None


@contextmanager
def opened(
    path: str, actor: str = "", *, writing: bool = False, keep_records: bool = False, whole: bool = False
) -> Iterator[Book]:  # fmt: skip
    """The book at a path, from a snapshot unless it is to be verified ``whole``. Raises :class:`UnreadableInput` where
    it is to be written and nobody is said to act."""
    from sifund_ledger.store.opening import open_book

    if writing and not actor.strip():
        raise UnreadableInput([codes.ACTOR_NOT_GIVEN.at("--actor", variable=ACTOR)])
    reading(path)
    snapshots = None if whole else snapshot_folder()
    with open_book(path, actor=actor, keep_records=keep_records, snapshots=snapshots) as book:
        yield book


def recorded(book: Book, records: Sequence[Record], output: Output, *, dry_run: bool = False) -> list[Table]:
    """Tables of what was recorded; in a dry run the postings too, and each fund's account as it would be."""
    from sifund_ledger.book.log import log_table, postings_table

    tables = [log_table(records, output.language)]
    if dry_run:
        tables.append(postings_table(records, output.language))
        touched = dict.fromkeys(name for record in records for name in _funds_of(record))
        for name in touched:
            if name in book.funds:
                tables += book.fund(name).tables(output.language)
    return [table for table in tables if table.rows]


def _funds_of(record: Record) -> Iterator[str]:
    yield str(getattr(record.event, "fund", "") or "")
    for line in record.entry.postings if record.entry else ():
        yield line.account.fund


def with_rows(tables: Sequence[Table]) -> Sequence[Table]:
    """The tables that have rows; where none has, all of them: their headings say that there is nothing."""
    return [table for table in tables if table.rows] or tables


def written(
    tables: Sequence[Table], output: Output, *, title: str = "sifund", titled: bool = False,
    snapshot: Mapping[str, object] | None = None,
) -> str | Data:  # fmt: skip
    """Tables in the format asked for; in CSV each below its title where they are ``titled``.

    As data they have the ``snapshot`` beside them: what they are about, as it stands.
    """
    from sifund_ledger.exchange.tables import tables_as_data, tables_to_csv, tables_to_html

    if output.format == "json":
        return Data({**tables_as_data(tables), **(snapshot or {})})
    if output.format == "csv":
        return tables_to_csv(tables, language=output.language, titled=titled).replace("\r\n", "\n").rstrip("\n")
    if output.format == "html":
        return tables_to_html(tables, title=title, language=output.language)
    return "\n\n".join(table.text() for table in tables)
