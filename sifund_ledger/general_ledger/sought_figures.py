"""The figures that a year is asked for, and the role of the accounts that each comes from."""

from __future__ import annotations

from typing import Final, NamedTuple

from sifund_ledger.law.reserves import Reserve, open_reserve


class Sought(NamedTuple):
    """A figure and the role that it comes from; ``opening`` where the opening balance of its accounts is meant.

    ``moved_as`` are the figures that a change of its accounts may be.
    """

    key: str
    role: str
    on_sheet: bool = True
    opening: bool = False
    moved_as: str = ""


LOSSES: Final = Sought("realised_losses_exempt", "realised_losses", on_sheet=False)
"""The losses that may be exempt: reported with the accounts they are booked on, and left for a person to judge."""


def sought_in(year: int) -> list[Sought]:
    """The figures of a year: to 2023 RUR is the reserve, from 2024 RER is.

    >>> [sought_in(year)[3].role for year in (2023, 2024)]
    ['equalisation_reserve', 'result_reserve']
    """
    sought = [Sought(each, each, on_sheet=False) for each in ("taxes_and_grants", "realised_gains")]
    sought.append(Sought("equity", "equity"))
    reserve = open_reserve(year)
    if reserve is not None:
        moved_as = "reserve_allocated, reserve_used"
        sought.append(Sought("reserve_before", reserve.value, opening=True, moved_as=moved_as))
    if reserve is Reserve.RESULT:
        key, moved_as = "equalisation_reserve_before", "equalisation_reserve_used"
        sought.append(Sought(key, Reserve.EQUALISATION.value, opening=True, moved_as=moved_as))
    return sought
