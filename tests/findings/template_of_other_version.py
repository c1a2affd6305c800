"""Figures are filled in in a template that this version does not read.

sv: Uppgifter är ifyllda i en mall som den här versionen inte läser.
"""

from pathlib import Path

from situations import filled_in, read_filled_in


def reproduce(folder: Path):
    read_filled_in(folder, filled_in(Om_filen=[("Mallens version", 99)]))
