"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error

REPAYMENT_RENEWED = error(
    "Post {seq} kan inte tas tillbaka: {amount} kr av det den återförde har öronmärkts på nytt.",
    "Record {seq} cannot be taken back: {amount} kr of what it repaid has been earmarked again.",
    "Ta först tillbaka den förnyade öronmärkningen.",
    "Take back the renewal first.",
    cites=LKBR("3:7"),
)
ABOVE_AVAILABLE = error(
    "{amount} kr begärs, men bara {available} kr är öronmärkt och disponibelt i {fund}.",
    "{amount} kr is asked for, but only {available} kr is set aside and free in {fund}.",
    "Sänk beloppet till {available} kr, eller öronmärk mer först.",
    "Lower the amount to {available} kr, or set aside more first.",
    cites=KL("5:1-2"),
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
    "Återöppna det först genom beslut: book.reopen_project({project!r}, …).",
    "Reopen it by decision first: book.reopen_project({project!r}, …).",
)
GRANT_UNFINANCED = error(
    "Fondens anslag för {years} räcker inte, och beslutet anger inte hur bidraget finansieras.",
    "The fund's appropriation for {years} is not enough, and the decision does not say how the grant is financed.",
    "Ange financing=, så som beslutet anger det.",
    "Give financing=, as the decision states it.",
    cites=KL("11:15"),
)
FRAMES_DIFFER = error(
    "Ramarna per år summerar till {frames} kr, beviljat är {amount} kr.",
    "The frames by year add up to {frames} kr, the grant is {amount} kr.",
    "Fördela det beviljade på åren så att summan stämmer.",
    "Divide the grant over the years so that it adds up.",
    cites=KL("11:6"),
)
WINDOW_CLOSED = error(
    "Riktlinjen {policy} medger beviljande från {first} till {last}, inte {year}.",
    "The policy {policy} lets grants be made from {first} to {last}, not in {year}.",
    "Upplös det som återstår, eller anta en riktlinje med senare löptid: book.change_policy(…).",
    "Dissolve what is left, or adopt a policy with a later window: book.change_policy(…).",
)
ANNUAL_FRAME_EXCEEDED = error(
    "{amount} kr skulle beviljas {year}, över riktlinjens årsram på {frame} kr.",
    "{amount} kr would be granted in {year}, above the policy's annual frame of {frame} kr.",
    "Sänk beviljandet, eller besluta nästa år.",
    "Lower the grant, or decide it next year.",
)
APPROPRIATION_EXCEEDED = error(
    "{amount} kr beviljas ur ramen för {year}, av vilken {left} kr återstår.",
    "{amount} kr is granted of the frame for {year}, of which {left} kr is left.",
    "Anslå mer för det året först: book.set_aside(…).",
    "Appropriate more for that year first: book.set_aside(…).",
    cites=KL("11:15"),
)
PROJECT_ENDS_EARLY = error(
    "Projektet {project!r} slutar {end}, innan det börjar {start}.",
    "The project {project!r} ends {end}, before it starts {start}.",
    "Rätta datumen.",
    "Correct the dates.",
)
COST_UNSOUND = error(
    "{project} {year}: bidrag, overhead och aktiverad utrustning överstiger bruttokostnaden med {excess} kr.",
    "{project} {year}: contributions, overheads and capitalised equipment exceed the gross cost by {excess} kr.",
    "Rätta kostnadsrapporten; nettokostnaden är lägst noll.",
    "Correct the cost report; a net cost is zero at least.",
    cites=LKBR("4:4"),
)
CARRY_OVER_NOT_IN_POLICY = error(
    "Riktlinjen {policy} för inte över någon ram till nästa år.",
    "The policy {policy} carries no frame over to the next year.",
    "Återlämna det outnyttjade, eller bevilja på nytt.",
    "Release what is not used, or grant it anew.",
)
CARRY_OVER_ABOVE_FRAME = error(
    "{amount} kr för {project} ska föras över från {year}, av vilket {left} kr återstår.",
    "{amount} kr of {project} is to be carried over from {year}, of which {left} kr is left.",
    "För över högst {left} kr.",
    "Carry over {left} kr at most.",
)
GRANT_BELOW_USED = error(
    "{project}: beviljandet skulle sänkas med {amount} kr, och bara {left} kr av det är inte använt.",
    "{project}: the grant would be lowered by {amount} kr, and only {left} kr of it is not used.",
    "Sänk det med högst {left} kr.",
    "Lower it by {left} kr at most.",
)
REASON_NEEDED = error(
    "{what}: inget skäl är angivet.",
    "{what}: no reason is given.",
    "Ange reason=, så som beslutet har det.",
    "Give reason=, as the decision has it.",
    cites=LKBR("3:9"),
)
NOTHING_TO_REOPEN = error(
    "Projektet {project!r} pågår.",
    "The project {project!r} is running.",
    "Fortsätt med det.",
    "Go on with it.",
)
ABOVE_GRANT = error(
    "{amount} kr ska ianspråktas, men {left} kr återstår av det som {project} beviljats.",
    "{amount} kr is to be used, but {left} kr is left of what {project} was granted.",
    "Ianspråkta högst {left} kr, eller bevilja mer först.",
    "Use {left} kr at most, or grant more first.",
    cites=KL("5:1-2"),
)
USE_NEEDS_PROJECT = error(
    "Riktlinjen {policy} medger bara ianspråktagande genom ett beviljat projekt.",
    "The policy {policy} uses an earmark only through a project's grant.",
    "Bevilja först beloppet till ett projekt, och ange det: project=.",
    "Grant the amount to a project first, and name it: project=.",
)
PROJECT_UNKNOWN = error(
    "{fund} har inte beviljat något till ett projekt som heter {project!r}.",
    "{fund} has granted nothing to a project called {project!r}.",
    "Bevilja först: book.grant({fund!r}, {project!r}, …).",
    "Grant it first: book.grant({fund!r}, {project!r}, …).",
)
NET_COST_MISSING = error(
    "Ianspråktagandet för {project} anger inte vad projektet har kostat.",
    "The use for {project} does not say what the project has cost.",
    "Ange net_cost=: årets kostnad efter statsbidrag och andra bidrag.",
    "Give net_cost=: the year's cost net of state grants and other contributions.",
    cites=LKBR("3:9"),
)
USE_ABOVE_NET_COST = error(
    "{amount} kr skulle ianspråktas {year}, över nettokostnaden {cost} kr.",
    "{amount} kr would be used in {year}, above the net cost of {cost} kr.",
    "Ianspråkta högst nettokostnaden: det som bidrag betalar täcks inte två gånger.",
    "Use the net cost at most: what grants and contributions pay for is not covered twice.",
    cites=LKBR("4:4"),
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
    "Ange reason=: det ändamål som reserven används för.",
    "Give reason=: the purpose that the reserve is used for.",
    cites=KL("11:14") + LKBR("11:10"),
)
DIRECT_USE_OF_EARMARK_ALONE = error(
    "{fund} är ingen öronmärkning i eget kapital, så inget av den ianspråktas utan projekt.",
    "{fund} is no earmark in equity, so nothing of it is used without a project.",
    "Bevilja det först till ett projekt.",
    "Grant it to a project first.",
)

CODES = declared(globals())
