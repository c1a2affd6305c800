"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import LKBR
from sifund_ledger.findings import declared, error

EARMARKS_ABOVE_EQUITY = error(
    "Vid utgången av {year} skulle {earmarked} kr vara öronmärkta av {equity} kr i eget kapital utöver reserver.",
    "At the close of {year} {earmarked} kr would be earmarked of an equity of {equity} kr apart from its reserves.",
    "Sänk öronmärkningen; den är en del av det egna kapitalet och kan inte överstiga det.",
    "Lower the set-aside; an earmark is part of equity and cannot exceed it.",
    cites=LKBR("6:2-3"),
)
EQUITY_NOT_CARRIED = error(
    "Eget kapital {opening} kr, justerat med {adjusted} kr, och resultat {result} kr ger {sum} kr, ej {closing} kr.",
    "Equity of {opening} kr, adjusted by {adjusted} kr, with the result {result} kr is {sum} kr, not {closing} kr.",
    "Ange vad mer som ändrat eget kapital, med skäl; bara en justering får gå förbi resultatet.",
    "Name what else changed equity, with its reason; only an adjustment may pass by the result.",
)
EQUITY_OPENING_DIFFERS = error(
    "Ingående {what_sv} {year} är {opening} kr, och {before} slutade på {closing} kr.",
    "In {year} {what} opens at {opening} kr, and {before} closed it at {closing} kr.",
    "För över den utgående balansen; en ändring av den är en justering med skäl.",
    "Take over the closing balance; a change of it is an adjustment with its reason.",
)
EQUITY_RESULT_DIFFERS = error(
    "Noten har resultatet {note} kr för {year}, balanskravsutredningen {statement} kr.",
    "The note has a result of {note} kr for {year}, the statement one of {statement} kr.",
    "Låt båda utgå från resultaträkningens resultat.",
    "Let both take the result of the income statement.",
)
EQUITY_RESERVE_DIFFERS = error(
    "Noten har {what_sv} {note} kr vid utgången av {year}, balanskravsutredningen {statement} kr.",
    "The note has {what} of {note} kr at the close of {year}, the statement carries {statement} kr.",
    "Bokför de reserveringar och den användning som utredningen visar, eller rätta utredningen.",
    "Book the allocations and uses that the statement shows, or correct the statement.",
)

CODES = declared(globals())
