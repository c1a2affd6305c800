"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import LKBR
from sifund_ledger.findings import declared, error, note, warning
from sifund_ledger.law.equity import EQUITY_CARRIED, EQUITY_LAYOUT
from sifund_ledger.law.rules import wordings

EARMARKS_ABOVE_EQUITY = error(
    "Vid utgången av {year} skulle {earmarked:unit} vara öronmärkta, mer än eget kapital utöver "
    "reserver: {equity:unit}.",
    "At the close of {year} {earmarked:unit} would be earmarked, more than equity apart from its "
    "reserves: {equity:unit}.",
    "Sänk öronmärkningen; den är en del av det egna kapitalet och kan inte överstiga det.",
    "Lower the set-aside; an earmark is part of equity and cannot exceed it.",
    cites=LKBR("6:2-3"),
)
RESERVES_ABOVE_EQUITY = warning(
    "Vid utgången av {year} är reserverna {reserves:unit}, mer än eget kapital: {equity:unit}.",
    "At the close of {year} the reserves are {reserves:unit}, more than equity: {equity:unit}.",
    "Kontrollera ingående balanser. Reserverna är en del av det egna kapitalet; utöver dem kan inget öronmärkas.",
    "Check the opening balances. The reserves are part of equity; nothing beyond them can be earmarked.",
    cites=LKBR("6:2-3"),
)
EQUITY_NOT_CARRIED = error(
    "Eget kapital {opening:unit}, justerat med {adjusted:unit}, och resultat {result:unit} ger {sum:unit}, ej "
    "{closing:unit}.",
    "Equity of {opening:unit}, adjusted by {adjusted:unit}, with the result {result:unit} is {sum:unit}, not "
    "{closing:unit}.",
    "Ange vad mer som ändrat eget kapital, med skäl. Utöver resultatet ändras det bara av en justering.",
    "Name what else changed equity, with its reason. Apart from the result, only an adjustment changes it.",
    cites=wordings(EQUITY_CARRIED),
)
EQUITY_NOT_ROLLED = note(
    "Eget kapital {year} är {stated:unit}, men det som angavs för {before} och resultaten sedan dess ger "
    "{expected:unit}: {difference:unit} är oförklarat.",
    "Equity of {year} is {stated:unit}, but what was stated of {before} and the results since come to {expected:unit}: "
    "{difference:unit} is unexplained.",
    "Rätta eget kapital eller resultatet; en justering direkt mot eget kapital redovisas med skäl i noten.",
    "Correct the equity or the result; an adjustment straight to equity stands in the note, with its reason.",
    cites=wordings(EQUITY_CARRIED),
)
EQUITY_OPENING_DIFFERS = error(
    "Ingående {what} {year} är {opening:unit}, och {before} slutade på {closing:unit}.",
    "In {year} {what} opens at {opening:unit}, and {before} closed it at {closing:unit}.",
    "För över den utgående balansen; en ändring av den är en justering med skäl.",
    "Take over the closing balance; a change of it is an adjustment with its reason.",
    cites=wordings(EQUITY_CARRIED),
)
EQUITY_RESULT_DIFFERS = error(
    "Noten har resultatet {note:unit} för {year}, balanskravsutredningen {statement:unit}.",
    "The note has a result of {note:unit} for {year}, the statement one of {statement:unit}.",
    "Låt båda utgå från resultaträkningens resultat.",
    "Let both take the result of the income statement.",
    cites=wordings(EQUITY_CARRIED),
)
EQUITY_RESERVE_DIFFERS = error(
    "Noten har {what} {note:unit} vid utgången av {year}, balanskravsutredningen {statement:unit}.",
    "The note has {what} of {note:unit} at the close of {year}, the statement carries {statement:unit}.",
    "Bokför de reserveringar och den användning som utredningen visar, eller rätta utredningen; det som är kvar av "
    "resultatutjämningsreserven efter 2033 löses upp: {do.dissolve_reserve}.",
    "Book the allocations and uses that the statement shows, or correct the statement; dissolve what is left of the "
    "equalisation reserve after 2033: {do.dissolve_reserve}.",
    cites=wordings(EQUITY_LAYOUT),
)

CODES = declared(globals())
