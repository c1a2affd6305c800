"""What the municipality's accounts are for (kontoroller); no account is built in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.boundary import checked_methods

ACCOUNT_ROLES: Final = (
    "equity", "result_of_year", "equalisation_reserve", "result_reserve", "taxes_and_grants", "realised_gains",
    "realised_losses",
)  # fmt: skip
"""The roles of accounts; ``earmark`` has one list for each fund besides."""
DIMENSION_ROLES: Final = ("responsibility", "activity", "project", "counterparty")
"""The roles of dimensions: ansvar, verksamhet, projekt, motpart."""

_SELECTOR: Final = re.compile(r"[0-9]{1,20}\*?|[0-9]{1,20}-[0-9]{1,20}")


def is_selector(text: str) -> bool:
    """Whether a text can choose an account; a range has two numbers of one length, the lower first."""
    first, dash, last = text.partition("-")
    return bool(_SELECTOR.fullmatch(text)) and (not dash or (len(first) == len(last) and first <= last))


@checked_methods
@dataclass(frozen=True, slots=True)
class Accounts:
    """A choice of accounts (kontourval): numbers, beginnings and ranges.

    >>> chosen = Accounts(("2071", "82*", "8000-8099"))
    >>> [number for number in ("2071", "20711", "8210", "8050", "80500") if number in chosen]
    ['2071', '8210', '8050']
    """

    selectors: tuple[str, ...]

    def __contains__(self, number: object) -> bool:
        return isinstance(number, str) and any(_matches(selector, number) for selector in self.selectors)

    def among(self, numbers: Iterable[str]) -> set[str]:
        """Those of the accounts that are chosen."""
        return {number for number in numbers if number in self}


def _matches(selector: str, number: str) -> bool:
    if selector.endswith("*"):
        return number.startswith(selector[:-1])
    first, dash, last = selector.partition("-")
    if dash:
        return len(first) == len(number) == len(last) and first <= number <= last
    return number == selector


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of a municipality's accounts and dimensions (kontoroller)."""

    accounts: dict[str, Accounts] = field(default_factory=dict)
    earmarks: dict[str, Accounts] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)
