"""A book as an audit reads it (underlaget): once from its store, every record verified, decided again and folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta, timezone
from functools import cached_property

from sifund_ledger.audit import findings as codes
from sifund_ledger.audit.check import Found, Stream, Tier
from sifund_ledger.audit.deciding import Again, DecidingAgain, ends_year_end
from sifund_ledger.audit.given_ledger import GivenLedger
from sifund_ledger.audit.held_against import HeldAgainst
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.book.record_names import words_of
from sifund_ledger.book.repeating import named_differences
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding, Severity, record_place
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.writing import field_names
from sifund_ledger.ledger.events import PeriodMoved
from sifund_ledger.ledger.findings import RECORD_NOT_ALLOWED, RECORD_UNDECODABLE
from sifund_ledger.ledger.journal.chain import Checkpoint, checkpoint_faults, verify_together
from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.ledger.records import Draft, Head, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.statements import draw_up, year_drawn

_WESTERNMOST = timezone(timedelta(hours=14))
_UNFOLDABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError)
_SOMETHING_ELSE = Bilingual("något annat", "something else")
_DAY = Bilingual("dagen {now} i stället för {was}", "the day {now} instead of {was}")
_AMOUNT = Bilingual("{now:kr} kr i stället för {was:kr} kr", "{now:kr} kr instead of {was:kr} kr")
_OTHERS = Bilingual("andra poster tillsammans med den", "other records together with it")
_NOTHING = Bilingual("ingen sådan post", "no such record")


class Audited:
    """The records of a book, what they amount to, and what was found as they were read.

    ``state`` is the fold of all records; ``is_whole`` says whether they could all be read and folded. What is found is
    kept by the stream that it comes from, with the record that shows it. ``held`` is the book against the general
    ledger, where one is given.
    """

    def __init__(
        self,
        store: Store,
        *,
        checkpoints: Sequence[Checkpoint] = (),
        tier: Tier = Tier.FULL,
        rooms: Sequence[Room] = (),
        ledger: GivenLedger | None = None,
    ) -> None:
        self.tier, self.checkpoints = tier, tuple(checkpoints)
        self.state = BookState(rooms)
        self.found: list[Found] = []
        self.records: list[Record] = []
        self.is_whole = True
        self.decided_again = 0
        self.not_decided: dict[str, int] = {}
        """How many records of each kind no command was had from."""
        self._read(store)
        self._fold()
        self.tables: dict[Account, int] = store.balances()
        self.held = HeldAgainst(self, ledger.read(self.records)) if ledger is not None else None

    @property
    def head(self) -> Head:
        """The last record that was read."""
        return Head(self.records[-1].seq, self.records[-1].hash) if self.records else Head(0, bytes(32))

    def _read(self, store: Store) -> None:
        for records, found in verify_together(store.scan(), self.state.events):
            self.records += records
            self.found += [Found(each, _named_in(each), Stream.CHAIN) for each in found]
            self.is_whole &= bool(records) or all(each.kind is not RECORD_UNDECODABLE for each in found)
        heads = [Head(record.seq, record.hash) for record in self.records]
        self.found += [Found(each, (), Stream.CHAIN) for each in checkpoint_faults(heads, self.checkpoints)]

    def _fold(self) -> None:
        """Ask each record what recording it asked, decide its command again, and fold it in."""
        strict, deciding = self.tier.has(Tier.STRICT), DecidingAgain(self.state, self.records)
        for at, record in enumerate(self.records):
            self.found += [Found(each, (record.seq,), Stream.JOURNAL) for each in self._refused(record)]
            try:
                if strict:
                    self._decide_again(deciding, at)
                self.state.evolve(record)
                if strict and ends_year_end(self.records, at):
                    self.found += self._of_year_end(record)
            except Refused as refused:  # what a year closes with is nothing that figures can be
                self.found += _not_allowed(record, refused)
                self.is_whole = False
                return
            except _UNFOLDABLE as fault:
                undecodable = RECORD_UNDECODABLE.at(record_place(record.seq), fault=f"{type(fault).__name__}: {fault}")
                self.found.append(Found(undecodable, (record.seq,), Stream.CHAIN))
                self.is_whole = False
                return

    def _refused(self, record: Record) -> Iterator[Finding]:
        """Why a record could not have been recorded where it is, each reason under its own code."""
        faults = self.state.journal.record_faults(record)
        yield from (each for each in faults if each.kind is not RECORD_NOT_ALLOWED)
        if any(each.kind is RECORD_NOT_ALLOWED for each in faults):
            at_latest = record.recorded_at.astimezone(_WESTERNMOST)
            draft = Draft(record.event, record.decision)
            for each in self.state.journal.faults(draft, recorded_at=at_latest, actor=record.actor):
                yield each.at_place(record_place(record.seq))

    def _decide_again(self, deciding: DecidingAgain, at: int) -> None:
        record = self.records[at]
        again = deciding.of(at)
        if again is None:
            self.not_decided[record.event.kind] = self.not_decided.get(record.event.kind, 0) + 1
            return
        self.decided_again += 1
        self.found += self._of_command(again)

    def _of_command(self, again: Again) -> Iterator[Found]:
        seq, closes = again.record.seq, isinstance(again.record.event, PeriodMoved)
        for each in again.findings:
            if closes and each.severity is not Severity.ERROR:
                continue  # what a year was closed with stays with it, and is found there
            # What was warned of when it was recorded stays worth knowing, and is nobody's fault.
            severity = each.severity if each.severity is Severity.ERROR else Severity.NOTE
            yield Found(each.at_place(record_place(seq))._replace(severity=severity), (seq,), Stream.COMMANDS)
        if again.differs:
            gives = _otherwise(again) if again.gives else _NOTHING
            differs = codes.COMMAND_DIFFERS.at(record_place(seq), what=words_of(again.record), again=gives)
            yield Found(differs, (seq,), Stream.COMMANDS)

    def _of_year_end(self, record: Record) -> Iterator[Found]:
        """What would have kept a year-end from being posted, as the book stood then."""
        year = getattr(record.event, "stated_year", 0) or getattr(record.event, "year", 0)
        if self.state.stated.has_result(year):
            try:
                errors = year_drawn(self.state, year, as_history=False)[1]
            except Refused as refused:  # the records give figures that no year-end can have
                yield from _not_allowed(record, refused)
                return
            for each in errors:
                yield Found(each, (record.seq,), Stream.YEARS)

    @property
    def statement(self) -> BalanceRequirementStatement | None:
        """The statements of every year with a result, as the book has them now; ``None`` where it has none, or where
        they cannot be drawn up."""
        return self._drawn[0]

    @property
    def undrawable(self) -> tuple[Finding, ...]:
        """Why the statements cannot be drawn up, where they cannot."""
        return self._drawn[1]

    @cached_property
    def _drawn(self) -> tuple[BalanceRequirementStatement | None, tuple[Finding, ...]]:
        years = [year for year in self.state.stated.years() if self.state.stated.has_result(year)]
        try:
            return draw_up(self.state, years[-1]) if years else None, ()
        except Refused as refused:
            return None, refused.findings

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a statement."""
        return tuple(each.year for each in self.statement.years) if self.statement is not None else ()

    def under(self, codes_wanted: Iterable[str]) -> list[Found]:
        """What the reading found under some codes."""
        wanted = {*codes_wanted}
        return [each for each in self.found if each.finding.code in wanted]


def _otherwise(again: Again) -> Bilingual:
    """What a command gives instead of what stands in its record: the fields that differ, with days and amounts."""
    event, instead = again.record.event, again.instead
    if instead is None or type(instead) is not type(event):
        return _SOMETHING_ELSE
    if instead == event:
        return _OTHERS
    found: list[Bilingual] = []
    for name in field_names(type(event)):
        was, now = getattr(event, name), getattr(instead, name)
        if was == now:
            continue
        if isinstance(now, date) and isinstance(was, date):
            found.append(_DAY.filled(now=now, was=was))
        elif name.endswith("ore") and isinstance(now, int) and isinstance(was, int):
            found.append(_AMOUNT.filled(now=now, was=was))
    found += [words for _, words in named_differences(event, instead) if not found]
    texts = (", ".join(dict.fromkeys(each)) for each in zip(*found, strict=True))
    return Bilingual(*texts) if found else _SOMETHING_ELSE


def _not_allowed(record: Record, refused: Refused) -> Iterator[Found]:
    """Why the book cannot be stated with a record in it: what is wrong with a book is found, not raised."""
    for each in refused.findings:
        fault = Bilingual(each.message_sv, each.message)
        found = RECORD_NOT_ALLOWED.at(record_place(record.seq), fault=fault)
        yield Found(found, (record.seq,), Stream.JOURNAL)


def _named_in(finding: Finding) -> tuple[int, ...]:
    """The number of the record that a finding of the chain names in its place."""
    number = finding.place.removeprefix("post ")
    return (int(number),) if number.isdigit() else ()
