"""Postings and entries (kontering, verifikation): balanced within each book by construction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sifund_ledger.amounts import MAX_ORE
from sifund_ledger.findings import Bilingual, Finding, shown
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.accounts import CHART, Account

_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


class Posting(NamedTuple):
    """One line of an entry (kontering): an account and an amount in öre, debit positive, credit negative."""

    account: Account
    ore: int


class EntryDraft(NamedTuple):
    """What is to become an entry: everything but its series number (LKBR 3:9).

    ``year`` is the fiscal year that it belongs to, ``event_date`` the day of what happened (the decision's, as a
    rule), ``text`` what it concerns, ``counterparty`` the board or fund concerned, ``documents`` what it rests on and
    where that is kept.
    """

    year: int
    event_date: date
    text: str
    postings: tuple[Posting, ...]
    counterparty: str = ""
    documents: tuple[str, ...] = ()
    series: str = "A"


class Entry(NamedTuple):
    """A verifikation: numbered without gaps within its series, balanced within each book (LKBR 3:3, 3:9).

    The date it was compiled is its record's ``recorded_at``; the amount is the sum of its debits.
    """

    series: str
    number: int
    year: int
    event_date: date
    text: str
    counterparty: str
    documents: tuple[str, ...]
    postings: tuple[Posting, ...]

    @property
    def ore(self) -> int:
        """The amount of the entry: the sum of its debits, in öre."""
        return sum(posting.ore for posting in self.postings if posting.ore > 0)


def transfer(debit: Account, credit: Account, ore: int) -> tuple[Posting, Posting]:
    """Two postings that move a positive amount in öre: debit the first account, credit the second.

    >>> from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
    >>> [p.ore for p in transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="social"), 1000)]
    [1000, -1000]
    """
    return _new(Posting, (debit, ore)), _new(Posting, (credit, -ore))


def entry_faults(draft: EntryDraft | Entry) -> list[Finding]:
    """Every fault of a draft: missing content, unknown accounts, zero or too large amounts, books out of balance."""
    if type(draft.year) is not int or type(draft.event_date) is not date:
        raise TypeError(
            f"an entry has a year of type int and a day of type date, not {draft.year!r}, {draft.event_date!r}"
        )
    faults: list[Finding] = []
    place = f"{draft.year}"
    if not draft.text.strip():
        faults.append(codes.ENTRY_INCOMPLETE.at(place, missing=Bilingual("vad den avser", "what it concerns")))
    for account, ore in draft.postings:
        if account[:2] not in CHART:
            faults.append(codes.ACCOUNT_UNKNOWN.at(place, code=account.code, book=account.book))
        if type(ore) is not int:
            faults.append(codes.POSTING_NOT_ORE.at(place, account=account.code, value=shown(ore)))
    sound = [posting for posting in draft.postings if type(posting.ore) is int]
    return faults + amount_faults(sound, place, count=len(draft.postings))


def amount_faults(postings: Sequence[tuple[Account, int]], place: str, *, count: int | None = None) -> list[Finding]:
    """What is wrong with amounts in öre: too few, zero, too large, or books out of balance.

    ``count`` is how many postings there are, where some of them have no amount in öre.
    """
    count = len(postings) if count is None else count
    faults = [codes.ENTRY_TOO_SHORT.at(place, count=count)] if count < 2 else []
    sums: dict[str, int] = {}
    for account, ore in postings:
        if ore == 0:
            faults.append(codes.POSTING_ZERO.at(place, account=account.code))
        elif not -MAX_ORE <= ore <= MAX_ORE:
            faults.append(codes.POSTING_TOO_LARGE.at(place, account=account.code))
        sums[account[0]] = sums.get(account[0], 0) + ore
    return faults + [
        codes.ENTRY_UNBALANCED.at(place, book=book, difference=total) for book, total in sums.items() if total
    ]
