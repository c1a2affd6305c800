"""A year is asked for where the rows are events: ``sifund import csv uses.csv --mapping columns.toml --year 2013``.

sv: Ett år efterfrågas där raderna är händelser: ``sifund import csv uses.csv --mapping columns.toml --year 2013``.
"""

from pathlib import Path

from sifund_ledger.cli.interchange.mapped import Into, rows
from sifund_ledger.cli.output import Output
from sifund_ledger.exchange import parse_csv_mapping

MAPPING = 'rows = "figures"\ncolumns = { year = "Year", net_result = "Result" }'


def reproduce(folder: Path):
    into = Into(None, post=False, actor="", source=None)
    rows(("uses.csv",), parse_csv_mapping(MAPPING), Output(), {"--year": 2013}, into)
