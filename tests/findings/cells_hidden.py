"""A row with a figure is hidden.

sv: En rad med en uppgift är dold.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"].row_dimensions[3].hidden = True
    read_filled_in(folder, book)
