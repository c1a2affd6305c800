"""A set-aside is recorded, and its result was to go to a folder that is not there.

sv: En öronmärkning registreras, och resultatet skulle till en mapp som inte finns.
"""

from pathlib import Path

from sifund_ledger.cli.output import unshown
from sifund_ledger.cli.streams import OutputFailed, save


def reproduce(folder: Path):
    try:
        save("Registrerat: post 7", str(folder / "absent" / "recorded.txt"))
    except OutputFailed as failed:
        return unshown(failed, "ale.sifund")
