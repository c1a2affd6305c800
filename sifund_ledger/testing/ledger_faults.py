"""Faults planted in a sound book and its general ledger (felinjektor): one of a named kind, and what must find it.

Each ledger is made to hang together again, as it does where somebody has booked what is wrong: balances, and what the
next year opens with. To add a kind, declare it here; a test plants each, and the page on audits lists it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from sifund_ledger.exchange.sie.document import SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.records import Record
from sifund_ledger.store.memory import MemoryStore
from sifund_ledger.testing.book_ledgers import balances_of
from sifund_ledger.testing.faults import rechained
from sifund_ledger.testing.planting import store_of, with_event

Ledger = list[SieDocument]
_FIRST: Final = 2013
"""The year of the first document that the sound book's ledger has."""
_MOVED: Final = (("2071", 100_000_00), ("2010", -100_000_00))


class PlantedPair(NamedTuple):
    """A book and its general ledger, one of which has a fault in it."""

    store: MemoryStore
    ledger: tuple[SieDocument, ...]


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """A kind of fault: what it is, the check that must find it and as what, and how it is planted."""

    name: str
    check: str
    code: str
    words: Bilingual
    of_ledger: Callable[[Ledger], None] | None = None
    of_book: Callable[[list[Record]], int] | None = None


def plant_in_ledger(name: str, records: Iterable[Record], ledger: Sequence[SieDocument]) -> PlantedPair:
    """Plant one fault of a named kind in :func:`~sifund_ledger.testing.sound_book` and what
    :func:`~sifund_ledger.testing.ledger_of` makes of it. Raises ``KeyError`` for an unknown kind.

    >>> from sifund_ledger.testing import ledger_of, sound_book
    >>> with sound_book() as book:
    ...     planted = plant_in_ledger("voucher_missing", book.records(), ledger_of(book))
    >>> [len(each.vouchers) for each in planted.ledger][:2]
    [4, 8]
    """
    fault, made, documents = LEDGER_FAULTS[name], list(records), [*ledger]
    if fault.of_book is not None:
        fault.of_book(made)
    if fault.of_ledger is not None:
        fault.of_ledger(documents)
    return PlantedPair(store_of(rechained(made)), tuple(documents))


def _at(ledger: Ledger, entry: str) -> tuple[int, int]:
    """The document and the voucher that are of an entry of the book."""
    for year, document in enumerate(ledger):
        for at, voucher in enumerate(document.vouchers):
            if voucher.text.endswith(f"({entry})") or voucher.text == entry:
                return year, at
    raise LookupError(f"the ledger has no voucher of {entry}")


def _with_vouchers(ledger: Ledger, year: int, vouchers: Sequence[SieVoucher]) -> None:
    """The year has these vouchers, and everything after it follows from them."""
    ledger[year] = replace(ledger[year], vouchers=[*vouchers])
    opening = {each.account: each.ore for each in ledger[year].balances if each.label == "IB"}
    for at in range(year, len(ledger)):
        balances = balances_of(opening, ledger[at].vouchers)
        ledger[at] = replace(ledger[at], balances=balances)
        result = sum(each.ore for each in balances if each.label == "RES")
        opening = {each.account: each.ore for each in balances if each.label == "UB"}
        opening["2010"] = opening.get("2010", 0) + result


def _changed(entry: str, change: Callable[[SieVoucher], Iterable[SieVoucher]]) -> Callable[[Ledger], None]:
    """The voucher of an entry as others, or as none."""

    def planted(ledger: Ledger) -> None:
        year, at = _at(ledger, entry)
        vouchers = ledger[year].vouchers
        _with_vouchers(ledger, year, [*vouchers[:at], *change(vouchers[at]), *vouchers[at + 1 :]])

    return planted


def _rows(change: Callable[[SieRow], Iterable[SieRow]], *, text: str | None = None) -> Callable[[Any], Any]:
    """A voucher with other rows; with a ``text`` it names no entry."""

    def changed(voucher: SieVoucher) -> list[SieVoucher]:
        rows = [made for row in voucher.rows for made in change(row)]
        return [replace(voucher, rows=rows, text=voucher.text if text is None else text)]

    return changed


def _on(account: str, /, **values: Any) -> Callable[[SieRow], list[SieRow]]:
    """The row on an account with other values."""
    return lambda row: [row._replace(**values) if row.account == account else row]


def _more(by: int) -> Callable[[SieRow], list[SieRow]]:
    return lambda row: [row._replace(ore=row.ore + (by if row.ore > 0 else -by))]


def _split(row: SieRow) -> list[SieRow]:
    return [row._replace(ore=row.ore // 2), row._replace(ore=row.ore - row.ore // 2)] if row.ore < 0 else [row]


def _twice(voucher: SieVoucher) -> list[SieVoucher]:
    return [voucher, replace(voucher, number="99")]


def _next_year(ledger: Ledger) -> None:
    """The set-aside of 2013 is booked when the council has decided it."""
    year, at = _at(ledger, "A 3")
    voucher = ledger[year].vouchers[at]
    _with_vouchers(ledger, year, [*ledger[year].vouchers[:at], *ledger[year].vouchers[at + 1 :]])
    _with_vouchers(ledger, year + 1, [*ledger[year + 1].vouchers, replace(voucher, date="20140428", number="99")])


def _one_voucher(ledger: Ledger) -> None:
    """The two set-asides of 2013 as one, which names neither."""
    year, at = _at(ledger, "A 3")
    first, second, *rest = ledger[year].vouchers[at:]
    rows = [one._replace(ore=one.ore + other.ore) for one, other in zip(first.rows, second.rows, strict=True)]
    both = replace(first, rows=rows, text="Öronmärkningar")
    _with_vouchers(ledger, year, [*ledger[year].vouchers[:at], both, *rest])


def _unnamed(ledger: Ledger) -> None:
    """Neither of two set-asides has its entry, nor its amount."""
    year, at = _at(ledger, "A 3")
    changed = [_rows(_more(by), text="Öronmärkning")(ledger[year].vouchers[at + i])[0] for i, by in ((0, 100), (1, 50))]
    _with_vouchers(ledger, year, [*ledger[year].vouchers[:at], *changed, *ledger[year].vouchers[at + 2 :]])


def _added(year: int, *rows: tuple[str, int], back: bool = False) -> Callable[[Ledger], None]:
    """A voucher that the book does not have; and one that takes it back."""

    def planted(ledger: Ledger) -> None:
        added = SieVoucher("M", "98", f"{year}1101", "Omföring", [SieRow(account, ore) for account, ore in rows])
        taken = replace(added, number="99", rows=[row._replace(ore=-row.ore) for row in added.rows])
        at = year - _FIRST
        _with_vouchers(ledger, at, [*ledger[at].vouchers, added, *([taken] if back else [])])

    return planted


def _opening(*changes: tuple[str, int]) -> Callable[[Ledger], None]:
    """The first year opens with other balances."""

    def planted(ledger: Ledger) -> None:
        by = dict(changes)
        balances = [each._replace(ore=each.ore + by.pop(each.account, 0)) if each.label == "IB" else each
                    for each in ledger[0].balances]  # fmt: skip
        balances += [balances[0]._replace(account=account, ore=ore) for account, ore in by.items()]
        ledger[0] = replace(ledger[0], balances=balances)
        _with_vouchers(ledger, 0, ledger[0].vouchers)

    return planted


def _broken_opening(ledger: Ledger) -> None:
    """2015 does not open with what 2014 closed with."""
    _with_vouchers(ledger, 2, ledger[2].vouchers)
    moved = {"1930": -500_000_00, "2010": 500_000_00}
    ledger[2] = replace(
        ledger[2], balances=[each._replace(ore=each.ore + moved.get(each.account, 0)) for each in ledger[2].balances]
    )


def _mistyped(amounts: Any) -> Any:
    return tuple((code, book, ore + 1) for code, book, ore in amounts)


def _of_another(ledger: Ledger) -> None:
    ledger[0] = replace(ledger[0], records=[*ledger[0].records, SieRecord("ORGNR", ("212000-0043",))])


def _fault(
    name: str, check: str, code: str, sv: str, en: str, of_ledger: Callable[[Ledger], None] | None = None, *,
    of_book: Callable[[list[Record]], int] | None = None,
) -> LedgerFault:  # fmt: skip
    return LedgerFault(name, check, code, Bilingual(sv, en), of_ledger, of_book)


_FAULTS: Final = (
    _fault("voucher_missing", "ledger_rows", "ROW_MISSING_IN_LEDGER", "en verifikation saknas i huvudboken",
           "a voucher missing in the ledger", _changed("A 3", lambda voucher: [])),
    _fault("row_missing", "ledger_files", "SIE_VOUCHER_UNBALANCED", "en rad saknas i huvudboken",
           "a row missing in the ledger", _changed("A 3", _rows(lambda row: [row] if row.account == "2010" else []))),
    _fault("voucher_doubled", "ledger_rows", "ROW_DOUBLED", "en verifikation bokförd två gånger",
           "a voucher booked twice", _changed("A 3", _twice)),
    _fault("amount_booked_wrong", "ledger_rows", "ROW_OTHER_AMOUNT", "ett öre för mycket bokfört",
           "one öre too much booked", _changed("A 3", _rows(_more(1)))),
    _fault("date_booked_wrong", "ledger_rows", "ROW_OTHER_DATE", "bokfört på en annan dag", "booked on another day",
           _changed("A 3", lambda voucher: [replace(voucher, date="20131130")])),
    _fault("booked_in_next_year", "ledger_rows", "ROW_OTHER_DATE", "bokfört i nästa år", "booked in the next year",
           _next_year),
    _fault("account_booked_wrong", "ledger_rows", "ROW_OTHER_ACCOUNT", "bokfört på fel konto",
           "booked on the wrong account", _changed("A 3", _rows(_on("2071", account="2072")))),
    _fault("account_of_others", "ledger_rows", "ROW_OTHER_ACCOUNT", "bokfört på ett konto som inte är fondens",
           "booked on an account that is not the fund's",
           _changed("A 3", _rows(_on("2071", account="1930"), text="Omföring"))),
    _fault("project_booked_wrong", "ledger_rows", "ROW_OTHER_OBJECT", "bokfört på fel projekt",
           "booked on the wrong project", _changed("A 9", _rows(_on("2072", objects=(("6", "P99"),))))),
    _fault("row_split", "ledger_rows", "ROW_REGROUPED", "en rad delad i två", "a row split in two",
           _changed("A 3", _rows(_split))),
    _fault("vouchers_merged", "ledger_rows", "ROW_REGROUPED", "två verifikationer sammanslagna till en",
           "two vouchers merged into one", _one_voucher),
    _fault("strange_voucher", "ledger_rows", "ROW_MISSING_IN_BOOK", "en verifikation på fondens konto som boken saknar",
           "a voucher on the fund's account that the book lacks", _added(2014, *_MOVED)),
    _fault("strange_voucher_taken_back", "ledger_rows", "ROWS_TAKEN_BACK", "samma verifikation återförd",
           "the same voucher taken back", _added(2014, *_MOVED, back=True)),
    _fault("rows_ambiguous", "ledger_rows", "ROWS_AMBIGUOUS", "två rader som kan paras på flera sätt",
           "two rows that can be paired in more ways than one", _unnamed),
    _fault("cost_below_use", "ledger_net_costs", "USE_ABOVE_LEDGER_COST", "kostnaden ett öre under det använda",
           "the cost one öre below what was used", _changed("Kostnad Navigator 2014", _rows(_more(-1)))),
    _fault("cost_on_other_project", "ledger_net_costs", "USE_ABOVE_LEDGER_COST", "kostnaden på ett annat projekt",
           "the cost on another project",
           _changed("Kostnad Navigator 2014", _rows(_on("5010", objects=(("6", "P99"),))))),
    _fault("cost_below_stated", "ledger_net_costs", "COST_ABOVE_LEDGER", "kostnaden lägre än den angivna",
           "the cost below the one stated",
           _changed("Kostnad Navigator 2015", _rows(_more(-200_000_00)))),
    _fault("earmark_opening_wrong", "ledger_earmarks", "LEDGER_DIFFERS", "öronmärkningens konto ett öre fel",
           "the account of the earmark off by one öre", _opening(("2071", -1), ("2010", 1))),
    _fault("reserve_opening_wrong", "ledger_reserves", "LEDGER_DIFFERS", "reservens konto ett öre fel",
           "the account of the reserve off by one öre", _opening(("2081", -1), ("2010", 1))),
    _fault("equity_booked_wrong", "ledger_equity", "LEDGER_DIFFERS", "en kostnad bokförd direkt mot eget kapital",
           "a cost booked straight to equity", _added(2016, ("2010", 100_000_00), ("1930", -100_000_00))),
    _fault("result_booked_wrong", "ledger_equity", "LEDGER_DIFFERS", "en kostnad bokförd efter bokslutet",
           "a cost booked after the year-end", _added(2017, ("5010", 100_000_00), ("1930", -100_000_00))),
    _fault("note_mistyped", "ledger_comparisons", "COMPARISON_NOT_OF_LEDGER", "ett belopp i avstämningen felskrivet",
           "an amount of the comparison mistyped",
           of_book=with_event("year_compared", {"year": 2018}, amounts=_mistyped)),
    _fault("ledger_changed_after_close", "ledger_comparisons", "COMPARISON_NOT_OF_LEDGER",
           "huvudboken ändrad efter avstämningen", "the ledger changed after the comparison",
           _added(2018, ("3010", 100_000_00), ("1930", -100_000_00))),
    _fault("opening_broken", "ledger_files", "LEDGER_OPENING_DIFFERS",
           "ingående balans är inte föregående års utgående",
           "the opening balance is not the closing one of the year before", _broken_opening),
    _fault("ledger_of_another", "ledger_files", "LEDGER_OF_ANOTHER", "huvudboken är en annan kommuns",
           "the ledger is another municipality's", _of_another,
           of_book=with_event("journal_opened", organisation_number="2120001967")),
)  # fmt: skip
LEDGER_FAULTS: Final = {fault.name: fault for fault in _FAULTS}
"""Every kind of fault that can be planted in a book and its general ledger, by name."""
