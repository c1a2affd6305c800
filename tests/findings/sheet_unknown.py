"""Somebody has added a sheet with calculations of their own.

sv: Någon har lagt till ett blad med egna beräkningar.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    read_filled_in(folder, filled_in(Min_kalkyl=[("Realisationsvinster", 56)]))
