"""Every word that a comparison prints, in Swedish and English: its tables, its measures, its assumptions."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, amount, count, fiscal_year, heading, share, text
from sifund_ledger.table import ColumnKind

ASSUMED: Final = Bilingual(
    "{model}: källan lämnar {parameter} öppet; {value} är antaget.",
    "{model}: the source leaves {parameter} open; {value} is assumed.",
)
SAID: Final = {
    None: Bilingual("inget", "none"),
    True: Bilingual("ja", "yes"),
    False: Bilingual("nej", "no"),
}
"""What is assumed, where it is no word or number."""
COMMON: Final = (
    Bilingual(
        "Varje modell körs i en egen bok med samma projekt, kostnader och effekter; ingen regel räknas vid sidan av.",
        "Each model is run in a book of its own with the same projects, costs and effects; no rule is computed beside.",
    ),
    Bilingual(
        "Ett projekt som modellen nekar bidrag genomförs inte; utan fond genomförs alla inom nämndernas ramar.",
        "A project whose grant the model refuses is not carried out; without a fund all are, within boards' frames.",
    ),
    Bilingual(
        "Resultaten är före projekten: årets kostnader dras av och årets sanna effekter läggs till.",
        "Results are before the projects: the year's costs are deducted and its true effects added.",
    ),
)
AT_ONCE: Final = Bilingual(
    "Ramen sänks samma år som effekten uppstår.", "The frame is lowered in the year that the effect arises."
)
LAGGED: Final = Bilingual(
    "År från en effekt till den ram som sänks: {lag}.", "Years from an effect to the frame that is lowered: {lag}."
)
NOT_SPENT: Final = Bilingual(
    "Nämndernas kostnader följer de sanna effekterna, vad ramarna än sänks med.",
    "Boards' costs follow the true effects, whatever their frames are lowered by.",
)
SPENT: Final = Bilingual(
    "Nämnderna gör av med {spent:%} av skillnaden mellan ram och kostnad.",
    "Boards spend {spent:%} of the difference between frame and cost.",
)
EQUITY: Final = Bilingual(
    "Eget kapital är antaget till tio gånger det som sätts in.",
    "Equity is taken as ten times what is put in.",
)
GROUNDS: Final = Bilingual(
    "Det som används ur fonden åberopas som synnerliga skäl mot ett underskott.",
    "What is used of the fund is invoked as exceptional grounds for a deficit.",
)
LEFT_EVENLY: Final = Bilingual(
    "{project}: det som är beviljat men inte förbrukat kostar lika mycket varje år till {last}.",
    "{project}: what is granted and not used costs as much each year to {last}.",
)
EFFECT_AS_PLANNED: Final = Bilingual(
    "{project}: effekten för {board} är inte uppmätt och antas bli den planerade.",
    "{project}: the effect for {board} is not measured, and is taken to be the one planned.",
)
PLAN_ASSUMED: Final = Bilingual(
    "{project}: ingen plan finns; en modell med återföring antas återföra bidraget där och när det sparade.",
    "{project}: there is no plan; a model that repays is taken to repay the grant where and when it saved.",
)
DRAWN: Final = Bilingual(
    "Effekter som är spann dras {draws} gånger, fröet är {seed}: lika ofta under som över det troliga, jämnt fördelat, "
    "ett utfall per projekt.",
    "Effects that are ranges are drawn {draws} times, the seed is {seed}: as often below as above the likely one, "
    "evenly, one outcome for each project.",
)
LIKELY: Final = Bilingual(
    "Effekter som är spann räknas efter det troliga beloppet.", "Effects that are ranges count as the likely amount."
)
NONE_BEST: Final = Bilingual(
    "Ingen modell är bäst: måtten väger olika för den som väljer.",
    "No model is best: the measures weigh differently to whoever chooses.",
)

_MEASURES: Final = (
    heading("horizon", "Långsiktighet", "Long-term view"),
    amount("put_in", "Insatt utöver förnyelse", "Put in beside renewals"),
    amount("closing", "Kvar i fonden sista året", "Left in the fund, last year"),
    count("years_until_empty", "År tills fonden är tom", "Years until the fund is empty"),
    count("carried_out", "Genomförda projekt", "Projects carried out"),
    amount("outstanding", "Återstår att återföra", "Still to be repaid"),
    heading("incentive", "Drivkrafter", "Incentives"),
    amount("saved", "Nämnderna sparade", "Boards saved"),
    amount("repaid", "Nämnderna återförde", "Boards repaid"),
    amount("kept", "Nämnderna behöll", "Boards kept"),
    amount("harm", "Återfört utöver det sparade", "Repaid beyond what was saved"),
    count("harmed", "Nämnder med sämre läge än utan projekt", "Boards worse off than without"),
    heading("simplicity", "Enkelhet", "Simplicity"),
    count("decisions", "Beslut", "Decisions"),
    count("records", "Poster i boken", "Records in the book"),
    heading("certainty", "Säkerhet", "Certainty"),
    amount("fund_loss", "Fonden bar av förlusten", "The fund bore of the loss"),
    count("deficit_years", "År med underskott", "Years with a deficit"),
    amount("left", "Att återställa sista året", "To restore, last year"),
)
COMPARISON: Final = Form(
    "comparison", Bilingual("Modeller sida vid sida", "Models side by side"), _MEASURES, (NONE_BEST,)
)
BALANCES: Final = Form(
    "compared_balances", Bilingual("Fondens behållning vid årets slut", "The fund's balance at the year's end"), ()
)
YEARS: Final = Form(
    "compared_years",
    Bilingual("År för år: {model}", "Year by year: {model}"),
    (
        fiscal_year(),
        amount("put_in", "Insatt", "Put in"),
        amount("granted", "Beviljat", "Granted"),
        amount("used", "Ianspråktaget", "Used"),
        amount("repaid", "Ur ramar", "Taken of frames"),
        amount("renewed", "Förnyat", "Renewed"),
        amount("ended", "Upplöst", "Dissolved"),
        amount("closing", "Utgående", "Closing"),
        amount("result", "Resultat", "Result"),
        amount("decisive", "Balanskravsresultat", "Balance requirement result"),
        amount("left", "Att återställa", "To restore"),
        fiscal_year("due", "Senast", "Due"),
    ),
)
PERIODS: Final = Form(
    "compared_periods",
    Bilingual("Modellerna", "The models"),
    (
        text("model", "Modell", "Model"),
        text("period", "Period", "Period"),
        amount("put_in", "Insatt", "Put in"),
        amount("used", "Ianspråktaget", "Used"),
        amount("repaid", "Ur ramar", "Taken of frames"),
        amount("renewed", "Förnyat", "Renewed"),
        amount("ended", "Upplöst", "Dissolved"),
        amount("closing", "Utgående", "Closing"),
        amount("decisive", "Balanskravsresultat", "Balance requirement result"),
        amount("left", "Att återställa", "To restore"),
    ),
)
BEARERS: Final = Form(
    "compared_bearers",
    Bilingual("Vem bar det som gick förlorat (vinst med minus)", "Who bore what was lost (a gain as minus)"),
    (
        text("model", "Modell", "Model"),
        text("project", "Projekt", "Project"),
        amount("cost", "Kostnad", "Cost"),
        amount("saved", "Sparat", "Saved"),
        amount("lost", "Förlorat", "Lost"),
        amount("fund", "Fonden", "The fund"),
        amount("implementing", "Utföraren", "The implementing board"),
        amount("others", "Övriga nämnder", "Other boards"),
    ),
)
BOARDS: Final = Form(
    "compared_boards",
    Bilingual("Vad nämnderna återförde och behöll", "What boards repaid and kept"),
    (
        text("model", "Modell", "Model"),
        text("board", "Nämnd", "Board"),
        amount("saved", "Sparat", "Saved"),
        amount("repaid", "Återfört", "Repaid"),
        amount("kept", "Behållet", "Kept"),
        amount("harm", "Återfört utöver det sparade", "Repaid beyond what was saved"),
    ),
)
REFUSALS: Final = Form(
    "compared_refusals",
    Bilingual("Nekat av modellens egna regler", "Refused by the model's own rules"),
    (
        text("model", "Modell", "Model"),
        fiscal_year(),
        text("what", "Händelse", "Event"),
        text("about", "Avser", "About"),
        text("codes", "Kod", "Code"),
        text("reasons", "Skäl", "Reason"),
    ),
)
RANGES: Final = Form(
    "compared_ranges",
    Bilingual("Utfall över {draws} dragningar", "Outcomes over {draws} draws"),
    (
        text("model", "Modell", "Model"),
        text("measure", "Mått", "Measure"),
        amount("low", "10 %", "10%"),
        amount("middle", "50 %", "50%"),
        amount("high", "90 %", "90%"),
    ),
)
CHANCES: Final = Form(
    "compared_chances",
    Bilingual("Hur ofta, av {draws} dragningar", "How often, of {draws} draws"),
    (
        text("model", "Modell", "Model"),
        share("emptied", "Fonden tom", "Fund empty"),
        share("harmed", "Någon nämnd tog skada", "Some board harmed"),
        share("deficit", "Underskott kvar sista året", "A deficit left, last year"),
    ),
)
MEASURED: Final = (
    FormField("closing", Bilingual("Kvar i fonden sista året", "Left in the fund, last year"), ColumnKind.AMOUNT),
    FormField("fund_loss", Bilingual("Fonden bar av förlusten", "The fund bore of the loss"), ColumnKind.AMOUNT),
    FormField("kept", Bilingual("Nämnderna behöll", "Boards kept"), ColumnKind.AMOUNT),
    FormField("harm", Bilingual("Återfört utöver det sparade", "Repaid beyond what was saved"), ColumnKind.AMOUNT),
    FormField("left", Bilingual("Att återställa sista året", "To restore, last year"), ColumnKind.AMOUNT),
)
"""What is measured over draws."""
ASSUMPTIONS: Final = Form(
    "compared_assumptions",
    Bilingual("Antaganden", "Assumptions"),
    (text("assumption", "Antagande", "Assumption"),),
)
