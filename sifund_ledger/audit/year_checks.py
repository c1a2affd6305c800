"""What the years, the funds and the statements show (åren och fonderna), as the book has them now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sifund_ledger.audit import findings as codes
from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.check import Check, Found, Stream, Tier
from sifund_ledger.balance.deficits import findings as of_deficits
from sifund_ledger.balance.equity import findings as of_equity
from sifund_ledger.balance.figures.events import FiguresStated, ResultCarried
from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import Bilingual, Finding, Severity, record_place
from sifund_ledger.ledger.accounts import RESULT_OF_YEAR, Account
from sifund_ledger.ledger.balances import account_words
from sifund_ledger.ledger.events import BatchKeyed, CheckpointWritten, EntryCorrected
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end import findings as of_years
from sifund_ledger.year_end.run import disagreements, repealed


def _years(audited: Audited) -> int:
    return len(audited.years)


def _accounts(audited: Audited) -> int:
    return sum(1 for _ in audited.state.balances.accounts())


def _commands(audited: Audited) -> int:
    return sum(1 for record in audited.records if _is_of_its_own(record))


def _tables_that_agree(audited: Audited) -> Iterator[Found]:
    for year in audited.years:
        for each in disagreements(audited.state, year):
            yield Found(each, _closing_of(audited, year))


def _closing_of(audited: Audited, year: int) -> tuple[int, ...]:
    seq = audited.state.closings.approvals.get(year)
    return () if seq is None else (seq,)


def _comparisons_of(audited: Audited, year: int) -> tuple[int, ...]:
    return tuple(seq for (of, _), (seq, _) in audited.state.closings.compared.items() if of in (year, year - 1))


def statements(audited: Audited) -> Iterator[Found]:
    """What the statements of all years say beside notes, and what in the book rests on a repealed decision (R45)."""
    yield from (Found(each, (), Stream.YEARS) for each in audited.undrawable)
    stated = {record.event.year: record.seq for record in audited.records if isinstance(record.event, FiguresStated)}
    for year in audited.statement.years if audited.statement is not None else ():
        for each in year.findings:
            if each.severity is not Severity.NOTE:
                compared = _comparisons_of(audited, year.year) if each.kind is of_years.CLOSED_DIFFERING else ()
                figures = (stated[year.year],) if year.year in stated else ()
                yield Found(each, (*figures, *compared, *_closing_of(audited, year.year)), Stream.YEARS)
    for each in repealed(audited.state, audited.years[-1]) if audited.years else ():
        # What is repealed and not yet corrected is a matter that is open, as in a year-end that is drawn up.
        yield Found(each._replace(severity=Severity.WARNING), (dict(each.values)["seq"],), Stream.YEARS)


def _accounts_roll_forward(audited: Audited) -> Iterator[Found]:
    """Independent on purpose: each account's postings added up from the records, year by year, against its balance at
    each close; so a year opens with what the one before it closed. The result of a year joins other equity whole: once
    the year after is closed, nothing is left on its account."""
    moved: dict[Account, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    carried: dict[int, list[int]] = defaultdict(list)
    for record in audited.records:
        for account, ore in record.entry.postings if record.entry else ():
            moved[account][record.entry.year if record.entry else 0] += ore
        if isinstance(record.event, ResultCarried):
            carried[record.event.year].append(record.seq)
    for account, by_year in moved.items():
        expected = 0
        for year in sorted(by_year):
            expected += by_year[year]
            closing = audited.state.balances.balance(account, at=year)
            if closing != expected:
                yield Found(_differs(account, year, expected, closing))
    through = audited.state.closed_through or 0
    for account in audited.state.balances.accounts(RESULT_OF_YEAR):
        left = audited.state.balances.balance(account, at=account.year + 1)
        if left and account.year < through:
            yield Found(_differs(account, account.year + 1, 0, left), tuple(carried[account.year]))


def _differs(account: Account, year: int, expected: int, closing: int) -> Finding:
    values: dict[str, Any] = {"what": account_words(account), "expected": expected, "closing": closing}
    return codes.ROLL_FORWARD_DIFFERS.at(f"{year}.{account.code}", year=year, **values)


def _doubled(audited: Audited) -> Iterator[Found]:
    """Records of one event, amount, year and decision, neither of them corrected."""
    seen: dict[Any, int] = {}
    corrections = audited.state.journal.corrections
    for record in audited.records:
        if record.entry is None or record.seq in corrections or not _is_of_its_own(record):
            continue
        key = (record.event, record.decision)
        if key in seen:
            found = codes.DUPLICATE_SUSPECTED.at(record_place(record.seq), seq=seen[key])
            yield Found(found, (seen[key], record.seq))
        seen.setdefault(key, record.seq)


def _is_of_its_own(record: Record) -> bool:
    return record.decision is not None and not isinstance(record.event, EntryCorrected | CheckpointWritten | BatchKeyed)


CHECKS: Final = (
    Check(
        code="accounts_roll_forward", tier=Tier.FULL, cites=LKBR("4:4"), examined=_accounts,
        examine=_accounts_roll_forward,
        proves=Bilingual(
            "Varje konto öppnar med det som det stängde med, årets konteringar ger utgående saldo, och årets resultat "
            "förs över i sin helhet.",
            "Each account opens with what it closed with, the year's postings give its closing, and a year's result "
            "is carried over whole.",
        ),
        finds=(codes.ROLL_FORWARD_DIFFERS,),
    ),
    Check(
        code="tables_agree", tier=Tier.FULL, cites=LKBR("4:4") + LKBR("6:2-3"), examined=_years,
        examine=_tables_that_agree,
        proves=Bilingual(
            "Not och utredning stämmer överens, och ingående balans är föregående års utgående.",
            "Note and statement agree, and the opening balance is the closing of the year before.",
        ),
        finds=(
            of_equity.EQUITY_OPENING_DIFFERS, of_equity.EQUITY_RESULT_DIFFERS, of_equity.EQUITY_RESERVE_DIFFERS,
            of_equity.EQUITY_NOT_CARRIED,
        ),
    ),
    Check(
        code="deficits", tier=Tier.FULL, cites=KL("11:12") + LKBR("11:11"), examined=_years,
        proves=Bilingual(
            "Varje underskott är återställt i tid och ordning, eller har en plan och tid kvar.",
            "Each deficit is restored in time and in order, or has a plan and time left.",
        ),
        finds=(
            of_deficits.DEFICIT_OVERDUE, of_deficits.DEFICIT_RESTORED_LATE, of_deficits.DEFICIT_DUE,
            of_deficits.RESTORED_OUT_OF_ORDER, of_years.DEFICIT_UNPLANNED,
        ),
    ),
    Check(
        code="compared", tier=Tier.FULL, cites=LKBR("4:4"), examined=_years,
        proves=Bilingual(
            "Varje stängt år är avstämt mot huvudboken och årsredovisningen, utan skillnad.",
            "Each closed year was held against the general ledger and the annual report, without difference.",
        ),
        finds=(
            of_years.NEVER_COMPARED, of_years.CLOSED_DIFFERING, of_years.CLOSE_DIFFERS, of_years.OPENING_DIFFERS,
        ),
    ),
    Check(
        code="duplicates", tier=Tier.FULL, cites=LKBR("3:3"), examined=_commands, examine=_doubled,
        proves=Bilingual(
            "Ingen händelse är registrerad två gånger på samma beslut.",
            "No event is recorded twice on the same decision.",
        ),
        finds=(codes.DUPLICATE_SUSPECTED,),
    ),
    Check(
        code="statements", tier=Tier.FULL, cites=KL("11:12"), examined=_years, stream=Stream.YEARS,
        proves=Bilingual(
            "Varje års balanskravsutredning följer lagen som gällde, så som den registrerades och stängdes.",
            "Each year's statement follows the law in force, as it was recorded and as it closed.",
        ),
    ),
)  # fmt: skip
