"""Strategies (strategier) for hypothesis: amounts in öre, decisions, policies, figures of a year, entries."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from sifund_ledger.balance.figures.year_figures import Presentation, YearFigures
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.funds.policy.choices import Recognition, SetAsideSource
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.ledger.accounts import CHART, Account
from sifund_ledger.ledger.entries import EntryDraft, Posting
from sifund_ledger.money import from_ore

_MKR = 100_000_000
_ROWS = ("realised_gains", "unrealised_gains", "unrealised_losses")


def amounts(*, most_ore: int = 40 * _MKR) -> st.SearchStrategy[int]:
    """Amounts in öre, positive, up to ``most_ore``: whole millions as decisions have them, and odd öre."""
    millions = st.integers(1, max(1, most_ore // _MKR)).map(lambda count: min(count * _MKR, most_ore))
    return st.one_of(millions, st.integers(1, most_ore))


def signed_amounts(*, most_ore: int = 40 * _MKR) -> st.SearchStrategy[int]:
    """Amounts in öre of either sign, and zero."""
    positive = amounts(most_ore=most_ore)
    return st.one_of(positive, positive.map(lambda ore: -ore), st.just(0))


def decisions(
    *, bodies: tuple[str, ...] = ("KF",), first_year: int = 2011, last_year: int = 2018,
    states: tuple[DecisionState, ...] = (DecisionState.DECIDED, DecisionState.FINAL),
) -> st.SearchStrategy[Decision]:  # fmt: skip
    """Decisions (beslut) of some bodies, dated within some years, in some states."""
    return st.builds(
        Decision,
        body=st.sampled_from(bodies),
        date=st.dates(date(first_year, 1, 1), date(last_year, 12, 31)),
        paragraph=st.integers(1, 300).map(str),
        state=st.sampled_from(states),
    )


def policies() -> st.SearchStrategy[Policy]:
    """Policies of funds (riktlinjer), every parameter drawn; at least one source of a set-aside."""
    return st.builds(
        Policy,
        name=st.just("drawn"),
        source=st.just("drawn"),
        presentation=st.sampled_from([layout.value for layout in Presentation]),
        set_aside_sources=st.sets(st.sampled_from([source.value for source in SetAsideSource]), min_size=1).map(
            lambda sources: tuple(sorted(sources))
        ),
        set_aside_above_surplus=st.booleans(),
        use_without_project=st.booleans(),
        overhead_in_net_cost=st.booleans(),
        recognition=st.sampled_from(Recognition),
    )


@st.composite
def year_figures(draw: st.DrawFn, year: int = 2015, *, most_ore: int = 40 * _MKR) -> YearFigures:
    """Figures of a year (årets uppgifter) with the rows that the year's law knows, and no grounds.

    Raises :class:`~sifund_ledger.errors.NoLawInForce` for a year that no law covers.
    """
    rows = {
        key: from_ore(draw(st.one_of(st.just(0), amounts(most_ore=most_ore))))
        for key in _ROWS
        if key in regime_of(year).keys
    }
    figures: dict[str, Any] = {"net_result": from_ore(draw(signed_amounts(most_ore=most_ore))), **rows}
    return YearFigures(year=year, **figures)


@st.composite
def entries(draw: st.DrawFn, *, year: int = 2015, most_ore: int = 40 * _MKR) -> EntryDraft:
    """Entries (verifikationer) of two to six postings on accounts of the chart, balanced within each book."""
    postings: list[Posting] = []
    for _ in range(draw(st.integers(1, 3))):
        book = draw(st.sampled_from(sorted({book for book, _ in CHART})))
        codes = sorted(code for where, code in CHART if where == book)
        debit, credit = draw(st.lists(st.sampled_from(codes), min_size=2, max_size=2, unique=True))
        ore = draw(amounts(most_ore=most_ore))
        postings += [Posting(Account(book, debit), ore), Posting(Account(book, credit), -ore)]
    return EntryDraft(year, date(year, 12, 31), "drawn", tuple(postings))
