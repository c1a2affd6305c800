"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL
from sifund_ledger.findings import declared, error, note, warning

DEFICIT_OVERDUE = warning(
    "Av underskottet {year} skulle {amount} ha återställts senast {due}.",
    "Of the deficit of {year}, {amount} should have been restored by the end of {due}.",
    "Fullmäktige beslutar hur det återställs, eller att det inte ska ske på grund av synnerliga skäl.",
    "The council decides how it is restored, or that it is not, on exceptional grounds.",
)
DEFICIT_DUE = warning(
    "Av underskottet {year} återstår {amount} vid utgången av {due}, det sista året för återställande.",
    "Of the deficit of {year}, {amount} is left at the end of {due}, the last year for restoring it.",
    "Fullmäktige prövar synnerliga skäl; annars är underskottet försenat från nästa år.",
    "The council decides on exceptional grounds, or the deficit is overdue from the next year.",
)
DEFICIT_ARISEN = note(
    "Ett underskott om {amount} ska återställas senast {due}.{plan}",
    "A deficit of {amount} is to be restored by the end of {due}.{plan}",
)
GROUND_ABOVE_DEFICIT = error(
    "Skälen för {year} uppgår till {amount}, och av det årets underskott finns {left} att efterge eller förlänga.",
    "The grounds for {year} sum to {amount}, and {left} of that year's deficit is there to be waived or extended.",
    "Sänk beloppen; ange underskott från tiden före uppgifterna under opening_deficits.",
    "Lower the grounds; state a deficit from before the figures under opening_deficits.",
)
GROUND_ABOVE_EARMARK_USE = error(
    "Skälen som vilar på öronmärkning för {year} uppgår till {amount}, men det året ianspråktogs {used}.",
    "The grounds that rest on earmarks for {year} sum to {amount}, but the earmarks used that year are {used}.",
    "Sänk skälen till det ianspråktagna, eller ange det under earmark_used.",
    "Lower the grounds to what was used, or state the use under earmark_used.",
)
GROUND_USE_UNKNOWN = note(
    "Ett skäl vilar på det som ianspråktogs {year}, och uppgifterna saknar det året; det har inte kontrollerats.",
    "A ground rests on the earmarks used in {year}, and the figures do not have that year; it was not checked.",
)
GROUND_BEFORE_DEFICIT = error(
    "Utredningen för {stated} har ett skäl för underskottet {year}, ett senare år.",
    "The statement of {stated} has a ground for the deficit of {year}, a later year.",
    "Ange skälet bland det årets uppgifter eller senare.",
    "Give the ground in that year's figures or later.",
)
GROUND_NOT_COUNCIL = error(
    "{decision} är inget beslut av fullmäktige, och bara fullmäktige får åberopa synnerliga skäl.",
    "{decision} is no decision of the council, and only the council may invoke exceptional grounds.",
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
    "Underskottet {year} förlängs till {due}, vilket för {amount} inte är senare än den tidsgräns som gäller.",
    "The deficit of {year} is extended to {due}, which gives {amount} of it no later deadline than it has.",
    "Ange ett slutår efter nuvarande tidsgräns.",
    "State a due year after the present deadline.",
)
OPENING_GROUND_ELSEWHERE = error(
    "Det ingående underskottet för {year} har ett skäl för underskottet {other}.",
    "The opening deficit of {year} has a ground for the deficit of {other}.",
    "Ange skälet vid det underskott det avser.",
    "Put the ground with the deficit that it is for.",
)
RESTORED_OUT_OF_ORDER = warning(
    "Äldst först återställdes {amount} med tidsgräns efter {year}, och {missed} med tidsgräns {year} är kvar.",
    "Oldest first, {amount} restored what is due after {year}, and {missed} that is due in {year} is left.",
    "Låt fullmäktige besluta om det som är kvar, genom synnerliga skäl eller en plan som håller tidsgränsen.",
    "Let the council decide on what is left, by exceptional grounds or a plan that meets the deadline.",
)
VOLUNTARY_ABOVE_WAIVED = error(
    "{amount} återställs frivilligt {year}, och av det eftergivna är {waived} inte återställt.",
    "{amount} is restored voluntarily in {year}, and of what was waived {waived} is not restored.",
    "Sänk voluntarily_restored; det som inte eftergivits återställs av resultatet ändå.",
    "Lower voluntarily_restored; what is not waived is restored by the result of itself.",
    cites=KL("11:13"),
)

CODES = declared(globals())
