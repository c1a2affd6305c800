"""Somebody else has exported while the export was being made.

sv: Någon annan har exporterat medan exporten gjordes.
"""

from pathlib import Path

from sifund_ledger.cli.streams import save_registered


def reproduce(folder: Path):
    register, out = folder / "exported.txt", folder / "2013.si"
    register.write_text("A3/2013:00112233aabbccdd\n")
    save_registered(
        b"#FLAGGA 0\n", str(out), register=str(register), known=None, registered="A4/2013:0123456789abcdef\n"
    )
