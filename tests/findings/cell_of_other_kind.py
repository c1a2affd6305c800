"""An amount was typed so that the spreadsheet program took it for a date.

sv: Ett belopp skrevs så att kalkylprogrammet uppfattade det som ett datum.
"""

from datetime import date
from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"]["B3"] = date(2024, 5, 12)
    read_filled_in(folder, book)
