"""Every word that the tables of funds print, in Swedish and English: fields by code, and the tables made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, amount, by_code, fiscal_year, share, text
from sifund_ledger.funds.policy.choices import SetAsideSource
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.sums import sums

_FIELDS: Final = by_code(
    fiscal_year(),
    fiscal_year("due_year"),
    text("board", "Nämnd", "Board"),
    text("project", "Projekt", "Project"),
    text("why", "", ""),
    text("version", "Version", "Version"),
    text("policy", "Riktlinje", "Policy"),
    text("valid_from", "Gäller från", "Valid from"),
    text("repaying", "Återföring", "Repayment"),
    text("projects", "Projekt som följer den", "Projects that follow it"),
    share("share", "Andel", "Share"),
    amount("opening", "Ingående", "Opening"),
    amount("set_aside", "Öronmärkt", "Set aside"),
    amount("renewal", "Förnyat efter återföring", "Renewed after repayment", "renewed_ore", always=False),
    amount("moved", "Omfört mellan delfonder", "Moved between sub-funds", always=False),
    amount("used", "Ianspråktaget", "Used"),
    amount("dissolved", "Upplöst", "Dissolved", always=False),
    amount("corrected", "Rättelse av tidigare år", "Correction of earlier years", always=False),
    amount("closing", "Utgående", "Closing", total=True),
    amount("of_which_available", "varav disponibelt", "of which available", "available_ore", level=1),
    amount("of_which_left", "varav beviljat, ej förbrukat", "of which granted, not used", "committed_ore", level=1),
    amount("budget", "Budget", "Budget"),
    amount("target", "Mål", "Target"),
    amount("balance", "Fonden", "Fund"),
    amount("gap", "Saknas", "Gap"),
    amount("available", "Disponibelt", "Available"),
    amount("committed", "Beviljat, ej förbrukat", "Granted, not used"),
    amount("pace", "Beviljat per år", "Granted per year"),
    amount("open_claims", "Utestående återföringar", "Still to be repaid"),
    amount("meant", "Avsikt", "Meant"),
    amount("decided", "Beslutat", "Decided"),
    amount("difference", "Skillnad", "Difference"),
    amount("renewed", "Förnyat", "Renewed"),
    amount("carried", "Överförs till nästa år", "Carried forward"),
    amount("granted", "Beviljat", "Granted"),
    amount("released", "Återlämnat", "Released"),
    amount("left", "Kvar", "Left"),
    amount("carried_over", "Överfört", "Carried over"),
    amount("original", "Ursprunglig plan", "Original plan"),
    amount("planned", "Plan", "Plan"),
    amount("floor", "Lägsta återföring", "Floor"),
    amount("measured", "Uppmätt effekt", "Measured effect"),
    amount("repaid", "Återfört", "Repaid"),
    amount("waived", "Efterskänkt", "Waived"),
    amount("borne", "Plan som inte återförts", "Plan not repaid"),
    amount("open", "Återstår", "Open"),
    amount("to_repay", "Återstår att återföra", "Still to be repaid"),
    amount("shortfall", "Plan som inte återförts", "Plan not repaid"),
    amount("loss", "Fondens förlust (vinst med minus)", "The fund's loss (a gain as minus)", total=True),
    amount("taken", "Taget ur ram", "Taken of the frame"),
    amount("asked", "Golv och effekt ger", "Floor and effect ask"),
    amount("returned", "Lämnat tillbaka", "Given back"),
    amount("beyond", "Taget för mycket", "Taken too much"),
    amount("late", "Belopp", "Amount", "ore"),
    amount("expected", "Väntad återföring", "Expected repayment"),
    amount("frame_change", "Ramförändring", "Change of frame", "total_ore"),
    amount("gross", "Brutto", "Gross"),
    amount("contributions", "Bidrag", "Contributions"),
    amount("net", "Netto", "Net"),
    amount("net_cost", "Nettokostnad", "Net cost"),
)


def _field(code: str) -> FormField:
    if code.startswith("-"):
        return replace(_FIELDS[code[1:]], fill=f"{code}_ore")
    return _FIELDS[code]


def _form(code: str, sv: str, en: str, fields: str = "", *remarks: Bilingual, across: str = "") -> Form:
    """A table of fields by their codes; one that begins with ``-`` is printed with its sign turned.

    ``across`` is how its columns add up: the total, and the terms that make it.
    """
    made = (sums(*across.split()),) if across else ()
    return Form(code, Bilingual(sv, en), tuple(map(_field, fields.split())), remarks, across=made)


_RESERVED: Final = Bilingual("Reserverat till RER", "Allocated to RER")

ACCOUNT: Final = _form(
    "fund_account",
    "Öronmärkt i eget kapital: {fund}; minus minskar fonden",
    "Earmarked in equity: {fund}; minus lowers the fund",
    "opening set_aside renewal moved -used -dissolved corrected closing of_which_available of_which_left",
    Bilingual(
        "Fonden är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
        "The fund is neither cash, nor a bank account, nor a provision: it is a label on equity.",
    ),
)
RESERVE_ACCOUNT: Final = replace(
    ACCOUNT,
    code="reserve_account",
    title=Bilingual(
        "Fondens del av resultatreserven: {fund}; minus minskar fonden",
        "The fund's part of the result reserve: {fund}; minus lowers the fund",
    ),
    fields=tuple(replace(each, words=_RESERVED) if each.code == "set_aside" else each for each in ACCOUNT.fields),
    remarks=(
        Bilingual(
            "Fonden är ingen egen öronmärkning: den är del av resultatreserven (RER) i kommunens eget kapital.",
            "The fund is no earmark of its own: it is part of the result reserve (RER) within equity.",
        ),
    ),
)
FRAME_ACCOUNT: Final = _form(
    "frame_account",
    "Fonden i driftens ramar: {fund}",
    "The fund in the operating frames: {fund}",
    "",
    Bilingual(
        "Fonden är anslag i budgeten, och ingen del av eget kapital: den visas bland ramarna.",
        "The fund is appropriations of the budget, and no part of equity: it is shown among the frames.",
    ),
)
DEPOSITS: Final = _form("deposits", "Insatt per källa: {fund}", "Set aside by source: {fund}")
TARGET: Final = _form(
    "target",
    "Målnivå: {fund}",
    "Target: {fund}",
    "year budget target balance gap share",
    across="gap target -balance",
)
RUNWAY: Final = _form("runway", "Räckvidd: {fund}", "Runway: {fund}", "available committed pace open_claims")
INTENTIONS: Final = _form(
    "intentions",
    "Avsikt och utfall: {fund}",
    "Meant and decided: {fund}",
    "year meant decided difference",
    across="difference decided -meant",
)
NO_INTENTION: Final = Bilingual("Ingen avsikt är angiven.", "No intention is stated.")
YEARS_WITHOUT_INTENTION: Final = Bilingual(
    "Skillnaden räknas bara för år med en angiven avsikt.",
    "The difference counts only years with a stated intention.",
)
VERSIONS: Final = _form(
    "versions", "Riktlinjens versioner: {fund}", "Versions of the policy: {fund}",
    "version policy valid_from repaying projects",
)  # fmt: skip
FROM_THE_START: Final = Bilingual("början", "the beginning")
REPAYING: Final = {True: Bilingual("ja", "yes"), False: Bilingual("nej", "no")}
ENTITLEMENTS: Final = _form(
    "entitlements",
    "Rätt att förnya: {fund}",
    "Right to renew: {fund}",
    "year opening repaid renewed carried",
    across="carried opening repaid -renewed",
)
PROJECT: Final = _form(
    "project",
    "Projekt: {project} ({standing})",
    "Project: {project} ({standing})",
    "granted used released left repaid to_repay loss",
)
PLAN: Final = _form(
    "repayment_plan",
    "Återföringsplan och utfall: {project}",
    "Repayment plan and outcome: {project}",
    "board original planned repaid waived borne open",
    across="open planned -repaid -waived -borne",
)
CLAWBACK: Final = _form(
    "clawback",
    "Återföring ur nämndens synvinkel: {project}",
    "Claw-back seen from the board: {project}",
    "board original floor measured asked taken returned beyond",
)
SETTLEMENT: Final = _form(
    "settlement", "Slutavräkning: {project}", "Settlement: {project}", "granted used released shortfall loss"
)
SETTLEMENT_OF_BOARD: Final = _form("board", "", "", "original floor measured repaid waived")
NOT_REPAID: Final = Bilingual(
    "Projektet lyckades, men besparingen återfördes inte.", "The project succeeded, and its saving was not repaid."
)
BORNE_BY: Final = Bilingual("Förlusten bars av utföraren: ", "The loss was borne by who carried it out: ")
OVERDUE: Final = _form(
    "overdue", "Försenad återföring {year}: {fund}", "Overdue {year}: {fund}", "project board due_year late why"
)
FRAMES: Final = _form("frames", "Ramar: {fund}", "Frames: {fund}", "year board granted -repaid -expected frame_change")
REPAYMENTS: Final = _form(
    "repayments",
    "Återföring efter plan och utfall: {fund}",
    "Repayments planned and done: {fund}",
    "year board original repaid",
)
CARRY_OVERS: Final = _form(
    "carry_overs",
    "Överförda medel: {fund}",
    "Carried over: {fund}",
    "project board granted used released left carried_over",
    across="left granted -used -released",
)
COSTS: Final = _form(
    "project_costs",
    "Projektkostnader: {fund}",
    "Project costs: {fund}",
    "project year gross -contributions net",
    across="net gross contributions",
)
PROJECT_YEARS: Final = _form(
    "project_years",
    "År för år: {project}",
    "Year by year: {project}",
    "year net_cost used original measured repaid",
    Bilingual(
        "Kostnad och ianspråktagande efter år; plan och återföring efter ramens år, effekt efter det år den uppstod.",
        "Cost and use by year; plan and repayment by the frame's year, effect by the year in which it arose.",
    ),
)

SOURCES: Final = {
    SetAsideSource.SURPLUS: Bilingual("överskott", "surplus"),
    SetAsideSource.ACCUMULATED_EQUITY: Bilingual("tidigare eget kapital (engångs)", "accumulated equity (one-off)"),
    SetAsideSource.AFA_REFUND: Bilingual("AFA-återbetalning (engångs)", "AFA refund (one-off)"),
    SetAsideSource.OPERATING_FRAME: Bilingual("ram", "operating frame"),
    SetAsideSource.RENEWAL: Bilingual("förnyat efter återföring", "renewed after repayment"),
}
YEARS_LEFT: Final = Bilingual(
    "Det disponibla räcker i {left} år i den takt som hittills har beviljats. Läge: {state}.",
    "What is available lasts {left} years at the pace granted so far. State: {state}.",
)
NO_PACE: Final = Bilingual(
    "Inget har beviljats, så räckvidden kan inte beräknas. Läge: {state}.",
    "Nothing was granted, so the runway cannot be computed. State: {state}.",
)
DORMANT: Final = Bilingual(
    "vilande (det finns medel, och inget har beviljats de två senaste åren)",
    "dormant (money is left, and nothing was granted in the last two years)",
)
RUNWAY_STATES: Final = {
    "running": Bilingual("pågår", "running"),
    "exhausted": Bilingual("förbrukad", "exhausted"),
    "expired": Bilingual("löptiden är slut", "expired"),
    "dormant": Bilingual("vilande", "dormant"),
}
STANDINGS: Final = {
    ProjectStanding.RUNNING: Bilingual("pågår", "running"),
    ProjectStanding.CLOSED: Bilingual("avslutat", "closed"),
    ProjectStanding.SETTLED: Bilingual("slutavräknat", "settled"),
}
OVERDUE_REASONS: Final = {
    "instalment": Bilingual("delbelopp", "instalment"),
    "start": Bilingual("inte påbörjad i tid", "not begun in time"),
    "end": Bilingual("inte avslutad i tid", "not ended in time"),
}
