"""A general ledger as an hledger journal (huvudbok som hledger-text), so that another engine can recompute it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import quote

from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.ledger_rows import LedgerVoucher
from sifund_ledger.general_ledger.sources import LedgerSource, added

_IN_NAMES: Final = frozenset("-_./")
_NOT_IN_CODES: Final = frozenset("();%")


def to_hledger(ledger: GeneralLedger, year: int | None = None) -> str:
    """The balances and vouchers of one fiscal year as hledger text; the last year, where none is named.

    Account names are ``konto:`` and the number; what hledger would not take for part of a name stands as ``%`` and its
    bytes, as a comment at the head says. The opening balances of sources with vouchers are one transaction on the
    year's first day, against ``ingående``; of sources without, what they state is one on its last day, against
    ``utgående``; a voucher that does not balance has a row on ``obalans``. ``hledger balance ^konto`` then gives what
    :meth:`GeneralLedger.balances` does. Vouchers without a date stand on the last day. A journal holds one year, since
    the next one's opening balances hold it already; the head names the years there are. Raises
    :class:`~sifund_ledger.errors.UnreadableInput` for a year that the ledger lacks.
    """
    ledger.require_year(year)
    chosen = year if year is not None else (ledger.years[-1] if ledger.years else 0)
    return "\n".join(_lines(ledger, chosen)) + "\n"


def _lines(ledger: GeneralLedger, year: int) -> Iterator[str]:
    sources = [source for source in ledger.sources if source.year == year]
    yield f"; räkenskapsår {year}; huvudboken har {', '.join(map(str, ledger.years)) or 'inga år'}"
    for number in ledger.accounts:
        if (name := _account(number)) != f"konto:{number}":
            yield f"; konto {number!r} står som {name}"
    yield "decimal-mark ."
    yield ""
    booked = [(each.day, "\n".join(_voucher(each))) for each in ledger.each_voucher(year or None) if each.rows]
    first, last = _days(sources, year, [day for day, _ in booked if day])
    opening = added(*(source.opening for source in sources if source.rows))
    yield from _balances(first, "ingående", opening)
    for day, text in booked:
        yield f"{(day or last).isoformat()} {text}"
    stated = added(*(source.balances() for source in sources if not source.rows))
    yield from _balances(last, "utgående", stated)


def _days(sources: list[LedgerSource], year: int, booked: list[date]) -> tuple[date, date]:
    """The first and last day of a year, as the sources state them or else by the calendar; it holds every voucher.

    A fiscal year may begin in the calendar year before the one that names it.
    """
    firsts = [day for source in sources if (day := source.first_day)]
    lasts = [day for source in sources if (day := source.last_day)]
    named = max(year, 1)
    return (
        min([*(firsts or [date(named, 1, 1)]), *booked]),
        max([*(lasts or [date(named, 12, 31)]), *booked]),
    )


def _balances(day: date, name: str, balances: dict[str, int]) -> Iterator[str]:
    if any(balances.values()):
        yield f"{day.isoformat()} {name} balans"
        for account, ore in sorted(balances.items()):
            yield f"    {_account(account)}  {amount_text(ore)} SEK"
        yield f"    {name}  {amount_text(-sum(balances.values()))} SEK"
        yield ""


def _voucher(voucher: LedgerVoucher) -> Iterator[str]:
    """A transaction but for its date."""
    code = "".join(
        letter if letter.isprintable() and letter not in _NOT_IN_CODES else _bytes(letter)
        for letter in f"{voucher.series}{voucher.number}"
    )
    text = "".join(letter if letter.isprintable() and letter not in ";|" else " " for letter in voucher.text)
    yield f"* ({code}) {text.strip()}".rstrip()
    for row in voucher.rows:
        yield f"    {_account(row.account)}  {amount_text(row.ore)} SEK"
    if voucher.difference_ore:
        yield f"    obalans  {amount_text(-voucher.difference_ore)} SEK"
    yield ""


def _account(number: str) -> str:
    """The name of an account; no two numbers have one name."""
    if number.isascii() and number.isalnum():
        return f"konto:{number}"
    letters = (letter if letter.isalnum() or letter in _IN_NAMES else _bytes(letter) for letter in number)
    return f"konto:{''.join(letters) or '%'}"


def _bytes(letter: str) -> str:
    return quote(letter, safe="", errors="replace")
