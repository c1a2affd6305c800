"""A mapping read out of the general ledger (utläst konteringsmall): from vouchers that name the book's entries.

A voucher that the book exported ends in the name of its entry, and has its amounts. So the accounts that most of them
were booked on say which account of the ledger stands for which of the book's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sifund_ledger.exchange.vouchers.export_register import entry_name
from sifund_ledger.exchange.vouchers.voucher_export import Sorting
from sifund_ledger.exchange.vouchers.voucher_mapping import DIMENSIONS, VoucherMapping
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.ledger_rows import LedgerRow
from sifund_ledger.general_ledger.reconciliation import entry_named
from sifund_ledger.ledger.entries import Posting
from sifund_ledger.ledger.records import Record

_PROJECT: Final = DIMENSIONS["projekt"]


def read_mapping(records: Iterable[Record], ledger: GeneralLedger) -> VoucherMapping | None:
    """The mapping that the ledger's vouchers were made by, as those say that name an entry of the book; ``None`` where
    none does.

    A posting leads to the row of its amount, where entry and voucher have that amount once. An account stands for one
    of the book's where more than half of its rows say so: the others are for an audit to find. Else it is left out.

    >>> from sifund_ledger.exchange import read_general_ledger
    >>> from sifund_ledger.testing import ledger_of, sound_book
    >>> with sound_book() as book:
    ...     mapping = read_mapping(book.records(), read_general_ledger(*ledger_of(book)))
    >>> mapping.accounts["fund_available.social"], mapping.accounts["free_equity"], mapping.projects["Navigator"]
    ('2071', '2010', 'Navigator')
    """
    accounts, projects = defaultdict[str, Counter[str]](Counter), defaultdict[str, Counter[str]](Counter)
    for posting, row in _pairs(tuple(records), ledger):
        account = posting.account
        accounts[f"{account.code}.{account.fund}".rstrip(".")][row.account] += 1
        if account.project and (code := dict(row.objects).get(_PROJECT)):
            projects[account.project][code] += 1
    found = _of_most(accounts)
    return VoucherMapping(found, projects=_of_most(projects)) if found else None


def _of_most(told: Mapping[str, Counter[str]]) -> dict[str, str]:
    """What more than half say of each."""
    most = ((key, *counts.most_common(1)[0], counts.total()) for key, counts in told.items())
    return {key: found for key, found, count, total in most if 2 * count > total}


def _pairs(records: tuple[Record, ...], ledger: GeneralLedger) -> Iterator[tuple[Posting, LedgerRow]]:
    """The postings of the book's entries, each with the row of a voucher that names its entry."""
    entries = {
        (entry.year, entry_name(record)): moved
        for record, entry, moved in Sorting(frozenset(), ledger.years).outward(records)
    }
    for year in ledger.years:
        for index, text in ledger.texts(year):
            name = entry_named(text)
            if name and (year, name) in entries:
                yield from _alike(entries[year, name], list(map(ledger.row, ledger.rows_of(index))))


def _alike(postings: list[Posting], rows: list[LedgerRow]) -> Iterator[tuple[Posting, LedgerRow]]:
    ours, theirs = Counter(posting.ore for posting in postings), Counter(row.ore for row in rows)
    by_amount = {row.ore: row for row in rows}
    for posting in postings:
        if ours[posting.ore] == theirs[posting.ore] == 1:
            yield posting, by_amount[posting.ore]
