"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import Bilingual, declared, error, warning

REPAYMENT_RENEWED = error(
    "Post {seq} kan inte tas tillbaka: {amount:kr} kr av det den återförde har öronmärkts på nytt.",
    "Record {seq} cannot be taken back: {amount:kr} kr of what it repaid has been earmarked again.",
    "Ta först tillbaka den förnyade öronmärkningen.",
    "Take back the renewal first.",
    cites=LKBR("3:7"),
)
RESTED_ON = error(
    "Post {seq} kan inte tas tillbaka: post {other} vilar på den.",
    "Record {seq} cannot be taken back: record {other} rests on it.",
    "Ta först tillbaka post {other}: {do.correct}.",
    "Take back record {other} first: {do.correct}.",
    cites=LKBR("3:7"),
)
PROJECT_RUNS_AGAIN = warning(
    "{project} pågår igen: {left:kr} kr är efter rättelsen varken använt eller återlämnat.",
    "{project} is running again: after the correction {left:kr} kr is neither used nor released.",
    "Ianspråkta eller återlämna det, och avsluta projektet på nytt: {do.close_project}.",
    "Use or release it, and close the project anew: {do.close_project}.",
)
ABOVE_AVAILABLE = error(
    "{amount:kr} kr begärs, men bara {available:kr} kr är öronmärkt och disponibelt i {fund}.",
    "{amount:kr} kr is asked for, but only {available:kr} kr is set aside and free in {fund}.",
    "Sänk beloppet till {available:kr} kr, eller öronmärk mer först.",
    "Lower the amount to {available:kr} kr, or set aside more first.",
    cites=KL("5:1-2"),
)
START_STANDS = warning(
    "{project} började {start}, och ett senare beviljande ändrar inte det till {given}.",
    "{project} started {start}, and a later grant does not change that to {given}.",
    "Utelämna startdagen, eller bevilja till ett eget projekt om det är en ny insats.",
    "Leave the first day out, or grant to a project of its own if it is a new one.",
)
PROJECT_ELSEWHERE = error(
    "Projektet {project!r} hör till {fund} och {board}.",
    "The project {project!r} belongs to {fund} and {board}.",
    "Använd ett annat namn för det nya projektet.",
    "Use another name for the new project.",
)
PROJECT_NOT_RUNNING = error(
    "Projektet {project!r} är {standing}.",
    "The project {project!r} is {standing}.",
    "Återöppna det först genom beslut: {do.reopen_project}.",
    "Reopen it by decision first: {do.reopen_project}.",
)
GRANT_UNFINANCED = error(
    "Fondens anslag för {years} räcker inte, och beslutet anger inte hur bidraget finansieras.",
    "The fund's appropriation for {years} is not enough, and the decision does not say how the grant is financed.",
    "Ange finansieringen så som beslutet anger den.",
    "Give the financing as the decision states it.",
    cites=KL("11:15"),
)
FRAMES_DIFFER = error(
    "Ramarna per år summerar till {frames:kr} kr, beviljat är {amount:kr} kr.",
    "The frames by year add up to {frames:kr} kr, the grant is {amount:kr} kr.",
    "Fördela det beviljade på åren så att summan stämmer.",
    "Divide the grant over the years so that it adds up.",
    cites=KL("11:6"),
)
WINDOW_CLOSED = error(
    "Riktlinjen {policy} medger beviljande från {first} till {last}, inte {year}.",
    "The policy {policy} lets grants be made from {first} to {last}, not in {year}.",
    "Upplös det som återstår, eller anta en riktlinje med senare löptid: {do.change_policy}. Den gäller nya projekt.",
    "Dissolve what is left, or adopt a policy with a later window: {do.change_policy}. It applies to new projects.",
)
ANNUAL_FRAME_EXCEEDED = error(
    "{amount:kr} kr skulle beviljas {year}, över riktlinjens årsram på {frame:kr} kr.",
    "{amount:kr} kr would be granted in {year}, above the policy's annual frame of {frame:kr} kr.",
    "Sänk beviljandet, eller besluta nästa år.",
    "Lower the grant, or decide it next year.",
)
APPROPRIATION_EXCEEDED = error(
    "{amount:kr} kr beviljas ur ramen för {year}; {left:kr} kr återstår av den.",
    "{amount:kr} kr is granted from the frame for {year}; {left:kr} kr is left of it.",
    "Anslå mer för det året först: {do.set_aside}.",
    "Appropriate more for that year first: {do.set_aside}.",
    cites=KL("11:15"),
)
PROJECT_ENDS_EARLY = error(
    "Projektet {project!r} slutar {end}, innan det börjar {start}.",
    "The project {project!r} ends {end}, before it starts {start}.",
    "Rätta datumen.",
    "Correct the dates.",
)
COST_UNSOUND = error(
    "{project} {year}: bidrag, overhead och aktiverad utrustning överstiger bruttokostnaden med {excess:kr} kr.",
    "{project} {year}: contributions, overheads and capitalised equipment exceed the gross cost by {excess:kr} kr.",
    "Rätta kostnadsrapporten, så att nettokostnaden blir noll eller mer.",
    "Correct the cost report, so that the net cost is zero or more.",
    cites=LKBR("4:4"),
)
FRAME_YEAR_ENDED = error(
    "Ramen för {year} ändras inte av {decision}: året hade redan gått.",
    "The frame of {year} is not changed by {decision}: the year had ended.",
    "Ange ett ramår som inte var slut då beslutet fattades.",
    "Name a frame year that had not ended when it was decided.",
)
CARRY_OVER_NOT_IN_POLICY = error(
    "Riktlinjen {policy} för inte över någon ram till nästa år.",
    "The policy {policy} carries no frame over to the next year.",
    "Återlämna det outnyttjade, eller bevilja på nytt.",
    "Release what is not used, or grant it anew.",
)
CARRY_OVER_ABOVE_FRAME = error(
    "{amount:kr} kr för {project} ska föras över från {year}; {left:kr} kr återstår.",
    "{amount:kr} kr of {project} is to be carried over from {year}; {left:kr} kr is left.",
    "För över högst {left:kr} kr.",
    "Carry over {left:kr} kr at most.",
)
GRANT_BELOW_USED = error(
    "{project}: beviljandet skulle sänkas med {amount:kr} kr, men bara {left:kr} kr är oanvänt.",
    "{project}: the grant would be lowered by {amount:kr} kr, but only {left:kr} kr is unused.",
    "Sänk det med högst {left:kr} kr.",
    "Lower it by {left:kr} kr at most.",
)
REASON_NEEDED = error(
    "{what}: inget skäl är angivet.",
    "{what}: no reason is given.",
    "Ange skälet så som beslutet anger det.",
    "Give the reason as the decision states it.",
    cites=LKBR("3:9"),
)
NOTHING_TO_REOPEN = error(
    "Projektet {project!r} pågår.",
    "The project {project!r} is running.",
    "Fortsätt med det.",
    "Go on with it.",
)
ABOVE_GRANT = error(
    "{amount:kr} kr ska ianspråktas; {left:kr} kr återstår av bidraget till {project}.",
    "{amount:kr} kr is to be used; {left:kr} kr is left of the grant to {project}.",
    "Ianspråkta högst {left:kr} kr, eller bevilja mer först.",
    "Use {left:kr} kr at most, or grant more first.",
    cites=KL("5:1-2"),
)
USE_NEEDS_PROJECT = error(
    "Riktlinjen {policy} medger bara ianspråktagande genom ett beviljat projekt.",
    "The policy {policy} uses an earmark only through a project's grant.",
    "Bevilja först beloppet till ett projekt, och ange projektet.",
    "Grant the amount to a project first, and name the project.",
)
OUTSIDE_ACTOR = error(
    "{name} ({kind}) är ingen egen nämnd: vad som sparas där redovisas, men är aldrig ett krav.",
    "{name} ({kind}) is no board of one's own: what is saved there is reported, and is never a claim.",
    "Lämna {name} utanför, och redovisa effekten: {do.calculate_effect}. Är det en nämnd, rätta hur den deltar: "
    "{do.correct}.",
    "Leave {name} out, and report the effect: {do.calculate_effect}. If it is a board, correct how it takes part: "
    "{do.correct}.",
)
BOARD_NOT_REGISTERED = warning(
    "{name} finns inte bland de nämnder som är registrerade ({known}).",
    "{name} is not among the boards that are registered ({known}).",
    "Rätta namnet, eller registrera nämnden: {do.register_board}. Är det en annan huvudman eller ett företag, lämna "
    "det utanför planen, och redovisa effekten: {do.calculate_effect}.",
    "Correct the name, or register the board: {do.register_board}. If it is another principal or a company, leave it "
    "out of the plan, and report the effect: {do.calculate_effect}.",
)
THE_BOOK = Bilingual("boken", "the book")
"""Where a project is looked for when no fund is named."""
PROJECT_UNKNOWN = error(
    "Inget projekt som heter {project!r} har fått något beviljat i {fund}.",
    "No project called {project!r} has been granted anything in {fund}.",
    "Bevilja först: {do.grant}.",
    "Grant it first: {do.grant}.",
)
NET_COST_MISSING = error(
    "Ianspråktagandet för {project} anger inte vad projektet har kostat.",
    "The use for {project} does not say what the project has cost.",
    "Ange nettokostnaden: årets kostnad efter statsbidrag och andra bidrag.",
    "Give the net cost: the year's cost net of state grants and other contributions.",
    cites=LKBR("3:9"),
)
USE_ABOVE_NET_COST = error(
    "{amount:kr} kr skulle ianspråktas {year}, över nettokostnaden {cost:kr} kr.",
    "{amount:kr} kr would be used in {year}, above the net cost of {cost:kr} kr.",
    "Ianspråkta högst nettokostnaden: det som bidrag betalar täcks inte två gånger.",
    "Use the net cost at most: what grants and contributions pay for is not covered twice.",
    cites=LKBR("4:4"),
)
NET_COST_DIFFERS = error(
    "{project} {year}: nettokostnaden anges till {stated:kr} kr, men {reported:kr} kr är rapporterad.",
    "{project} {year}: the net cost is stated as {stated:kr} kr, but {reported:kr} kr is reported.",
    "Utelämna nettokostnaden så att den rapporterade gäller, eller rapportera kostnaden på nytt: {do.report_cost}.",
    "Leave the net cost out, so that the reported one applies, or report the cost anew: {do.report_cost}.",
    cites=LKBR("4:4"),
)
COST_BELOW_USED = error(
    "{project} {year}: nettokostnaden rapporteras till {cost:kr} kr, men {used:kr} kr är ianspråktaget.",
    "{project} {year}: the net cost is reported as {cost:kr} kr, but {used:kr} kr has been used.",
    "Ta först tillbaka ianspråktagandet: {do.correct}. Ianspråkta sedan på nytt, högst nettokostnaden.",
    "Take back the use first: {do.correct}. Then use anew, the net cost at most.",
    cites=LKBR("4:4"),
)
COST_REPLACED = warning(
    "{project} {year}: nettokostnaden {cost:kr} kr ersätter den som var rapporterad, {earlier:kr} kr.",
    "{project} {year}: the net cost of {cost:kr} kr replaces the one reported before, {earlier:kr} kr.",
    "En rapport gäller hela året. Ska beloppen läggas ihop, rapportera summan: {do.report_cost}.",
    "A report is of the whole year. If the amounts should be added together, report their sum: {do.report_cost}.",
)
COST_ABOVE_CARRIED = warning(
    "{project} {year}: {carried:kr} kr av årets ram är överfört, och med {cost:kr} kr i kostnad var {left:kr} kr kvar.",
    "{project} {year}: {carried:kr} kr of the year's frame is carried over; with {cost:kr} kr in costs {left:kr} kr "
    "was left.",
    "Ta tillbaka överföringen och för över det som återstår: {do.correct}.",
    "Take back the carry-over, and carry over what is left: {do.correct}.",
    cites=KL("11:6"),
)
DECISION_BEFORE_GRANT = error(
    "{decision} fattades innan {project} beviljades något ({granted}).",
    "{decision} was taken before {project} was granted anything ({granted}).",
    "Ange beslutet om bidraget, eller ett senare beslut.",
    "Name the decision on the grant, or a later one.",
    cites=KL("5:1-2"),
)
USE_OUTSIDE_YEAR = error(
    "Dagen {day} ligger utanför {year}, det år som belastas.",
    "The day {day} is outside {year}, the year that is charged.",
    "Ange en dag under året, eller ingen: då gäller årets sista.",
    "Name a day of that year, or none: its last then applies.",
    cites=LKBR("3:9"),
)
USE_BEFORE_GRANT = error(
    "{project} skulle ianspråkta sitt bidrag {year}, och beviljades det först {granted}.",
    "{project} would use its grant in {year}, and was first granted anything in {granted}.",
    "Ianspråkta det {granted} eller senare.",
    "Use it in {granted} or later.",
    cites=LKBR("3:9"),
)
RESERVE_REASON_MISSING = error(
    "Användningen av resultatreserven för {project} anger inget skäl.",
    "The use of the result reserve for {project} gives no reason.",
    "Ange skälet: det ändamål som reserven används för.",
    "Give the reason: the purpose that the reserve is used for.",
    cites=KL("11:14") + LKBR("11:10"),
)
DIRECT_USE_OF_EARMARK_ALONE = error(
    "{fund} är ingen öronmärkning i eget kapital och används bara genom projekt.",
    "{fund} is not earmarked equity and is used only through projects.",
    "Bevilja det först till ett projekt.",
    "Grant it to a project first.",
)

CODES = declared(globals())
