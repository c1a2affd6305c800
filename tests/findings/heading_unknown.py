"""A row has got a key that the template does not have.

sv: En rad har fått en nyckel som mallen inte har.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"].append(("Reavinster", 56, "reavinst"))
    read_filled_in(folder, book)
