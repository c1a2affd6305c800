"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error, note, warning

RESERVE_ABOVE_RESULT_CEILING = error(
    "{amount} reserveras för {year}, och resultatet ger utrymme för {ceiling}.",
    "{amount} is set aside to the reserve for {year}, and the result leaves room for {ceiling}.",
    "Sänk reserve_allocated till taket, eller rätta taxes_and_grants.",
    "Lower reserve_allocated to the ceiling, or correct taxes_and_grants.",
)
RESERVE_ABOVE_STOCK_CEILING = error(
    "{amount} reserveras till resultatreserven för {year}, och dess storlek ger utrymme för {ceiling}.",
    "{amount} is set aside to the result reserve for {year}, and its size leaves room for {ceiling}.",
    "Sänk reserve_allocated: efter reserveringen är reserven högst 5 % av skatter och bidrag.",
    "Lower reserve_allocated: after it the reserve is at most 5 % of taxes and grants.",
)
CEILING_SHARE_ASSUMED = note(
    "Eget kapital med avdrag för ansvarsförbindelsen är inte känt för {year}; taket är beräknat med 1 %.",
    "Equity less the pension contingency is not known for {year}; the ceiling is computed at 1 %.",
)
CEILING_NOT_CHECKED = note(
    "{amount} reserveras för {year}; {missing} är inte känt, och taket har inte kontrollerats.",
    "{amount} is set aside for {year}; {missing} is not known, and the ceiling was not checked.",
)
RESULT_SPENT_TWICE = warning(
    "Av {year} års resultat, {result}, tas mer än vad som finns: reserverat {allocated}, "
    "öronmärkt {set_aside}, till återställande {restored}.",
    "Of the result of {year}, {result}, more is taken than there is: allocated {allocated}, "
    "set aside {set_aside}, restoring deficits {restored}.",
    "Sänk någon av dem, eller besluta att öronmärkningen tas ur ackumulerat eget kapital.",
    "Lower one of them, or decide that the earmark comes from accumulated equity.",
)
RESERVE_CLOSED = error(
    "{amount} reserveras till {reserve_sv} för {year}, och lagen har ingen reservering till den det året.",
    "{amount} is set aside to {reserve} for {year}, and the law has no allocation to it that year.",
    "Reservera i stället till resultatreserven (från 2024), eller utelämna beloppet.",
    "Set aside to the result reserve instead (from 2024), or leave it out.",
)
RESERVE_USE_ENDED = error(
    "{amount} av resultatutjämningsreserven används {year}; den löstes upp vid utgången av 2033.",
    "{amount} of the equalisation reserve is used in {year}; it was dissolved at the end of 2033.",
    "Använd resultatreserven, eller utelämna beloppet.",
    "Use the result reserve, or leave it out.",
)
RESERVE_USE_ABOVE_BALANCE = error(
    "{amount} av {reserve_sv} används {year}, och den uppgår till {balance}.",
    "{amount} of {reserve} is used in {year}, and it holds {balance}.",
    "Sänk beloppet, eller rätta den ingående balansen.",
    "Lower the use, or correct the opening balance.",
)
RESERVE_BALANCE_UNKNOWN = note(
    "{amount} av {reserve_sv} används {year}; dess balans är inte känd, och beloppet har inte kontrollerats.",
    "{amount} of {reserve} is used in {year}; its balance is not known, and the use was not checked.",
)
RESERVE_OPENING_DIFFERS = error(
    "Ingående balans {year} för {reserve_sv} är {stated}, men året innan slutade på {carried}.",
    "In {year} {reserve} opens at {stated}, and the year before closed it at {carried}.",
    "Rätta den ingående balansen, eller föregående års reserveringar och användning.",
    "Correct the opening balance, or the allocations and uses of the year before.",
)
RESERVE_BEFORE_ITS_LAW = error(
    "{key} är {amount} för {year}, det första år som lagen har {reserve_sv}: den kan inte ha någon balans.",
    "{key} is {amount} for {year}, the first year that the law has {reserve}: it cannot hold anything yet.",
    "Ange det som är kvar av resultatutjämningsreserven under equalisation_reserve_before (från 2024).",
    "State what is left of the equalisation reserve under equalisation_reserve_before (from 2024).",
)
RESERVE_USED_WITHOUT_NEED = warning(
    "{amount} av resultatutjämningsreserven används {year}, och {needed} hade räckt för att nå noll.",
    "{amount} of the equalisation reserve is used in {year}, and {needed} would lift the result to zero.",
    "Använd högst underskottet, eller ange varför mer utjämnar en konjunkturcykel.",
    "Use no more than the deficit, or say why more evens out a business cycle.",
)
RESERVE_PURPOSE_MISSING = error(
    "Resultatreserven används {year}, och till vad och varför är inte angivet.",
    "The result reserve is used in {year}, and to what and why is not stated.",
    "Ange det under reserve_purpose: årsredovisningen ska innehålla det.",
    "State it under reserve_purpose: the annual report must tell it.",
)
RESERVE_DISSOLVED = note(
    "Det som är kvar av resultatutjämningsreserven vid utgången av {year}, {amount}, förs till övrigt eget kapital.",
    "What is left of the equalisation reserve at the end of {year}, {amount}, joins other equity.",
)
RESERVE_DECIDED_OUT_OF_TIME = error(
    "{decision} reserverar till resultatutjämningsreserven för {year}; det skulle beslutas under {decided_in}.",
    "{decision} sets aside to the equalisation reserve for {year}; that had to be decided in {decided_in}.",
    "Hänvisa till beslutet {decided_in}, eller utelämna reserveringen.",
    "Refer to the decision of {decided_in}, or leave the allocation out.",
)
RESERVE_NOT_COUNCIL = error(
    "{decision} är inget beslut av fullmäktige, och bara fullmäktige förfogar över reserverna.",
    "{decision} is no decision of the council, and only the council disposes of the reserves.",
    "Hänvisa till fullmäktiges beslut.",
    "Refer to the council's decision.",
)
REVERSAL_ABOVE_EXCLUDED = warning(
    "{key} är {amount} {year}, och av det som tidigare år undantagits finns {excluded} att återföra.",
    "{key} is {amount} in {year}, and {excluded} of what earlier years excluded is there to be reversed.",
    "Sänk återföringen, eller ange det tidigare undantagna under opening_excluded.",
    "Lower the reversal, or state what was excluded before under opening_excluded.",
)
REVERSAL_NOT_CHECKED = note(
    "{key} är {amount} {year}; vad tidigare år undantagit är inte känt, och det har inte kontrollerats.",
    "{key} is {amount} in {year}; what earlier years excluded is not known, and it was not checked.",
)

CODES = declared(globals())
