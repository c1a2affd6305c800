"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import Clause, declared, error, note, warning
from sifund_ledger.law.deficits import RESTORATION
from sifund_ledger.law.result import RESULT_AFTER_ADJUSTMENTS
from sifund_ledger.law.rules import wordings

NO_YEARS = error(
    "Det finns inga uppgifter för något år.",
    "There are no figures for any year.",
    "Ange uppgifter för minst ett räkenskapsår.",
    "Give the figures of at least one fiscal year.",
)
YEAR_MISSING = error(
    "Uppgifterna anger inte vilket räkenskapsår de avser.",
    "The figures do not say which fiscal year they are for.",
    "Ange året.",
    "State the year.",
)
YEAR_TWICE = error(
    "Räkenskapsåret {year} är angivet {count} gånger.",
    "The fiscal year {year} is given {count} times.",
    "Ange varje år en gång av varje slag: utfall, prognos, delår och budget.",
    "Give each year once of each kind: outcome, forecast, interim and budget.",
)
YEARS_WITH_GAP = warning(
    "Uppgifterna går från {before} till {year}; underskotten för åren emellan är okända.",
    "The figures go from {before} to {year}; the deficits of the years between are unknown.",
    "Lägg till uppgifterna för åren emellan.",
    "Add the figures of the years between.",
)
ROW_NOT_IN_LAW = error(
    "{key} är {amount:unit}, och lagen för {year} har ingen sådan rad.",
    "{key} is {amount:unit}, and the law for {year} has no such row.",
    "Utelämna den{own}.",
    "Leave it out{own}.",
    cites=wordings(RESULT_AFTER_ADJUSTMENTS),
)
AS_OWN_ROW = Clause(
    ", eller ange den som en egen rad (other_adjustments)",
    ", or give it as a row of the municipality's own (other_adjustments)",
)
"""What may be done with a row of the statement; the other figures have no such way out."""
OWN_ROWS_STRICT = error(
    "Den strikta uppställningen har bara lagens rader, men {count} egna rader är angivna.",
    "The strict layout has the statute's rows alone, but {count} own row(s) are given.",
    "Välj en egen uppställning (inside, below, grounds, added_back, separate_decision) eller ta bort dem.",
    "Choose a local presentation (inside, below, grounds, added_back, separate_decision) or remove them.",
    cites=wordings(RESULT_AFTER_ADJUSTMENTS),
)
NO_FORMULA = note(
    "För {year} anger ingen lag hur resultatet justeras; varje rad är kommunens egen.",
    "For {year} no statute says how the result is adjusted; every row is the municipality's own.",
    cites=wordings(RESULT_AFTER_ADJUSTMENTS),
)
EXEMPT_ABOVE_GAINS = warning(
    "De undantagna realisationsvinsterna {year} ({exempt:unit}) överstiger samtliga ({gains:unit}).",
    "The exempt realised gains ({exempt:unit}) are above all realised gains ({gains:unit}) of {year}.",
    "Ange samtliga vinster under ”realisationsvinster”, de undantagna inräknade.",
    "Give all gains under realised_gains, the exempt ones among them.",
    cites=wordings(RESULT_AFTER_ADJUSTMENTS),
)
FEDERATION_RESERVE = error(
    "Ett kommunalförbund har inget skatteunderlag att mäta en reservering mot.",
    "A federation has no tax base to measure an allocation to the reserve against.",
    "Utelämna reserveringen, eller ange skälet för den under ”reservens_ändamål”.",
    "Leave the allocation out, or state the reason for it under reserve_purpose.",
    cites=KL("11:14"),
)
PRELIMINARY = note(
    "Uppgifterna för {year} är {kind}, inte ett utfall: {how}",
    "The figures of {year} are {kind}, not an outcome: {how}",
)
FORESEEN = Clause(
    "det de visar är förutsett, och inget underskott uppkommer av dem.",
    "what they show is foreseen, and they make no deficit.",
)
OF_A_PERIOD = Clause(
    "balanskravet mäts på helårsprognosen, och periodens resultat är en upplysning.",
    "the balance requirement is measured on the forecast for the full year, and the period's result is a disclosure.",
)
OPENING_DEFICITS_UNKNOWN = warning(
    "Inget är angivet om underskott från tiden före {year}; finns sådana återstår mindre av resultaten.",
    "Nothing is said of deficits from before {year}; if there are any, less is left of the results.",
    "Ange ”ingående_underskott”, eller en tom lista om sådana saknas.",
    "State opening_deficits, or an empty list if there are none.",
    cites=wordings(RESTORATION),
)
OPENING_DEFICIT_YEAR = error(
    "Ett ingående underskott avser {year}; det ska avse ett år från {first} till året innan uppgifterna börjar.",
    "An opening deficit is of {year}; it must be of a year from {first} to the one before the figures begin.",
    "Rätta året, eller utelämna underskottet om det finns i uppgifterna.",
    "Correct the year, or leave it out if the figures themselves have it.",
)
OPENING_DEFICIT_TWICE = error(
    "Det ingående underskottet för {year} är angivet mer än en gång.",
    "The opening deficit of {year} is given more than once.",
    "Ange varje år en gång; delar med annan tidsgräns är skäl som förlänger.",
    "Give each year once; parts with another deadline are grounds that extend.",
)
OPENING_DEFICIT_ABOVE_ARISEN = error(
    "Det ingående underskottet {year} uppkom med {arisen:unit}, men {left:unit} är kvar och {waived:unit} eftergivet.",
    "The opening deficit of {year} arose as {arisen:unit}, but {left:unit} is left and {waived:unit} waived.",
    "Ange hela det ursprungliga beloppet, eller utelämna det om det inte är känt.",
    "State the whole original amount, or leave it out if it is not known.",
)
FIGURE_NEGATIVE = error(
    "{key} är negativt: {amount:kr} kr.",
    "{key} is negative: {amount:kr} kr.",
    "{instead}",
    "{instead}",
)
GROUND_INCOMPLETE = error(
    "Det synnerliga skälet saknar {missing}.",
    "The exceptional ground has no {missing}.",
    "Ange {missing}: årsredovisningen ska innehålla det.",
    "State {missing}: the annual report must give it.",
    cites=KL("11:13") + LKBR("11:11"),
)

CODES = declared(globals())
