"""The folder to keep the demonstration in is a file: ``sifund demo --keep notes.txt``.

sv: Mappen som demonstrationen ska sparas i är en fil: ``sifund demo --keep notes.txt``.
"""

from pathlib import Path

from situations import refusing


def reproduce(folder: Path):
    file = folder / "notes.txt"
    file.touch()
    refusing("demo", keep=str(file))
