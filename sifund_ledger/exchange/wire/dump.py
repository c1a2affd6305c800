"""The shapes of the lines of a dump (dump av en bok): about the book first, then one for each record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict, Union, get_type_hints

from sifund_ledger.exchange.wire.values import Checkpoint, Day, Digest, Instant, Text
from sifund_ledger.ledger.canonical.writing import field_names
from sifund_ledger.ledger.records import Event
from sifund_ledger.year_end.book_state import EVENT_TYPES


class AboutShape(TypedDict):
    """The first line of a dump."""

    format: Literal["sifund-dump-1"]
    entity: str
    records: int
    checkpoint: Checkpoint
    notes: bool


class NoteShape(TypedDict):
    """The free text beside a record, with its salt."""

    salt: Annotated[str, Text("^[0-9a-f]*$", "in hexadecimal")]
    text: str


class PostingShape(TypedDict):
    """A posting (kontering) in öre, debit positive."""

    book: str
    code: str
    fund: str
    subfund: str
    project: str
    board: str
    year: int
    ore: int


class EntryShape(TypedDict):
    """The entry of a record (verifikation)."""

    series: str
    number: int
    year: int
    event_date: Day
    text: str
    counterparty: str
    documents: list[str]
    postings: list[PostingShape]


def _event_shape(event: type[Event]) -> Any:
    """What stands of an event: its kind, its version, and its fields; days, decisions and shares as text."""
    hints = get_type_hints(event)
    head: dict[str, Any] = {"kind": Literal[event.kind], "version": Literal[event.version]}
    shape: Any = _typed_dict(f"{event.kind}_{event.version}", head | {name: hints[name] for name in field_names(event)})
    shape.__doc__ = event.__doc__
    return shape


_typed_dict: Any = TypedDict
if TYPE_CHECKING:
    EventShape = dict[str, Any]
else:
    EventShape = Union[tuple(map(_event_shape, EVENT_TYPES.values()))]  # noqa: UP007


class RecordShape(TypedDict):
    """A record (post): what restores it, and the same in plain values; amounts are whole öre."""

    seq: int
    hash: Digest
    data: str
    note: NoteShape | None
    recorded_at: Instant
    actor: str
    decision: str | None
    event: EventShape
    entry: EntryShape | None
