"""A journal in CSV has a quotation mark that is never closed.

sv: En journal i CSV har ett citattecken som aldrig avslutas.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text('ver;datum;konto;belopp;text\nA1;2012-12-31;1930;0;"Löner\n', "utf-8")
    return read_general_ledger(folder / "0.csv")
