"""The sheet of figures has got another name.

sv: Bladet med uppgifter har fått ett annat namn.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"].title = "Bokslut 2024"
    read_filled_in(folder, book)
