"""A file is opened that is no book, such as an SIE file.

sv: En fil öppnas som inte är någon bok, till exempel en SIE-fil.
"""

from pathlib import Path

from sifund_ledger import open_book


def reproduce(folder: Path):
    file = folder / "tomelilla.se"
    file.write_text("#FLAGGA 0\n#SIETYP 4\n" * 100)
    open_book(file)
