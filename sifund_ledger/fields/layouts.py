"""The Swedish words of layouts (uppställningar), which figures and policies of funds name alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LAYOUTS: Final[Mapping[str, str]] = {
    "strict": "lagens",
    "inside": "i tabellen",
    "below": "under tabellen",
    "grounds": "bland skälen",
    "added_back": "återlagt",
    "separate_decision": "eget beslut",
}
