"""Books to begin from, for the systems: equity and results, or a fund and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sifund_ledger import Book, Decision, Policy, open_book, presets, sek
from sifund_ledger.table import Table


def kf(year: int, paragraph: int = 1) -> Decision:
    """A decision of the council's."""
    return Decision.parse(f"KF {year}-04-22 § {paragraph}")


def msek(text: str) -> Any:
    """Millions of kronor."""
    return sek(text) * 1_000_000


def new_book(year: int, equity: str, results: dict[int, str], *, entity: str = "Ale") -> Book:
    """Equity in MSEK at the close of a year, and the results of years after it."""
    book = open_book(create=entity, actor="ekonomi", clock=lambda: datetime(2030, 6, 30, tzinfo=UTC))
    book.open_equity(year, msek(equity), opening_deficits=[], decision=kf(year + 1))
    for each, result in results.items():
        book.record_result(each, msek(result))
    return book


def fund_book(
    path: Path | None = None, *, amount: str = "10", policy: Policy = presets.tomelilla_earmark, year: int = 2014,
    programme: str = "",
) -> Book:  # fmt: skip
    """A fund, *social*, with an amount in MSEK on the first day of a year, and a programme if one is named."""
    book = open_book(path, create="Ale", actor="ekonomi", clock=lambda: datetime(2022, 6, 30, tzinfo=UTC))
    book.open_equity(year - 1, msek("1000"), opening_deficits=[], decision=kf(year))
    book.create_fund("social", policy=policy, decision=kf(year))
    book.open_fund("social", msek(amount), year=year, decision=kf(year))
    if programme:
        book.adopt_programme("social", programme=programme, valid_from=f"{year}-01-01", decision=kf(year, 2))
    return book


def rows(table: Table) -> list[dict[str, Any]]:
    """A table's rows as dictionaries."""
    return table.records()


def warned(book: Book, *codes: str) -> list[str]:
    """The warnings so far of some codes, as text."""
    return [each.text("en") for each in book.warnings if each.code in codes]
