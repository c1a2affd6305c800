"""Every word that the tables of funds print, in Swedish and English, as forms that the tables fill."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, fiscal_year, share, text
from sifund_ledger.funds.policy.policy import SetAsideSource
from sifund_ledger.funds.state.project import ProjectStanding

ACCOUNT: Final = Form(
    "fund_account",
    Bilingual("Öronmärkt i eget kapital: {fund}", "Earmarked in equity: {fund}"),
    (
        amount("opening", "Ingående", "Opening"),
        amount("set_aside", "Öronmärkt", "Set aside"),
        amount("renewed", "Förnyat efter återföring", "Renewed after repayment", always=False),
        amount("moved", "Omfört mellan delfonder", "Moved between sub-funds", always=False),
        amount("used", "Ianspråktaget", "Used", "-used_ore"),
        amount("dissolved", "Upplöst", "Dissolved", "-dissolved_ore", always=False),
        amount("closing", "Utgående", "Closing", total=True),
        amount("available", "varav disponibelt", "of which available", level=1),
        amount("committed", "varav beviljat, ej förbrukat", "of which granted, not used", level=1),
    ),
    (
        Bilingual(
            "Fonden är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
            "The fund is neither cash, nor a bank account, nor a provision: it is a label on equity.",
        ),
    ),
)

DEPOSITS: Final = Form("deposits", Bilingual("Insatt per källa: {fund}", "Set aside by source: {fund}"), ())
SOURCES: Final = {
    SetAsideSource.SURPLUS: Bilingual("överskott", "surplus"),
    SetAsideSource.ACCUMULATED_EQUITY: Bilingual("tidigare eget kapital (engångs)", "accumulated equity (one-off)"),
    SetAsideSource.AFA_REFUND: Bilingual("AFA-återbetalning (engångs)", "AFA refund (one-off)"),
    SetAsideSource.OPERATING_FRAME: Bilingual("ram", "operating frame"),
    SetAsideSource.RENEWAL: Bilingual("förnyat efter återföring", "renewed after repayment"),
}

TARGET: Final = Form(
    "target",
    Bilingual("Målnivå: {fund}", "Target: {fund}"),
    (
        fiscal_year(),
        amount("budget", "Budget", "Budget"),
        amount("target", "Mål", "Target"),
        amount("balance", "Fonden", "Fund"),
        amount("gap", "Saknas", "Gap"),
        share("share", "Andel", "Share"),
    ),
)

RUNWAY: Final = Form(
    "runway",
    Bilingual("Räckvidd: {fund}", "Runway: {fund}"),
    (
        amount("available", "Disponibelt", "Available"),
        amount("committed", "Beviljat, ej förbrukat", "Granted, not used"),
        amount("pace", "Beviljat per år", "Granted per year"),
        amount("open_claims", "Utestående återföringar", "Still to be repaid"),
    ),
)
YEARS_LEFT: Final = Bilingual("År kvar: {left} ({state})", "Years left: {left} ({state})")
RUNWAY_STATES: Final = {
    "running": Bilingual("pågår", "running"),
    "exhausted": Bilingual("förbrukad", "exhausted"),
    "expired": Bilingual("löptiden är slut", "expired"),
    "dormant": Bilingual("vilande", "dormant"),
}

INTENTIONS: Final = Form(
    "intentions",
    Bilingual("Avsikt och utfall: {fund}", "Meant and decided: {fund}"),
    (
        fiscal_year(),
        amount("meant", "Avsikt", "Meant"),
        amount("decided", "Beslutat", "Decided"),
        amount("difference", "Skillnad", "Difference"),
    ),
)

ENTITLEMENTS: Final = Form(
    "entitlements",
    Bilingual("Rätt att förnya: {fund}", "Right to renew: {fund}"),
    (
        fiscal_year(),
        amount("opening", "Ingående", "Opening"),
        amount("repaid", "Återfört", "Repaid"),
        amount("renewed", "Förnyat", "Renewed"),
        amount("carried", "Överförs till nästa år", "Carried forward"),
    ),
)

PROJECT: Final = Form(
    "project",
    Bilingual("Projekt: {project} ({standing})", "Project: {project} ({standing})"),
    (
        amount("granted", "Beviljat", "Granted"),
        amount("used", "Ianspråktaget", "Used"),
        amount("released", "Återlämnat", "Released"),
        amount("left", "Kvar", "Left", total=True),
        amount("repaid", "Återfört", "Repaid"),
        amount("to_repay", "Återstår att återföra", "Still to be repaid"),
        amount("loss", "Fondens förlust (vinst med minus)", "The fund's loss (a gain as minus)"),
    ),
)
STANDINGS: Final = {
    ProjectStanding.RUNNING: Bilingual("pågår", "running"),
    ProjectStanding.CLOSED: Bilingual("avslutat", "closed"),
    ProjectStanding.SETTLED: Bilingual("slutavräknat", "settled"),
}

PLAN: Final = Form(
    "repayment_plan",
    Bilingual("Återföringsplan och utfall: {project}", "Repayment plan and outcome: {project}"),
    (
        text("board", "Nämnd", "Board"),
        amount("original", "Ursprunglig plan", "Original plan"),
        amount("planned", "Plan", "Plan"),
        amount("repaid", "Återfört", "Repaid"),
        amount("waived", "Efterskänkt", "Waived"),
        amount("borne", "Fondens förlust", "Borne by the fund"),
        amount("open", "Återstår", "Open"),
    ),
)

SETTLEMENT: Final = Form(
    "settlement",
    Bilingual("Slutavräkning: {project}", "Settlement: {project}"),
    (
        amount("granted", "Beviljat", "Granted"),
        amount("used", "Ianspråktaget", "Used"),
        amount("released", "Återlämnat", "Released"),
        amount("shortfall", "Plan som inte återförts", "Plan not repaid"),
        amount("loss", "Fondens förlust (vinst med minus)", "The fund's loss (a gain as minus)", total=True),
    ),
)
SETTLEMENT_OF_BOARD: Final = Form(
    "settlement_of_board",
    Bilingual("{board}", "{board}"),
    (
        amount("original", "Ursprunglig plan", "Original plan", level=1),
        amount("floor", "Lägsta återföring", "Floor", level=1),
        amount("measured", "Uppmätt effekt", "Measured effect", level=1),
        amount("repaid", "Återfört", "Repaid", level=1),
        amount("waived", "Efterskänkt", "Waived", level=1),
    ),
)
NOT_REPAID: Final = Bilingual(
    "Projektet lyckades, men besparingen återfördes inte.", "The project succeeded, and its saving was not repaid."
)

OVERDUE: Final = Form(
    "overdue",
    Bilingual("Försenad återföring {year}: {fund}", "Overdue {year}: {fund}"),
    (
        text("project", "Projekt", "Project"),
        text("board", "Nämnd", "Board"),
        fiscal_year("due_year"),
        amount("amount", "Belopp", "Amount", "ore"),
        text("reason", "", "", "why"),
    ),
)
OVERDUE_REASONS: Final = {
    "instalment": Bilingual("delbelopp", "instalment"),
    "start": Bilingual("inte påbörjad i tid", "not begun in time"),
    "end": Bilingual("inte avslutad i tid", "not ended in time"),
}

FRAMES: Final = Form(
    "frames",
    Bilingual("Ramar: {fund}", "Frames: {fund}"),
    (
        fiscal_year(),
        text("board", "Nämnd", "Board"),
        amount("granted", "Beviljat", "Granted"),
        amount("repaid", "Återfört", "Repaid", "-repaid_ore"),
        amount("expected", "Väntad återföring", "Expected repayment", "-expected_ore"),
        amount("total", "Ramförändring", "Change of frame"),
    ),
)

CARRY_OVERS: Final = Form(
    "carry_overs",
    Bilingual("Överförda medel: {fund}", "Carried over: {fund}"),
    (
        text("project", "Projekt", "Project"),
        text("board", "Nämnd", "Board"),
        amount("granted", "Beviljat", "Granted"),
        amount("used", "Ianspråktaget", "Used"),
        amount("released", "Återlämnat", "Released"),
        amount("left", "Kvar", "Left"),
        amount("carried", "Överfört", "Carried over"),
    ),
)

COSTS: Final = Form(
    "project_costs",
    Bilingual("Projektkostnader: {fund}", "Project costs: {fund}"),
    (
        text("project", "Projekt", "Project"),
        fiscal_year(),
        amount("gross", "Brutto", "Gross"),
        amount("contributions", "Bidrag", "Contributions", "-contributions_ore"),
        amount("net", "Netto", "Net"),
    ),
)
