"""A TOML file of another kind is read, with more faults than are listed.

sv: En TOML-fil av annat slag läses, med fler fel än vad som räknas upp.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures("\n".join(f"setting_{number} = 1" for number in range(600)))
