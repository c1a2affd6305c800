"""Effects that are ranges (spann): drawn with a seed, the same draws under every model, and reported by quantiles.

A draw places a whole project: all its effects are as good, or as bad. It is as often below the likely amount as above,
evenly on either side; so the likely amount is the median. All of it is whole öre.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from sifund_ledger.simulation.scenario import Range, Scenario

_STEPS: Final = 1_000_000


def draws_of(scenario: Scenario) -> Iterator[dict[tuple[str, str, int], int]]:
    """The true effects of each draw, by project, board and year; öre. The same seed gives the same draws."""
    chance = Random(scenario.seed)
    for _ in range(scenario.draws):
        effects = {}
        for project in scenario.project:
            place = chance.randint(-_STEPS, _STEPS)
            for board, by_year in project.effects.items():
                effects.update({(project.project, board, year): drawn(each, place) for year, each in by_year.items()})
        yield effects


def drawn(effect: Range, place: int) -> int:
    """An effect at a place from −1 000 000, the least, over 0, the likely, to 1 000 000, the most.

    >>> [drawn((100, 200, 600), place) for place in (-1_000_000, -500_000, 0, 500_000, 1_000_000)]
    [100, 150, 200, 400, 600]
    """
    low, likely, high = effect
    return likely + ((likely - low) if place < 0 else (high - likely)) * place // _STEPS


def quantile(values: Sequence[int], hundredths: int) -> int:
    """The value below which so many hundredths of them are, one of the values themselves.

    >>> quantile([5, 1, 3, 2, 4], 50), quantile([5, 1, 3, 2, 4], 90), quantile([7], 10)
    (3, 5, 7)
    """
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * hundredths // 100) - 1)]
