"""Faults are to be written into a copy of a file that is no workbook: ``sifund post ale.sifund 2017.toml --mark fel``.

sv: Fel ska skrivas i en kopia av en fil som inte är någon arbetsbok: ``sifund post ale.sifund 2017.toml --mark fel``.
"""

from sifund_ledger.cli.marking import marking
from sifund_ledger.cli.output import Output


def reproduce():
    with marking("fel.xlsx", ("2017.toml",), Output()):
        pass
