"""The rows that a book has for the general ledger (bokens rader): what was to go out as vouchers, whether it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sifund_ledger.exchange.vouchers.export_register import entry_name
from sifund_ledger.exchange.vouchers.ledger_treatment import booked_by_hand, note_only_funds
from sifund_ledger.exchange.vouchers.voucher_export import Sorting, day_in_year
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping
from sifund_ledger.funds.state.fund_events import FundCreated, PolicyChanged
from sifund_ledger.general_ledger.reconciled import BookedRow
from sifund_ledger.ledger.accounts import FREE_EQUITY
from sifund_ledger.ledger.entries import Posting
from sifund_ledger.ledger.records import Record


def booked_rows(records: Iterable[Record], years: Iterable[int], mapping: VoucherMapping) -> tuple[BookedRow, ...]:
    """The rows of the vouchers that :func:`export_vouchers` makes of some years, whatever has gone out (ruling R29).

    The row of a posting on an account that the mapping lacks has no account. What is booked by hand, where a year shows
    funds in another way than the year before, is of no entry.

    >>> from sifund_ledger.exchange import parse_mapping
    >>> from sifund_ledger.testing import sound_book
    >>> mapping = parse_mapping('[accounts]\\nfree_equity = "2010"\\nequalisation_reserve = "2081"\\n')
    >>> with sound_book() as book:
    ...     rows = booked_rows(book.records(), [2013], mapping)
    ...     [(row.entry, row.account, row.ore) for row in rows if row.account == "2081"]
    [('A 2', '2081', -300000000)]
    """
    records, years = tuple(records), frozenset(years)
    made: list[BookedRow] = []
    policies = [each for each in records if isinstance(each.event, FundCreated | PolicyChanged)]
    of_years = sorted((sorted(note_only_funds(policies, year)), year) for year in years)
    for note_only, alike in groupby(of_years, key=lambda each: each[0]):  # one pass for years that are shown alike
        sorting = Sorting(frozenset(note_only), {year for _, year in alike})
        for record, entry, moved in sorting.outward(records):
            about = entry_name(record), record.seq, entry.year, int(day_in_year(entry, entry.year))
            made += [_row(about, posting, mapping) for posting in moved]
    for year, seq in _changes(policies):
        if year in years:
            made += [
                _row(("", seq, year, year * 10_000 + 101), each, mapping) for each in booked_by_hand(records, year)
            ]
    return tuple(sorted(made, key=lambda row: row.record))


def _row(about: tuple[str, int, int, int], posting: Posting, mapping: VoucherMapping) -> BookedRow:
    account, ore = posting
    return BookedRow(*about, mapping.account(account) or "", mapping.objects_of(account), ore)


def _changes(policies: Iterable[Record]) -> Iterator[tuple[int, int]]:
    """The years in which a change of a policy can let a fund be shown in another way, each with its last record."""
    last = {each.event.valid_from.year: each.seq for each in policies if isinstance(each.event, PolicyChanged)}
    yield from last.items()


def accounts_of_book(mapping: VoucherMapping) -> tuple[frozenset[str], frozenset[str]]:
    """The accounts of the ledger that only the book's entries belong on, and those that others use too."""
    free = frozenset(number for key, number in mapping.accounts.items() if key.partition(".")[0] == FREE_EQUITY)
    return frozenset(mapping.accounts.values()) - free, free
