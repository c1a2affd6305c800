"""What the general ledger shows that an audit is given (huvudboken): rows, accounts, equity, costs of projects.

Run where one is given; ``held_against`` has the two side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final

from sifund_ledger.audit import findings as codes
from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.check import Check, Found, Tier
from sifund_ledger.audit.given_ledger import InLedger
from sifund_ledger.audit.held_against import HeldAgainst
from sifund_ledger.citations import LKBR
from sifund_ledger.findings import Bilingual, Finding, FindingCode, Severity, listed, record_place
from sifund_ledger.funds.state.use_events import CostReported, Used
from sifund_ledger.general_ledger.columns import day_of
from sifund_ledger.general_ledger.reconciled import RowDifference
from sifund_ledger.general_ledger.row_matching import DifferenceKind, Objects
from sifund_ledger.year_end.compared import EARMARK, Source, in_book, words_of

_RESERVES: Final = frozenset(
    {"equalisation_reserve", "result_reserve", "opening_equalisation_reserve", "opening_result_reserve"}
)
_EQUITY: Final = frozenset({"opening_equity", "net_result", "closing_equity"})
_ENTRY: Final = Bilingual("Verifikation {entry} ({year}), konto {account}", "Entry {entry} ({year}), account {account}")
_BY_HAND: Final = Bilingual(
    "Det som bokförs för hand {year}-01-01, konto {account}",
    "What is booked by hand on {year}-01-01, account {account}",
)
_ROW: Final = Bilingual("Raden {day} på konto {account}", "The row of {day} on account {account}")
_ACCOUNT: Final = Bilingual("konto {account}", "account {account}")
_OBJECT: Final = Bilingual("objekt {objects}", "object {objects}")
_NO_OBJECT: Final = Bilingual("inget objekt", "no object")
_EARMARKED: Final = Bilingual("Öronmärkt på egna konton", "Earmarked on accounts of their own")
_MOST_ACCOUNTS: Final = 6
_BY_KIND: Final[dict[DifferenceKind, FindingCode]] = {
    DifferenceKind.MISSING_THERE: codes.ROW_MISSING_IN_LEDGER,
    DifferenceKind.MISSING_HERE: codes.ROW_MISSING_IN_BOOK,
    DifferenceKind.OTHER_DATE: codes.ROW_OTHER_DATE,
    DifferenceKind.OTHER_AMOUNT: codes.ROW_OTHER_AMOUNT,
    DifferenceKind.OTHER_ACCOUNT: codes.ROW_OTHER_ACCOUNT,
    DifferenceKind.OTHER_OBJECT: codes.ROW_OTHER_OBJECT,
    DifferenceKind.DOUBLED: codes.ROW_DOUBLED,
    DifferenceKind.SPLIT: codes.ROW_REGROUPED,
    DifferenceKind.MERGED: codes.ROW_REGROUPED,
    DifferenceKind.TAKEN_BACK: codes.ROWS_TAKEN_BACK,
    DifferenceKind.AMBIGUOUS: codes.ROWS_AMBIGUOUS,
}


def _held(audited: Audited) -> HeldAgainst:
    if audited.held is None:
        raise ValueError("no general ledger was given")
    return audited.held


def _files(audited: Audited) -> Iterator[Found]:
    """What was found as the files were read, and whether they are of the entity whose book it is."""
    ledger, opened = _held(audited).given.ledger, audited.state.journal.opened
    number = _digits(opened.organisation_number) if opened is not None else ""
    for source in ledger.sources:
        if number and source.organisation and number not in source.organisation:
            of = f"{source.entity} ({source.organisation})".strip()
            yield Found(codes.LEDGER_OF_ANOTHER.at(source.name, entity=of, number=number), rows=(source.name,))
    yield from (Found(each, rows=(each.place,)) for each in ledger.findings)


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))[-10:]


def _row_differences(audited: Audited) -> Iterator[Found]:
    closed, rows = audited.state.closed_through or 0, _held(audited).rows
    for each in rows.differences if rows is not None else ():
        finding = _difference(each)
        if each.kind in (DifferenceKind.MISSING_THERE, DifferenceKind.MISSING_HERE) and each.year > closed:
            finding = finding._replace(severity=Severity.WARNING)  # it may go out yet, or be decided (R25)
        yield Found(finding, each.records, rows=each.places)


def _difference(each: RowDifference) -> Finding:
    mine, row = next(iter(each.booked), None), next(iter(each.ledger), None)
    if mine is not None:
        what = (_ENTRY if mine.entry else _BY_HAND).filled(entry=mine.entry, year=mine.year, account=mine.account)
    else:
        what = _ROW.filled(day=row.day if row else "", account=row.account if row else "")
    return _BY_KIND[each.kind].at(
        each.places[0] if each.places else record_place(each.records[0]),
        what=what, there=_there(each), here=_here(each), book=each.booked_ore, ledger=each.ledger_ore,
        difference=each.ore, count=len(each.booked), others=len(each.ledger), year=each.year,
    )  # fmt: skip


def _there(each: RowDifference) -> Any:
    """What the ledger has instead."""
    row = next(iter(each.ledger), None)
    if row is None:
        return ""
    if each.kind is DifferenceKind.OTHER_ACCOUNT:
        return _ACCOUNT.filled(account=row.account)
    return _objects(row.objects) if each.kind is DifferenceKind.OTHER_OBJECT else row.day


def _here(each: RowDifference) -> Any:
    """What the book has, where the ledger has something else."""
    if not each.booked:
        return ""
    row = each.booked[0]
    return _objects(row.objects) if each.kind is DifferenceKind.OTHER_OBJECT else day_of(row.day)


def _objects(objects: Objects) -> Bilingual:
    named = ", ".join(":".join(pair) for pair in objects)
    return _OBJECT.filled(objects=named) if named else _NO_OBJECT


def _earmarks(audited: Audited) -> Iterator[Found]:
    """The earmarks of all funds on accounts of their own together, and of each fund that has a role."""
    held = _held(audited)
    for year in held.mapped_years:
        book, ledger, numbers = held.earmarked(year)
        if book != ledger:
            accounts = listed(sorted(numbers), _MOST_ACCOUNTS)
            yield _differs(held, year, _EARMARKED, book, InLedger(ledger, accounts), numbers)
    yield from _compared(held, _of_fund)


def _of_fund(code: str) -> bool:
    return code.startswith(EARMARK)


def _reserves(audited: Audited) -> Iterator[Found]:
    yield from _compared(_held(audited), _RESERVES.__contains__)


def _equity(audited: Audited) -> Iterator[Found]:
    yield from _compared(_held(audited), _EQUITY.__contains__)


def _compared(held: HeldAgainst, wanted: Callable[[str], bool]) -> Iterator[Found]:
    for year in held.whole_years:
        for code, ledger in held.in_ledger[year].items():
            book = in_book(held.in_book[year], code) if wanted(code) else None
            if book not in (None, ledger.ore) and code.removeprefix(EARMARK) not in held.in_notes(year):
                yield _differs(held, year, words_of(code), book or 0, ledger, frozenset(ledger.numbers))


def _differs(
    held: HeldAgainst, year: int, what: Bilingual, book: int, ledger: InLedger, numbers: frozenset[str]
) -> Found:
    """The evidence: the rows on the accounts that differ to the year's close, or else the year's closing."""
    rows = [
        each
        for each in (held.rows.differences if held.rows is not None else ())
        if each.year <= year and not numbers.isdisjoint(each.accounts)
    ]
    records = tuple(dict.fromkeys(chain.from_iterable(each.records for each in rows)))
    closing = held.audited.state.closings.approvals.get(year)
    found = codes.LEDGER_DIFFERS.at(
        str(year), what=what, year=year, book=book, ledger=ledger.ore, difference=ledger.ore - book,
        accounts=ledger.accounts,
    )  # fmt: skip
    places = tuple(dict.fromkeys(chain.from_iterable(each.places for each in rows)))
    return Found(found, records or (() if closing is None else (closing,)), rows=places)


def _comparisons(audited: Audited) -> Iterator[Found]:
    """What the book says that the ledger had, against what the files have."""
    held = _held(audited)
    for year in held.whole_years:
        seq, event = audited.state.closings.compared.get((year, Source.LEDGER), (0, None))
        for code, _, recorded in event.amounts if event is not None else ():
            ledger = held.in_ledger[year].get(code)
            if ledger is not None and ledger.ore != recorded:
                found = codes.COMPARISON_NOT_OF_LEDGER.at(
                    record_place(seq), what=words_of(code), year=year, recorded=recorded, ledger=ledger.ore
                )
                yield Found(found, (seq,))


def _net_costs(audited: Audited) -> Iterator[Found]:
    """What each project has used and stated as its cost, against its net cost in the ledger (R15)."""
    held, register = _held(audited), audited.state.register
    for year, project in held.projects:
        code = held.given.code_of(project)
        cost, about = held.costs[year].get(code, 0), f"{held.given.dimension}:{code}"
        used, reported = register.used_in(project, year), register.costs.get((project, year))
        stated = reported.net_ore if reported is not None else 0
        values: dict[str, Any] = {"project": project, "year": year, "cost": cost, "object": about}
        evidence = tuple(_events(audited, project, year))
        if used > cost:
            yield Found(codes.USE_ABOVE_LEDGER_COST.at(f"{year}.{project}", used=used, **values), evidence)
        elif stated > cost:
            yield Found(codes.COST_ABOVE_LEDGER.at(f"{year}.{project}", stated=stated, **values), evidence)


def _events(audited: Audited, project: str, year: int) -> Iterator[int]:
    for seq, event in audited.state.register.events_of(project):
        if isinstance(event, Used | CostReported) and event.year == year:
            yield seq


def _vouchers(audited: Audited) -> int:
    return _held(audited).given.ledger.vouchers


def _rows(audited: Audited) -> int:
    rows = _held(audited).rows
    return rows.booked + rows.rows if rows is not None else 0


def _both_have(wanted: Callable[[str], bool]) -> Callable[[Audited], int]:
    """How many amounts of the years both have."""

    def counted(audited: Audited) -> int:
        held = _held(audited)
        return sum(
            wanted(code) and in_book(held.in_book[year], code) is not None
            for year in held.whole_years
            for code in held.in_ledger[year]
        )

    return counted


def _earmarks_examined(audited: Audited) -> int:
    return len(_held(audited).mapped_years) + _both_have(_of_fund)(audited)


def _comparisons_examined(audited: Audited) -> int:
    held, compared = _held(audited), audited.state.closings.compared
    events = (compared.get((year, Source.LEDGER)) for year in held.whole_years)
    return sum(code in held.in_ledger[each[1].year] for each in events if each for code, _, _ in each[1].amounts)


CHECKS: Final = (
    Check(
        code="ledger_files", tier=Tier.FULL, cites=LKBR("3:3"), examined=_vouchers, examine=_files, of_ledger=True,
        proves=Bilingual(
            "Huvudbokens filer är kommunens, går jämnt ut och hänger ihop.",
            "The files of the general ledger are the municipality's, balance, and hang together.",
        ),
        finds=(codes.LEDGER_OF_ANOTHER,),
    ),
    Check(
        code="ledger_rows", tier=Tier.FULL, cites=LKBR("3:3") + LKBR("3:9"), examined=_rows,
        examine=_row_differences, of_ledger=True,
        proves=Bilingual(
            "Varje rad av bokens verifikationer finns i huvudboken, en gång, och inget annat står på deras konton.",
            "Each row of the book's entries is in the general ledger, once, and nothing else is on their accounts.",
        ),
        finds=tuple(dict.fromkeys(_BY_KIND.values())),
    ),
    Check(
        code="ledger_earmarks", tier=Tier.FULL, cites=LKBR("6:2-3"), examined=_earmarks_examined, examine=_earmarks,
        of_ledger=True,
        proves=Bilingual(
            "Öronmärkningarna är det som deras konton i huvudboken har vid varje års slut.",
            "The earmarks are what their accounts in the general ledger have at the close of each year.",
        ),
        finds=(codes.LEDGER_DIFFERS,),
    ),
    Check(
        code="ledger_reserves", tier=Tier.FULL, cites=LKBR("6:2-3"), examined=_both_have(_RESERVES.__contains__),
        examine=_reserves, of_ledger=True,
        proves=Bilingual(
            "Reserverna är det som deras konton i huvudboken har, ingående och utgående.",
            "The reserves are what their accounts in the general ledger have, opening and closing.",
        ),
        finds=(codes.LEDGER_DIFFERS,),
    ),
    Check(
        code="ledger_equity", tier=Tier.FULL, cites=LKBR("4:4"), examined=_both_have(_EQUITY.__contains__),
        examine=_equity, of_ledger=True,
        proves=Bilingual(
            "Noten om eget kapital är huvudbokens: ingående, årets resultat, utgående.",
            "The note on equity is the general ledger's: opening, net result, closing.",
        ),
        finds=(codes.LEDGER_DIFFERS,),
    ),
    Check(
        code="ledger_comparisons", tier=Tier.FULL, cites=LKBR("4:4"), examined=_comparisons_examined,
        examine=_comparisons, of_ledger=True,
        proves=Bilingual(
            "Det som boken anger att huvudboken hade är det som filerna har.",
            "What the book states that the general ledger had is what the files have.",
        ),
        finds=(codes.COMPARISON_NOT_OF_LEDGER,),
    ),
    Check(
        code="ledger_net_costs", tier=Tier.FULL, cites=LKBR("4:4"),
        examined=lambda audited: len(_held(audited).projects), examine=_net_costs, of_ledger=True,
        proves=Bilingual(
            "Inget projekt har använt mer än sin nettokostnad i huvudboken.",
            "No project has used more than its net cost in the general ledger.",
        ),
        finds=(codes.USE_ABOVE_LEDGER_COST, codes.COST_ABOVE_LEDGER),
    ),
)  # fmt: skip
