"""The results of two years share a merged cell.

sv: Två års resultat delar en sammanfogad cell.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"].merge_cells("B3:B4")
    read_filled_in(folder, book)
