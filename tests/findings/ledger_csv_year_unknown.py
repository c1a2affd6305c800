"""A list of balances in CSV does not say its year.

sv: En saldolista i CSV anger inte sitt år.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("konto;saldo\n1930;500,00\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
