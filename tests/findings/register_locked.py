"""Another export is writing the register at that very moment, or was cut off while it did.

sv: En annan export skriver i registret just då, eller avbröts medan den gjorde det.
"""

from pathlib import Path

from sifund_ledger.cli.streams import save_registered


def reproduce(folder: Path):
    register, out = folder / "exported.txt", folder / "2013.si"
    (folder / "exported.txt.lock").touch()
    save_registered(
        b"#FLAGGA 0\n", str(out), register=str(register), known=None, registered="A4/2013:0123456789abcdef\n"
    )
