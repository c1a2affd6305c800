"""Preliminary vouchers (preliminära verifikationer; R25): what is proposed goes out before the council has decided.

The balance sheet that is handed over has proposed reserves and earmarks in it. Such vouchers never come into the book.
The register keeps each with its rows, so that what the council then decides is recognised and goes out once, and what
it decides otherwise is reversed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.sie.document import SieRow, SieVoucher
from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.records import Record

_OUT, _RECOGNISED, _REVERSED = "preliminary", "recognised", "reversed"
_WHY: Final = Bilingual("en preliminär verifikation är ändrad i den", "a preliminary voucher is changed in it")


def _key(year: int, rows: Iterable[SieRow], book: str) -> str:
    """What a voucher of a book moves in a year, whatever it is called and whoever decided it."""
    moved = sorted((row.account, row.ore, row.objects) for row in rows)
    return f"{year}:{sha256(_compact([book, moved]).encode()).hexdigest()[:16]}"


def book_of(records: Iterable[Record]) -> str:
    """What tells a book from others that share its register: the hash of its first record."""
    return next((record.hash.hex()[:16] for record in records if record.seq == 1), "")


def _compact(tree: object) -> str:
    return json.dumps(tree, separators=(",", ":"))


def _written(voucher: SieVoucher, book: str) -> str:
    """A voucher as the register keeps it, behind its mark."""
    rows = [(row.account, row.ore, row.objects) for row in voucher.rows]
    return _compact({"book": book, "date": voucher.date, "text": voucher.text, "rows": rows})


def _read(text: str) -> tuple[str, SieVoucher]:
    """A voucher that the register keeps, and its book. Raises :class:`UnreadableInput` where it has been changed."""
    try:
        kept = json.loads(text)
        rows = [SieRow(str(account), int(ore), tuple((str(a), str(b)) for a, b in each))
                for account, ore, each in kept["rows"]]  # fmt: skip
        return str(kept["book"]), SieVoucher("", "", str(kept["date"]), str(kept["text"]), rows)
    except (ValueError, LookupError, TypeError, RecursionError):
        raise UnreadableInput([codes.REGISTER_UNREADABLE.at("register", why=_WHY)]) from None


class Awaiting:
    """The preliminary vouchers of a year that are out and neither recognised nor reversed, by the register's lines;
    mutable, and never handed out. ``marks`` are the lines to be added."""

    def __init__(self, year: int, lines: Iterable[str], book: str) -> None:
        self._year, self._book = year, book
        self._open: Counter[str] = Counter()
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._vouchers: dict[str, SieVoucher] = {}
        self.marks: list[str] = []
        self._recognised = 0
        self._reversed = 0
        for line in lines:
            mark, _, kept = line.partition("\t")
            name, _, key = mark.partition("/")
            word = name.rstrip("0123456789")
            if word in (_OUT, _RECOGNISED, _REVERSED) and word != name and key.startswith(f"{year}:"):
                if word == _OUT:
                    of_book, voucher = _read(kept)
                    if of_book != book:  # another book's, in a register that they share
                        continue
                    self._vouchers[key] = voucher
                self._open[key] += 1 if word == _OUT else -1
                self._numbers[word, key] += 1

    def _mark(self, word: str, key: str, kept: str = "") -> None:
        self._numbers[word, key] += 1
        self.marks.append(f"{word}{self._numbers[word, key]}/{key}" + (f"\t{kept}" if kept else ""))

    def takes(self, rows: Sequence[SieRow]) -> bool:
        """Whether a voucher like this is out and open; it is then spoken for."""
        key = _key(self._year, rows, self._book)
        if self._open[key] <= 0:
            return False
        self._open[key] -= 1
        return True

    def recognises(self, rows: Sequence[SieRow]) -> bool:
        """Whether a decided voucher is out as a preliminary one: it is settled by that, and does not go out again."""
        if not self.takes(rows):
            return False
        self._recognised += 1
        self._mark(_RECOGNISED, _key(self._year, rows, self._book))
        return True

    def goes_out(self, voucher: SieVoucher) -> None:
        """Keep a preliminary voucher that goes out."""
        self._mark(_OUT, _key(self._year, voucher.rows, self._book), _written(voucher, self._book))

    def reversals(self, series: str) -> Iterator[SieVoucher]:
        """What takes back each voucher that is still open."""
        for key, count in self._open.items():
            for _ in range(count):
                out = self._vouchers[key]
                rows = [row._replace(ore=-row.ore) for row in out.rows]
                self._reversed += 1
                self._mark(_REVERSED, key)
                yield SieVoucher(series, "", out.date, f"Återförd: {out.text}", rows)

    def notes(self) -> Iterator[Finding]:
        """How many were recognised, which were reversed, or how many await a decision."""
        place, waiting = str(self._year), sum((+self._open).values())
        if self._recognised:
            yield codes.VOUCHERS_RECOGNISED.at(place, year=self._year, count=self._recognised)
        if self._reversed:
            yield codes.VOUCHERS_REVERSED.at(place, year=self._year, count=self._reversed)
        elif waiting:
            yield codes.VOUCHERS_AWAITING.at(place, year=self._year, count=waiting)
