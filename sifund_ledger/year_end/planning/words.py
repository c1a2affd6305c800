"""Every word that the planner prints, in Swedish and English: its tables, and what each assumption says."""

from __future__ import annotations

from typing import Final

from sifund_ledger.balance.figures.year_figures import StatementKind
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, fiscal_year, text

ROADS: Final = {
    "earmark": Bilingual("öronmärkning", "earmark"),
    "reserve": Bilingual("resultatreserv (RER)", "result reserve (RER)"),
}
BASIS: Final = {
    StatementKind.OUTCOME: Bilingual("utfall", "outcome"),
    StatementKind.FORECAST: Bilingual("prognos", "forecast"),
    StatementKind.BUDGET: Bilingual("budget", "budget"),
    None: Bilingual("antaget", "assumed"),
}
"""What a year's figures are."""
PLAN: Final = Form(
    "plan",
    Bilingual("Plan: {road}", "Plan: {road}"),
    (
        fiscal_year(),
        text("basis", "Underlag", "Basis"),
        amount("result", "Årets resultat", "Result of the year"),
        amount("adjusted", "Efter justeringar", "After adjustments"),
        amount("decisive", "Balanskravsresultat", "Balance requirement result"),
        amount("allocated", "Reserverat", "Put into reserves"),
        amount("reserve_used", "Använt ur reserver", "Used of reserves"),
        amount("rur", "RUR", "RUR"),
        amount("rur_dissolved", "RUR upplöst", "RUR dissolved"),
        amount("rer", "RER", "RER"),
        amount("grounds_needed", "Synnerliga skäl behövs", "Grounds needed"),
        amount("restored", "Återställt", "Restored"),
        amount("left", "Att återställa", "To restore"),
        text("due", "Senast", "Due"),
    ),
)
DEFICITS: Final = Form(
    "plan_deficits",
    Bilingual("Underskott vid utgången av {to}: {road}", "Deficits at the end of {to}: {road}"),
    (
        fiscal_year(),
        amount("arisen", "Uppkommet", "Arisen"),
        amount("restored", "Återställt", "Restored"),
        amount("waived", "Eftergivet", "Waived"),
        amount("left", "Kvar", "Left"),
        fiscal_year("due_year", "Återställs senast", "To be restored by"),
        text("decided", "Beslutas senast", "To be decided by", "decide_by"),
    ),
)
FUND: Final = Form(
    "plan_fund",
    Bilingual("Fonden {fund}", "The fund {fund}"),
    (
        fiscal_year(),
        amount("opening", "Ingående", "Opening"),
        amount("set_aside", "Öronmärkt", "Set aside"),
        amount("used", "Ianspråktaget", "Used"),
        amount("repaid", "Återfört", "Repaid"),
        amount("renewed", "Förnyat", "Renewed"),
        amount("carried", "Rätt att förnya kvar", "Entitlement carried"),
        amount("closing", "Utgående", "Closing"),
        amount("committed", "Beviljat, ej förbrukat", "Granted, not used"),
        amount("available", "Disponibelt", "Available"),
    ),
)
ASSUMPTIONS: Final = Form(
    "plan_assumptions",
    Bilingual("Antaganden", "Assumptions"),
    (text("assumption", "Antagande", "Assumption"),),
)

NOT_STATED: Final = Bilingual(
    "{years}: inget resultat är angivet. Årets resultat räknas som 0.",
    "{years}: no result is stated. The result of the year is taken as 0.",
)
STATED: Final = Bilingual("{year}: resultatet är {basis}.", "{year}: the result is {basis}.")
OTHER_KINDS: Final = Bilingual(
    "Anges flera slag av ett år gäller utfall före prognos, och prognos före budget.",
    "Where several kinds of a year are stated, an outcome goes before a forecast, and a forecast before a budget.",
)
AS_OUTCOMES: Final = Bilingual(
    "Förväntade resultat behandlas som utfall: ett negativt balanskravsresultat ska återställas inom lagens tid.",
    "Expected results are treated as outcomes: a negative balance requirement result is to be restored in time.",
)
COSTS_WITHIN: Final = Bilingual(
    "Resultaten innehåller projektens kostnader och de ramar som återföring har sänkt.",
    "The results include the costs of projects and the frames that repayments have lowered.",
)
USES_EVENLY: Final = Bilingual(
    "Det som är beviljat men inte förbrukat används jämnt till projektets slut; saknas slutdag används det {first}.",
    "What is granted and not used is used evenly to the project's end; in {first} where it has none.",
)
USES_STATED: Final = Bilingual(
    "{year}: uppgifterna anger ianspråktaget {amount:unit}; skillnaden mot projekten läggs på fonden {fund}.",
    "{year}: the figures state {amount:unit} used; the difference from the projects is put on the fund {fund}.",
)
SET_ASIDE_INTENDED: Final = Bilingual(
    "Det som fonderna avser att öronmärka öronmärks som avsett.",
    "What the funds mean to set aside is set aside as meant.",
)
SET_ASIDE_STATED: Final = Bilingual(
    "{year}: uppgifterna anger öronmärkt {amount:unit}; skillnaden mot avsikterna läggs på fonden {fund}.",
    "{year}: the figures state {amount:unit} set aside; the difference from the intentions is put on the fund {fund}.",
)
REPAID_AS_PLANNED: Final = Bilingual(
    "Nämnderna återför enligt plan; det som är försenat återförs {first}.",
    "Boards repay as planned; what is late is repaid in {first}.",
)
RENEWED_WITH_ROOM: Final = Bilingual(
    "Återföringar förnyar öronmärkningen i den mån årets resultat räcker, fonderna i den ordning de inrättades.",
    "Repayments renew the earmark as far as the year's result has room, the funds in the order they were made.",
)
RESERVE_ROAD: Final = Bilingual(
    "Med resultatreserv reserveras det som öronmärks inom taken, och reserven används bara till att nå noll.",
    "With the result reserve, what is set aside is allocated within the ceilings, and used only to reach zero.",
)
BASE_KEPT: Final = Bilingual(
    "{year}: skatteintäkter och bidrag är inte angivna; taken räknas på {amount:unit} ({of_year}).",
    "{year}: taxes and grants are not stated; the ceilings are measured on {amount:unit} ({of_year}).",
)
BASE_UNKNOWN: Final = Bilingual(
    "{year}: skatteintäkter och bidrag är inte kända; inget reserveras för fonderna.",
    "{year}: taxes and grants are not known; nothing is allocated for the funds.",
)
RUR_ENDS: Final = Bilingual(
    "RUR används till och med {last}; det som återstår då upplöses i övrigt eget kapital.",
    "RUR is used to {last}; what is left then is dissolved into other equity.",
)
