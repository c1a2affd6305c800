"""Mandate periods (mandatperioder): the four years that an elected council decides the budgets of."""

from __future__ import annotations

from typing import Final, NamedTuple

_FIRST: Final = 1995
"""The first year whose budget a council elected for four years had, since the elections of 1994."""
_YEARS: Final = 4


class Mandate(NamedTuple):
    """A mandate period by the fiscal years after its election (mandatperiod; KL 5:5)."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """Its fiscal years."""
        return range(self.first, self.last + 1)

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


def mandate_of(year: int) -> Mandate:
    """The mandate period that a fiscal year belongs to, from 1995 on: elections are held every fourth September.

    >>> str(mandate_of(2018)), str(mandate_of(2019))
    ('2015–2018', '2019–2022')
    """
    first = year - (year - _FIRST) % _YEARS
    return Mandate(first, first + _YEARS - 1)
