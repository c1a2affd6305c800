"""``sifund audit``: every check of a book, with the evidence of what it finds."""

from __future__ import annotations

import re
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Data, Output, output_options
from sifund_ledger.cli.progress import reading
from sifund_ledger.cli.streams import require_folder, require_replaceable, save_bytes
from sifund_ledger.cli.typed import options_read, require_checkpoints
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.files import DOCUMENT, file_bytes
from sifund_ledger.ledger.findings import CHECKPOINT_UNREADABLE
from sifund_ledger.money import to_ore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sifund_ledger.audit import AuditReport
    from sifund_ledger.audit.given_ledger import GivenLedger
    from sifund_ledger.audit.printed import PrintedAudit
    from sifund_ledger.findings import Finding
    from sifund_ledger.report import Report


@in_swedish(
    "Granska en bok: varje moment, med bevis.",
    """Granska en bok: kedjan, kommandona prövade om, åren, fonderna och utredningarna.

    Med --sie prövas boken även mot kommunens huvudbok, rad för rad med --mapping. Inget registreras.
    Avslutningskoden är 1 där något annat än en upplysning hittas.""",
    checkpoints="En som står på en rapport.",
    tier="Hur mycket: posterna; kommandona prövade om; åren och fonderna också.",
    printed="En tabell som den är tryckt: text, CSV eller arbetsbok; - läser det som klistras in. Med en bok jämförs "
    "den också med boken.",
    unit="Den tryckta tabellens enhet, om den inte står i tabellen.",
    year="Den tryckta tabellens år, om det inte står i tabellen.",
    files="Kommunens huvudbok, som boken prövas mot: SIE-filer för ett eller flera år.",
    mapping="Konteringsmallen (TOML), för prövning rad för rad, med --sie.",
    roles="Kontonas roller (TOML), för eget kapital och öronmärkningar, med --sie.",
    since="En kontrollpunkt, eller en fil som den står i: posterna sedan dess, och tryckta belopp som har ändrats.",
    documents="Skriv även i den här mappen: granskningsrapport, verifikationslista, systemdokumentation och "
    "behandlingshistorik (LKBR 3:11), som webbsidor eller i formatet -O.",
    materiality="Väsentlighetsgräns i kronor: sorterar iakttagelserna, och döljer ingen.",
)
@click.command("audit", short_help="Audit a book: every check, with its evidence.", epilog="""\
\b
Examples:
  sifund audit ale.sifund
  sifund audit ale.sifund --checkpoint 12:0123456789abcdef
  sifund audit ale.sifund --tier always -O json -o granskning.json
  sifund audit ale.sifund --materiality "100 000" -o granskning.html
  sifund audit ale.sifund --since 12:0123456789abcdef
  sifund audit ale.sifund --documents granskning-2024
  sifund audit --printed malmo-2015.txt
  sifund audit ale.sifund --printed arsredovisning.csv
  sifund audit ale.sifund --sie 2013.se --sie 2014.se --mapping mapping.toml --roles roles.toml
""")  # fmt: skip
@click.argument("book", metavar="[BOOK]", required=False)
@click.option("--checkpoint", "checkpoints", multiple=True, metavar="HASH", help="One that stands on a report.")
@click.option(
    "--tier", type=click.Choice(["always", "strict", "full"]), default="full",
    help="How much: the records; every command decided again; the years and the funds too.",
)  # fmt: skip
@click.option(
    "--printed", metavar="FILE",
    help="A table as it is printed: text, CSV or a workbook; - reads what is pasted. With a book it is compared with "
    "that too.",
)  # fmt: skip
@click.option("--unit", type=click.Choice(["kr", "tkr", "mkr"]), help="Of the printed table, if not in it.")
@click.option("--year", type=int, help="Of the printed table, if not in it.")
@click.option("--sie", "files", multiple=True, metavar="FILE", help="The general ledger: SIE files, of any years.")
@click.option("--mapping", metavar="FILE", help="The mapping (TOML), to check row by row, with --sie.")
@click.option("--roles", metavar="FILE", help="Roles of accounts (TOML), for equity and earmarks, with --sie.")
@click.option(
    "--since", metavar="CHECKPOINT", default="",
    help="A checkpoint, or a file that has it: the records since, and printed amounts that have changed.",
)  # fmt: skip
@click.option("--materiality", metavar="AMOUNT", default="0", help="In kronor: sorts the findings, and hides none.")
@click.option(
    "--documents", metavar="FOLDER",
    help="Write the report, the list of vouchers, the system documentation and the processing history there too, as "
    "pages or in the format of -O.",
)  # fmt: skip
@output_options("text", "json", "html", "docx", "xlsx", "md")
def audit(
    book: str | None, checkpoints: tuple[str, ...], tier: Any, printed: str | None, unit: Any, year: int | None,
    files: tuple[str, ...], mapping: str | None, roles: str | None, since: str, materiality: str,
    documents: str | None, output: Output,
) -> ExitCode:  # fmt: skip
    """Audit a book: the chain, every command decided again, the years, the funds and the statements.

    With --sie the book is checked against the municipality's general ledger too, row by row with --mapping. Nothing is
    recorded. The status is 1 where anything but a note is found.
    """
    if printed is not None:
        return _printed(printed, book, unit, year, output)
    if book is None:
        raise _missing("BOOK")
    from sifund_ledger.audit import audit as run_audit
    from sifund_ledger.exchange.audit_json import audit_to_json
    from sifund_ledger.report import audit_report
    from sifund_ledger.store.opening import open_store

    if documents is not None:
        require_folder(documents, option="--documents")
    given, since = _given(files, mapping, roles), _checkpoint_in(since)
    require_checkpoints(*checkpoints)
    require_checkpoints(*filter(None, [since]), option="--since")
    with options_read():
        to_ore(materiality, place="materiality")  # before the book is examined, which may take long
    reading(book)
    with closing(open_store(book)) as store:
        report = run_audit(store, checkpoints=checkpoints, tier=tier, ledger=given, since=since)
    report = report.with_materiality(materiality)
    if documents is not None:
        return _documents(report, book, Path(documents), replace(output, strict=True))
    findings = [each.finding for each in report.findings]
    return _delivered(report, findings, audit_to_json, audit_report, output)


def _delivered(
    audited: AuditReport | PrintedAudit, findings: Iterable[Finding], to_json: Callable[..., str],
    document: Callable[..., Report], output: Output,
) -> ExitCode:  # fmt: skip
    """Hand over an audit, of a book or of a printed table, in the format asked for. A warning makes the status 1."""
    from sifund_ledger.cli.years.reporting import report_in

    calls, language = output.calls, output.language
    made: str | bytes | Data
    if output.format == "json":
        made = to_json(audited, language=language, calls=calls)
    elif output.format == "text":
        made = audited.summary(language) if output.prints else audited.text(language, calls)
    else:
        made = report_in(document(audited, language=language, calls=calls), output)
    carries = output.format != "text" or not output.prints
    return replace(output, strict=True).deliver(made, findings, carries_findings=carries)


def _missing(parameter: str) -> UnreadableInput:
    return UnreadableInput([codes.USAGE_MISSING.at("sifund audit", parameter=parameter, command="sifund audit")])


def _documents(report: AuditReport, book: str, folder: Path, output: Output) -> ExitCode:
    """Write the audit and the accounting records of its book into a folder, and say where each is.

    Of a book that cannot be opened there is the audit alone, and why.
    """
    from sifund_ledger.cli.books import opened
    from sifund_ledger.cli.years.reporting import document_in
    from sifund_ledger.exchange.audit_json import audit_to_json
    from sifund_ledger.report import audit_report, processing_history, system_documentation, voucher_list

    form = output.format if output.format in ("docx", "xlsx", "md") else "html"
    made = [audit_report(report, language=output.language, calls=output.calls)]
    unopened: tuple[Finding, ...] = ()
    try:
        with opened(book, keep_records=True) as there:
            made += [
                each(there, language=output.language)
                for each in (voucher_list, system_documentation, processing_history)
            ]
    except Refused as refusal:
        unopened = refusal.findings
    paths = [str(folder / f"{each.title.lower().replace(' ', '-')}.{form}") for each in made]
    force = bool(click.get_current_context().params["force"])
    for path in paths:
        require_replaceable(path, force=force)
    for each, path in zip(made, paths, strict=True):
        content = document_in(each, form)
        save_bytes(content if isinstance(content, bytes) else content.encode("utf-8"), path, option="--documents")
    findings = [*unopened, *(each.finding for each in report.findings)]
    if output.format == "json":
        return _delivered(report, findings, audit_to_json, audit_report, output)
    return replace(output, format="text", out=None).deliver("\n".join(paths), findings)


def _checkpoint_in(given: str) -> str:
    """A checkpoint as it is given, or the one that stands in a file, such as a report. Raises where that has none."""
    if not given or not Path(given).is_file():
        return given
    text = file_bytes(given, DOCUMENT).decode("utf-8", "replace")
    named = {*re.findall(r"\b[1-9][0-9]*:[0-9a-f]{16,64}\b", text)}
    if len(named) != 1:
        raise UnreadableInput([CHECKPOINT_UNREADABLE.at(given, text=Path(given).name)])
    return str(named.pop())


def _printed(path: str, book: str | None, unit: Any, year: int | None, output: Output) -> ExitCode:
    """The audit of a printed table, beside a book where one is named."""
    from sifund_ledger.audit.printed import audit_printed
    from sifund_ledger.cli.books import opened
    from sifund_ledger.exchange.printed_files import PAGE, parse_printed, read_printed
    from sifund_ledger.exchange.printed_json import printed_to_json
    from sifund_ledger.report import printed_report

    name = Path(path).name
    if path == "-":
        name = "<stdin>"
        data = PAGE.read(sys.stdin.buffer, name) if sys.stdin else b""
        page = parse_printed(data, name=name, unit=unit, year=year)
    else:
        page = read_printed(path, unit=unit, year=year)
    if book is None:
        report = audit_printed(page, name=name)
    else:
        with opened(book, whole=True) as there:
            report = audit_printed(page, name=name, book=there)
    return _delivered(report, report.findings, printed_to_json, printed_report, output)


def _given(files: tuple[str, ...], mapping: str | None, roles: str | None) -> GivenLedger | None:
    """The general ledger that the files hold. Raises where a mapping or roles are given without any."""
    from sifund_ledger.cli.interchange.importing import roles_in
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger
    from sifund_ledger.exchange.structured.documents import read_bytes
    from sifund_ledger.exchange.vouchers.given_ledger import given_ledger
    from sifund_ledger.exchange.vouchers.voucher_mapping import parse_mapping

    if not files:
        if mapping or roles:
            raise _missing("--sie")
        return None
    chosen = parse_mapping(read_bytes(mapping), Path(mapping).name) if mapping else None
    named = roles_in(roles) if roles else None
    reading(*files)
    return given_ledger(read_general_ledger(*files), chosen, named)
