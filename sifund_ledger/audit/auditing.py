"""The audit (granskningen): read the book, run the checks of the tier, say what was not examined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.changes import Changes, changes_since
from sifund_ledger.audit.check import Check, CheckRun, Found, Tier
from sifund_ledger.audit.deciding import NOT_DECIDED_AGAIN, NOT_PROVED
from sifund_ledger.audit.given_ledger import GivenLedger
from sifund_ledger.audit.registry import CHECKS, CLAIMED, EXAMINED_RECORDS
from sifund_ledger.audit.report import AuditReport
from sifund_ledger.audit.year_checks import statements
from sifund_ledger.book import Book
from sifund_ledger.book.record_names import words_of_kind
from sifund_ledger.files import uncollected
from sifund_ledger.findings import Bilingual, listed
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.ledger.records import Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.table import word_of

_UNFOLDED: Final = Bilingual(
    "Poster som inte går att läsa: det som följer av dem, och de moment som bygger på alla poster.",
    "Records that cannot be read: what follows from them, and the checks that rest on all records.",
)
_ABOVE: Final = Bilingual("Nivån {tier} och det som hör till den.", "The tier {tier} and what belongs to it.")
_NO_CHECKPOINT: Final = Bilingual(
    "Om slutet är avklippt: ingen kontrollpunkt är angiven.",
    "Whether the end was cut off: no checkpoint was given.",
)
_NO_LEDGER: Final = Bilingual(
    "Kommunens huvudbok: ingen SIE-fil är angiven.", "The municipality's general ledger: no SIE file was given."
)
_NO_MAPPING: Final = Bilingual(
    "Huvudboken rad för rad och de öronmärkta kontona: ingen konteringsmall är angiven, och ingen verifikation i "
    "huvudboken anger bokens nummer.",
    "The general ledger row by row, and the accounts of earmarks: no mapping was given, and no voucher in the general "
    "ledger names an entry of the book.",
)
_READ_OUT: Final = Bilingual(
    "Om kontona är de rätta: ingen konteringsmall är angiven, och de är utlästa ur de verifikationer i huvudboken som "
    "anger bokens nummer ({accounts}).",
    "Whether the accounts are the right ones: no mapping was given, and they were read out of the vouchers in the "
    "general ledger that name the book's entries ({accounts}).",
)
_NO_ROLES: Final = Bilingual(
    "Eget kapital mot huvudboken: inga kontoroller är angivna.",
    "Equity against the general ledger: no roles of accounts were given.",
)
_YEARS_WITHOUT: Final = Bilingual(
    "År som ingen hel fil täcker, mot huvudboken: {years}.",
    "Years that no whole file covers, against the general ledger: {years}.",
)
_UNMAPPED: Final = Bilingual(
    "Konton som saknar motsvarighet i huvudboken, rad för rad: {accounts}. År då de har saldo jämförs inte heller i "
    "summa.",
    "Accounts that have none of the general ledger's, row by row: {accounts}. Nor are years in which they have a "
    "balance compared in total.",
)
_IN_NOTES: Final = Bilingual(
    "Fonder som bara visas i not, mot huvudbokens konton: {funds}.",
    "Funds that are shown in notes alone, against the accounts of the general ledger: {funds}.",
)
_WITHOUT_PROJECTS: Final = Bilingual(
    "Projektens kostnader i huvudboken: ingen rad har ett objekt i dimension {dimension} för {years}.",
    "The costs of projects in the general ledger: no row has an object of dimension {dimension} for {years}.",
)
_OF_BUDGET: Final = Bilingual(
    "Nämndernas ramar och återföringarna mot huvudbokens budget.",
    "The frames of boards and the repayments against the budget in the general ledger.",
)
_AS_STATED: Final = Bilingual(
    "Beslut, uppgifter och underlag utanför boken: de är tagna så som de är registrerade.",
    "Decisions, figures and documents outside the book: they are taken as they were recorded.",
)
_NOT_AGAIN: Final = Bilingual(
    "Poster som inte kan prövas om: {kind}, {count} st ({why}).",
    "Records that cannot be decided again: {kind}, {count} ({why}).",
)
_NO_COMMAND: Final = Bilingual("inget kommando har dem", "no command has them")


def audit(
    book: Book | Store, *, checkpoints: Iterable[str] = (), tier: Tier | str = Tier.FULL, rooms: Sequence[Room] = (),
    ledger: GivenLedger | None = None, since: str = "",
) -> AuditReport:  # fmt: skip
    """Audit a book (granska): every check of a tier, with the evidence of what it finds. Nothing is recorded.

    ``book`` is an open book, or the store of one that cannot be opened. ``checkpoints`` are such as stand on reports;
    ``rooms`` are those that the book was opened with. ``ledger`` is the municipality's general ledger, which the full
    tier holds the book against (:func:`~sifund_ledger.exchange.given_ledger`). ``since`` is a checkpoint too: the
    report then has what was recorded after it, and what that changed of earlier years. Raises
    :class:`~sifund_ledger.Refused` for an unreadable checkpoint or an unknown tier; what is wrong with the book is
    found, not raised.

    >>> from sifund_ledger import open_book
    >>> report = audit(open_book(create="Ale kommun", actor="ekonomi"), tier="always")
    >>> report.findings, report.check("chain").examined
    ((), 1)
    """
    wanted = tuple(Checkpoint.parse(text) for text in (*checkpoints, *([since] if since else [])))
    level = Tier(word_of(tier, list(Tier), "tier"))
    store = book.store if isinstance(book, Book) else book
    with uncollected():
        audited = Audited(store, checkpoints=wanted, tier=level, rooms=rooms, ledger=ledger)
        if level.has(Tier.FULL) and audited.is_whole:
            audited.found += statements(audited)
        runs = tuple(
            _run(check, audited) for check in CHECKS if level.has(check.tier) and (ledger or not check.of_ledger)
        )
    opened = audited.state.journal.opened
    return AuditReport(
        entity=opened.entity if opened is not None else "",
        tier=level,
        records=len(audited.records),
        checkpoint=Checkpoint.of(audited.head),
        checks=runs,
        not_examined=tuple(_left_out(audited)),
        evidence=tuple(_named(audited, runs)),
        since=_changes(audited, wanted[-1], rooms) if since else None,
        against_ledger=audited.held.rows if audited.held and audited.is_whole and level.has(Tier.FULL) else None,
    )


def _changes(audited: Audited, since: Checkpoint, rooms: Sequence[Room]) -> Changes | None:
    """What has changed since a checkpoint; nothing is said of it where a record cannot be read, or it is not there."""
    opened = audited.state.journal.opened
    if opened is None or not audited.is_whole:
        return None
    return changes_since(opened.entity, audited.records, since, rooms)


def _named(audited: Audited, runs: Iterable[CheckRun]) -> Iterator[Record]:
    """The records that findings name."""
    named = {seq for run in runs for each in run.found or () for seq in each.records}
    return (record for record in audited.records if record.seq in named)


def _run(check: Check, audited: Audited) -> CheckRun:
    if not audited.is_whole and check.code not in EXAMINED_RECORDS:
        return CheckRun(check, 0, None)
    found = check.examine(audited) if check.examine is not None else _gathered(check, audited)
    return CheckRun(check, check.examined(audited), tuple(dict.fromkeys(found)))


def _gathered(check: Check, audited: Audited) -> list[Found]:
    """What the reading found under the codes of a check; with a stream, what no other check takes of that."""
    own = {code.name for code in check.finds}
    return [
        each
        for each in audited.found
        if each.finding.code in own or (each.stream is check.stream and each.finding.code not in CLAIMED)
    ]


def _left_out(audited: Audited) -> Iterator[Bilingual]:
    if not audited.is_whole:
        yield _UNFOLDED
    yield from (_ABOVE.filled(tier=tier.value) for tier in Tier if not audited.tier.has(tier))
    if not audited.checkpoints:
        yield _NO_CHECKPOINT
    yield from _left_out_of_ledger(audited)
    unproved = {
        kind: n for kind, n in audited.not_decided.items() if kind in NOT_PROVED or kind not in NOT_DECIDED_AGAIN
    }
    for kind, count in unproved.items():
        values: dict[str, Any] = {
            "count": count,
            "kind": words_of_kind(kind),
            "why": NOT_DECIDED_AGAIN.get(kind, _NO_COMMAND),
        }
        yield _NOT_AGAIN.filled(**values)
    yield _AS_STATED


def _left_out_of_ledger(audited: Audited) -> Iterator[Bilingual]:
    """What was not held against the general ledger."""
    held = audited.held
    if held is None:
        yield _NO_LEDGER
        return
    if not (audited.is_whole and audited.tier.has(Tier.FULL)):
        return
    if held.given.bookings is None:
        yield _NO_MAPPING
    elif held.given.bookings.read_out:
        yield _READ_OUT.filled(accounts=listed(sorted(held.given.bookings.own | held.given.bookings.shared), _MOST))
    if held.given.roles is None:
        yield _NO_ROLES
    if missing := [year for year in audited.years if year not in held.whole_years]:
        yield _YEARS_WITHOUT.filled(years=listed(missing, _MOST))
    if unmapped := held.unmapped:
        yield _UNMAPPED.filled(accounts=listed(unmapped, _MOST))
    if funds := sorted({fund for year in held.years for fund in held.in_notes(year)}):
        yield _IN_NOTES.filled(funds=listed(funds, _MOST))
    if without := [year for year in held.whole_years if year not in held.costs]:
        yield _WITHOUT_PROJECTS.filled(dimension=held.given.dimension, years=listed(without, _MOST))
    yield _OF_BUDGET


_MOST: Final = 12
