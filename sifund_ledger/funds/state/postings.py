"""The postings that events of funds share (konteringar): equity, frames and claims. Amounts are öre, positive."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sifund_ledger.ledger.accounts import (
    BOARD_DEBT,
    BOARD_FRAME,
    FREE_EQUITY,
    FUND_APPROPRIATION,
    FUND_AVAILABLE,
    FUND_CLAIM,
    FUND_COMMITTED,
    FUND_REPAYMENTS,
    Account,
    BookName,
    earmark,
    frame,
)
from sifund_ledger.ledger.entries import Posting, transfer

FREE = earmark(FREE_EQUITY)
YearOre = tuple[int, int]
"""A fiscal year and an amount in öre."""
PlanLine = tuple[str, int, int]
"""A board, a fiscal year and an amount in öre: a line of a repayment plan."""

_account = lru_cache(maxsize=65536)(Account)


def available(fund: str, subfund: str) -> Account:
    """What a fund, or one of its sub-funds, can still grant."""
    return earmark(FUND_AVAILABLE, fund=fund, subfund=subfund)


def committed(fund: str, subfund: str, project: str) -> Account:
    """What a project has left of its grants."""
    return earmark(FUND_COMMITTED, fund=fund, subfund=subfund, project=project)


def claim(code: str, *, fund: str, subfund: str, project: str, board: str, year: int) -> Account:
    """An account of the CLAIM book: the fund's claim on a board, or the board's debt, for an instalment of a year.

    >>> from sifund_ledger.ledger.accounts import FUND_CLAIM
    >>> claim(FUND_CLAIM, fund="social", subfund="", project="Navigator", board="SN", year=2017).book
    'CLAIM'
    """
    return _account(BookName.CLAIM.value, code, fund, subfund, project, board, year)


def to_board(fund: str, board: str, frames: Iterable[YearOre]) -> list[Posting]:
    """Dr the board's frame / Cr the fund's appropriation, by year; a negative amount the other way round (R19)."""
    postings: list[Posting] = []
    for year, ore in frames:
        postings += (
            Posting(frame(BOARD_FRAME, board=board, year=year), ore),
            Posting(frame(FUND_APPROPRIATION, fund=fund, year=year), -ore),
        )
    return postings


def from_board(fund: str, board: str, year: int, ore: int) -> tuple[Posting, Posting]:
    """Dr the fund's repayments / Cr the board's frame (R19)."""
    return transfer(frame(FUND_REPAYMENTS, fund=fund, year=year), frame(BOARD_FRAME, board=board, year=year), ore)


def claimed(fund: str, subfund: str, project: str, lines: Iterable[PlanLine]) -> list[Posting]:
    """P6: Dr the fund's claim / Cr the board's debt, per board and year; a negative amount the other way round."""
    postings: list[Posting] = []
    for board, year, ore in lines:
        postings += (
            Posting(claim(FUND_CLAIM, fund=fund, subfund=subfund, project=project, board=board, year=year), ore),
            Posting(claim(BOARD_DEBT, fund=fund, subfund=subfund, project=project, board=board, year=year), -ore),
        )
    return postings


def of_board(board: str, lines: Iterable[YearOre]) -> list[PlanLine]:
    """Instalments of one board as lines of a plan."""
    return [(board, year, ore) for year, ore in lines]
