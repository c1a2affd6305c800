"""The files that a general ledger is made of (källor), and whether they follow each other: entities, years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from sifund_ledger.findings import Finding, FindingCode, Severity, listed
from sifund_ledger.money import format_amount

LEDGER_ENTITY_DIFFERS = FindingCode(
    "LEDGER_ENTITY_DIFFERS",
    Severity.WARNING,
    en="The files are of different entities: {entities}.",
    sv="Filerna är för olika organisationer: {entities}.",
    remedy_en="Read one entity's files at a time; adding them up eliminates nothing between them.",
    remedy_sv="Läs en organisations filer åt gången; inget mellan dem elimineras när de läggs ihop.",
    citation="SIE 4B §6 #ORGNR",
)
LEDGER_NAME_DIFFERS = FindingCode(
    "LEDGER_NAME_DIFFERS",
    Severity.WARNING,
    en="The files name different entities, and not all of them say its number: {names}.",
    sv="Filerna anger olika organisationer, och alla anger inte dess nummer: {names}.",
    remedy_en="Read one entity's files at a time, or let every program write #ORGNR.",
    remedy_sv="Läs en organisations filer åt gången, eller låt alla program skriva #ORGNR.",
    citation="SIE 4B §6 #FNAMN, #ORGNR",
)
LEDGER_YEARS_GAP = FindingCode(
    "LEDGER_YEARS_GAP",
    Severity.WARNING,
    en="There is no file of {years}, between the years that there are files of.",
    sv="Det finns ingen fil för {years}, mellan de år som det finns filer för.",
    remedy_en="Read the missing years too, so that the balances can be followed.",
    remedy_sv="Läs även de år som saknas, så att balanserna kan följas.",
)
LEDGER_OPENING_DIFFERS = FindingCode(
    "LEDGER_OPENING_DIFFERS",
    Severity.WARNING,
    en="Accounts that open {year} with another balance than they closed {last} with: {count} ({accounts}).",
    sv="Konton vars ingående balans {year} är en annan än den utgående {last}: {count} ({accounts}).",
    remedy_en="Find out what was changed between the years, or which file is not the final one.",
    remedy_sv="Ta reda på vad som ändrats mellan åren, eller vilken fil som inte är den slutliga.",
    citation="LKBR (2018:597) 4:4",
)
LEDGER_OPENING_MISSING = FindingCode(
    "LEDGER_OPENING_MISSING",
    Severity.WARNING,
    en="No file of {year} has opening balances, and accounts close {last} with a balance ({count}): the balances of "
    "{year} are its rows alone.",
    sv="Ingen fil för {year} har ingående balanser, och det finns konton med utgående balans {last} ({count}): saldona "
    "{year} är bara årets rader.",
    remedy_en="Read a file of {year} that has #IB too; nothing is carried over from {last} by itself.",
    remedy_sv="Läs även en fil för {year} som har #IB; inget förs över från {last} av sig självt.",
    citation="LKBR (2018:597) 4:4",
)
LEDGER_RESULT_NOT_CARRIED = FindingCode(
    "LEDGER_RESULT_NOT_CARRIED",
    Severity.WARNING,
    en="The accounts open {year} as they closed {last}: the result of {amount} that none of them had is still nowhere.",
    sv="Kontona öppnar {year} som de stängde {last}: resultat om {amount}, som inget av dem hade, saknas fortfarande.",
    remedy_en="Book the result of {last} to equity, or export both years when that is done.",
    remedy_sv="Bokför resultatet {last} mot eget kapital, eller exportera båda åren när det är gjort.",
    citation="LKBR (2018:597) 4:4",
)
CODES = (
    LEDGER_ENTITY_DIFFERS,
    LEDGER_NAME_DIFFERS,
    LEDGER_YEARS_GAP,
    LEDGER_OPENING_DIFFERS,
    LEDGER_OPENING_MISSING,
    LEDGER_RESULT_NOT_CARRIED,
)

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
    account (#OIB; #OUB, and #PSALDO for accounts of the result). ``declared`` is its own chart (#KONTO).
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
            yield LEDGER_YEARS_GAP.at(by_year[year][0].name, years=listed(range(last + 1, year), _SHOWN))


def _entities(sources: Sequence[LedgerSource]) -> Iterator[Finding]:
    names: dict[str, str] = {}
    for each in sources:
        if each.organisation:
            number = _number(each.organisation)
            names[number] = names.get(number) or each.entity
    if len(names) > 1:
        entities = ", ".join(f"{entity or '?'} ({number})" for number, entity in names.items())
        yield LEDGER_ENTITY_DIFFERS.at(sources[-1].name, entities=entities)
        return
    named = [each for each in sources if _words(each.entity)]
    of_number = [each for each in named if each.organisation]
    known = {_words(each.entity) for each in of_number}
    without = {_words(each.entity): each for each in reversed(named) if _words(each.entity) not in known}
    # All names of one number are of one entity, and the first of them stands for it.
    differing = [each.entity for each in (*of_number[:1], *reversed(without.values()))]
    if len(differing) > 1:
        yield LEDGER_NAME_DIFFERS.at(sources[-1].name, names=", ".join(differing))


def _number(organisation: str) -> str:
    """The ten digits of an organisation number, without the century before them or what value added tax has after.

    Twelve digits that begin with 16 or 19 have a century, whatever they end with.

    >>> _number("162120001967"), _number("212000196701"), _number("195601012301")
    ('2120001967', '2120001967', '5601012301')
    """
    if len(organisation) == 12 and organisation.endswith("01") and organisation[:2] not in ("16", "19"):
        organisation = organisation[:10]
    return organisation[-10:]


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
            yield LEDGER_OPENING_MISSING.at(after[0].name, year=year, last=year - 1, count=len(closing))
        return
    changed = {number: opening.get(number, 0) - closing.get(number, 0) for number in sorted({*opening, *closing})}
    changed = {number: ore for number, ore in changed.items() if ore}
    result = -sum(closing.values())
    if result and not changed:
        yield LEDGER_RESULT_NOT_CARRIED.at(after[0].name, year=year, last=year - 1, amount=format_amount(-result))
    differing = changed.keys() - _carried(changed, result, accounts)
    if differing:
        told = (
            f"{number} {format_amount(closing.get(number, 0))} → {format_amount(opening.get(number, 0))}"
            for number in sorted(differing)
        )
        yield LEDGER_OPENING_DIFFERS.at(
            after[0].name, count=len(differing), year=year, last=year - 1, accounts=listed(told, _SHOWN)
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
