r"""The canonical bytes of a record: text in lines, versioned, the same in every store and in the chain.

A record is lines of fields (see :mod:`~sifund_ledger.ledger.canonical.fields`), each ended by a line feed::

    sifund-record-1 ⇥ seq ⇥ previous hash ⇥ note digest ⇥ recorded_at ⇥ actor
    body ⇥ date ⇥ paragraph ⇥ state ⇥ case number ⇥ kept at              the decision, or an empty line
    kind ⇥ version ⇥ value ⇥ value …                                     the event
    series ⇥ number ⇥ year ⇥ date ⇥ text ⇥ counterparty ⇥ document …     the entry, where there is one
    book ⇥ code ⇥ fund ⇥ subfund ⇥ project ⇥ board ⇥ year ⇥ öre          each of its postings

All of it is UTF-8, so that a person can read it. ``docs/chain.md`` specifies it on a page, with vectors; ``fields``,
``writing`` and ``reading`` hold the parts.
"""
