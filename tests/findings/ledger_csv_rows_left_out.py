"""A list of balances in CSV has sums between its accounts.

sv: En saldolista i CSV har summor mellan kontona.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text(
        "Saldolista 2012;;\nkonto;ingående balans;utgående balans\n1930;5,00;7,00\nS:a;5,00;7,00\n", "utf-8"
    )
    return read_general_ledger(folder / "0.csv")
