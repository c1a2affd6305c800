"""``sifund verify``, ``backup`` and ``recover``: whether a book is whole, a copy, and order after an interruption."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.addresses import Address, is_address, without_password
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.progress import reading
from sifund_ledger.cli.typed import require_checkpoints
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.table import Table

_WORDS: Final = {
    "records": Bilingual("Poster, alla verifierade", "Records, all verified"),
    "checkpoint": Bilingual("Kontrollpunkt", "Checkpoint"),
    "found": Bilingual("Angivna kontrollpunkter som stämmer", "Given checkpoints that hold"),
    "copy": Bilingual("Kopia", "Copy"),
    "journal": Bilingual("Journalen lades undan", "The journal was put aside"),
    "taken": Bilingual("Sista posten registrerad", "Last record taken"),
    "signature": Bilingual("Signatur", "Signature"),
    "kept": Bilingual("Förvaras i", "Kept in"),
    "schema": Bilingual("Tabellernas schema", "Schema of the tables"),
    "writers": Bilingual("Får skriva", "May write"),
    "readers": Bilingual("Får läsa", "May read"),
}
_BOOK = click.argument("book", metavar="BOOK")


def facts_of(path: str, language: Language, checkpoints: tuple[str, ...] = (), **more: str) -> Table:
    """What a book is, read and verified whole, and what else is worth knowing."""
    from sifund_ledger.store.opening import open_book

    reading(path)
    with open_book(path, checkpoints=checkpoints) as book:
        about = {"records": str(book.head.seq), "checkpoint": str(book.checkpoint), **more}
        entity = book.entity
    if checkpoints:
        about["found"] = str(len(checkpoints))
    return table_of(entity, about, "book", language)


def table_of(title: str, about: dict[str, str], code: str, language: Language) -> Table:
    """A table of what is known of a book, by the codes of its rows."""
    from sifund_ledger.table import LABEL, Column, ColumnKind, Row, Table

    rows = tuple(Row((_WORDS[each], value), code=each) for each, value in about.items())
    return Table(title, (LABEL, Column("value", "", ColumnKind.TEXT)), rows, code=code, language=language)


@in_swedish(
    "Verifiera varje post i en bok.",
    "Verifiera en bok: filen, dess spärrar, varje rad, kedjan, och att varje post kunde registreras där den står.",
    checkpoints="En som står på en rapport.",
    kept="De som en fil från sifund checkpoint har för boken.",
    key="Den öppna nyckel (PEM) som de ska vara signerade med, med --checkpoints.",
)
@click.command("verify", short_help="Verify every record of a book.", epilog="""\
\b
Examples:
  sifund verify ale.sifund
  sifund verify ale.sifund --checkpoint 12:0123456789abcdef
  sifund verify ale.sifund --checkpoints checkpoints.txt --key public.pem
""")  # fmt: skip
@_BOOK
@click.option("--checkpoint", "checkpoints", multiple=True, metavar="HASH", help="One that stands on a report.")
@click.option("--checkpoints", "kept", metavar="FILE", help="Those of the book in a file of sifund checkpoint.")
@click.option("--key", metavar="FILE", help="The public key (PEM) that they must be signed with, with --checkpoints.")
@output_options(*FORMATS)
def verify(book: str, checkpoints: tuple[str, ...], kept: str | None, key: str | None, output: Output) -> ExitCode:
    """Verify a book: the file, its guards, every row, the chain, and that each record could be recorded where it is."""
    if key is not None and kept is None:
        missing = codes.USAGE_MISSING.at("sifund verify", parameter="--checkpoints", command="sifund verify")
        raise UnreadableInput([missing])
    require_checkpoints(*checkpoints)
    wanted = (*checkpoints, *(_kept(book, kept, key) if kept is not None else ()))
    return output.deliver(written([facts_of(book, output.language, wanted)], output))


def _kept(book: str, file: str, key: str | None) -> tuple[str, ...]:
    """The checkpoints of a book that a file has."""
    from sifund_ledger.ledger.records import Head
    from sifund_ledger.store.kept_checkpoints import checkpoints_of
    from sifund_ledger.store.opening import open_store

    with closing(open_store(book)) as store:
        first = next(store.scan(0, 1))
    return tuple(map(str, checkpoints_of(file, Head(first.seq, first.hash), key=key)))


@in_swedish(
    "Bokens kontrollpunkt, att förvara någon annanstans.",
    """Bokens kontrollpunkt som den är nu, att förvara någon annanstans än boken.

    Med --to läggs den sist i en fil, en rad för varje gång. Läggs filen på en annan maskin, eller signeras raden,
    hittar sifund verify --checkpoints en bok som har skrivits om eller kapats.""",
    to="Lägg den sist i den här filen, som skapas om den inte finns.",
    key="Signera den med den här privata nyckeln (PEM, Ed25519).",
)
@click.command("checkpoint", short_help="The checkpoint of a book, to be kept elsewhere.", epilog="""\
\b
Examples:
  sifund checkpoint ale.sifund --to //arkiv/kontrollpunkter.txt
  sifund checkpoint ale.sifund --to checkpoints.txt --sign private.pem
  sifund verify ale.sifund --checkpoints checkpoints.txt --key public.pem
""")  # fmt: skip
@_BOOK
@click.option("--to", metavar="FILE", help="Put it last in this file, which is made if it is not there.")
@click.option("--sign", "key", metavar="FILE", help="Sign it with this private key (PEM, Ed25519).")
@output_options(*FORMATS)
def checkpoint(book: str, to: str | None, key: str | None, output: Output) -> ExitCode:
    """The checkpoint of a book as it stands, to be kept elsewhere than the book.

    With --to it is put last in a file, a line each time. Where the file lies on another machine, or the line is signed,
    sifund verify --checkpoints finds a book that was rewritten or cut.
    """
    from sifund_ledger.cli.books import opened
    from sifund_ledger.store.kept_checkpoints import keep_checkpoint, take_checkpoint

    with opened(book, whole=True) as there:
        made = take_checkpoint(there, key=key)
    if to is not None:
        keep_checkpoint(made, to)
    about = {"records": str(made.seq), "checkpoint": str(made), "taken": made.taken}
    about |= {"signature": made.signature} if made.signature else {}
    about |= {"kept": to} if to is not None else {}
    return output.deliver(written([table_of(made.entity, about, "checkpoint", output.language)], output), recorded=True)


@in_swedish(
    "Kopiera en bok som kan vara i bruk.",
    """Kopiera en bok som den är i ett ögonblick, även medan den används, och verifiera kopian.

    TO är en fil som inte finns ännu, eller en ny bok i en databas.""",
)
@click.command("backup", short_help="Copy a book that may be in use.", epilog="""\
\b
Examples:
  sifund backup ale.sifund ale-2024-12-31.sifund
""")  # fmt: skip
@_BOOK
@click.argument("to", metavar="TO")
@output_options(*FORMATS)
def backup(book: str, to: str, output: Output) -> ExitCode:
    """Copy a book as it is at one moment, also while it is in use, and verify the copy.

    TO is a file that is not there yet, or a new book in a database.
    """
    from sifund_ledger.store.backing_up import back_up

    checkpoint = back_up(book, to)
    return output.deliver(
        written([facts_of(to, output.language, (str(checkpoint),), copy=without_password(to))], output), recorded=True
    )


@in_swedish(
    "Återställ ordningen i en bok efter ett avbrott.",
    """Återställ ordningen i en bok där ett program avbröts medan det skrev, och verifiera den.

    Det som inte hann bli klart ångras. En journal som inte är bokens egen får ett annat namn. Stäng först alla andra
    program som använder boken.""",
)
@click.command("recover", short_help="Bring a book in order after an interruption.", epilog="""\
\b
Examples:
  sifund recover ale.sifund
""")  # fmt: skip
@_BOOK
@output_options(*FORMATS)
def recover(book: str, output: Output) -> ExitCode:
    """Bring a book in order where a program died while it wrote, and verify it.

    What was not finished is undone. A journal that is not the book's own is given another name. Close every other
    program that uses the book first.
    """
    from sifund_ledger.store.recovering import recover

    aside = None if is_address(book) else recover(Path(book))  # a server brings itself in order
    more = {} if aside is None else {"journal": str(aside)}
    facts = facts_of(book, output.language, (), **more)
    return output.deliver(written([facts], output), recorded=aside is not None)


@in_swedish(
    "Gör i ordning en databas för böcker.",
    """Gör i ordning en databas för böcker: skapa tabellerna, eller för dem till den här versionens schema, och släpp in
    roller.

    Kör kommandot som databasens administratör, som äger tabellerna. En roll ser de böcker som den har skapat, de som
    ägs av en roll som den är medlem i, och de som den får läsa. En medlem får också skriva; en revisor ska inte vara
    medlem.""",
    writers="En roll som får skapa böcker och registrera i sina egna.",
    readers="En roll som får läsa en annans böcker: först ägaren, sedan den som får läsa.",
)
@click.command("database", short_help="Prepare a database for books.", epilog="""\
\b
Examples:
  sifund database postgresql://postgres@server/ekonomi --role ale --role tomelilla
  sifund database postgresql://postgres@server/ekonomi --reader ale ale_revisor
""")  # fmt: skip
@click.argument("address", metavar="ADDRESS")
@click.option("--role", "writers", multiple=True, metavar="ROLE", help="A role that may make books and record in them.")
@click.option(
    "--reader",
    "readers",
    multiple=True,
    nargs=2,
    metavar="OWNER ROLE",
    help="A role that may read another's books: the owner first, then who may read.",
)
@output_options(*FORMATS)
def database(address: str, writers: tuple[str, ...], readers: tuple[tuple[str, str], ...], output: Output) -> ExitCode:
    """Prepare a database for books: make the tables, or bring them to this version's schema, and let roles in.

    Run it as the database's administrator, who owns the tables. A role sees the books that it has made, those of the
    roles that it is a member of, and those that it may read. A member may write too; an auditor should not be one.
    """
    from sifund_ledger.store.postgres.database import prepare

    where = Address.parse(address, of_book=False)
    about = {"schema": str(prepare(where, writers=writers, readers=readers))}
    lent = [f"{owner}: {reader}" for owner, reader in readers]
    about |= {code: ", ".join(names) for code, names in (("writers", writers), ("readers", lent)) if names}
    table = table_of(where.shown, about, "database", output.language)
    return output.deliver(written([table], output), recorded=True)
