"""``sifund import csv FILE --mapping MAPPING``: rows of another system, as the files that the other
commands read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.progress import reading
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping


def mapping_in(file: str) -> CsvMapping:
    """The mapping of columns that a file gives."""
    from sifund_ledger.exchange.mapped_csv.mapping_file import parse_csv_mapping
    from sifund_ledger.exchange.structured.documents import read_bytes

    return parse_csv_mapping(read_bytes(file), file)


def rows(files: tuple[str, ...], mapping: CsvMapping, output: Output, of_ledger: Mapping[str, object]) -> ExitCode:
    """Print the rows of a file as an events file or a figures file; options ``of_ledger`` must not be given."""
    from sifund_ledger.exchange.mapped_csv.mapping_file import ROWS

    what = Bilingual(ROWS.said[mapping.rows], mapping.rows)
    faults = [
        codes.OPTION_WITHOUT_EFFECT.at(option, option=option, what=what)
        for option, given in of_ledger.items()
        if given is not None
    ]
    if output.format == "csv":
        faults.append(codes.OPTION_WITHOUT_USE.at("-O", option="--mapping", format="csv", formats="-O toml, -O json"))
    faults += [codes.USAGE_TOO_MUCH.at("sifund import csv", arguments=file) for file in files[1:]]
    if faults:
        raise UnreadableInput(faults)
    reading(files[0])
    return (_figures if mapping.rows == "figures" else _events)(files[0], mapping, output)


def _figures(file: str, mapping: CsvMapping, output: Output) -> ExitCode:
    from sifund_ledger.exchange.mapped_csv.figure_rows import read_figure_rows
    from sifund_ledger.exchange.mapped_csv.figures_toml import figures_to_toml
    from sifund_ledger.exchange.statements.figures_written import write_figures

    read, findings = read_figure_rows(file, mapping)
    text = write_figures(read) if output.format == "json" else figures_to_toml(read, language=output.language)
    return output.deliver(text, findings)


def _events(file: str, mapping: CsvMapping, output: Output) -> ExitCode:
    from sifund_ledger.exchange.mapped_csv.event_rows import read_event_rows

    read = read_event_rows(file, mapping)
    return output.deliver(read.to_json() if output.format == "json" else read.to_toml(output.language), read.findings)
