"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

FUND_UNKNOWN = error(
    "Det finns ingen fond som heter {fund!r}.",
    "There is no fund called {fund!r}.",
    "Inrätta den först: {do.create_fund}. Kända: {known}.",
    "Make it first: {do.create_fund}. Known: {known}.",
)
FUND_EXISTS = error(
    "Det finns redan en fond som heter {fund!r}.",
    "There is a fund called {fund!r} already.",
    "Välj ett annat namn.",
    "Choose another name.",
)
SUBFUND_UNKNOWN = error(
    "{fund}: {what}.",
    "{fund}: {what}.",
    "{mend}.",
    "{mend}.",
)

CODES = declared(globals())
