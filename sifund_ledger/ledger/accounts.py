"""The books and their accounts (bok, konto): structured values, never a parsed string. Debit is positive.

The municipality's own general ledger is read elsewhere and never written. What is kept here are three books, each
of which sums to zero by itself:

* ``EARMARK``: equity and its dispositions (eget kapital och öronmärkningar);
* ``FRAME``: the boards' budget frames (ramar) and the fund's side of them;
* ``CLAIM``: the fund's claims on boards and the boards' debts (fordran, skuld), inside the municipality.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple


class BookName(StrEnum):
    """One of the three books."""

    EARMARK = "EARMARK"
    FRAME = "FRAME"
    CLAIM = "CLAIM"


class Limit(StrEnum):
    """On which side an account may have its balance: credit or debit alone, or either."""

    CREDIT = "credit"
    DEBIT = "debit"
    EITHER = "either"


class Account(NamedTuple):
    """An account (konto): a book and a code, with the dimensions that apply; empty text and 0 where none does.

    >>> Account("EARMARK", "fund_available", fund="social")
    Account(book='EARMARK', code='fund_available', fund='social', subfund='', project='', board='', year=0)
    """

    book: str
    code: str
    fund: str = ""
    subfund: str = ""
    project: str = ""
    board: str = ""
    year: int = 0


class AccountCode(NamedTuple):
    """A code of the chart: its book, its Swedish term, and on which side its balance may be."""

    book: BookName
    code: str
    swedish: str
    limit: Limit


NET_ASSETS: Final = "net_assets"
FREE_EQUITY: Final = "free_equity"
RESULT_OF_YEAR: Final = "result_of_year"
EQUALISATION_RESERVE: Final = "equalisation_reserve"
RESULT_RESERVE: Final = "result_reserve"
FUND_AVAILABLE: Final = "fund_available"
FUND_COMMITTED: Final = "fund_committed"
BOARD_FRAME: Final = "board_frame"
FUND_APPROPRIATION: Final = "fund_appropriation"
FUND_REPAYMENTS: Final = "fund_repayments"
FUND_CLAIM: Final = "fund_claim"
BOARD_DEBT: Final = "board_debt"

_CODES = (
    AccountCode(BookName.EARMARK, NET_ASSETS, "nettotillgångar (motkonto)", Limit.EITHER),
    AccountCode(BookName.EARMARK, FREE_EQUITY, "övrigt eget kapital", Limit.EITHER),
    AccountCode(BookName.EARMARK, RESULT_OF_YEAR, "årets resultat", Limit.EITHER),
    AccountCode(BookName.EARMARK, EQUALISATION_RESERVE, "resultatutjämningsreserv (RUR)", Limit.CREDIT),
    AccountCode(BookName.EARMARK, RESULT_RESERVE, "resultatreserv (RER)", Limit.CREDIT),
    AccountCode(BookName.EARMARK, FUND_AVAILABLE, "öronmärkt, disponibelt", Limit.CREDIT),
    AccountCode(BookName.EARMARK, FUND_COMMITTED, "öronmärkt, beviljat ej förbrukat", Limit.CREDIT),
    AccountCode(BookName.FRAME, BOARD_FRAME, "nämndens ram", Limit.EITHER),
    AccountCode(BookName.FRAME, FUND_APPROPRIATION, "fondens anslag", Limit.EITHER),
    AccountCode(BookName.FRAME, FUND_REPAYMENTS, "återföringar till fonden", Limit.DEBIT),
    AccountCode(BookName.CLAIM, FUND_CLAIM, "fondens fordran på nämnden", Limit.DEBIT),
    AccountCode(BookName.CLAIM, BOARD_DEBT, "nämndens skuld till fonden", Limit.CREDIT),
)
CHART: Final = MappingProxyType({(str(code.book), code.code): code for code in _CODES})
"""Every account code, by book and code."""
BOOK_OF: Final = MappingProxyType({code.code: str(code.book) for code in _CODES})
"""The book of every account code; no two books share one."""

_account = lru_cache(maxsize=65536)(Account)  # the same account is the same object: quicker to make and to compare


def earmark(code: str, *, fund: str = "", subfund: str = "", project: str = "", year: int = 0) -> Account:
    """An account of the EARMARK book.

    >>> earmark(RESULT_OF_YEAR, year=2011).year
    2011
    """
    return _account("EARMARK", code, fund, subfund, project, "", year)


def frame(code: str, *, board: str = "", fund: str = "", year: int) -> Account:
    """An account of the FRAME book.

    >>> frame(BOARD_FRAME, board="Barn- och utbildningsnämnden", year=2013).code
    'board_frame'
    """
    return _account("FRAME", code, fund, "", "", board, year)
