"""A general ledger as an audit takes it (huvudbok i granskningen): with the mapping that leads from a book to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from sifund_ledger.audit.given_ledger import Bookings, GivenLedger
from sifund_ledger.exchange.vouchers.booked_rows import accounts_of_book, booked_rows
from sifund_ledger.exchange.vouchers.ledger_treatment import note_only_funds
from sifund_ledger.exchange.vouchers.read_mapping import read_mapping
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.reconciled import BookedRow
from sifund_ledger.general_ledger.roles import Roles
from sifund_ledger.ledger.records import Record


def given_ledger(
    ledger: GeneralLedger, mapping: VoucherMapping | None = None, roles: Roles | None = None
) -> GivenLedger:
    """A general ledger to audit a book against: ``audit(book, ledger=given_ledger(…))``.

    With the mapping that vouchers go out by, every row of the book's entries is held against it, and the accounts of
    earmarks and reserves; with the roles of accounts, equity and the earmark of each fund. Without a mapping, the
    vouchers that name the book's entries say which accounts they are (:func:`~sifund_ledger.exchange.read_mapping`).

    >>> from sifund_ledger.audit import audit
    >>> from sifund_ledger.exchange import read_general_ledger
    >>> from sifund_ledger.exchange.sie import parse_sie
    >>> from sifund_ledger.testing import sound_book
    >>> ledger = read_general_ledger(parse_sie(b"#RAR 0 20130101 20131231\\n#RES 0 8010 -30000000.00\\n"))
    >>> with sound_book() as book:
    ...     audit(book, ledger=given_ledger(ledger)).check("ledger_equity").status
    'passed'
    """
    if mapping is None:
        return GivenLedger(ledger, None, roles, partial(_read_out, ledger))
    return GivenLedger(ledger, _bookings(mapping), roles)


def _read_out(ledger: GeneralLedger, records: Sequence[Record]) -> Bookings | None:
    mapping = read_mapping(records, ledger)
    return None if mapping is None else replace(_bookings(mapping), read_out=True)


def _bookings(mapping: VoucherMapping) -> Bookings:
    own, shared = accounts_of_book(mapping)
    return Bookings(
        rows=partial(_rows, mapping), number=mapping.account, own=own, shared=shared, in_notes=note_only_funds,
        dimension=mapping.dimensions["projekt"], projects=mapping.projects,
    )  # fmt: skip


def _rows(mapping: VoucherMapping, records: Sequence[Record], years: Iterable[int]) -> tuple[BookedRow, ...]:
    return booked_rows(records, years, mapping)
