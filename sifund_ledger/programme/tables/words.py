"""Every word that the programme's tables print, in Swedish and English."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, amount, count, fiscal_year, share, text
from sifund_ledger.table import ColumnKind

KEPT: Final = {
    True: Bilingual("uppfylld", "kept"),
    False: Bilingual("inte uppfylld", "breached"),
    None: Bilingual("inte redovisad", "not stated"),
}
YES: Final = Bilingual("ja", "yes")
NO: Final = Bilingual("nej", "no")
MISSING: Final = Bilingual("saknas", "missing")
NOT_SAID: Final = Bilingual("inte angivet", "not stated")
MISSED: Final = Bilingual("missad", "missed")
KEPT_DAY: Final = Bilingual("hållen", "kept")
AHEAD: Final = Bilingual("kommer", "to come")
ORPHAN: Final = Bilingual("når inget strategiskt mål", "reaches no strategic goal")


def day(code: str, sv: str, en: str) -> FormField:
    """A column of days."""
    return FormField(code, Bilingual(sv, en), ColumnKind.DAY)


_PROJECT: Final = text("project", "Projekt", "Project")

REGISTER: Final = Form(
    "programme_register", Bilingual("Projektregister", "Register of projects"),
    (
        _PROJECT, text("stage", "Skede", "Stage"), day("since", "Sedan", "Since"), text("fund", "Fond", "Fund"),
        text("board", "Nämnd", "Board"), count("units", "Verksamheter", "Operations"),
        amount("sought", "Sökt", "Sought"),
        amount("granted", "Beviljat", "Granted"), amount("used", "Ianspråktaget", "Used"),
        amount("repaid", "Återfört", "Repaid"), text("status", "Införande", "Implementation"),
    ),
)  # fmt: skip
PIPELINE: Final = Form(
    "pipeline", Bilingual("Från idé till beslut", "From idea to decision"),
    (
        _PROJECT, day("idea", "Idé", "Idea"), day("prepared", "Beredd", "Prepared"),
        day("applied", "Ansökt", "Applied"),
        day("decided", "Beslutad", "Decided"), text("outcome", "Utfall", "Outcome"),
        count("to_prepared", "Dagar till beredd", "Days to prepared"),
        count("to_applied", "till ansökan", "to application"), count("to_decided", "till beslut", "to decision"),
        count("in_all", "i allt", "in all"), text("reason", "Skäl", "Reason"),
    ),
)  # fmt: skip
PARTICIPATION: Final = Form(
    "participation", Bilingual("Deltagare", "Participants"),
    (
        _PROJECT, text("participant", "Deltagare", "Participant"),
        text("participant_kind", "Slag", "Kind"), text("unit", "Enhet", "Unit"),
    ),
)  # fmt: skip
UNITS: Final = Form(
    "participation_by_unit", Bilingual("Deltagande per enhet", "Participation by unit"),
    (
        text("participant", "Deltagare", "Participant"), text("unit", "Enhet", "Unit"),
        count("projects", "Projekt", "Projects"), text("which", "Vilka", "Which"),
    ),
)  # fmt: skip
ROLES: Final = Form(
    "roles", Bilingual("Roller, och vad som är i samma hand", "Roles, and what is in one hand"),
    (
        _PROJECT, text("proposer", "Förslagsställare", "Proposer"), text("preparer", "Beredare", "Preparer"),
        text("applicant", "Sökande", "Applicant"), text("decider", "Beslutande", "Decider"),
        text("calculator", "Beräknare", "Calculator"), text("reviewer", "Granskare", "Reviewer"),
        text("conflict", "I samma hand", "In one hand"),
    ),
)  # fmt: skip
ELIGIBILITY: Final = Form(
    "eligibility", Bilingual("Prövning mot programmet: {project}", "Held against the programme: {project}"),
    (
        text("rule", "Regel", "Rule"), text("kept", "Utfall", "Outcome"), text("stated", "Redovisat", "Stated"),
        text("refuses", "Nekar", "Refuses"), text("source", "Källa", "Source"),
    ),
)  # fmt: skip
NO_RULES: Final = Bilingual(
    "Inga programregler gäller för projektet, så inget prövas.",
    "No programme rules apply to the project, so nothing is tested.",
)
ESTIMATES: Final = Form(
    "estimates", Bilingual("Beräknat och utfall", "Estimated and outcome"),
    (
        _PROJECT, fiscal_year(), amount("first", "Första beräkningen", "First estimate"),
        amount("last", "Sista beräkningen", "Last estimate"), count("changes", "Ändringar", "Changes"),
        amount("outcome", "Utfall", "Outcome"), amount("against_first", "Mot den första", "Against the first"),
        amount("against_last", "Mot den sista", "Against the last"),
    ),
)  # fmt: skip
ESTIMATE_LOG: Final = Form(
    "estimate_log", Bilingual("Beräkningarnas ändringar", "Changes of estimates"),
    (
        _PROJECT, fiscal_year(), day("day", "Dag", "Day"), amount("amount", "Beräknat", "Estimated", "ore"),
        text("reason", "Skäl", "Reason"),
    ),
)  # fmt: skip
IMPLEMENTATION: Final = Form(
    "implementation", Bilingual("Införande i ordinarie verksamhet", "Implementation in ordinary operations"),
    (
        _PROJECT, text("board", "Nämnd", "Board"), day("closed", "Avslutat", "Closed"),
        text("status", "Läge", "Status"), share("share", "Andel", "Share"),
        amount("yearly", "Årskostnad", "Yearly cost"),
        amount("permanent", "Permanent", "Permanent"), text("phased_out", "Avvecklar", "Phases out"),
        amount("phased_out_cost", "Avvecklat", "Phased out"), amount("net", "Netto i ramarna", "Net in the frames"),
        fiscal_year("from_year", "Från år", "From year"), text("funding", "Finansiering", "Funding"),
    ),
    (
        Bilingual(
            "Ett avslutat projekt utan läge tolv månader efter slutet saknar plan för vad det blev.",
            "A closed project without a status twelve months after its end lacks a plan for what it became.",
        ),
    ),
)  # fmt: skip
GOALS: Final = Form(
    "goals", Bilingual("Mål", "Goals"),
    (
        text("goal", "Mål", "Goal"), text("goal_level", "Nivå", "Level"), text("indicator", "Indikator", "Indicator"),
        text("owner", "Ägare", "Owner"), fiscal_year("first_year", "Från", "From"),
        fiscal_year("last_year", "Till", "To"),
        text("projects", "Projekt", "Projects"), text("remark", "Anmärkning", "Remark"),
    ),
)  # fmt: skip
PATHS: Final = Form(
    "goal_paths",
    Bilingual("Projektens väg till fullmäktiges mål", "Projects' paths to a goal of the council"),
    (_PROJECT, text("path", "Väg", "Path"), text("indicator", "Indikator", "Indicator")),
)
CALENDAR: Final = Form(
    "calendar", Bilingual("Delmål, utvärderingar och rapporter", "Milestones, evaluations and reports"),
    (
        text("about", "Avser", "About"), text("milestone", "Vad", "What"), text("what", "Slag", "Kind"),
        day("due", "Senast", "Due"), day("reached", "Nått", "Reached"), text("state", "Läge", "State"),
    ),
)  # fmt: skip
PORTFOLIO: Final = Form(
    "portfolio", Bilingual("Strategisk eller operativ styrning", "Strategic or operative steering"),
    (
        text("steering", "Styrning", "Steering"), count("projects", "Projekt", "Projects"),
        share("of_all", "Andel", "Share"), amount("sought", "Sökt", "Sought"), amount("granted", "Beviljat", "Granted"),
    ),
)  # fmt: skip
INITIATIVES: Final = Form(
    "initiatives", Bilingual("Var idéer kommer ifrån, och var det beslutas", "Where ideas come from, and are decided"),
    (
        text("at_level", "Nivå", "Level"), count("ideas", "Idéer", "Ideas"), share("of_ideas", "Andel", "Share"),
        count("decisions", "Beslut", "Decisions"), share("of_decisions", "Andel", "Share"),
    ),
)  # fmt: skip
EFFECTS: Final = Form(
    "effects", Bilingual("Effektkalkyl: {project}", "Effect calculation: {project}"),
    (
        fiscal_year(), text("actor", "Aktör", "Actor"), text("cost", "Slag", "Kind"), text("term", "Sikt", "Term"),
        amount("amount", "Belopp", "Amount", "ore"), text("repaid", "Kan återföras", "Can be clawed back"),
    ),
    (
        Bilingual(
            "Bara kommunens egna nämnder kan stå i en återföringsplan; resten redovisas.",
            "Only the municipality's own boards can enter a repayment plan; the rest is reported.",
        ),
    ),
)  # fmt: skip
NO_EFFECTS: Final = Bilingual(
    "Ingen effektkalkyl är registrerad för projektet.", "No calculation of effects is recorded for the project."
)
ALTERNATIVES: Final = Form(
    "alternatives", Bilingual("Effekt per krona", "Effect per krona"),
    (
        _PROJECT, amount("cost", "Kostnad", "Cost"), amount("short", "Effekt, kort sikt", "Effect, short term"),
        amount("long", "Effekt, lång sikt", "Effect, long term"), amount("own", "Därav egna nämnder", "Of own boards"),
        share("per_krona", "Effekt per krona", "Effect per krona"),
        fiscal_year("even", "Går jämnt upp", "Breaks even"), text("gains", "Vinner", "Gain"),
        text("pays", "Betalar", "Pay"),
    ),
    (
        Bilingual(
            "Effekterna är beräknade, i löpande priser; ingen insats kallas bäst.",
            "Effects are as calculated, at current prices; no effort is called best.",
        ),
    ),
)  # fmt: skip
CO_FINANCING: Final = Form(
    "co_financing", Bilingual("Medfinansiering", "Co-financing"),
    (
        _PROJECT, amount("effort", "Hela insatsen", "The whole effort"), amount("sought", "Sökt", "Sought"),
        amount("others", "Andra bidrar med", "Others put in"), share("share", "Andra, andel", "Others, share"),
    ),
)  # fmt: skip
CONTRACTS: Final = Form(
    "contracts", Bilingual("Utfallskontrakt", "Outcome contracts"),
    (
        _PROJECT, text("investor", "Investerare", "Investor"), amount("capital", "Kapital", "Capital"),
        day("day", "Bedömt", "Assessed"), amount("saved", "Sparat", "Saved"),
        text("met", "Villkoret nått", "Condition met"), amount("paid", "Kommunen betalar", "The municipality pays"),
        amount("investor_net", "Investerarens netto", "Investor's net"),
        amount("municipality_net", "Kommunens netto", "Municipality's net"),
    ),
    (
        Bilingual(
            "Ett utfallskontrakt är ett lån och en skuld i räkenskaperna, aldrig en öronmärkning.",
            "An outcome contract is a loan and a liability in the accounts, never an earmark.",
        ),
    ),
)  # fmt: skip
FUNDS: Final = Form(
    "programme_funds", Bilingual("Fondernas läge", "The state of the funds"),
    (
        text("fund", "Fond", "Fund"), text("state", "Läge", "State"),
        fiscal_year("last_grant", "Beviljade senast", "Last granted"),
        amount("available", "Disponibelt", "Available"),
        amount("committed", "Beviljat, ej förbrukat", "Granted, not used"),
        amount("claims", "Återstår att återföra", "Still to be repaid"), text("decides", "Beviljar", "Grants"),
        text("administers", "Förvaltar", "Administers"),
    ),
)  # fmt: skip
REFILL: Final = Form(
    "refill", Bilingual("Väntad påfyllnad", "Expected refill"),
    (
        text("fund", "Fond", "Fund"), text("board", "Nämnd", "Board"), fiscal_year("year", "Ram", "Frame"),
        text("belongs", "Hör till", "Belongs to"), amount("expected", "Väntad återföring", "Expected repayment"),
    ),
    (
        Bilingual(
            "Öronmärkningen förnyas i bokslutet för ramens år, i den mån resultatet räcker.",
            "The earmark is renewed at the closing of the frame's year, as far as its result has room.",
        ),
    ),
)  # fmt: skip
LATE: Final = Bilingual("försenad, {year} års ram", "late, the frame of {year}")
OF_YEAR: Final = Bilingual("årets ram, {year}", "this year's frame, {year}")
OF_BUDGET: Final = Bilingual("budgeten för {year}", "the budget of {year}")
OF_PLAN: Final = Bilingual("planen {year} i budgeten för {budget}", "the plan of {year} in the budget of {budget}")
OF_LATER: Final = Bilingual("senare budgetar", "later budgets")
SIDE_BY_SIDE: Final = Form(
    "books_side_by_side", Bilingual("Kommuner sida vid sida", "Municipalities side by side"),
    (
        text("entity", "Organisation", "Entity"), count("funds", "Fonder", "Funds"),
        count("projects", "Projekt", "Projects"),
        amount("put_in", "Insatt", "Put in"), amount("granted", "Beviljat", "Granted"),
        amount("used", "Ianspråktaget", "Used"), amount("repaid", "Återfört", "Repaid"),
        share("back", "Återfört, andel", "Repaid, share"),
        amount("balance", "Kvar", "Left"), count("ideas", "Idéer", "Ideas"), count("decided", "Beslut", "Decisions"),
        count("implemented", "Införda", "Implemented"),
    ),
)  # fmt: skip
