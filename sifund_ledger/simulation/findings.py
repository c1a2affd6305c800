"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

RANGE_UNSOUND = error(
    "{low:kr}, {likely:kr} och {high:kr} är inte i ordning: minst, troligt, mest.",
    "{low:kr}, {likely:kr} and {high:kr} are not in order: least, likely, most.",
    "Ange det minsta först.",
    "Give the least first.",
)
SCENARIO_BACKWARDS = error(
    "Scenariot slutar {to}, före sitt första år {first}.",
    "The scenario ends in {to}, before its first year {first}.",
    "Ange ett senare slutår.",
    "Give a later last year.",
)
PROJECT_TWICE = error(
    "{project} finns två gånger i scenariot.",
    "{project} is in the scenario twice.",
    "Ge det ena ett annat namn.",
    "Give one of them another name.",
)
PROJECT_WITHOUT_COST = error(
    "{project} har ingen kostnad i scenariot.",
    "{project} has no cost in the scenario.",
    "Ange kostnaden per år, eller utelämna projektet.",
    "Give its cost by year, or leave it out.",
)
PROJECT_OUTSIDE_YEARS = error(
    "{project} kostar något utanför scenariots år {first}–{to}.",
    "{project} costs something outside the scenario's years {first}–{to}.",
    "Förläng scenariot, eller flytta kostnaden.",
    "Lengthen the scenario, or move the cost.",
)
NO_MODELS = error(
    "Ingen modell att jämföra är angiven.",
    "No model to compare is given.",
    "Ange minst en riktlinje, som budget_textbook eller orebro_strict.",
    "Give at least one policy, such as budget_textbook or orebro_strict.",
)
NOTHING_TO_COMPARE_WITH = error(
    "Boken har inget bidrag i fonden {fund} att jämföra modeller med.",
    "The book has no grant in the fund {fund} to compare models with.",
    "Ange en annan fond, eller beskriv projekten i ett scenario.",
    "Name another fund, or describe the projects in a scenario.",
)
CODES = declared(globals())
