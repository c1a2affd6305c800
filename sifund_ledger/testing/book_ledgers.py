"""The general ledger that fits a book (huvudbok till en bok): what the municipality would have, a SIE file a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sifund_ledger.balance.equity.equity import equity
from sifund_ledger.book import Book
from sifund_ledger.exchange.ledgers.roles_file import parse_roles
from sifund_ledger.exchange.sie.document import (
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SieRow,
    SieVoucher,
)
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.vouchers.ledger_treatment import booked_by_hand, note_only_funds
from sifund_ledger.exchange.vouchers.voucher_export import export_vouchers
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping, parse_mapping
from sifund_ledger.general_ledger.roles import Roles
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED, NET_ASSETS, earmark
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.book_state import BookState

MAPPING_FILE: Final = """
series = "SIF"
[accounts]
free_equity = "2010"
equalisation_reserve = "2081"
result_reserve = "2082"
fund_available = "2071"
fund_committed = "2072"
"""
"""The mapping that the ledger of a book is made by, as a municipality writes it."""
ROLES_FILE: Final = """
[accounts]
equity = ["20*"]
equalisation_reserve = ["2081"]
result_reserve = ["2082"]
[dimensions]
project = "6"
"""
"""The roles of its accounts."""
_ACCOUNTS: Final = (
    SieAccount("1930", "Bank", "T"),
    SieAccount("2010", "Eget kapital", "S"),
    SieAccount("2071", "Öronmärkt, disponibelt", "S"),
    SieAccount("2072", "Öronmärkt, beviljat", "S"),
    SieAccount("2081", "Resultatutjämningsreserv", "S"),
    SieAccount("2082", "Resultatreserv", "S"),
    SieAccount("3010", "Verksamhetens intäkter", "I"),
    SieAccount("5010", "Löner", "K"),
)
_WAGES: Final = 12_000_000_00
_BANK, _EQUITY, _INCOME, _COST = "1930", "2010", "3010", "5010"


def mapping_of_ledger() -> VoucherMapping:
    """The mapping that :func:`ledger_of` makes vouchers by."""
    return parse_mapping(MAPPING_FILE)


def roles_of_ledger() -> Roles:
    """The roles of the accounts that :func:`ledger_of` uses."""
    return parse_roles(ROLES_FILE)


def ledger_of(book: Book) -> list[SieDocument]:
    """What the municipality's ledger has where all of a book is booked in it: one document (4E) for each year after the
    one by whose close the book was opened.

    Each year has its projects' net costs on their objects, the rest of its result, what was adjusted straight to
    equity, and the vouchers that the book exports. The result joins equity when the next year opens.

    >>> from sifund_ledger.testing import sound_book
    >>> with sound_book() as book:
    ...     [(len(each.vouchers), each.balance_of("UB", "2081")) for each in ledger_of(book)][:2]
    [(5, -300000000), (8, -300000000)]
    """
    records, state, mapping = tuple(book.records()), BookState(), mapping_of_ledger()
    for record in records:
        state.evolve(record)
    first = state.stated.opened_year
    if first is None:
        return []
    last = max((record.entry.year for record in records if record.entry is not None), default=first)
    return [_year(records, state, mapping, year, book.entity) for year in range(first + 1, last + 1)]


def _year(records: Sequence[Record], state: BookState, mapping: VoucherMapping, year: int, entity: str) -> SieDocument:
    opening = _opening(records, state, mapping, year)
    exported = [*_by_hand(records, year, mapping), *export_vouchers(records, year, mapping).vouchers]
    vouchers = [
        replace(each, number=str(number), text=each.text.replace("§", "par."))
        for number, each in enumerate((*_others(state, year), *exported), 1)
    ]
    objects = dict.fromkeys(pair for voucher in vouchers for row in voucher.rows for pair in row.objects)
    return SieDocument(
        type="4E",
        records=[
            SieRecord("PROGRAM", ("Kommunens ekonomi", "1")),
            SieRecord("GEN", (f"{year + 1}0131",)),
            SieRecord("FNAMN", (entity,)),
            SieRecord("RAR", ("0", f"{year}0101", f"{year}1231")),
        ],
        accounts={account.number: account for account in _ACCOUNTS},
        dimensions={"6": SieDimension("6", "Projekt")},
        objects={pair: SieObject(*pair, pair[1]) for pair in objects},
        balances=balances_of(opening, vouchers),
        vouchers=vouchers,
    )


def balances_of(opening: Mapping[str, int], vouchers: Iterable[SieVoucher]) -> list[SieBalance]:
    """The balances that a year states: what it opens with (#IB), and what its vouchers make of that (#UB, #RES)."""
    moved = Counter[str]()
    for voucher in vouchers:
        for row in voucher.rows:
            moved[row.account] += row.ore
    balances = [SieBalance("IB", 0, number, ore) for number, ore in sorted(opening.items()) if ore]
    for number, *_ in _ACCOUNTS:
        ore = opening.get(number, 0) + moved[number]
        if ore or moved[number]:
            balances.append(SieBalance("UB" if number[0] in "12" else "RES", 0, number, ore))
    return balances


def _opening(records: Sequence[Record], state: BookState, mapping: VoucherMapping, year: int) -> dict[str, int]:
    """The balances that a year opens with; a fund that is taken over in it was there before, and what is corrected of
    that was never there."""
    balances, in_notes = state.balances, note_only_funds(records, year - 1)
    opening = Counter({_BANK: equity(balances, year - 1), _EQUITY: -equity(balances, year - 1)})
    for account in balances.accounts():
        number = mapping.account(account) if account.book == "EARMARK" else None
        if number not in (None, _EQUITY) and account.fund not in in_notes:
            ore = balances.balance(account, at=year - 1)
            opening[number or ""] += ore
            opening[_EQUITY] -= ore
    taken_over = {record.seq for record in records if record.entry is not None and record.entry.series == "IB"}
    for record in records:
        entry, event = record.entry, record.event
        of_opening = record.seq in taken_over or (isinstance(event, EntryCorrected) and event.corrects in taken_over)
        if entry is not None and entry.year == year and of_opening:
            for account, ore in entry.postings:
                if account.code in (FUND_AVAILABLE, FUND_COMMITTED) and account.fund not in in_notes:
                    opening[mapping.account(account) or ""] += ore
                    opening[_EQUITY] -= ore
    return dict(opening)


def _by_hand(records: Sequence[Record], year: int, mapping: VoucherMapping) -> Iterator[SieVoucher]:
    """What is booked by hand where the year shows funds in another way than the year before."""
    moved = booked_by_hand(records, year)
    rows = [SieRow(mapping.account(account) or "", ore, mapping.objects_of(account)) for account, ore in moved]
    if rows:
        yield SieVoucher("M", "", f"{year}0101", "Fonder på egna konton, eller därifrån", rows)


def _others(state: BookState, year: int) -> Iterator[SieVoucher]:
    """What the ledger has that the book does not export: costs and income, and what is adjusted straight to equity."""
    net_assets = earmark(NET_ASSETS)
    changed = equity(state.balances, year) - equity(state.balances, year - 1)
    result = state.balances.movement(net_assets, "result_recorded", year=year)
    costs = _costs(state, year)
    wages = [SieRow(_COST, _WAGES), SieRow(_INCOME, -_WAGES)]
    yield SieVoucher("L", "", f"{year}0630", "Löner och bidrag till dem", wages)
    for project, ore in costs.items():
        rows = [SieRow(_COST, ore, (("6", project),)), SieRow(_BANK, -ore)]
        yield SieVoucher("L", "", f"{year}1130", f"Kostnad {project} {year}", rows)
    if rest := result + sum(costs.values()):
        yield SieVoucher("L", "", f"{year}1215", "Årets intäkter netto", [SieRow(_BANK, rest), SieRow(_INCOME, -rest)])
    if adjusted := changed - result:
        rows = [SieRow(_BANK, adjusted), SieRow(_EQUITY, -adjusted)]
        yield SieVoucher("L", "", f"{year}1216", "Rättelse mot eget kapital", rows)


def _costs(state: BookState, year: int) -> dict[str, int]:
    """What projects cost net: as stated, and no less than what they used."""
    register, costs = state.register, dict[str, int]()
    for project, of_year in (*register.costs, *register.used):
        if of_year == year:
            reported = register.costs.get((project, year))
            stated = reported.net_ore if reported is not None else 0
            costs[project] = max(stated, register.used_in(project, year))
    return {project: ore for project, ore in costs.items() if ore > 0}
