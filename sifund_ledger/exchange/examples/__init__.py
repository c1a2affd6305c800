"""Files to begin with: published figures, account roles as far as observed, an example municipality."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MALMO: Final = Path(__file__).with_name("malmo-2013-2015.toml")
"""Malmö 2013–2015, mkr: a deficit of 2014 restored by the result of 2015."""
KOMMUN_BAS_ROLES: Final = Path(__file__).with_name("kommun-bas-roles.toml")
"""Account roles for Kommun-Bas (kontoroller), each account with where it was observed; the rest is left to fill in."""
EXEMPELBY: Final = Path(__file__).with_name("exempelby")
"""A municipality that does not exist, with a fund after Örebro's: its events and figures of 2018 to 2025."""
