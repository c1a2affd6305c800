"""The rows that a book has for the general ledger (bokens rader): what was to go out as vouchers, whether it has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sifund_ledger.exchange.vouchers.export_register import entry_name
from sifund_ledger.exchange.vouchers.ledger_treatment import note_only_funds
from sifund_ledger.exchange.vouchers.voucher_export import Sorting, day_in_year
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping
from sifund_ledger.funds.state.fund_events import FundCreated, PolicyChanged
from sifund_ledger.general_ledger.reconciled import BookedRow
from sifund_ledger.ledger.accounts import FREE_EQUITY
from sifund_ledger.ledger.records import Record


def booked_rows(records: Iterable[Record], years: Iterable[int], mapping: VoucherMapping) -> tuple[BookedRow, ...]:
    """The rows of the vouchers that :func:`export_vouchers` makes of some years, whatever has gone out (ruling R29).

    The row of a posting on an account that the mapping lacks has no account.

    >>> from sifund_ledger.exchange import parse_mapping
    >>> from sifund_ledger.testing import sound_book
    >>> mapping = parse_mapping('[accounts]\\nfree_equity = "2010"\\nequalisation_reserve = "2081"\\n')
    >>> with sound_book() as book:
    ...     rows = booked_rows(book.records(), [2013], mapping)
    ...     [(row.entry, row.account, row.ore) for row in rows if row.account == "2081"]
    [('A 2', '2081', -300000000)]
    """
    records = tuple(records)
    made: list[BookedRow] = []
    policies = [each for each in records if isinstance(each.event, FundCreated | PolicyChanged)]
    of_years = sorted((sorted(note_only_funds(policies, year)), year) for year in years)
    for note_only, alike in groupby(of_years, key=lambda each: each[0]):  # one pass for years that are shown alike
        sorting = Sorting(frozenset(note_only), {year for _, year in alike})
        for record, entry, moved in sorting.outward(records):
            day = int(day_in_year(entry, entry.year))
            made += [
                BookedRow(
                    entry_name(record),
                    record.seq,
                    entry.year,
                    day,
                    mapping.account(account) or "",
                    mapping.objects_of(account),
                    ore,
                )
                for account, ore in moved
            ]
    return tuple(sorted(made, key=lambda row: row.record))


def accounts_of_book(mapping: VoucherMapping) -> tuple[frozenset[str], frozenset[str]]:
    """The accounts of the ledger that only the book's entries belong on, and those that others use too."""
    free = frozenset(number for key, number in mapping.accounts.items() if key.partition(".")[0] == FREE_EQUITY)
    return frozenset(mapping.accounts.values()) - free, free
