"""Books with funds to begin from: equity, results, a fund with money in it; and how a refusal is told apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sifund_ledger import Book, Decision, Policy, Refused, open_book, sek

KF = Decision.parse("KF 2013-04-22 § 45")
KS = Decision.parse("KS 2013-05-08 § 77")


def msek(text: str | int) -> object:
    """Millions of kronor, exactly."""
    return sek(str(text)) * 1_000_000


def kf(year: int, paragraph: int = 1) -> Decision:
    """A decision of the council in a year."""
    return Decision.parse(f"KF {year}-04-22 § {paragraph}")


def ks(year: int) -> Decision:
    """A decision of the executive board in a year."""
    return Decision.parse(f"KS {year}-05-08 § 77")


def new_book(*, equity: int = 1000, results: dict[int, str] | None = None, opened: int = 2010) -> Book:
    """Equity in millions at the close of a year, and the results of later ones."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2030, 6, 30, tzinfo=UTC))
    book.open_equity(opened, msek(equity), opening_deficits=[], decision=kf(opened))
    for year, result in (results or {}).items():
        book.record_result(year, msek(result))
    return book


def fund_with(
    policy: Policy, amount: str, *, name: str = "social", subfund: str = "", year: int = 2013, equity: int = 1000
) -> Book:
    """A fund of a policy with an opening balance of an amount, on the first day of a year."""
    book = new_book(equity=equity, opened=year - 1)
    book.create_fund(name, policy=policy, decision=kf(year))
    book.open_fund(name, msek(amount), year=year, subfund=subfund, decision=kf(year))
    return book


def refused(command: Callable[[], object], *codes: str, book: Book | None = None) -> tuple[str, ...]:
    """The command is refused with these codes among its reasons, and the book is as before; its messages."""
    before = (book.head, book._state.balances.as_dict()) if book else None
    with pytest.raises(Refused) as caught:
        command()
    found = {finding.code for finding in caught.value.findings}
    assert set(codes) <= found, caught.value
    if book:
        assert (book.head, book._state.balances.as_dict()) == before
    return tuple(finding.message for finding in caught.value.findings)


def claims(book: Book, project: str) -> dict[str, int]:
    """What boards are still to repay of a project, in öre."""
    return {board: claim.open for board, claim in book.project(project).claims}


def in_msek(ore: int) -> str:
    """An amount of öre in millions, as the examples print it."""
    return f"{ore / 100_000_000:.2f}"
