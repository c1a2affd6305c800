"""Vouchers are to go out into a file that is there already, and that may not have been imported yet.

sv: Verifikationer ska till en fil som redan finns och som kanske inte har lästs in ännu.
"""

from pathlib import Path

from sifund_ledger.cli.streams import require_new


def reproduce(folder: Path):
    (folder / "2013.si").write_text("#FLAGGA 0\n")
    require_new(str(folder / "2013.si"))
