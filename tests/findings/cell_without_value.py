"""A program wrote a formula, and no spreadsheet program has computed it.

sv: Ett program har skrivit en formel, och inget kalkylprogram har räknat ut den.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"]["B3"] = "=SUM(B4:B9)"
    read_filled_in(folder, book)
