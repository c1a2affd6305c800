"""``sifund import csv FILE --mapping MAPPING``: rows of another system, looked at first, and recorded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import opened, recorded, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.progress import reading
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual, Finding

if TYPE_CHECKING:
    from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping


def mapping_in(file: str) -> CsvMapping:
    """The mapping of columns that a file gives."""
    from sifund_ledger.exchange.mapped_csv.mapping_file import parse_csv_mapping
    from sifund_ledger.exchange.structured.documents import read_bytes

    return parse_csv_mapping(read_bytes(file), file)


class Into(NamedTuple):
    """The book that rows are to be recorded in, where one is named; ``post`` says that they are."""

    book: str | None
    post: bool
    actor: str
    source: str | None


def rows(
    files: tuple[str, ...], mapping: CsvMapping, output: Output, of_ledger: Mapping[str, object], into: Into
) -> ExitCode:
    """Print the rows of a file as an events file or a figures file, or what they would record in a book, or record
    them; options ``of_ledger`` must not be given."""
    from sifund_ledger.exchange.mapped_csv.mapping_file import ROWS

    what = Bilingual(ROWS.said[mapping.rows], mapping.rows)
    unfit = dict(of_ledger) if mapping.rows == "events" else {**of_ledger, **given(into)}
    faults = without_effect(unfit, what)
    if output.format == "csv" or (into.book and output.format == "toml"):
        formats = "-O text, -O json" if into.book else "-O toml, -O json"
        option = "--to" if into.book else "--mapping"
        faults.append(codes.OPTION_WITHOUT_USE.at("-O", option=option, format=output.format, formats=formats))
    if (into.post or into.source) and not into.book and mapping.rows == "events":
        faults += lacking("--to")
    faults += [codes.USAGE_TOO_MUCH.at("sifund import csv", arguments=file) for file in files[1:]]
    if faults:
        raise UnreadableInput(faults)
    reading(files[0])
    if mapping.rows == "figures":
        return _figures(files[0], mapping, output)
    return _events(files[0], mapping if into.source is None else replace(mapping, source=into.source), output, into)


def proposal(files: tuple[str, ...], do: str, output: Output, others: Mapping[str, object]) -> ExitCode:
    """Print a mapping proposed from the head of a file; what ``others`` ask for is another thing."""
    from sifund_ledger.exchange.mapped_csv.proposing import propose_csv_mapping

    apart = [option for option, value in others.items() if value is not None]
    faults = [codes.USAGE_TOO_MUCH.at("sifund import csv", arguments=file) for file in files[1:]]
    if apart:
        faults.append(codes.OPTIONS_APART.at("sifund import csv", options=("--propose", *apart)))
    if output.format in ("csv", "json"):
        formats = "-O text, -O toml"
        faults.append(codes.OPTION_WITHOUT_USE.at("-O", option="--propose", format=output.format, formats=formats))
    if faults:
        raise UnreadableInput(faults)
    reading(files[0])
    return output.deliver(propose_csv_mapping(files[0], do=do, language=output.language))


def given(into: Into) -> dict[str, object]:
    """The options that only events have a use for, as far as they are given."""
    return {"--to": into.book, "--post": into.post or None, "--source": into.source}


def lacking(*options: str) -> list[Finding]:
    """The findings that options must be given."""
    return [codes.USAGE_MISSING.at("sifund import csv", parameter=each, command="sifund import") for each in options]


def without_effect(options: Mapping[str, object], what: Bilingual | str) -> list[Finding]:
    """The findings that options change nothing in what is read."""
    return [
        codes.OPTION_WITHOUT_EFFECT.at(option, option=option, what=what)
        for option, value in options.items()
        if value is not None
    ]


def _figures(file: str, mapping: CsvMapping, output: Output) -> ExitCode:
    from sifund_ledger.exchange.mapped_csv.figure_rows import read_figure_rows
    from sifund_ledger.exchange.mapped_csv.figures_toml import figures_to_toml
    from sifund_ledger.exchange.statements.figures_written import write_figures

    read, findings = read_figure_rows(file, mapping)
    text = write_figures(read) if output.format == "json" else figures_to_toml(read, language=output.language)
    return output.deliver(text, findings)


def _events(file: str, mapping: CsvMapping, output: Output, into: Into) -> ExitCode:
    from sifund_ledger.exchange.mapped_csv.event_rows import read_event_rows

    read = read_event_rows(file, mapping)
    if into.book is None:
        text = read.to_json() if output.format == "json" else read.to_toml(output.language)
        return output.deliver(text, read.findings)
    with opened(into.book, into.actor, writing=into.post) as there:
        if into.post:
            posted = read.post(there)
            tables = recorded(there, posted.records, output)
        else:
            with there.preview():
                posted = read.post(there)
                tables = recorded(there, posted.records, output, dry_run=True)
        return output.deliver(written(tables, output), (*read.findings, *posted.findings), recorded=into.post)
