"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

POLICY_SHARE_OUT_OF_BOUNDS = error(
    "En andel på {share:%} ligger utanför {limits}.",
    "A share of {share:%} is outside {limits}.",
    'Skriv andelen som ett tal, till exempel "0,30" för 30 procent.',
    'Write the share as a number, for example "0.30" for 30 per cent.',
)

CODES = declared(globals())
