"""Every kind of finding that the library makes (katalog över iakttagelser), gathered from the rooms' ``findings``."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Final

import sifund_ledger
from sifund_ledger.boundary import checked
from sifund_ledger.findings import FindingCode

_TOP: Final = ("addresses", "boundary", "money", "decisions", "authority", "files", "table")
"""Single files that declare their codes themselves."""


def _rooms() -> list[str]:
    walked = pkgutil.walk_packages(sifund_ledger.__path__, "sifund_ledger.")
    return [module.name for module in walked if module.name.endswith(".findings") and module.name.count(".") > 1]


CODES_BY_ROOM: Final[dict[str, tuple[FindingCode, ...]]] = {
    module.removeprefix("sifund_ledger.").removesuffix(".findings"): import_module(module).CODES
    for module in (*[f"sifund_ledger.{name}" for name in _TOP], *_rooms())
}
"""The codes of each room, by its dotted name below the package."""
CODES: Final = tuple(code for codes in CODES_BY_ROOM.values() for code in codes)
"""All codes; their names are unique, and stable once released."""


@checked
def codes_of(room: str) -> tuple[FindingCode, ...]:
    """The codes of a room and of its sub-rooms.

    >>> [code.name for code in codes_of("decisions")]
    ['DECISION_UNREADABLE']
    """
    found = CODES_BY_ROOM.items()
    return tuple(code for name, codes in found if name == room or name.startswith(f"{room}.") for code in codes)
