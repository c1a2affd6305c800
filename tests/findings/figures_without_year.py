"""A column has a result, and its year is left out.

sv: En kolumn har ett resultat, och året är utelämnat.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"]["B2"] = None
    read_filled_in(folder, book)
