"""``sifund export``: vouchers (SIE 4I, CSV) and budget lines, each once; a general ledger as hledger text."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sifund_ledger import __version__
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode, status
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.interchange.workbooks import OF_WORKBOOKS, xlsx
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.progress import reading
from sifund_ledger.cli.streams import require_new, save_registered
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.csv_forms import BOM
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from sifund_ledger.book import Book
    from sifund_ledger.exchange.csv_forms import NumberForm
    from sifund_ledger.ledger.records import Record

_EXAMPLES = "\b\nExamples:\n"
_SIE = "  sifund export sie book.sifund 2013 --mapping mapping.toml --register exported.txt -o 2013.si\n"
_CSV = "  sifund export csv book.sifund 2013 --mapping mapping.toml --register exported.txt -o 2013.csv\n"
_EARLY = (
    "  sifund export sie book.sifund 2013 --preliminary figures.toml --mapping mapping.toml --register exported.txt "
    "-o 2013-early.si\n"
)
_BUDGET = "  sifund export budget book.sifund 2014 --register exported.txt -o budget-2014.csv\n"
_HLEDGER = "  sifund export hledger 2022.se 2023.se --year 2023 -o 2023.journal\n"
_EPILOG = _EXAMPLES + _SIE + _CSV + _BUDGET + OF_WORKBOOKS + _HLEDGER
_TO_NEW_FILE = "Write to this file, which must not be there yet.  [required]"


def _later(example: str, out: str) -> str:
    """The example again, for what has been recorded since."""
    return example.partition(" -o ")[0] + f" --only-new -o {out}\n"


@in_swedish(
    "Verifikationer och budgetrader ut; huvudboken som hledger-text.",
    "Skriv filer som andra system läser.",
)
@click.group("export", short_help="Vouchers and budget lines out; a ledger as hledger text.", epilog=_EPILOG)
def command() -> None:
    """Write files that other systems read."""


def _going_out(*formats: str) -> Callable[[Callable[..., ExitCode]], Callable[..., ExitCode]]:
    """What the commands have in common whose output goes out once."""

    def decorate(export: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
        for option in (
            output_options(*formats, to=_TO_NEW_FILE, once=True),
            click.option("--only-new", is_flag=True, help="Leave out what has gone out, instead of refusing."),
            click.option("--register", required=True, metavar="FILE", help="What has gone out; made if not there."),
            click.argument("year", type=click.IntRange(FIRST_YEAR, LAST_YEAR)),
            click.argument("book", metavar="BOOK"),
        ):
            export = option(export)
        return export

    return decorate


class _Register(NamedTuple):
    """A register as it was when it was read: its path, its bytes if it was there, and its marks."""

    path: str
    data: bytes | None
    marks: tuple[str, ...]


def _registered(register: str, output: Output) -> _Register:
    """What has gone out before."""
    from sifund_ledger.exchange.vouchers.export_register import parse_register
    from sifund_ledger.files import LEDGER, file_bytes

    if output.out in (None, "-"):
        raise UnreadableInput([codes.OUTPUT_MISSING.at("-o")])
    there = os.path.exists(register)
    if there and not os.path.isfile(register) and not os.path.isdir(register):  # /dev/null forgets, a pipe waits
        raise UnreadableInput([codes.REGISTER_NO_FILE.at(register)])
    data = file_bytes(register, LEDGER) if there else None
    return _Register(register, data, parse_register(data, Path(register).name) if data is not None else ())


def _hand_over(
    data: bytes, before: _Register, marks: tuple[str, ...], findings: tuple[Finding, ...], *,
    output: Output,
) -> ExitCode:  # fmt: skip
    """Save what goes out, if anything does, with its register; print the findings, and give the exit status."""
    from sifund_ledger.exchange.vouchers.export_register import register_text

    out = str(output.out)
    require_new(out, inputs=output.inputs)
    if marks:
        registered = register_text((*before.marks, *marks))
        save_registered(data, out, register=before.path, known=before.data, registered=registered)
    output.tell(findings)
    return status(findings, strict=output.strict)


def _number_form(output: Output) -> NumberForm:
    return "sv" if output.format == "sv" else "international"


def _encoded(text: str, output: Output) -> bytes:
    return f"{BOM if output.format == 'sv' else ''}{text}".encode("utf-8", "backslashreplace")


def _vouchers(
    book: str, year: int, mapping: str, register: str, *, only_new: bool, preliminary: str | None, sie: bool,
    output: Output,
) -> ExitCode:  # fmt: skip
    from sifund_ledger.exchange.sie.writing import sie_bytes
    from sifund_ledger.exchange.structured.documents import read_bytes
    from sifund_ledger.exchange.vouchers.voucher_export import export_preliminary, export_vouchers
    from sifund_ledger.exchange.vouchers.voucher_mapping import parse_mapping
    from sifund_ledger.store.opening import open_book

    before = _registered(register, output)
    chosen = parse_mapping(read_bytes(mapping), Path(mapping).name)
    reading(book)
    with open_book(book, keep_records=True) as opened:
        records, entity = list(opened.records()), opened.entity
        proposals = () if preliminary is None else _proposed(opened, year, preliminary)
    if preliminary is None:
        export = export_vouchers(records, year, chosen, entity=entity, exported=before.marks, only_new=only_new)
    else:
        export = export_preliminary(records, proposals, year, chosen, entity=entity, exported=before.marks)
    replaced: tuple[Finding, ...] = ()
    if sie:
        document = export.document(generated=date.today(), version=__version__)  # noqa: DTZ011
        data, replaced = sie_bytes(document, strict=output.strict)
    else:
        data = _encoded(export.csv(_number_form(output)), output)
    findings = (*export.findings, *replaced)
    return _hand_over(data, before, export.marks, findings, output=output)


def _proposed(book: Book, year: int, figures: str) -> tuple[Record, ...]:
    """What the year-end of a figures file would record, and what the year's records lead to."""
    from sifund_ledger.cli.years.figures_given import outcome_of
    from sifund_ledger.exchange.statements.figures_file import read_figures

    read = read_figures(figures)
    return book.proposed_records(year, book.year_end(year, outcome_of(read, year, figures), draft=True))


def _of_vouchers(command: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
    """Give a command the options of vouchers."""
    preliminary = click.option(
        "--preliminary", metavar="FIGURES",
        help="Send out what these figures and the year's records lead to, before it is decided.",
    )  # fmt: skip
    mapping = click.option(
        "--mapping", required=True, metavar="FILE", help="Which accounts correspond to the book's (TOML)."
    )
    return mapping(preliminary(command))


@in_swedish(
    "",
    "Årets öronmärkningar som verifikationer att läsa in, SIE 4I.",
    mapping="Vilka konton som motsvarar bokens (TOML).",
    preliminary="Skicka ut det som de här uppgifterna och årets poster leder till, innan det är beslutat.",
)
@command.command("sie", epilog=_EXAMPLES + _SIE + _later(_SIE, "2013-later.si") + _EARLY)
@_going_out("sie")
@_of_vouchers
def _sie(book: str, year: int, mapping: str, register: str, output: Output, **asked: Any) -> ExitCode:
    """The year's earmark entries as vouchers to import, SIE 4I."""
    return _vouchers(book, year, mapping, register, sie=True, output=output, **asked)


@in_swedish(
    "",
    "Årets öronmärkningar som CSV, med svensk eller internationell talform.",
    mapping="Vilka konton som motsvarar bokens (TOML).",
    preliminary="Skicka ut det som de här uppgifterna och årets poster leder till, innan det är beslutat.",
)
@command.command("csv", epilog=_EXAMPLES + _CSV + _later(_CSV, "2013-later.csv -O international"))
@_going_out("sv", "international")
@_of_vouchers
def _csv(book: str, year: int, mapping: str, register: str, output: Output, **asked: Any) -> ExitCode:
    """The year's earmark entries as CSV, in Swedish or international number form."""
    return _vouchers(book, year, mapping, register, sie=False, output=output, **asked)


@in_swedish(
    "",
    "Vad fonder ändrar i budgeten för YEAR, som CSV: årets ramar, när de än har beslutats.",
)
@command.command("budget", epilog=_EXAMPLES + _BUDGET + _later(_BUDGET, "budget-2014-later.csv"))
@_going_out("sv", "international")
def _budget(book: str, year: int, register: str, only_new: bool, output: Output) -> ExitCode:
    """What funds change in the budget of YEAR, as CSV: the frames of that year, whenever they were decided."""
    from sifund_ledger.exchange.vouchers.budget_export import budget_lines
    from sifund_ledger.store.opening import open_book

    before = _registered(register, output)
    reading(book)
    with open_book(book, keep_records=True) as opened:
        export = budget_lines(opened.records(), year, exported=before.marks, only_new=only_new)
    data = _encoded(export.csv(_number_form(output)), output)
    return _hand_over(data, before, export.marks, export.findings, output=output)


@in_swedish(
    "",
    "En huvudbok (SIE, CSV) som hledger-text, så att hledger kan räkna om saldona.",
    year="Räkenskapsåret; det sista om det utelämnas.",
)
@command.command("hledger", epilog=_EXAMPLES + "  sifund export hledger 2023.se\n" + _HLEDGER)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--year", type=int, help="The fiscal year; the last one if left out.")
@output_options("hledger")
def _hledger(files: tuple[str, ...], year: int | None, output: Output) -> ExitCode:
    """A general ledger (SIE, CSV) as hledger text, so that hledger can recompute its balances."""
    from sifund_ledger.exchange.ledgers.hledger import to_hledger
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger

    reading(*files)
    ledger = read_general_ledger(*files)
    return output.deliver(to_hledger(ledger, year).rstrip("\n"), ledger.findings)


command.add_command(xlsx, "xlsx")
