"""A row has been copied with its key.

sv: En rad har kopierats med sin nyckel.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    book = filled_in()
    book["Uppgifter"].append(("Årets resultat", 7, "årets_resultat"))
    read_filled_in(folder, book)
