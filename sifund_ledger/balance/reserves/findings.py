"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import Clause, declared, error, note, warning
from sifund_ledger.law.council import AUTHORITY
from sifund_ledger.law.deficits import RESTORATION
from sifund_ledger.law.equity import EQUITY_CARRIED
from sifund_ledger.law.reserves import DISSOLUTION, EQUALISATION_USE, FLOW_CEILING
from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT, RESULT_AFTER_ADJUSTMENTS
from sifund_ledger.law.rules import wordings

SHARE_OF = {
    True: Clause(
        "taket är beräknat med 2 % av skatter och bidrag, eftersom eget kapital med avdrag för ansvarsförbindelsen är "
        "negativt",
        "the ceiling is computed at 2 % of taxes and grants, as equity less the pension contingency is negative",
    ),
    False: Clause(
        "taket är beräknat med 1 % av skatter och bidrag, eftersom eget kapital med avdrag för ansvarsförbindelsen "
        "inte är negativt",
        "the ceiling is computed at 1 % of taxes and grants, as equity less the pension contingency is not negative",
    ),
    None: Clause(
        "taket är beräknat med 1 % av skatter och bidrag, eftersom eget kapital med avdrag för ansvarsförbindelsen "
        "saknas; är det negativt gäller 2 %",
        "the ceiling is computed at 1 % of taxes and grants, as equity less the pension contingency is not known; if "
        "it is negative, 2 % applies",
    ),
}
"""With which share the ceiling of the result is computed, and why."""
RESERVE_ABOVE_RESULT_CEILING = error(
    "{amount:unit} reserveras för {year}, och resultatet ger utrymme för {ceiling:unit}: {share}.",
    "{amount:unit} is set aside to the reserve for {year}, and the result leaves room for {ceiling:unit}: {share}.",
    "Sänk ”reservering” till taket, eller rätta ”skatter_och_bidrag”.",
    "Lower reserve_allocated to the ceiling, or correct taxes_and_grants.",
    cites=wordings(FLOW_CEILING),
)
RESERVE_ABOVE_STOCK_CEILING = error(
    "{amount:unit} reserveras till resultatreserven för {year}, och dess storlek ger utrymme för {ceiling:unit}.",
    "{amount:unit} is set aside to the result reserve for {year}, and its size leaves room for {ceiling:unit}.",
    "Sänk ”reservering”: efter reserveringen är reserven högst 5 % av skatter och bidrag.",
    "Lower reserve_allocated: after it the reserve is at most 5 % of taxes and grants.",
    cites=wordings(FLOW_CEILING),
)
ASKED_OF_EQUITY = {
    ("equity", "pension_contingency"): Clause(
        "”eget_kapital” och ”ansvarsförbindelse”", "equity and pension_contingency"
    ),
    ("equity",): Clause("”eget_kapital”", "equity"),
    ("pension_contingency",): Clause("”ansvarsförbindelse”", "pension_contingency"),
}
"""What a remedy asks for, by the figures that are missing of equity less the pension contingency."""
CEILING_SHARE_ASSUMED = note(
    "Eget kapital med avdrag för ansvarsförbindelsen saknas för {year}; taket är beräknat med 1 %.",
    "Equity less the pension contingency is not known for {year}; the ceiling is computed at 1 %.",
    "Ange {asked}: är eget kapital med avdraget negativt gäller 2 %.",
    "Give {asked}: if equity less the contingency is negative, 2 % applies.",
    cites=wordings(FLOW_CEILING),
)
CEILING_NOT_CHECKED = note(
    "{amount:unit} reserveras för {year}, men {missing} saknas; taket har inte kontrollerats.",
    "{amount:unit} is set aside for {year}, without {missing}; the ceiling was not checked.",
    cites=wordings(FLOW_CEILING),
)
RESULT_SPENT_TWICE = warning(
    "Av {year} års resultat, {result:unit}, tas mer än vad som finns: reserverat {allocated:unit}, "
    "öronmärkt {set_aside:unit}, till återställande {restored:unit}.",
    "Of the result of {year}, {result:unit}, more is taken than there is: allocated {allocated:unit}, "
    "set aside {set_aside:unit}, restoring deficits {restored:unit}.",
    "Sänk någon av dem, eller besluta att öronmärkningen tas ur ackumulerat eget kapital.",
    "Lower one of them, or decide that the earmark comes from accumulated equity.",
    cites=wordings(FLOW_CEILING, RESTORATION),
)
RESERVE_CLOSED = error(
    "{amount:unit} reserveras till {reserve} för {year}. Lagen tillåter ingen reservering till den det året.",
    "{amount:unit} is set aside to {reserve} for {year}. The law allows no allocation to it that year.",
    "Reservera till den reserv som året har: resultatutjämningsreserven till 2023, resultatreserven från 2024; eller "
    "utelämna beloppet.",
    "Set aside to the reserve that the year has, the equalisation reserve to 2023, the result reserve from 2024; or "
    "leave it out.",
)
RESERVE_OUTSIDE_LAW = error(
    "{amount:kr} kr av {reserve} anges för {year}; enligt lagen kan det bara avse {years}.",
    "{amount:kr} kr of {reserve} is stated for {year}; by the law it can be of {years} alone.",
    "Rätta året eller reserven, eller utelämna beloppet: då hör det till övrigt eget kapital.",
    "Correct the year or the reserve, or leave the amount out: it is then part of other equity.",
)
RESERVE_USE_ENDED = error(
    "{amount:unit} av resultatutjämningsreserven används {year}; den löstes upp vid utgången av 2033.",
    "{amount:unit} of the equalisation reserve is used in {year}; it was dissolved at the end of 2033.",
    "Använd resultatreserven, eller utelämna beloppet.",
    "Use the result reserve, or leave it out.",
)
RESERVE_USE_ABOVE_BALANCE = error(
    "{amount:unit} av {reserve} används {year}, men den uppgår till {balance:unit}.",
    "{amount:unit} of {reserve} is used in {year}, but it holds {balance:unit}.",
    "Sänk beloppet, eller rätta den ingående balansen.",
    "Lower the use, or correct the opening balance.",
)
RESERVE_BALANCE_UNKNOWN = note(
    "{amount:unit} av {reserve} används {year}. Dess balans är okänd; beloppet har inte kontrollerats.",
    "{amount:unit} of {reserve} is used in {year}. Its balance is unknown; the use was not checked.",
)
RESERVE_OPENING_DIFFERS = error(
    "Ingående balans {year} för {reserve} är {stated:unit}, men året innan slutade på {carried:unit}.",
    "In {year} {reserve} opens at {stated:unit}, and the year before closed it at {carried:unit}.",
    "Rätta den ingående balansen, eller föregående års reserveringar och användning.",
    "Correct the opening balance, or the allocations and uses of the year before.",
    cites=wordings(EQUITY_CARRIED),
)
RESERVE_BEFORE_ITS_LAW = error(
    "Ingående balans för {reserve} är {amount:unit} {year}. Det är reservens första år, så balansen ska vara noll.",
    "In {year} {reserve} opens at {amount:unit}. That is its first year, so it must open at zero.",
    "Ange det som är kvar av resultatutjämningsreserven under ”rur_ingående” (från 2024).",
    "State what is left of the equalisation reserve under equalisation_reserve_before (from 2024).",
    cites=wordings(FLOW_CEILING),
)
RESERVE_USED_WITHOUT_NEED = warning(
    "{amount:unit} av resultatutjämningsreserven används {year}. {needed:unit} räcker för att nå noll.",
    "{amount:unit} of the equalisation reserve is used in {year}. {needed:unit} lifts the result to zero.",
    "Använd högst underskottet, eller ange varför mer utjämnar en konjunkturcykel.",
    "Use no more than the deficit, or say why more evens out a business cycle.",
    cites=wordings(EQUALISATION_USE),
)
RESERVE_PURPOSE_MISSING = error(
    "Resultatreserven används {year} utan att det anges till vad och varför.",
    "The result reserve is used in {year} without stating to what and why.",
    "Ange det under ”reservens_ändamål”: årsredovisningen ska innehålla det.",
    "State it under reserve_purpose: the annual report must give it.",
    cites=wordings(BALANCE_REQUIREMENT_RESULT),
)
RESERVE_DECISION_MISSING = warning(
    "{amount:unit} reserveras till resultatreserven för {year}, och inget beslut av fullmäktige är angivet.",
    "{amount:unit} is set aside to the result reserve for {year}, and no decision of the council is given.",
    "Ange fullmäktiges beslut under ”beslut_om_reserv”; ett föreslaget ger ett utkast.",
    "Give the council's decision under reserve_decision; a proposed one makes a draft.",
    cites=wordings(AUTHORITY),
)
RESERVE_DISSOLVED = note(
    "Det som är kvar av resultatutjämningsreserven vid utgången av {year}, {amount:unit}, förs till övrigt eget "
    "kapital.",
    "What is left of the equalisation reserve at the end of {year}, {amount:unit}, joins other equity.",
    cites=wordings(DISSOLUTION),
)
RESERVE_DECIDED_OUT_OF_TIME = error(
    "{decision} reserverar till resultatutjämningsreserven för {year}; det skulle beslutas under {decided_in}.",
    "{decision} sets aside to the equalisation reserve for {year}; that had to be decided in {decided_in}.",
    "Hänvisa till beslutet {decided_in}, eller utelämna reserveringen.",
    "Refer to the decision of {decided_in}, or leave the allocation out.",
    cites=wordings(FLOW_CEILING),
)
RESERVE_NOT_COUNCIL = error(
    "{decision} är inte fullmäktiges beslut. Bara fullmäktige förfogar över reserverna.",
    "{decision} is not the council's. Only the council disposes of the reserves.",
    "Hänvisa till fullmäktiges beslut.",
    "Refer to the council's decision.",
    cites=wordings(AUTHORITY),
)
REVERSAL_ABOVE_EXCLUDED = warning(
    "{row} är {amount:unit} {year}, men bara {excluded:unit} av det som tidigare år undantagits kan återföras.",
    "{row} is {amount:unit} in {year}, but only {excluded:unit} of what earlier years excluded can be reversed.",
    "Sänk återföringen, eller ange det tidigare undantagna under ”ingående_orealiserat”.",
    "Lower the reversal, or state what was excluded before under opening_excluded.",
    cites=wordings(RESULT_AFTER_ADJUSTMENTS),
)
REVERSAL_NOT_CHECKED = note(
    "{row} är {amount:unit} {year}; uppgifterna från och med {since} har undantagit {excluded:unit} av det. Vad åren "
    "före {since} undantagit är okänt; resten har inte kontrollerats.",
    "{row} is {amount:unit} in {year}; the figures from {since} on have excluded {excluded:unit} of it. What the years "
    "before {since} excluded is unknown; the rest was not checked.",
    cites=wordings(RESULT_AFTER_ADJUSTMENTS),
)

CODES = declared(globals())
