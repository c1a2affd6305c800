"""Interchange with other systems: SIE, the general ledger, vouchers and budget lines out, figures files, statements.

``structured`` reads TOML and JSON, ``template`` the workbook that people fill in; ``statements`` has figures files and
statements, ``events_file`` commands of a book, ``ledgers`` a general ledger, ``vouchers`` what a book hands over,
``printed_files`` printed tables, ``whole_book`` a book as a workbook, ``tables`` any table, ``wire`` the shapes of JSON
and their schemas, ``sie`` SIE by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.balance.reserves.securities import OpeningExcluded
    from sifund_ledger.exchange.events_file import (
        EventsFile,
        events_schema,
        events_to_toml,
        parse_events,
        read_events,
    )
    from sifund_ledger.exchange.ledgers.hledger import to_hledger
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger
    from sifund_ledger.exchange.ledgers.roles_file import parse_roles
    from sifund_ledger.exchange.mapped_csv.event_rows import EventRows, parse_event_rows, read_event_rows
    from sifund_ledger.exchange.mapped_csv.figure_rows import parse_figure_rows, read_figure_rows
    from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping
    from sifund_ledger.exchange.mapped_csv.mapping_file import parse_csv_mapping
    from sifund_ledger.exchange.mapped_csv.proposing import propose_csv_mapping
    from sifund_ledger.exchange.printed_files import parse_printed, read_printed
    from sifund_ledger.exchange.statements.figures_file import FiguresFile, figures_schema, parse_figures, read_figures
    from sifund_ledger.exchange.statements.figures_proposal import proposed_to_toml
    from sifund_ledger.exchange.statements.figures_written import write_figures
    from sifund_ledger.exchange.statements.statement_csv import statement_to_csv
    from sifund_ledger.exchange.statements.statement_json import findings_to_json, statement_to_json
    from sifund_ledger.exchange.tables import tables_to_csv, tables_to_html, tables_to_json
    from sifund_ledger.exchange.template.template import events_to_xlsx, figures_to_xlsx, write_template
    from sifund_ledger.exchange.vouchers.booked_rows import booked_rows
    from sifund_ledger.exchange.vouchers.budget_export import BudgetExport, BudgetLine, budget_lines
    from sifund_ledger.exchange.vouchers.export_register import parse_register, register_text
    from sifund_ledger.exchange.vouchers.given_ledger import given_ledger
    from sifund_ledger.exchange.vouchers.read_mapping import read_mapping
    from sifund_ledger.exchange.vouchers.voucher_export import VoucherExport, export_preliminary, export_vouchers
    from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping, parse_mapping
    from sifund_ledger.exchange.whole_book.comparing import changed_cells
    from sifund_ledger.exchange.whole_book.writing import book_to_xlsx
    from sifund_ledger.exchange.wire.published import json_schemas
    from sifund_ledger.exchange.wire.snapshots import snapshot_to_json

__all__ = [
    "BudgetExport", "BudgetLine", "CsvMapping", "EventRows", "EventsFile", "FiguresFile", "OpeningExcluded",
    "VoucherExport", "VoucherMapping", "book_to_xlsx", "booked_rows", "budget_lines", "changed_cells", "events_schema",
    "events_to_toml", "events_to_xlsx", "export_preliminary", "export_vouchers", "figures_schema", "figures_to_xlsx",
    "findings_to_json", "given_ledger", "json_schemas", "parse_csv_mapping", "parse_event_rows", "parse_events",
    "parse_figure_rows", "parse_figures", "parse_mapping", "parse_printed", "parse_register", "parse_roles",
    "propose_csv_mapping", "proposed_to_toml", "read_event_rows", "read_events", "read_figure_rows", "read_figures",
    "read_general_ledger", "read_mapping", "read_printed", "register_text", "snapshot_to_json", "statement_to_csv",
    "statement_to_json", "tables_to_csv", "tables_to_html", "tables_to_json", "to_hledger", "write_figures",
    "write_template",
]  # fmt: skip
_HOMES: Final = {
    "events_file": ("EventsFile", "events_schema", "events_to_toml", "parse_events", "read_events"),
    "ledgers.hledger": ("to_hledger",),
    "ledgers.ledger_files": ("read_general_ledger",),
    "ledgers.roles_file": ("parse_roles",),
    "mapped_csv.event_rows": ("EventRows", "parse_event_rows", "read_event_rows"),
    "mapped_csv.figure_rows": ("parse_figure_rows", "read_figure_rows"),
    "mapped_csv.mapping": ("CsvMapping",),
    "mapped_csv.mapping_file": ("parse_csv_mapping",),
    "mapped_csv.proposing": ("propose_csv_mapping",),
    "printed_files": ("parse_printed", "read_printed"),
    "statements.figures_file": ("FiguresFile", "OpeningExcluded", "figures_schema", "parse_figures", "read_figures"),
    "statements.figures_proposal": ("proposed_to_toml",),
    "statements.figures_written": ("write_figures",),
    "statements.statement_csv": ("statement_to_csv",),
    "statements.statement_json": ("findings_to_json", "statement_to_json"),
    "template.template": ("events_to_xlsx", "figures_to_xlsx", "write_template"),
    "tables": ("tables_to_csv", "tables_to_html", "tables_to_json"),
    "vouchers.budget_export": ("BudgetExport", "BudgetLine", "budget_lines"),
    "vouchers.booked_rows": ("booked_rows",),
    "vouchers.export_register": ("parse_register", "register_text"),
    "vouchers.given_ledger": ("given_ledger",),
    "vouchers.read_mapping": ("read_mapping",),
    "vouchers.voucher_export": ("VoucherExport", "export_preliminary", "export_vouchers"),
    "vouchers.voucher_mapping": ("VoucherMapping", "parse_mapping"),
    "whole_book.comparing": ("changed_cells",),
    "whole_book.writing": ("book_to_xlsx",),
    "wire.published": ("json_schemas",),
    "wire.snapshots": ("snapshot_to_json",),
}

if not TYPE_CHECKING:  # the readers of other formats stand alone and do not need the statement
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES)
