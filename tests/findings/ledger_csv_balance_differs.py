"""A list of balances in CSV has the change of the last month beside the balances of the year.

sv: En saldolista i CSV har sista månadens förändring bredvid årets saldon.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("konto;år;ingående;förändring;utgående\n1930;2012;5,00;1,00;7,00\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
