"""Amounts with a blank among their digits, ``12 345.00``: the format ends the amount at the blank (SIE 4B §5.9).

What is left of such a number slides into the next field. There it cannot be a date, but it can be a quantity: three
digits are one only where the account has a unit, or quantities of another form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.document import SieBalance, SieDocument, SiePeriodBalance
from sifund_ledger.exchange.sie.records.tokens import SieRecord

Balance = SieBalance | SiePeriodBalance

_HEAD: Final = re.compile(r"-?[0-9]{1,3}")
_REST: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")


class Slid(NamedTuple):
    """A balance whose quantity may be the rest of its amount, the record that it was read from, and its line."""

    line: int
    record: SieRecord
    balance: Balance


def slides(amount: str, following: str) -> bool:
    """Whether an amount and the field after it read as one number with a blank.

    >>> slides("12", "345.00"), slides("-12", "345"), slides("12.00", "345"), slides("12", "34")
    (True, True, False, False)
    """
    return _HEAD.fullmatch(amount) is not None and _REST.fullmatch(following) is not None


def slid_among(candidates: Iterable[Slid], document: SieDocument) -> Iterator[Slid]:
    """The candidates whose account counts no quantities: it has no unit, and no quantity of another form."""
    every: tuple[Balance, ...] = (*document.balances, *document.period_balances)
    counted = {each.account for each in every if each.quantity and not _REST.fullmatch(each.quantity)}
    for each in candidates:
        account = document.accounts.get(each.balance.account)
        if each.balance.account not in counted and not (account and account.unit):
            yield each
