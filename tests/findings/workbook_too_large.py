"""A file that is named as a workbook has far more parts than any.

sv: En fil som heter som en arbetsbok har långt fler delar än någon sådan.
"""

from pathlib import Path
from zipfile import ZipFile

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    with ZipFile(folder / "uppgifter.xlsx", "w") as archive:
        for number in range(2_001):
            archive.writestr(f"{number}.xml", "")
    read_figures(folder / "uppgifter.xlsx")
