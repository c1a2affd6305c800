r"""The canonical bytes of a record: text in lines, versioned, the same in every store and in the chain.

A record is lines of fields (see :mod:`~sifund_ledger.ledger.fields`), each ended by a line feed::

    sifund-record-1 ⇥ seq ⇥ previous hash ⇥ note digest ⇥ recorded_at ⇥ actor
    body ⇥ date ⇥ paragraph ⇥ state ⇥ case number ⇥ kept at              the decision, or an empty line
    kind ⇥ version ⇥ value ⇥ value …                                     the event
    series ⇥ number ⇥ year ⇥ date ⇥ text ⇥ counterparty ⇥ document …     the entry, where there is one
    book ⇥ code ⇥ fund ⇥ subfund ⇥ project ⇥ board ⇥ year ⇥ öre          each of its postings

All of it is UTF-8, so that a person can read it. ``docs/chain.md`` specifies it on a page, with vectors.
"""

from sifund_ledger.ledger.fields import (
    Undecodable,
    decode_decision,
    decode_value,
    encode_decision,
    encode_value,
    escape,
    frame,
    unescape,
    unframe,
)
from sifund_ledger.ledger.reading import (
    Decoded,
    EventTypes,
    PostingTexts,
    decode_account,
    decode_entry,
    decode_portion,
    decode_record,
)
from sifund_ledger.ledger.writing import (
    FORMAT,
    chained,
    encode_account,
    encode_entry,
    encode_event,
    encode_events,
    encode_record,
    field_names,
    in_utc,
    note_digest,
    preamble,
    seal_text,
    timestamp,
)

__all__ = [
    "FORMAT",
    "Decoded",
    "EventTypes",
    "PostingTexts",
    "Undecodable",
    "chained",
    "decode_account",
    "decode_decision",
    "decode_entry",
    "decode_portion",
    "decode_record",
    "decode_value",
    "encode_account",
    "encode_decision",
    "encode_entry",
    "encode_event",
    "encode_events",
    "encode_record",
    "encode_value",
    "escape",
    "field_names",
    "frame",
    "in_utc",
    "note_digest",
    "preamble",
    "seal_text",
    "timestamp",
    "unescape",
    "unframe",
]
