"""What has changed in a book (ändringar): the records since a head, and every printed amount that has changed.

Two copies of a book are compared by the hashes of their records: one continues the other, or they part somewhere.
A closed year stays as it was printed (R43): what later years have corrected of it stands beside, restated, and that is
what is compared here. Nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.audit import findings as codes
from sifund_ledger.audit import words
from sifund_ledger.balance.equity.equity import equity_note
from sifund_ledger.balance.tables.layout import deficit_roll_table, reserves_table, statement_table
from sifund_ledger.book import Book
from sifund_ledger.book.log import log_table, of_year
from sifund_ledger.book.record_names import words_of
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding, record_place
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.tables.account import fund_account
from sifund_ledger.ledger.events import DecisionMoved, EntryCorrected
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.records import Head, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.table import Printed, Row, Table
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.drawn_years import restated_years
from sifund_ledger.year_end.statements import draw_up

_RESTATED: Final = "_restated"


class _Key(NamedTuple):
    """An amount as it is printed: its year, its table, the fund of that, and the row.

    Several rows of a table may have one code, as own rows and deficits by their years do: what they are called in
    Swedish tells them apart.
    """

    year: int
    table: str
    fund: str
    row: str
    label: str


_Names = dict[_Key, tuple[Bilingual, Bilingual]]
"""What the table and the row of each amount are called."""


class ChangedAmount(NamedTuple):
    """An amount of an earlier year that has changed (ändrat belopp): in öre, ``None`` where the row was not there.

    ``records`` are the numbers of the records that did it; none where two books have gone on apart.
    """

    year: int
    table: Bilingual
    label: Bilingual
    before_ore: int | None
    after_ore: int | None
    records: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Changes(Printed):
    """What has been recorded after a head of a book, and what it changed of earlier years (ändringar).

    ``since`` is the last record that both have; ``head`` the last of the newer book. ``findings`` say where two books
    do not follow one another.
    """

    entity: str
    since: Checkpoint
    head: Checkpoint
    records: tuple[Record, ...]
    changed: tuple[ChangedAmount, ...]
    findings: tuple[Finding, ...] = ()

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The printed amounts that have changed, and the records since, each with what it did."""
        rows = (
            Row(
                (
                    each.year, each.table, each.label, each.before_ore, each.after_ore,
                    (each.after_ore or 0) - (each.before_ore or 0), ", ".join(map(str, each.records)),
                )
            )
            for each in self.changed
        )  # fmt: skip
        said = [] if self.changed else [words.NOTHING_CHANGED]
        changed = words.CHANGED.table(words.CHANGED.columns, rows, language, remarks=said)
        return changed, log_table(self.records, language)

    def in_brief(self, language: Language = "sv") -> str:
        """From which checkpoint to which, and how many records that is."""
        return words.SINCE.filled(
            entity=self.entity, since=str(self.since), head=str(self.head), count=len(self.records)
        ).words(language)

    def text(self, language: Language = "sv") -> str:
        """What was compared, and the tables."""
        tables = [table.text() for table in self.tables(language) if table.rows]
        if not self.changed:
            tables.insert(0, words.NOTHING_CHANGED.words(language))
        return "\n\n".join([self.in_brief(language), *tables])


def compare_books(old: Book, new: Book) -> Changes:
    """Two copies of a book: whether the new one continues the old, where they part, and what has changed since.

    Raises :class:`~sifund_ledger.Refused` for a book that does not verify.

    >>> from sifund_ledger import open_book, sek, Decision
    >>> old = open_book(create="Ale kommun", actor="ekonomi")
    >>> changes = compare_books(old, old)
    >>> changes.records, changes.findings
    ((), ())
    """
    before, after = [*old.records()], [*new.records()]
    common = _common(before, after)
    shared = Checkpoint.of(_head(after[:common]))
    findings = tuple(_parting(before, after, common))
    changed: Iterable[ChangedAmount] = ()
    if common:
        changed = changed_between(before, after) if findings else changed_since(after, common)
    since = after[common:] if common else []
    return Changes(new.entity, shared, new.checkpoint, tuple(since), tuple(changed), findings)


def changes_since(
    entity: str, records: Sequence[Record], checkpoint: Checkpoint, rooms: Sequence[Room] = ()
) -> Changes | None:
    """The records of a book after a checkpoint, and what they changed; ``None`` where it is not in the chain."""
    at = next((record.seq for record in records if checkpoint.matches(record.seq, record.hash)), None)
    if at is None:
        return None
    changed = tuple(changed_since(records, at, rooms))
    head = Checkpoint.of(_head(records))
    return Changes(entity, Checkpoint.of(_head(records[:at])), head, tuple(records[at:]), changed)


def _head(records: Sequence[Record]) -> Head:
    return Head(records[-1].seq, records[-1].hash) if records else Head(0, bytes(32))


def _common(before: Sequence[Record], after: Sequence[Record]) -> int:
    """How many records two books share from the beginning: a hash stands for all before it."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        if before[middle - 1].hash == after[middle - 1].hash:
            low = middle
        else:
            high = middle - 1
    return low


def _parting(before: Sequence[Record], after: Sequence[Record], common: int) -> Iterator[Finding]:
    if common == len(before):
        return
    if common == len(after):
        yield codes.BOOK_IS_OLDER.at(record_place(len(after)), last=len(after), older=len(before))
    elif not common:
        yield codes.BOOK_OF_ANOTHER.at(record_place(1))
    else:
        was, now = before[common], after[common]
        yield codes.BOOKS_PART.at(record_place(common + 1), seq=common + 1, was=_called(was), now=_called(now))


def _called(record: Record) -> Bilingual:
    """What a record does, on which decision, or in its own words."""
    does = words_of(record)
    if record.decision is not None:
        return Bilingual(*(f"{each} ({record.decision})" for each in does))
    about = record.entry.text if record.entry else record.actor
    return Bilingual(f"{does.sv} (”{about}”)", f"{does.en} (“{about}”)")


# ---- printed amounts


def changed_since(records: Sequence[Record], since: int, rooms: Sequence[Room] = ()) -> Iterator[ChangedAmount]:
    """Every printed amount that has changed, of the years that had a statement when ``since`` records were there.

    What follows is folded in record by record, and drawn up anew after each that may change an earlier year.
    """
    state = BookState(rooms)
    for record in records[:since]:
        state.evolve(record)
    years = [year for year in state.stated.years() if state.stated.has_result(year)]
    if not years or since == len(records):
        return
    last = years[-1]
    first = now = _amounts(state, last)
    names = _names(state, last)
    did: dict[_Key, list[int]] = {}
    waiting: list[int] = []
    for record in records[since:]:
        state.evolve(record)
        if not _concerns(record, last):
            continue
        waiting.append(record.seq)
        try:
            drawn = _amounts(state, last)
        except Refused:
            continue  # the middle of a command that records several; the next one draws it up
        for key in now.keys() | drawn.keys():
            if now.get(key) != drawn.get(key):
                did.setdefault(key, []).extend(waiting)
        now, waiting = drawn, []
    if did:
        yield from _told({**names, **_names(state, last)}, first, now, did)


def changed_between(before: Sequence[Record], after: Sequence[Record]) -> Iterator[ChangedAmount]:
    """Every printed amount of the years of two books that do not follow one another, where it is not the same in both.

    No record alone is named for it: the books went on apart.
    """
    states = BookState(), BookState()
    for state, records in zip(states, (before, after), strict=True):
        for record in records:
            state.evolve(record)
    years = [[year for year in state.stated.years() if state.stated.has_result(year)] for state in states]
    if all(years):
        last = min(each[-1] for each in years)
        first, now = (_amounts(state, last) for state in states)
        apart: dict[_Key, Sequence[int]] = dict.fromkeys([*first, *now], ())
        names, later = (_names(state, last) for state in states)
        yield from _told({**names, **later}, first, now, apart)


def _concerns(record: Record, last: int) -> bool:
    """Whether a record may change a year through ``last``: it names one, corrects, or moves a decision."""
    if isinstance(record.event, EntryCorrected | DecisionMoved) or 0 < of_year(record) <= last:
        return True
    named = (getattr(record.event, name, 0) for name in ("of_year", "year", "result_year", "deficit_year"))
    return any(isinstance(year, int) and 0 < year <= last for year in named)


def _amounts(state: BookState, last: int) -> dict[_Key, int | None]:
    return {key: ore for key, _, _, ore in _printed(state, last, "sv")}


def _printed(state: BookState, last: int, language: Language) -> Iterator[tuple[_Key, str, str, int | None]]:
    """Every amount of the years through one, as it is now: with all that later years have corrected of it."""
    years = [year for year in state.stated.years() if state.stated.has_result(year)]
    drawn = {each.year: each for each in draw_up(state, years[-1]).years}
    restated = {each.year: each for each in restated_years(state, drawn.get, LAST_YEAR)}
    shown = [restated.get(year, drawn[year]) for year in years if year <= last]
    reserves = reserves_table(shown, "kr", language)
    yield from _by_year([statement_table(shown, "", "kr", language), *([reserves] if reserves else [])], last)
    for year, each in ((each.year, each) for each in shown):
        yield from _by_year([deficit_roll_table(each, "kr", language)], last)
        balances = state.balances.restated(year, LAST_YEAR) or state.balances
        yield from _by_year([replace(equity_note(balances, year), compared=()).table(language)], last)
    for fund in state.register.policies:
        yield from _by_year([fund_account(state.register, state.balances, fund).table(language)], last, fund=fund)


def _by_year(tables: Sequence[Table], last: int, *, fund: str = "") -> Iterator[tuple[_Key, str, str, int | None]]:
    """The amounts of tables whose columns are years; a restated column is that of its year."""
    for table in tables:
        for place, column in enumerate(table.columns):
            code = column.code.removesuffix(_RESTATED)
            year = int(code) if code.isdigit() else 0
            for number, row in enumerate(table.rows) if 0 < year <= last else ():
                if place < len(row.cells):
                    ore = row.cells[place]
                    key = _Key(year, table.code, fund, row.code or str(number), str(row.cells[0]))
                    yield key, str(table.title), str(row.cells[0]), ore if isinstance(ore, int) else None


def _names(state: BookState, last: int) -> _Names:
    return {
        key: (Bilingual(table, table_en), Bilingual(label, label_en))
        for (key, table, label, _), (_, table_en, label_en, _) in zip(
            _printed(state, last, "sv"), _printed(state, last, "en"), strict=True
        )
    }


def _told(
    names: _Names, first: Mapping[_Key, int | None], now: Mapping[_Key, int | None], did: Mapping[_Key, Sequence[int]]
) -> Iterator[ChangedAmount]:
    """What has changed, under the names of its table and row."""
    for key in sorted(key for key in did if (first.get(key) or 0) != (now.get(key) or 0)):
        yield ChangedAmount(key.year, *names[key], first.get(key), now.get(key), tuple(dict.fromkeys(did[key])))
