"""Another export is writing the register at that very moment.

sv: En annan export skriver i registret just då.
"""

from pathlib import Path

from sifund_ledger.cli.streams import save_registered
from sifund_ledger.files import alone


def reproduce(folder: Path):
    register, out = folder / "exported.txt", folder / "2013.si"
    with alone(register):
        save_registered(
            b"#FLAGGA 0\n", str(out), register=str(register), known=None, registered="A4/2013:0123456789abcdef\n"
        )
