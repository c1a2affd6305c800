"""A result refers to a workbook that is not there any more.

sv: Ett resultat hänvisar till en arbetsbok som inte finns längre.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"]["B3"] = "#REF!"
    read_filled_in(folder, book)
