"""What grows with a book: every verb and read counted at three sizes, of projects, of funds and of years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from models.growing import costs

SIZES: Final = {"projects": (5, 20, 80), "funds": (3, 12, 48), "years": (4, 8, 16)}
_YEAR_END: Final = ("year_end", "post", "close_year")
PRINTS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "projects": {
        "a row for each project": ("carry_overs", "project_costs", "net_costs", "overdue"),
        "the records of each project's use": ("statement", "foresee", "renew", *_YEAR_END),
        "the records that rest on a decision, looked for among all": ("move_decision",),
    },
    "funds": {
        "each fund in the note on equity": ("equity_note",),
        "the records of each fund's set-aside": ("statement", "foresee", "renew"),
        "each fund's account": _YEAR_END,
        "the last hundred set-asides of a year, so that none is made twice": ("set_aside",),
        "the records that rest on a decision, looked for among all": ("move_decision",),
    },
    "years": {
        "a column or a row for each year": ("statement", "fund's account", "deposits", "project_costs"),
        "every deficit that there has been": ("foresee", "renew", *_YEAR_END),
        "the project's own records in each year": ("correct", "settlement"),
        "the years of an account that is corrected, for the comparative": ("equity_note",),
        "the records that rest on a decision, looked for among all": ("move_decision",),
    },
}
"""Where more is gone through in a larger book, and what; in proportion to it. All else costs the same."""


@pytest.mark.parametrize("axis", SIZES)
def test_nothing_grows_but_what_prints_more_and_that_in_proportion(axis: str) -> None:
    sizes = SIZES[axis]
    small, middle, large = (costs(**{axis: size}) for size in sizes)
    grown = {name for name, cost in large.items() if cost > 1.02 * small[name] + 20}
    steeper = {
        name: (small[name], middle[name], large[name])
        for name in grown
        if (large[name] - middle[name]) * (sizes[1] - sizes[0])
        > 1.2 * (middle[name] - small[name]) * (sizes[2] - sizes[1])
    }

    declared = {name for names in PRINTS[axis].values() for name in names}
    assert {name: (small[name], middle[name], large[name]) for name in grown - declared} == {}
    assert steeper == {}
