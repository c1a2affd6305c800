"""The output is to go to a folder that is not there: ``sifund … -o absent/statement.txt``.

sv: Utdata ska till en mapp som inte finns: ``sifund … -o absent/statement.txt``.
"""

from pathlib import Path

from sifund_ledger.cli.streams import save


def reproduce(folder: Path):
    save("Balanskravsutredning", str(folder / "absent" / "statement.txt"))
