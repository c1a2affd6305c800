"""The row of headings has been deleted.

sv: Raden med rubriker har tagits bort.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    read_filled_in(folder, filled_in(Uppgifter=[("År", 2024), ("Årets resultat", -5)]))
