"""A ground names a year that has no column of figures.

sv: Ett skäl anger ett år som inte har någon kolumn med uppgifter.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    read_filled_in(folder, filled_in(Synnerliga_skäl=[("År", "Belopp", "Underskottsår"), (2023, 5, 2023)]))
