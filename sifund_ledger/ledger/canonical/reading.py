"""Records read back from their canonical bytes, many at a time, and strictly: one text alone stands for a record.

A portion of records is read column by column: all sequence numbers, all times, all accounts debited. In most columns
few texts occur, and each of them is read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from itertools import chain, compress, islice, repeat
from operator import add, itemgetter
from typing import Final, NamedTuple

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.fields import (
    Undecodable,
    decode_date,
    decode_decision,
    read_amounts,
    read_digest,
    read_digests,
    read_each,
    read_number,
    read_running,
    unescape,
    unframe,
)
from sifund_ledger.ledger.canonical.forms import FORMS
from sifund_ledger.ledger.canonical.writing import FORMAT, encode_account, timestamp
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.records import Event, Note, Record

EventTypes = Mapping[tuple[str, int], type[Event]]
"""Every type of event that a reader knows, by kind and version."""

# A NamedTuple from a tuple of its fields, in half the time of calling its class with them.
_posting = partial(tuple.__new__, Posting)
_entry = partial(tuple.__new__, Entry)
_record = partial(tuple.__new__, Record)


@lru_cache(maxsize=65536)
def decode_account(line: str) -> Account:
    """The account that :func:`encode_account` made the line from."""
    book, code, fund, subfund, project, board, year = unframe(line)
    account = Account(book, code, fund, subfund, project, board, int(year) if year else 0)
    if encode_account(account) != line:
        raise Undecodable("an account is not in canonical form")
    return account


@lru_cache(maxsize=256)
def _decode_moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if timestamp(moment) != text:
        raise Undecodable("a time of recording is not in UTC to the second")
    return moment


class PostingTexts(NamedTuple):
    """The postings of records as they are written, one after the other, column by column.

    ``lines`` number the postings of each record from 1; ``known`` has the account that each text stands for.
    """

    seqs: Sequence[str]
    lines: Sequence[str]
    accounts: Sequence[str]
    years: Sequence[str]
    amounts: Sequence[str]
    known: Mapping[str, Account]


class Decoded(NamedTuple):
    """Records read together, and the texts of their postings."""

    records: list[Record]
    texts: PostingTexts


class _Lines(NamedTuple):
    """The lines of records, a column of each sort; entries are of those that have one, each with so many postings."""

    heads: Sequence[str]
    decisions: Sequence[str]
    events: Sequence[str]
    entries: Sequence[str]
    postings: Sequence[str]
    counts: Sequence[int]


def _columns(all_lines: Sequence[Sequence[str]]) -> _Lines:
    """The columns, from the lines of each record, the empty one after its end among them."""
    if len({*map(len, all_lines)}) == 1:
        heads, decisions, events, *of_entries, ends = zip(*all_lines, strict=True)
        postings = [*chain.from_iterable(zip(*of_entries[1:], strict=True))]
        lines = _Lines(
            heads, decisions, events, of_entries[0] if of_entries else (), postings,
            [len(of_entries) - 1] * len(heads) if of_entries else (),
        )  # fmt: skip
    else:
        ends = tuple([lines[-1] for lines in all_lines])
        of_entry = [lines[3:-1] for lines in all_lines if len(lines) > _WITHOUT_ENTRY]
        lines = _Lines(
            [lines[0] for lines in all_lines],
            [lines[1] for lines in all_lines],
            [lines[2] for lines in all_lines],
            [lines[0] for lines in of_entry],
            [line for lines in of_entry for line in lines[1:]],
            [len(lines) - 1 for lines in of_entry],
        )
    if any(ends):
        raise Undecodable("its last line does not end")
    return lines


_WITHOUT_ENTRY: Final = 4


def _entries(lines: _Lines, seqs: Sequence[str]) -> tuple[list[Entry], PostingTexts]:
    """Entries from their lines and those of their postings, and from the numbers of their records."""
    counts = lines.counts
    heads = [f"{line}\t".split("\t", 6) for line in lines.entries]
    series, numbers, years, days, texts, counterparties, documents = zip(*heads, strict=True)
    accounts, _, amounts = zip(*[line.rpartition("\t") for line in lines.postings], strict=True)
    known = {text: decode_account(text) for text in {*accounts}}
    entries = map(
        _entry,
        zip(
            read_each(unescape, series),
            read_running(numbers),
            read_each(read_number, years),
            read_each(decode_date, days),
            read_each(unescape, texts),
            read_each(unescape, counterparties),
            read_each(_documents, documents),
            _postings([*map(known.__getitem__, accounts)], read_amounts(amounts), counts),
            strict=True,
        ),
    )
    return [*entries], PostingTexts(
        _spread(seqs, counts),
        [*chain.from_iterable(map(_line_numbers, counts))],
        accounts,
        _spread(years, counts),
        amounts,
        known,
    )


def _spread(column: Sequence[str], counts: Sequence[int]) -> list[str]:
    """What is written of each entry, once for each of its postings, of which there are so many."""
    if {*counts} == {2}:
        return [*chain.from_iterable(zip(column, column, strict=True))]
    return [*chain.from_iterable(map(repeat, column, counts))]


@lru_cache(maxsize=64)
def _line_numbers(count: int) -> tuple[str, ...]:
    """The numbers from 1 to a count as they are written."""
    return tuple([str(number) for number in range(1, count + 1)])


def _postings(accounts: Sequence[Account], amounts: Sequence[int], counts: Sequence[int]) -> list[tuple[Posting, ...]]:
    """The postings of each entry, of which there are so many."""
    made = map(_posting, zip(accounts, amounts, strict=True))
    if {*counts} == {2}:
        books = [account[0] for account in accounts]
        if 0 not in amounts and not any(map(add, amounts[::2], amounts[1::2])) and books[::2] == books[1::2]:
            return [*zip(made, made, strict=True)]  # the same iterator twice: two by two
    postings = [tuple(islice(made, count)) for count in counts]
    if not all(map(_is_balanced, postings)):
        raise Undecodable("the postings do not balance")
    return postings


def _documents(text: str) -> tuple[str, ...]:
    return tuple(unframe(text[:-1])) if text else ()


def _is_balanced(postings: Sequence[Posting]) -> bool:
    sums: dict[str, int] = {}
    for account, ore in postings:
        sums[account.book] = sums.get(account.book, 0) + ore
    return len(postings) > 1 and not any(sums.values()) and all(ore for _, ore in postings)


def _events(lines: Sequence[str], events: EventTypes) -> list[Event]:
    name = lines[0].split("\t", 2)[:2]
    start = "\t".join([*name, ""])
    if {line[: len(start)] for line in lines} == {start}:
        return _events_named(name, lines, events)
    where: dict[tuple[str, ...], list[int]] = {}
    for i, line in enumerate(lines):
        where.setdefault(tuple(line.split("\t", 2)[:2]), []).append(i)
    read: dict[int, Event] = {}
    for each, places in where.items():
        read.update(zip(places, _events_named(each, [lines[i] for i in places], events), strict=True))
    return [event for _, event in sorted(read.items(), key=itemgetter(0))]


def _events_named(name: Sequence[str], lines: Sequence[str], events: EventTypes) -> list[Event]:
    kind, version = name
    event_type = events.get((kind, read_number(version)))
    if event_type is None:
        raise Undecodable(f"the event {kind[:40]!r} version {version[:40]} is unknown")
    return FORMS[event_type].read_all(lines)


def _read(
    datas: Sequence[bytes], digests: Sequence[bytes], events: EventTypes, notes: Iterable[Note | None]
) -> Decoded:
    all_lines = [data.decode().split("\n") for data in datas]
    lines = _columns(all_lines)
    heads = [line.split("\t") for line in lines.heads]
    if {head[0] for head in heads} != {FORMAT}:
        raise Undecodable(f"it is not in the form of {FORMAT}")
    _, seqs, previous, note_digests, moments, actors = zip(*heads, strict=True)
    entries: Iterable[Entry | None] = repeat(None)
    texts = _NO_POSTINGS
    if lines.entries:
        with_entry = [len(each) > _WITHOUT_ENTRY for each in all_lines]
        made, texts = _entries(lines, [*compress(seqs, with_entry)])
        following = iter(made)
        entries = [next(following) if there else None for there in with_entry]
    records = map(
        _record,
        zip(
            read_running(seqs),
            read_each(_decode_moment, moments),
            read_each(unescape, actors),
            read_each(_decision, lines.decisions),
            _events(lines.events, events),
            entries,
            read_each(read_digest, note_digests),
            read_digests(previous),
            digests,
            notes,
            strict=False,
        ),
    )
    return Decoded([*records], texts)


_NO_POSTINGS: Final = PostingTexts((), (), (), (), (), {})


def _decision(line: str) -> Decision | None:
    return decode_decision(line) if line else None


def decode_portion(
    datas: Sequence[bytes], digests: Sequence[bytes], events: EventTypes, notes: Sequence[Note | None] | None = None
) -> Decoded:
    """The records that the bytes hold. Raises :class:`Undecodable` where one of them is none, or its event unknown.

    The digests are taken as the records' hashes; that they fit is for ``journal.chain.verify``.
    """
    try:
        return _read(datas, digests, events, repeat(None) if notes is None else notes)
    except Undecodable:
        raise
    except (ValueError, TypeError, IndexError, OverflowError) as fault:
        raise Undecodable(str(fault)) from fault


def decode_record(data: bytes, digest: bytes, events: EventTypes, note: Note | None = None) -> Record:
    """The record that the bytes hold; one of :func:`decode_portion`."""
    return decode_portion([data], [digest], events, [note]).records[0]
