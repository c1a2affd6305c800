"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error, note, warning

BOARD_ENDED = error(
    "{board} upphörde {last_day}; dess budget gick till {successors}.",
    "{board} ended {last_day}; its budget went to {successors}.",
    "Ange den nämnd som har budgeten nu.",
    "Name the board that has the budget now.",
)
BOARD_NOT_BEGUN = error(
    "{board} börjar {valid_from}, efter {day}.",
    "{board} begins {valid_from}, after {day}.",
    "Ange den nämnd som hade budgeten då, eller rätta datumen.",
    "Name the board that had the budget then, or correct the dates.",
)
SUCCESSION_UNSOUND = error(
    "Andelarna för dem som tar över efter {board} blir {total}, inte 1, eller {board} finns bland dem.",
    "The shares of those who take over from {board} make {total}, not 1, or {board} is among them.",
    "Fördela hela budgeten på andra nämnder.",
    "Divide the whole of the budget among other boards.",
)
BOARD_ENDS_TWICE = error(
    "{board} har redan upphört, {last_day}.",
    "{board} has ended already, {last_day}.",
    "Registrera den på nytt om den har inrättats igen.",
    "Register it anew if it has been set up again.",
)
PLAN_IN_BUDGET_MODEL = error(
    "{project}: enligt {policy} återför projekt som börjar {start} ingenting; en plan kan inte anges.",
    "{project}: under {policy} projects that start {start} repay nothing; no plan can be given.",
    "Utelämna planen, eller bevilja ur en delfond med återföring.",
    "Leave the plan out, or grant from a sub-fund that is repaid.",
)
PLAN_MISSING = error(
    "{project}: enligt {policy} återförs varje bidrag, och planen saknas.",
    "{project}: under {policy} every grant is repaid, and the plan is missing.",
    "Ange planen, per nämnd beloppen per år, eller bevilja ur en delfond utan återföring.",
    "Give the plan, by board the amounts by year, or grant from a sub-fund without repayment.",
)
PLAN_BELOW_GRANT = error(
    "{project}: planen återför {planned:kr} kr, och måste återföra {required:kr} kr.",
    "{project}: the plan repays {planned:kr} kr, and must repay {required:kr} kr.",
    "Höj planen med {missing:kr} kr, eller sänk beviljandet.",
    "Raise the plan by {missing:kr} kr, or lower the grant.",
)
PLAN_STARTS_LATE = error(
    "{project}: den första återföringen är {year}, och måste vara senast {latest}.",
    "{project}: the first repayment is in {year}, and must be in {latest} at the latest.",
    "Låt återföringen börja tidigare: {years} år efter starten.",
    "Let repayment begin earlier: {years} years after the start.",
)
PLAN_ENDS_LATE = error(
    "{project}: den sista återföringen är {year}, och måste vara senast {latest}.",
    "{project}: the last repayment is in {year}, and must be in {latest} at the latest.",
    "Låt återföringen sluta tidigare: {years} år efter slutet.",
    "Let repayment end earlier: {years} years after the end.",
)
PLAN_ENDS_LATE_SOFT = warning(
    "{project}: den sista återföringen är {year}, senare än {latest}.",
    "{project}: the last repayment is in {year}, later than {latest}.",
    "Pröva om den kan sluta inom {years} år efter slutet.",
    "Consider whether it can end within {years} years after the end.",
)
PLAN_BEFORE_START = error(
    "{project}: återföring är planerad {year}, innan projektet börjar {start}.",
    "{project}: repayment is planned for {year}, before the project starts {start}.",
    "Planera den till startåret eller senare.",
    "Plan it for the start's year or later.",
)
PROJECT_DATES_MISSING = error(
    "{project}: {policy} räknar frister från projektets slut, som inte är angivet.",
    "{project}: {policy} counts deadlines from the project's end, which is not given.",
    "Ange projektets sista dag.",
    "Give the project's last day.",
)
PLAN_CHANGE_UNSOUND = error(
    "{project}: planen ändras med {plan:kr} kr och bidraget med {amount:kr} kr; båda höjs, eller båda sänks.",
    "{project}: the plan changes by {plan:kr} kr and the grant by {amount:kr} kr; both are raised, or both lowered.",
    "Ange höjningens eller sänkningens egen plan. Ändra så här när och hur mycket som återförs: {do.revise_plan}.",
    "Give the raise's or the cut's own plan. To change when and how much is repaid: {do.revise_plan}.",
)
PLAN_FROZEN_BY_USE = error(
    "{project} har använt {used:kr} kr av bidraget; den ursprungliga planen kan inte längre sänkas.",
    "{project} has used {used:kr} kr of its grant; the original plan can no longer be lowered.",
    "Sänk bidraget utan planen, och ändra det som återstår att återföra: {do.revise_plan}.",
    "Lower the grant without the plan, and change what is left to repay: {do.revise_plan}.",
)
PLAN_NEEDS_YEARS = error(
    "{project}: enligt {policy} beslutas varje plans belopp år för år, och {board} har bara ett belopp och två år.",
    "{project}: {policy} has each plan's instalments decided, and {board} has only an amount and two years.",
    "Ange beloppet för varje år.",
    "Give the amount of each year.",
)
REPAYMENT_IN_BUDGET_MODEL = error(
    "{project}: enligt {policy} återför projekt som började {start} ingenting.",
    "{project}: under {policy} projects that started {start} repay nothing.",
    "Låt besparingen stanna hos nämnden.",
    "Let the saving stay with the board.",
)
CLAIM_UNKNOWN = error(
    "{project} har inget krav på {board}, bara på: {known}.",
    "{project} has no claim on {board}, only on: {known}.",
    "Ange en av dessa nämnder, eller flytta först kravet: {do.reassign}.",
    "Name one of these boards, or move the claim first: {do.reassign}.",
)
ABOVE_CLAIM = error(
    "{project}: {amount:kr} kr begärs av {board}; {left:kr} kr återstår att kräva.",
    "{project}: {amount:kr} kr is asked of {board}; {left:kr} kr is left to claim.",
    "Sänk till {left:kr} kr; det nämnden sparar utöver planen stannar hos den.",
    "Lower it to {left:kr} kr; what a board saves above its plan stays with it.",
)
ABOVE_MEASURED = error(
    "{project}: {amount:kr} kr begärs av {board}; den uppmätta effekten räcker till {left:kr} kr.",
    "{project}: {amount:kr} kr is asked of {board}; the measured effect covers {left:kr} kr.",
    "Mät effekten först: {do.measure}, eller sänk beloppet.",
    "Measure the effect first: {do.measure}, or lower the amount.",
)
NOTHING_DUE = error(
    "{project}: {board} har inget att återföra med ramen för {year}.",
    "{project}: {board} has nothing to repay by the frame of {year}.",
    "Invänta planens år eller en uppmätt effekt, eller ange det överenskomna beloppet.",
    "Wait for the plan's year or for a measured effect, or give the amount agreed.",
)
TAKEN_BEYOND_EFFECT = note(
    "{project}: {amount:kr} kr har tagits av {board} utöver de {asked:kr} kr som golv och effekt ger.",
    "{project}: {amount:kr} kr was taken of {board} beyond the {asked:kr} kr that floor and effect ask.",
    "Lämna tillbaka det genom beslut: {do.return_repayment}.",
    "Give it back by decision: {do.return_repayment}.",
)
NOTHING_TO_RETURN = error(
    "{project}: {board} har inte återfört mer än golvet och den uppmätta effekten.",
    "{project}: {board} has repaid no more than its floor and its measured effect.",
    "Ange effekten på nytt om den är en annan: {do.measure}. Ett krav efterskänks så här: {do.waive}.",
    "State the effect anew if it is another: {do.measure}. A claim is given up like this: {do.waive}.",
)
RETURN_ABOVE_TAKEN = error(
    "{project}: {amount:kr} kr lämnas tillbaka till {board}; utöver golv och effekt har {most:kr} kr tagits.",
    "{project}: {amount:kr} kr is given back to {board}; beyond floor and effect {most:kr} kr was taken.",
    "Sänk till {most:kr} kr.",
    "Lower it to {most:kr} kr.",
)
REBASE_MISSING = error(
    "{project}: {policy} sänker ramen för {board} först när den räknats om för allt annat.",
    "{project}: {policy} lowers the frame of {board} only after it is rebased for all other changes.",
    "Besluta först ramen för övriga kostnader, och ange att den är omräknad.",
    "Decide the frame for the other costs first, and state that it is rebased.",
)
REPAYMENT_YEARS_BACKWARDS = error(
    "{project}: ramen för {frame_year} kan inte sänkas för en effekt {effect_year}; projektet började {start}.",
    "{project}: the frame of {frame_year} cannot be lowered for an effect of {effect_year}; it started in {start}.",
    "Effekter uppstår från starten, och sänker ramen för sitt år eller ett senare.",
    "Effects arise from the start on, and lower the frame of their year or a later one.",
)
EFFECT_AFTER_LIMIT = warning(
    "{project}: effekten {effect_year} kommer efter {latest}, sista året för återföring, och återförs inte.",
    "{project}: the effect of {effect_year} comes after {latest}, the last year of repayment, and is not repaid.",
    "Rätta året om det är fel. Annars redovisas effekten, och inget mer behövs.",
    "Correct the year if it is wrong. Otherwise the effect is reported, and nothing more is needed.",
)
REPAID_AFTER_LIMIT = error(
    "{project}: ramen för {frame_year} kommer efter {latest}, sista året för återföring.",
    "{project}: the frame of {frame_year} comes after {latest}, the last year of repayment.",
    "Slutavräkna projektet: det som inte återförts i tid är en förlust: {do.settle}.",
    "Settle the project: what was not repaid in time is a loss: {do.settle}.",
)
SETTLED_AFTER_LIMIT = warning(
    "{project}: {amount:kr} kr hade inte återförts {latest}, sista året för återföring, och är en förlust.",
    "{project}: {amount:kr} kr had not been repaid by {latest}, the last year of repayment, and is a loss.",
    "Ange i beslutet varför kravet inte drevs in i tid.",
    "Say in the decision why the claim was not collected in time.",
)
REVISION_CHANGES_NOTHING = error(
    "{project}: den nya planen är lika med den gamla.",
    "{project}: the new plan equals the old.",
    "Ange de belopp som ska återföras från och med nu.",
    "Give the instalments that are to be repaid from now on.",
)
EFFECT_WITHOUT_PLAN = warning(
    "{project}: {board} har ingenting att återföra enligt planen; effekten redovisas, men inget återförs för den.",
    "{project}: {board} has nothing to repay by the plan; the effect is reported, and nothing is repaid for it.",
    "Har kravet flyttats, eller är nämnden felskriven, ange effekten på den som har det: {boards}.",
    "If the claim has moved, or the board is misspelt, state the effect on the one that has it: {boards}.",
)
CLAIM_MOVED_SINCE = error(
    "{project}: av det som rättas i post {seq} har {amount:kr} kr följt med kravet från {board} till en annan nämnd.",
    "{project}: of what is corrected in record {seq}, {amount:kr} kr has moved with the claim from {board} to another.",
    "Rätta flytten av kravet först, post {other}: {do.correct}.",
    "Correct the move of the claim first, record {other}: {do.correct}.",
)
PROJECT_SETTLED = error(
    "{project} är slutavräknat; inget mer återförs.",
    "{project} is settled; nothing more is repaid.",
    "Återöppna det först genom beslut: {do.reopen_project}.",
    "Reopen it by decision first: {do.reopen_project}.",
)
SETTLED_ALREADY = error(
    "{project} är redan slutavräknat.",
    "{project} is settled already.",
    "Återöppna det först genom beslut: {do.reopen_project}.",
    "Reopen it by decision first: {do.reopen_project}.",
)
SETTLED_WHILE_RUNNING = error(
    "{project} pågår: hur mycket av bidraget som används är ännu okänt.",
    "{project} is running: how much of its grant it uses is not known yet.",
    "Avsluta det först: {do.close_project}.",
    "Close it first: {do.close_project}.",
)
EFFECT_NOT_MEASURED = error(
    "{project}: effekten för {board} är inte uppmätt.",
    "{project}: the effect for {board} has not been measured.",
    "Ange den, även om den är noll: {do.measure}.",
    "State it, even if it is zero: {do.measure}.",
)
EFFECT_REPLACED = warning(
    "{project}: effekten {effect_year} för {board}, {amount:kr} kr, ersätter den som var angiven, {earlier:kr} kr.",
    "{project}: the effect of {effect_year} for {board}, {amount:kr} kr, replaces the one stated before, "
    "{earlier:kr} kr.",
    "Den gäller hela året. Skulle beloppen läggas ihop, ange summan: {do.measure}.",
    "It is of the whole year. If the amounts should be added together, state their sum: {do.measure}.",
)
SETTLED_BEFORE_START = error(
    "{project} kan inte slutavräknas i ramen för {year}: det började {start}.",
    "{project} cannot be settled in the frame of {year}: it started in {start}.",
    "Ange ett senare år.",
    "Name a later year.",
)
FLOOR_SHARE_OF_USED = note(
    "{project}: {amount:kr} kr av det som återförs är vad riktlinjen minst kräver, {floor:%} av den ursprungliga "
    "planen. Det är {share:%1} av det som har använts.",
    "{project}: {amount:kr} kr of what is repaid is the least that the policy asks, {floor:%} of the original plan. "
    "That is {share:%1} of what was used.",
    "Det är i sin ordning. Ska något av det inte återföras, efterskänk det innan: {do.waive}.",
    "That is in order. If some of it is not to be repaid, waive it before: {do.waive}.",
)

CODES = declared(globals())
