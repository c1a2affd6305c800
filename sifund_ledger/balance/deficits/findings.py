"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL
from sifund_ledger.findings import Clause, declared, error, note, warning
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION
from sifund_ledger.law.rules import wordings

DEFICIT_OVERDUE = warning(
    "Av underskottet {year} skulle {amount:unit} ha återställts senast {due}.",
    "Of the deficit of {year}, {amount:unit} should have been restored by the end of {due}.",
    "Fullmäktige beslutar hur det återställs, eller att det inte ska ske på grund av synnerliga skäl.",
    "The council decides how it is restored, or that it is not, on exceptional grounds.",
    cites=wordings(DEFICITS),
)
DEFICIT_RESTORED_LATE = warning(
    "Av underskottet {year} återställs {amount:unit} först {restored_in}; det skulle ha skett senast {due}.",
    "Of the deficit of {year}, {amount:unit} is restored only in {restored_in}; that was due by the end of {due}.",
    "Ange i förvaltningsberättelsen att återställandet skett för sent, och varför.",
    "State in the directors' report that the restoration came too late, and why.",
    cites=wordings(DEFICITS),
)
DEFICIT_DUE = warning(
    "Av underskottet {year} återstår {amount:unit} vid utgången av {due}, det sista året för återställande.",
    "Of the deficit of {year}, {amount:unit} is left at the end of {due}, the last year for restoring it.",
    "Fullmäktige prövar synnerliga skäl; annars är underskottet försenat från nästa år.",
    "The council decides on exceptional grounds, or the deficit is overdue from the next year.",
    cites=wordings(DEFICITS),
)
NO_PLAN = Clause("", "")
PLAN = Clause(" Fullmäktige antar en åtgärdsplan.", " The council adopts an action plan.")
PLAN_BY = Clause(
    " Fullmäktige antar en åtgärdsplan och beslutar senast {ordinarily}, vid särskilda skäl {by}.",
    " The council adopts an action plan and decides by {ordinarily}, for special reasons by {by}.",
)
DEFICIT_ARISEN = note(
    "Ett underskott om {amount:unit} ska återställas senast {due}.{plan}",
    "A deficit of {amount:unit} is to be restored by the end of {due}.{plan}",
    cites=wordings(DEFICITS),
)
GROUND_ABOVE_DEFICIT = error(
    "Skälen för {year} uppgår till {amount:unit}, men bara {left:unit} av det årets underskott kan efterges eller "
    "förlängas.",
    "The grounds for {year} sum to {amount:unit}, but only {left:unit} of its deficit can be waived or extended.",
    "Sänk beloppen; ange underskott från tiden före uppgifterna under ”ingående_underskott”.",
    "Lower the grounds; state a deficit from before the figures under opening_deficits.",
    cites=wordings(EXCEPTIONAL_GROUNDS),
)
GROUND_ABOVE_EARMARK_USE = error(
    "Skälen som vilar på öronmärkning för {year} uppgår till {amount:unit}, men det året ianspråktogs {used:unit}.",
    "The grounds that rest on earmarks for {year} sum to {amount:unit}, but {used:unit} of earmarks was used then.",
    "Sänk skälen till det ianspråktagna, eller ange det under ”ianspråktaget”; i en bok registreras det med {do.use}.",
    "Lower the grounds to what was used, or state the use under earmark_used; a book records it with {do.use}.",
)
GROUND_USE_UNKNOWN = note(
    "Ett skäl vilar på det som ianspråktogs {year}. Uppgifter för det året saknas; skälet har inte kontrollerats.",
    "A ground rests on the earmarks used in {year}. Figures for that year are missing; the ground was not checked.",
)
GROUND_BEFORE_DEFICIT = error(
    "Utredningen för {stated} har ett skäl för underskottet {year}, ett senare år.",
    "The statement of {stated} has a ground for the deficit of {year}, a later year.",
    "Ange skälet bland det årets uppgifter eller senare.",
    "Give the ground in that year's figures or later.",
)
GROUND_NOT_COUNCIL = error(
    "{decision} är inte fullmäktiges beslut. Bara fullmäktige får åberopa synnerliga skäl.",
    "{decision} is not the council's. Only the council may invoke exceptional grounds.",
    "Hänvisa till fullmäktiges beslut.",
    "Refer to the council's decision.",
)
GROUND_REPEALED = error(
    "{decision} är upphävt.",
    "{decision} has been repealed.",
    "Ta bort skälet, eller hänvisa till ett beslut som står fast.",
    "Remove the ground, or refer to a decision that stands.",
)
GROUND_APPEALED = warning(
    "{decision} är överklagat; skälet faller om beslutet upphävs.",
    "{decision} has been appealed; the ground falls if the decision does.",
    "Bevaka målet och rätta utredningen om beslutet upphävs.",
    "Follow the case, and correct the statement if the decision is repealed.",
)
GROUND_PROPOSED = note(
    "{decision} föreslås; utredningen för {year} är ett utkast.",
    "{decision} is proposed; the statement of {year} is a draft.",
)
GROUND_DECIDED_EARLY = warning(
    "{decision} fattades innan underskottet {year} var känt.",
    "{decision} was taken before the deficit of {year} was known.",
    "Låt fullmäktige besluta även om det faktiska underskottet; undantag i budgeten är en annan sak.",
    "Let the council decide on the actual deficit too; an exception in the budget is another matter.",
)
EXTENSION_NOT_LATER = error(
    "Underskottet {year} förlängs till {due}, men {amount:unit} av det har redan den tidsgränsen eller en senare.",
    "The deficit of {year} is extended to {due}, but {amount:unit} of it already has that deadline or a later one.",
    "Ange ett slutår efter nuvarande tidsgräns.",
    "State a due year after the present deadline.",
)
EXTENSION_ENDED = error(
    "{decision} förlänger tiden till {due}, men fattades efter det året.",
    "{decision} extends the time to {due}, but was taken after that year.",
    "Kontrollera beslutets datum och det år som det förlänger till.",
    "Check the decision's date, and the year that it extends to.",
)
OPENING_GROUND_ELSEWHERE = error(
    "Det ingående underskottet för {year} har ett skäl för underskottet {other}.",
    "The opening deficit of {year} has a ground for the deficit of {other}.",
    "Ange skälet vid det underskott det avser.",
    "Put the ground with the deficit that it is for.",
)
RESTORED_OUT_OF_ORDER = warning(
    "Äldst först återställdes {amount:unit} med tidsgräns efter {year}, och {missed:unit} av årets är kvar.",
    "Oldest first, {amount:unit} restored what is due after {year}, and {missed:unit} that is due in {year} is left.",
    "Låt fullmäktige besluta om det som är kvar, genom synnerliga skäl eller en plan som håller tidsgränsen.",
    "Let the council decide on what is left, by exceptional grounds or a plan that meets the deadline.",
    cites=wordings(RESTORATION),
)
VOLUNTARY_ABOVE_WAIVED = error(
    "{amount:unit} återställs frivilligt {year}, men bara {waived:unit} av det eftergivna är kvar att återställa.",
    "{amount:unit} is restored voluntarily in {year}, but only {waived:unit} of what was waived is left to restore.",
    "Sänk ”frivilligt_återställt”. Det som inte eftergivits återställs av resultatet ändå.",
    "Lower voluntarily_restored. What is not waived is restored by the result anyway.",
    cites=KL("11:13"),
)

CODES = declared(globals())
