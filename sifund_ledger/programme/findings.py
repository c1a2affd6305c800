"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error, note, warning

PROGRAMME_UNKNOWN = error(
    "Okända programregler: {given}. De som finns är: {known}.",
    "Unknown programme rules: {given}. Those there are: {known}.",
    "Välj en av dem, eller ange reglerna själv.",
    "Choose one of them, or give the rules yourself.",
)
RULE_UNKNOWN = error(
    "Okänd regel: {given}. De som finns är: {known}.",
    "Unknown rule: {given}. Those there are: {known}.",
    "Välj en av dem.",
    "Choose one of them.",
)
RULE_VALUE_UNFIT = error(
    "{value} kan inte vara värdet för regeln {rule}.",
    "{value} cannot be the value of the rule {rule}.",
    "Ange värdet som i docs/programme.md.",
    "Give the value as docs/programme.md has it.",
)
RULE_BREACHED = warning(
    "{project}: {rule} {stated} (källa: {source})",
    "{project}: {rule} {stated} (source: {source})",
    "Ändra ansökan, eller ange i beslutet varför den godtas ändå.",
    "Change the application, or say in the decision why it is accepted all the same.",
)
RULE_REFUSES = error(
    "{project}: {rule} {stated} (källa: {source})",
    "{project}: {rule} {stated} (source: {source})",
    "Ändra ansökan och redovisa den på nytt: {do.declare_application}. Annars avslås den: {do.reach_stage}.",
    "Change the application and declare it anew: {do.declare_application}. Else it is rejected: {do.reach_stage}.",
)
RULE_NOT_STATED = note(
    "{project}: {rule} Det är inte redovisat. (källa: {source})",
    "{project}: {rule} It has not been stated. (source: {source})",
    "Redovisa det: {do.declare_application}.",
    "State it: {do.declare_application}.",
)
PARTICIPANT_ELSEWHERE = error(
    "{name} är redan {known} i boken, och kan inte delta som {kind}.",
    "{name} is known in the book already as {known}, and cannot take part as {kind}.",
    "Rätta det tidigare: {do.correct}; eller skriv namnet så att de skiljs åt.",
    "Correct the earlier: {do.correct}; or write the name so that they are told apart.",
)
STAGE_BACKWARDS = error(
    "{project}: {stage} {day} kommer före {earlier} {earlier_day}.",
    "{project}: {stage} on {day} comes before {earlier} on {earlier_day}.",
    "Rätta dagen, eller rätta det tidigare skedet: {do.correct}.",
    "Correct the day, or correct the earlier stage: {do.correct}.",
)
STAGE_REASON_MISSING = error(
    "{project}: ett avslag har ett skäl.",
    "{project}: a rejection has a reason.",
    "Ange skälet som beslutet har det.",
    "Give the reason as the decision has it.",
)
STAGE_UNDECIDED = error(
    "{project}: {stage} är ett beslut, och inget beslut är angivet.",
    "{project}: {stage} is a decision, and none is given.",
    "Ange beslutet.",
    "Name the decision.",
)
STAGE_AFTER_END = error(
    "{project} är {stage}; {wanted} kan inte följa på det.",
    "{project} is {stage}; {wanted} cannot follow on that.",
    "Börja om med en ny ansökan under ett annat namn, eller rätta: {do.correct}.",
    "Begin anew with an application of another name, or correct: {do.correct}.",
)
ROLES_IN_ONE_HAND = warning(
    "{project}: {actor} är både {one} och {other}.",
    "{project}: {actor} is both {one} and {other}.",
    "Låt någon annan ta det ena, eller ange varför det godtas.",
    "Let somebody else take one of them, or say why it is accepted.",
)
ESTIMATE_ABOVE_AVAILABLE = warning(
    "{project}: beräknat {amount:kr} kr för {year} är {excess:kr} kr mer än de {available:kr} kr som finns.",
    "{project}: an estimate of {amount:kr} kr for {year} is {excess:kr} kr above the {available:kr} kr that there is.",
    "Sänk beräkningen, eller sätt av mer.",
    "Lower the estimate, or set more aside.",
)
PROJECT_NOT_KNOWN = error(
    "{project} är inte känt: varken som idé, ansökan eller projekt.",
    "{project} is not known, as an idea, an application or a project.",
    "Registrera det först: {do.reach_stage}.",
    "Record it first: {do.reach_stage}.",
)
STATUS_CONTRADICTS = error(
    "{project}: läget {status} stämmer inte med andelen {share:%}.",
    "{project}: the status {status} does not fit the share {share:%}.",
    "Helt är 100 procent, delvis däremellan, avvecklat 0.",
    "Whole is 100 per cent, part is in between, phased out is 0.",
)
GOAL_UNKNOWN = error(
    "Det finns inget mål som heter {goal}.",
    "There is no goal called {goal}.",
    "Ange det först: {do.state_goal}.",
    "State it first: {do.state_goal}.",
)
GOAL_LEVEL_UNFIT = error(
    "{goal} är {level} och kan inte ligga under {parent}, som är {above}.",
    "{goal} is {level} and cannot be under {parent}, which is {above}.",
    "Ett mål ligger under ett mål på en högre nivå.",
    "A goal is under one of a higher level.",
)
GOAL_CIRCLE = error(
    "{goal} skulle ligga under sig självt, genom {path}.",
    "{goal} would be under itself, through {path}.",
    "Ange ett annat överordnat mål.",
    "Name another goal above it.",
)
CONTRACT_UNKNOWN = error(
    "{project} har inget utfallskontrakt.",
    "{project} has no outcome contract.",
    "Ange villkoren först: {do.sign_contract}.",
    "State its terms first: {do.sign_contract}.",
)
ASSESSED_BY_PARTY = warning(
    "{project}: {by} bedömer ett utfall som {by} själv får betalt för.",
    "{project}: {by} assesses an outcome that {by} itself is paid for.",
    "Låt en oberoende bedöma det.",
    "Let somebody independent assess it.",
)
SHARES_DO_NOT_MAKE_ONE = error(
    "Andelarna blir {total:%} av ramen för {count} behov, inte 100 procent.",
    "The shares make {total:%} of the frame for {count} needs, not 100 per cent.",
    "Ange en andel för varje behov, tillsammans hela ramen.",
    "Give a share for each need, the whole of the frame together.",
)
EXCLUSION_RANGE_REVERSED = error(
    "Den lägsta kostnaden per individ, {low:kr} kr, är högre än den högsta, {high:kr} kr.",
    "The lowest cost of a person, {low:kr} kr, is above the highest, {high:kr} kr.",
    "Ange den lägsta kostnaden först, sedan den högsta.",
    "Give the lowest cost first, then the highest.",
)
SOCIETAL_NOT_AN_AMOUNT = error(
    "{amount:kr} kr är samhällets kostnad under ett liv, och inget som en nämnd kan återföra.",
    "{amount:kr} kr is society's cost over a life, and nothing that a board can repay.",
    "Ange det som kommunens egna nämnder beräknas spara, år för år.",
    "Give what the municipality's own boards are calculated to save, year by year.",
)
CODES = declared(globals())
