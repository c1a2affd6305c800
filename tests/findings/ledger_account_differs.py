"""An account was an income one year and a cost the next.

sv: Ett konto var intäkt ett år och kostnad nästa.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.se").write_text('#KONTO 8500 "X"\n#KTYP 8500 I\n', "cp437")
    (folder / "1.se").write_text('#KONTO 8500 "X"\n#KTYP 8500 K\n', "cp437")
    return read_general_ledger(folder / "0.se", folder / "1.se")
