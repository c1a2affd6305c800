"""A reserve's account was posted on in the year, and nobody has said what the council decided.

sv: Ett reservkonto har ändrats under året, och ingen har sagt vad fullmäktige beslutade.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    rows = "#VER A 1 20241231\n{\n#TRANS 2010 {} 500.00\n#TRANS 2074 {} -500.00\n}\n"
    head = "#SIETYP 4\n#RAR 0 20240101 20241231\n#IB 0 2010 -900.00\n#IB 0 2074 0\n#IB 0 1930 900.00\n"
    (folder / "2024.se").write_text(head + rows, "cp437")
    roles = parse_roles('[accounts]\nresult_reserve = ["2074"]\n')
    return propose_figures(read_general_ledger(folder / "2024.se"), roles)
