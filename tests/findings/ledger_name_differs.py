"""Two files without organisation numbers name two municipalities.

sv: Två filer utan organisationsnummer anger två kommuner.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    for number, name in enumerate(("Exempelby kommun", "Annanby kommun")):
        text = f'#FNAMN "{name}"\n#RAR 0 20130101 20131231\n'
        (folder / f"{number}.se").write_text(text, "cp437")
    return read_general_ledger(folder / "0.se", folder / "1.se")
