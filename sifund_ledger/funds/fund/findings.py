"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error, warning

POLICY_UNDECIDED = error(
    "{policy}: {parameter} är inte bestämt. Källan: {says} (”{source}”).",
    "{policy}: {parameter} is not decided. The source: {says} (“{source}”).",
    "Välj det, så som kommunen har beslutat: {give.choose.parameter}. Tillåtet är {known}.",
    "Choose it, as the municipality has decided: {give.choose.parameter}. Allowed: {known}.",
)
POLICY_CONTRADICTS = error(
    "{policy}: {what}.",
    "{policy}: {what}.",
    "Rätta riktlinjens parametrar.",
    "Correct the policy's parameters.",
)
POLICY_BACKWARDS = error(
    "{fund}: riktlinjen skulle gälla från {valid_from}, före den senaste versionen, från {latest}.",
    "{fund}: the policy would apply from {valid_from}, before the latest version, from {latest}.",
    "Ange en senare dag; projekt behåller den version som gällde vid deras start.",
    "Name a later day; projects keep the version in force at their start.",
)
POLICY_CHANGES_FORM = error(
    "{fund} är {form}{parts}; en riktlinje kan inte ändra formen eller ta bort delfonder.",
    "{fund} is {form}{parts}; a policy cannot change that form or drop a sub-fund.",
    "Upplös fonden och inrätta en annan.",
    "Dissolve this fund and make another.",
)
NOT_AN_EARMARK = error(
    "{fund} är inte öronmärkt eget kapital och kan inte förnyas, flyttas eller upplösas.",
    "{fund} is not earmarked equity, and cannot be renewed, moved or dissolved.",
    "En ram upphör med sitt år; resultatreserven följer sina egna regler.",
    "A frame ends with its year; the result reserve follows its own rules.",
    cites=KL("11:14") + LKBR("11:10"),
)
RENEWAL_ABOVE_ENTITLEMENT = error(
    "{amount:kr} kr skulle förnyas i {fund} för {year}, där återföringar ger rätt till {left:kr} kr.",
    "{amount:kr} kr would be renewed in {fund} for {year}, where repayments give a right to {left:kr} kr.",
    "Förnya högst {left:kr} kr; mer än så är en egen öronmärkning.",
    "Renew {left:kr} kr at most; anything more is a set-aside of its own.",
)
RENEWAL_WITHOUT_ROOM = error(
    "{amount:kr} kr skulle förnyas i {fund} för {year}, vars resultat ger utrymme för {left:kr} kr.",
    "{amount:kr} kr would be renewed in {fund} for {year}, whose result leaves room for {left:kr} kr.",
    "Förnya högst {left:kr} kr; resten överförs till nästa år.",
    "Renew {left:kr} kr at most; the rest is carried to the next year.",
    cites=KL("5:1-2"),
)
SAME_SUBFUND = error(
    "{fund}: beloppet skulle stanna i {where}.",
    "{fund}: the amount would stay in {where}.",
    "Ange två olika delfonder. En fond utan delfonder har inget att föra om.",
    "Name two different sub-funds. A fund without sub-funds has nothing to move between.",
)
FUND_BEGUN = error(
    "{fund} har redan rörelser; en ingående balans kommer före dem.",
    "{fund} has movements already; an opening balance comes before them.",
    "Registrera det som ändrats som öronmärkning, beviljande eller ianspråktagande.",
    "Record what has changed as a set-aside, a grant or a use.",
)
PROJECT_EXISTS = error(
    "Det finns redan ett projekt som heter {project!r}.",
    "There is a project called {project!r} already.",
    "Välj ett annat namn.",
    "Choose another name.",
)
OPENING_UNSOUND = error(
    "{project}: {what} ({left:kr} kr mot {right:kr} kr).",
    "{project}: {what} ({left:kr} kr against {right:kr} kr).",
    "Rätta de ingående uppgifterna: de är summan av tidigare år.",
    "Correct the opening figures: they are the totals of earlier years.",
)
SOURCE_NOT_IN_POLICY = error(
    "Riktlinjen {policy} medger inte öronmärkning ur {source}.",
    "The policy {policy} does not set aside from {source}.",
    "Ange en av dess källor: {sources}.",
    "Name one of its sources: {sources}.",
)
SOURCE_UNKNOWN = error(
    "Okänd källa till en öronmärkning: {source!r}.",
    "Unknown source of a set-aside: {source!r}.",
    "Använd en av: {known}.",
    "Use one of: {known}.",
)
RESULT_UNKNOWN = error(
    "{year} års resultat är inte registrerat, så överskottet är inte känt.",
    "The result of {year} is not recorded, so its surplus is not known.",
    "Registrera det först: {do.record_result}.",
    "Record it first: {do.record_result}.",
    cites=KL("5:1-2"),
)
RESULT_YEAR_MISSING = error(
    "Överskottets år saknas i öronmärkningen.",
    "The set-aside lacks the year of its surplus.",
    "Ange {give.result_year}.",
    "Give {give.result_year}.",
    cites=LKBR("3:9"),
)
SURPLUS_MISSING = error(
    "{year} har inget överskott att öronmärka ur: {result:kr} kr.",
    "{year} has no surplus to set aside from: {result:kr} kr.",
    "Öronmärk ur ett annat år, eller ur källan ”tidigare eget kapital” av fullmäktige.",
    "Set aside from another year, or from the source “accumulated_equity” by the council.",
    cites=KL("5:1-2"),
)
SET_ASIDE_ABOVE_SURPLUS = error(
    "{amount:kr} kr ska öronmärkas ur {year}; av överskottet {limit:kr} kr återstår {left:kr} kr.",
    "{amount:kr} kr is to be set aside of {year}; {left:kr} kr is left of its surplus of {limit:kr} kr.",
    "Öronmärk högst {left:kr} kr, eller ta resten ur tidigare eget kapital.",
    "Set aside {left:kr} kr at most, or take the rest from accumulated equity.",
    cites=KL("5:1-2"),
)
SET_ASIDE_FROM_EQUITY = warning(
    "{amount:kr} kr öronmärks ur tidigare eget kapital, inte ur ett överskott.",
    "{amount:kr} kr is set aside from accumulated equity, not from a surplus.",
    "Kontrollera att det är vad fullmäktige beslutade.",
    "Check that this is what the council decided.",
    cites=KL("5:1-2"),
)
SET_ASIDE_DECIDED_EARLY = warning(
    "{decision} fattades innan {year}, vars resultat öronmärks, hade börjat.",
    "{decision} was taken before {year}, whose result is set aside, had begun.",
    "Kontrollera beslutets datum, och låt fullmäktige besluta när resultatet är känt.",
    "Check the decision's date, and let the council decide when the result is known.",
    cites=KL("5:1-2"),
)
RESULT_YEAR_LATER = error(
    "En öronmärkning ur {result_year} kan inte bokföras på {year}, ett år före dess resultat.",
    "A set-aside of {result_year} cannot be booked in {year}, a year before its result.",
    "Bokför den på resultatets år, eller på året då den beslutades.",
    "Book it in the result's year, or in the year it was decided.",
    cites=LKBR("3:9"),
)
SET_ASIDE_BY_EXECUTIVE_BOARD = warning(
    "{decision}: en öronmärkning beslutades av {body}, vilket bara fullmäktige får; noterad som historik.",
    "{decision}: a set-aside was once decided by {body}, which the council alone may do; kept as history.",
    "Låt fullmäktige bekräfta det som återstår av den.",
    "Let the council confirm what is left of it.",
    cites=KL("5:1-2"),
)
HISTORY_TOO_RECENT = error(
    "{decision} är från i år; bara fullmäktige beslutar om en ny öronmärkning.",
    "{decision} is from this year; only the council decides on a new set-aside.",
    "Ange fullmäktiges beslut.",
    "Name the council's decision.",
    cites=KL("5:1-2"),
)
SET_ASIDE_TWICE = warning(
    "{amount:kr} kr för {year} är redan öronmärkta i {fund}, beslutade samma dag och ur samma källa.",
    "{amount:kr} kr of {year} are already set aside in {fund}, decided on the same day, from the same source.",
    "Är det samma öronmärkning? Ta då tillbaka den ena: {do.correct}.",
    "Is it the same set-aside? Then take one back: {do.correct}.",
    cites=LKBR("3:3"),
)
SET_ASIDE_OFF_RULE = warning(
    "{amount:kr} kr öronmärks; riktlinjens regel ({rule}) ger {proposed:kr} kr.",
    "{amount:kr} kr is set aside; the policy's rule ({rule}) gives {proposed:kr} kr.",
    "Kontrollera att fullmäktige har beslutat att avvika.",
    "Check that the council has decided to depart from it.",
)
RULE_GIVES_NOTHING = error(
    "Riktlinjens regel ({rule}) ger inget att öronmärka för {year}.",
    "The policy's rule ({rule}) gives nothing to set aside of {year}.",
    "Ange beloppet: {do.set_aside}, eller den budget som målet är en andel av.",
    "Give the amount: {do.set_aside}, or the budget that the target is a share of.",
)
PRESENTATION_UNKNOWN = error(
    "Okänd uppställning i riktlinjen: {given!r}.",
    "Unknown layout in the policy: {given!r}.",
    "Använd en av: {known}.",
    "Use one of: {known}.",
)
TASK_NOT_DELEGABLE = error(
    "{given!r} kan inte delegeras till ett annat organ.",
    "{given!r} cannot be delegated to another body.",
    "Låt fullmäktige besluta; det som kan delegeras är: {known}.",
    "Let the council decide; what can be delegated is: {known}.",
    cites=KL("5:1-2"),
)

CODES = declared(globals())
