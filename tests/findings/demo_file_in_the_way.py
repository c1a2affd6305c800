"""The demonstration is kept in the same folder once more: ``sifund demo --keep demo``.

sv: Demonstrationen ska sparas i samma mapp en gång till: ``sifund demo --keep demo``.
"""

from pathlib import Path

from situations import refusing


def reproduce(folder: Path):
    (folder / "exempelby.sifund").touch()
    refusing("demo", keep=str(folder))
