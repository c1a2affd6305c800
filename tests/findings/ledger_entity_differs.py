"""The municipality's file is read together with its company's.

sv: Kommunens fil läses tillsammans med bolagets.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    for number, name in enumerate(("Exempelby kommun", "Exempelby Bostads AB")):
        text = f'#FNAMN "{name}"\n#ORGNR 21200{number}-0000\n#RAR 0 20130101 20131231\n'
        (folder / f"{number}.se").write_text(text, "cp437")
    return read_general_ledger(folder / "0.se", folder / "1.se")
