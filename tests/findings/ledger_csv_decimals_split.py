"""A program parts the cells of a table with the comma that it writes before decimals, too.

sv: Ett program skiljer tabellens celler med det komma som det även skriver före decimaler.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    path = folder / "0.csv"
    path.write_text("ver,datum,konto,belopp,text\nA1,2014-01-02,1930,100,50\nA1,2014-01-02,3000,-100,50\n", "utf-8")
    return read_general_ledger(path)
