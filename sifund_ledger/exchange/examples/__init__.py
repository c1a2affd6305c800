"""Figures files as municipalities have published them, for the documentation and for a first try."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MALMO: Final = Path(__file__).with_name("malmo-2013-2015.toml")
"""Malmö 2013–2015, mkr: a deficit of 2014 restored by the result of 2015."""
