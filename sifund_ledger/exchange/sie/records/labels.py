"""Which records there are, what each must hold, and which types of file have them (SIE 4B §6)."""

from __future__ import annotations

from typing import Final, NamedTuple


class LabelRule(NamedTuple):
    """A record's rule: fields it must have, fields it may have, group in the file, and its mark for each type.

    ``marks`` are for types 1, 2, 3, 4I, 4E: ``M`` mandatory, ``o`` optional, ``-`` must not occur.
    """

    required: int
    known: int
    group: int
    marks: str


RULES: Final[dict[str, LabelRule]] = {
    "FLAGGA": LabelRule(1, 1, 1, "MMMMM"),
    "PROGRAM": LabelRule(1, 2, 2, "MMMMM"),
    "FORMAT": LabelRule(1, 1, 2, "MMMMM"),
    "GEN": LabelRule(1, 2, 2, "MMMMM"),
    "SIETYP": LabelRule(1, 1, 2, "oMMMM"),
    "PROSA": LabelRule(1, 1, 2, "ooooo"),
    "FTYP": LabelRule(1, 1, 2, "ooooo"),
    "FNR": LabelRule(1, 1, 2, "ooooo"),
    "ORGNR": LabelRule(0, 3, 2, "ooooo"),
    "BKOD": LabelRule(1, 1, 2, "ooo-o"),
    "ADRESS": LabelRule(1, 4, 2, "ooooo"),
    "FNAMN": LabelRule(1, 1, 2, "MMMMM"),
    "RAR": LabelRule(3, 3, 2, "MMMoM"),
    "TAXAR": LabelRule(1, 1, 2, "ooooo"),
    "OMFATTN": LabelRule(1, 1, 2, "-MM-o"),
    "KPTYP": LabelRule(1, 1, 2, "ooooo"),
    "VALUTA": LabelRule(1, 1, 2, "ooooo"),
    "KONTO": LabelRule(1, 2, 3, "MMMoM"),
    "KTYP": LabelRule(2, 2, 3, "ooooo"),
    "ENHET": LabelRule(2, 2, 3, "ooooo"),
    "SRU": LabelRule(2, 2, 3, "MMooo"),
    "DIM": LabelRule(2, 2, 3, "--ooo"),
    "UNDERDIM": LabelRule(3, 3, 3, "--ooo"),
    "OBJEKT": LabelRule(2, 3, 3, "--ooo"),
    "IB": LabelRule(3, 4, 4, "MMM-M"),
    "UB": LabelRule(3, 4, 4, "MMM-M"),
    "OIB": LabelRule(4, 5, 4, "--o-o"),
    "OUB": LabelRule(4, 5, 4, "--o-o"),
    "RES": LabelRule(3, 4, 4, "MMM-M"),
    "PSALDO": LabelRule(5, 6, 4, "-oo-o"),
    "PBUDGET": LabelRule(5, 6, 4, "-oo-o"),
    "VER": LabelRule(3, 6, 4, "---oo"),
    "TRANS": LabelRule(3, 7, 4, "---oo"),
    "RTRANS": LabelRule(3, 7, 4, "---oo"),
    "BTRANS": LabelRule(3, 7, 4, "---oo"),
    "KSUMMA": LabelRule(0, 1, 0, "ooooo"),
}
"""Every label. #PSALDO and the records of objects are marked optional: an entity may have no value for them."""

TYPES: Final = ("1", "2", "3", "4I", "4E")
"""The types in the order of the marks."""


def _marked(mark: str) -> dict[str, frozenset[str]]:
    return {
        kind: frozenset(label for label, rule in RULES.items() if rule.marks[column] == mark)
        for column, kind in enumerate(TYPES)
    }


MANDATORY: Final = _marked("M")
"""The labels that files of each type must have."""
FORBIDDEN: Final = _marked("-")
"""The labels that files of each type must not have."""
CHART: Final = frozenset(label for label, rule in RULES.items() if rule.group == 3)
BALANCES: Final = ("IB", "UB", "RES")
OBJECT_BALANCES: Final = ("OIB", "OUB")
PERIOD_BALANCES: Final = ("PSALDO", "PBUDGET")
ROW_LABELS: Final = frozenset(("TRANS", "RTRANS", "BTRANS"))
DATE_FIELDS: Final = {"GEN": (0,), "RAR": (1, 2), "OMFATTN": (0,)}
"""Which fields of the identification are dates, ``YYYYMMDD``."""

_UPPER: Final = str.maketrans("abcdefghijklmnopqrstuvwxyzåäöéü", "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ")


def upper(label: str) -> str:
    """A label in upper case, as it is looked up; letters that code page 437 has in lower case alone stay.

    >>> upper("konto"), upper("egen_µ")
    ('KONTO', 'EGEN_µ')
    """
    return label.upper() if label.isascii() else label.translate(_UPPER)
