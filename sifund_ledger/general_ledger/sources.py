"""The files that a general ledger is made of (källor), and whether they follow each other: entities, years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sifund_ledger.amounts import format_amount
from sifund_ledger.findings import Finding, listed
from sifund_ledger.general_ledger import findings as codes

_SHOWN = 3


class LedgerAccount(NamedTuple):
    """An account (konto): number, name, and T, S, K or I where the source gives its type (tillgång … intäkt)."""

    number: str
    name: str = ""
    kind: str = ""

    @property
    def on_balance_sheet(self) -> bool:
        """By its type; without one, classes 1 and 2, which BAS and Kommun-Bas have in common."""
        return self.kind in ("T", "S") if self.kind else self.number[:1] in ("1", "2")


class LedgerSource(NamedTuple):
    """One file of the ledger (källa): its name, whose books, program, and the fiscal year that its rows belong to.

    ``opening``, ``closing`` and ``result`` are what it states for that year (#IB, #UB, #RES), ``moved`` what its rows
    sum to, all öre by account. ``vouchers`` and ``rows`` are the stretches of the ledger that are its. ``periods`` has
    what it states by account and month (#PSALDO), ``objects_opening`` and ``objects_closing`` by dimension, object and
    account (#OIB; #OUB, and #PSALDO for accounts of the result).
    ``declared`` is its own chart (#KONTO). ``covered`` is the day to which its balances go where that is before the
    year's end.
    """

    name: str
    entity: str
    organisation: str
    program: str
    year: int
    first_day: date | None
    last_day: date | None
    opening: Mapping[str, int]
    closing: Mapping[str, int]
    result: Mapping[str, int]
    moved: Mapping[str, int]
    vouchers: range
    rows: range
    periods: Mapping[tuple[str, str], int] = {}
    objects_opening: Mapping[tuple[str, str, str], int] = {}
    objects_closing: Mapping[tuple[str, str, str], int] = {}
    declared: frozenset[str] = frozenset()
    covered: date | None = None

    def balances(self) -> dict[str, int]:
        """The balance of every account at the end of the year: opening and rows; without rows, what is stated."""
        if self.rows:
            return added(self.opening, self.moved)
        return added(self.closing, self.result) if self.closing or self.result else dict(self.opening)


def added(*parts: Mapping[str, int]) -> dict[str, int]:
    """Balances added up, account by account.

    >>> added({"1930": 5}, {"1930": -2, "2070": -3})
    {'1930': 3, '2070': -3}
    """
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return dict(total)


def check_sources(sources: Sequence[LedgerSource], accounts: Mapping[str, LedgerAccount]) -> Iterator[Finding]:
    """What does not fit between the files of a ledger: entities, and balances from year to year."""
    yield from _entities(sources)
    by_year: dict[int, list[LedgerSource]] = {}
    for each in sources:
        by_year.setdefault(each.year, []).append(each)
    for last, year in pairwise(sorted(by_year)):
        if year == last + 1:
            yield from _openings(by_year[last], by_year[year], accounts)
        elif last:
            yield codes.LEDGER_YEARS_GAP.at(by_year[year][0].name, years=listed(range(last + 1, year), _SHOWN))


def _entities(sources: Sequence[LedgerSource]) -> Iterator[Finding]:
    names: dict[str, str] = {}
    for each in sources:
        if each.organisation:
            number = _number(each.organisation)
            names[number] = names.get(number) or each.entity
    if len(names) > 1:
        entities = ", ".join(f"{entity or '?'} ({number})" for number, entity in names.items())
        yield codes.LEDGER_ENTITY_DIFFERS.at(sources[-1].name, entities=entities)
        return
    named = [each for each in sources if _words(each.entity)]
    of_number = [each for each in named if each.organisation]
    known = {_words(each.entity) for each in of_number}
    without = {_words(each.entity): each for each in reversed(named) if _words(each.entity) not in known}
    # All names of one number are of one entity, and the first of them stands for it.
    differing = [each.entity for each in (*of_number[:1], *reversed(without.values()))]
    if len(differing) > 1:
        yield codes.LEDGER_NAME_DIFFERS.at(sources[-1].name, names=", ".join(differing))


def _number(organisation: str) -> str:
    """The ten digits of an organisation number, without the century before them or what value added tax has after.

    Twelve digits that begin with 16 or 19 have a century, whatever they end with.

    >>> _number("162120001967"), _number("212000196701"), _number("195601012301")
    ('2120001967', '2120001967', '5601012301')
    """
    if len(organisation) == 12 and organisation.endswith("01") and organisation[:2] not in ("16", "19"):
        organisation = organisation[:10]
    return organisation[-10:]


@lru_cache(maxsize=64)
def _words(name: str) -> frozenset[str]:
    """The words of a name, without the one that is often left out."""
    return frozenset(re.findall(r"\w+", name.casefold())) - {"kommun"}


def _openings(
    before: Sequence[LedgerSource], after: Sequence[LedgerSource], accounts: Mapping[str, LedgerAccount]
) -> Iterator[Finding]:
    if not any(each.opening or each.closing for each in before):
        return  # vouchers alone have no balances to compare
    opening, year = added(*(each.opening for each in after)), after[0].year
    closing = {
        number: ore
        for number, ore in added(*(each.balances() for each in before)).items()
        if ore and accounts[number].on_balance_sheet
    }
    if not opening:
        if closing and not any(each.closing and not each.rows for each in after):
            yield codes.LEDGER_OPENING_MISSING.at(after[0].name, year=year, last=year - 1, count=len(closing))
        return
    changed = {number: opening.get(number, 0) - closing.get(number, 0) for number in sorted({*opening, *closing})}
    changed = {number: ore for number, ore in changed.items() if ore}
    result = -sum(closing.values())
    if result and not changed:
        yield codes.LEDGER_RESULT_NOT_CARRIED.at(after[0].name, year=year, last=year - 1, amount=-result)
    differing = changed.keys() - _carried(changed, result, accounts)
    if differing:
        changes = (
            f"{number} {format_amount(closing.get(number, 0))} → {format_amount(opening.get(number, 0))}"
            for number in sorted(differing)
        )
        yield codes.LEDGER_OPENING_DIFFERS.at(
            after[0].name, count=len(differing), year=year, last=year - 1, accounts=listed(changes, _SHOWN)
        )


def _carried(changed: Mapping[str, int], result: int, accounts: Mapping[str, LedgerAccount]) -> set[str]:
    """The accounts to which a result that no account had at the year's end was carried at the next one's opening.

    One account by the whole result, or several that together have it and all change as it does: a change the other way
    is not equity that takes up the result, but something moved between accounts.
    """
    alike = {
        number: ore
        for number, ore in changed.items()
        if ore * result > 0 and (accounts[number].kind == "S" or number[:1] == "2")
    }
    whole = {number for number, ore in alike.items() if ore == result}
    if len(whole) == 1:
        return whole
    return set(alike) if alike == changed and sum(alike.values()) == result else set()
