"""The audit (granskningen): read the book, run the checks of the tier, say what was not examined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.check import Check, CheckRun, Found, Tier
from sifund_ledger.audit.deciding import NOT_DECIDED_AGAIN, NOT_PROVED
from sifund_ledger.audit.registry import CHECKS, CLAIMED, EXAMINED_RECORDS
from sifund_ledger.audit.report import AuditReport
from sifund_ledger.audit.year_checks import statements
from sifund_ledger.book import Book
from sifund_ledger.files import uncollected
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import Store
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
    book: Book | Store, *, checkpoints: Iterable[str] = (), tier: Tier | str = Tier.FULL, rooms: Sequence[Room] = ()
) -> AuditReport:
    """Audit a book (granska): every check of a tier, with the evidence of what it finds. Nothing is recorded.

    ``book`` is an open book, or the store of one that cannot be opened. ``checkpoints`` are such as stand on reports;
    ``rooms`` are those that the book was opened with. Raises :class:`~sifund_ledger.Refused` for an unreadable
    checkpoint or an unknown tier; what is wrong with the book is found, not raised.

    >>> from sifund_ledger import open_book
    >>> report = audit(open_book(create="Ale kommun", actor="ekonomi"), tier="always")
    >>> report.findings, report.check("chain").examined
    ((), 1)
    """
    wanted = tuple(Checkpoint.parse(text) for text in checkpoints)
    level = Tier(word_of(tier, list(Tier), "tier"))
    store = book.store if isinstance(book, Book) else book
    with uncollected():
        audited = Audited(store, checkpoints=wanted, tier=level, rooms=rooms)
        if level.has(Tier.FULL) and audited.is_whole:
            audited.found += statements(audited)
        runs = tuple(_run(check, audited) for check in CHECKS if level.has(check.tier))
    opened = audited.state.journal.opened
    return AuditReport(
        entity=opened.entity if opened is not None else "",
        tier=level,
        records=len(audited.records),
        checkpoint=Checkpoint.of(audited.head),
        checks=runs,
        not_examined=tuple(_left_out(audited)),
    )


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
    yield _NO_LEDGER
    unproved = {
        kind: n for kind, n in audited.not_decided.items() if kind in NOT_PROVED or kind not in NOT_DECIDED_AGAIN
    }
    for kind, count in unproved.items():
        values: dict[str, Any] = {"count": count, "kind": kind, "why": NOT_DECIDED_AGAIN.get(kind, _NO_COMMAND)}
        yield _NOT_AGAIN.filled(**values)
    yield _AS_STATED
