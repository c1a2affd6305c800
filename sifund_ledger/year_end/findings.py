"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error, note, warning

YEAR_END_RECORDED = note(
    "Bokslutet för {year} är redan registrerat med just dessa uppgifter; inget mer registreras.",
    "The year-end of {year} is recorded with these very figures; nothing more is recorded.",
    cites=LKBR("3:3"),
)
COST_NOT_MET = note(
    "{project} kostade {net:kr} kr netto {year}, och {used:kr} kr är ianspråktaget. Av det beviljade återstår "
    "{left:kr} kr.",
    "{project} cost {net:kr} kr net in {year}, and {used:kr} kr is used. Of the grant {left:kr} kr is left.",
    "Ska fonden möta mer av kostnaden, registrera det före bokslutet: {do.use}.",
    "If the fund is to meet more of the cost, record that before the year-end: {do.use}.",
    cites=LKBR("4:4"),
)
STATEMENT_NOT_DRAWN_UP = note(
    "Balanskravsutredningen för {year} är ej upprättad: bara årets resultat är registrerat, utan justeringar.",
    "The statement of {year} is not drawn up: the result of the year alone is recorded, without adjustments.",
    cites=LKBR("11:10"),
)
YEAR_END_CLOSED = error(
    "{year} är stängt och ändras inte, och det här är inte det bokslut som året stängdes med.",
    "{year} is closed and does not change, and this is not the year-end that it was closed with.",
    "Rätta det som var fel i ett öppet år, {give.year}: {do.correct}; resultatet {do.adjust_equity}; "
    "balanskravsresultatet {do.correct_balance_result}; en reserv {do.correct_reserve}.",
    "Correct what was wrong in an open year, {give.year}: {do.correct}; the result {do.adjust_equity}; the "
    "balance requirement result {do.correct_balance_result}; a reserve {do.correct_reserve}.",
    cites=LKBR("3:7"),
)
CLOSE_DIFFERS = error(
    "{what} är {book:kr} kr i boken och {other:kr} kr {where}: skillnad {difference:kr} kr.",
    "{what} is {book:kr} kr in the book and {other:kr} kr {where}: a difference of {difference:kr} kr.",
    "{mend} Godkänner fullmäktige året ändå, ange varför: {give.reason}.",
    "{mend} If the council approves the year all the same, say why: {give.reason}.",
    cites=LKBR("4:4"),
)
OPENING_DIFFERS = error(
    "{what} {year} är {book:kr} kr i boken och {other:kr} kr {where}: skillnad {difference:kr} kr.",
    "{what} of {year} is {book:kr} kr in the book and {other:kr} kr {where}: a difference of {difference:kr} kr.",
    "Rätta det som är fel i boken, under {year}: {do.adjust_equity} eller {do.correct_reserve}. Godkänner fullmäktige "
    "året ändå, ange varför: {give.reason}.",
    "Correct what is wrong in the book, in {year}: {do.adjust_equity} or {do.correct_reserve}. If the council approves "
    "the year all the same, say why: {give.reason}.",
    cites=LKBR("4:4"),
)
CLOSED_DIFFERING = warning(
    "{year} är stängt med en skillnad: {what} är {book:kr} kr i boken och {other:kr} kr {where}, {difference:kr} kr.",
    "{year} is closed with a difference: {what} is {book:kr} kr in the book and {other:kr} kr {where}, "
    "{difference:kr} kr.",
    "{mend}",
    "{mend}",
    cites=LKBR("4:4"),
)
NEVER_COMPARED = warning(
    "{year} är inte avstämt mot huvudboken.",
    "{year} has not been held against the general ledger.",
    "Stäm av året mot huvudbokens SIE-fil: {do.compare_ledger}.",
    "Hold the year against the general ledger's SIE file: {do.compare_ledger}.",
    cites=LKBR("4:4"),
)
DEFICIT_UNPLANNED = warning(
    "Av underskottet {year} ska {amount:kr} kr återställas senast {due}, och ingen åtgärdsplan är registrerad.",
    "Of the deficit of {year}, {amount:kr} kr is to be restored by the end of {due}, and no action plan is recorded.",
    "Registrera när och hur det återställs, som fullmäktige beslutat: {do.adopt_plan}{or_grounds}. "
    "Årsredovisningen ska upplysa om det.",
    "Record when and how it is restored, as the council has decided: {do.adopt_plan}{or_grounds}. The "
    "annual report must tell it.",
    cites=LKBR("11:11") + KL("11:12"),
)
APPROVAL_REFUSED = warning(
    "Fullmäktige har inte godkänt årsredovisningen för {year} ({decision}). Året är låst.",
    "The council has not approved the annual report of {year} ({decision}). The year is locked.",
    "Rätta det som var fel i ett öppet år, {give.year}: {do.correct}, {do.adjust_equity} eller "
    "{do.correct_balance_result}.",
    "Correct what was wrong in an open year, {give.year}: {do.correct}, {do.adjust_equity} or "
    "{do.correct_balance_result}.",
    cites=KL("11:20-21"),
)
APPROVED_AFTER_DISCHARGE = error(
    "Årsredovisningen för {year} ska godkännas före beslutet om ansvarsfrihet: {decision} är fattat efter {discharge}.",
    "The annual report of {year} is to be approved before discharge is decided: {decision} was taken after "
    "{discharge}.",
    "Ange rätt beslut: {do.close_year}, {do.decide_discharge}. Är de riktiga, ange varför året stängs ändå: "
    "{give.reason}.",
    "Name the right decisions: {do.close_year}, {do.decide_discharge}. If these are right, say why the year is closed "
    "all the same: {give.reason}.",
    cites=KL("11:21"),
)
NOTHING_TO_COMPARE = error(
    "Inget belopp att stämma av är angivet för {year}.",
    "No amount to compare is given for {year}.",
    "Ange minst ett belopp, till exempel {give.closing_equity}.",
    "Give at least one amount, such as {give.closing_equity}.",
)
RESULT_CORRECTED = note(
    "Resultatet {year} är registrerat med {old:kr} kr (post {seq}); det tas tillbaka, och {new:kr} kr registreras.",
    "The result of {year} is recorded as {old:kr} kr (record {seq}); it is taken back, and {new:kr} kr are recorded.",
    cites=LKBR("3:7"),
)
GROUNDS_FALL = warning(
    "Det registrerade bokslutet för {year} åberopar synnerliga skäl om {old:kr} kr, dessa uppgifter {new:kr} kr;"
    " de nya ersätter de registrerade.",
    "The recorded year-end of {year} invokes exceptional grounds of {old:kr} kr, these figures {new:kr} kr;"
    " the new ones replace those recorded.",
    "Ska skälen stå kvar: ange dem igen, eller beslutet {give.grounds_decision}.",
    "If the grounds are to stand: state them again, or give the decision {give.grounds_decision}.",
    cites=KL("11:13"),
)
EARMARK_DIFFERS = error(
    "Uppgifterna anger {key} {stated:kr} kr, boken har {recorded:kr} kr för {year}.",
    "The figures state {key} of {stated:kr} kr, the book has {recorded:kr} kr for {year}.",
    "Utelämna uppgiften, så tas bokens belopp, eller registrera först det som saknas.",
    "Leave it out, so that the book's amount is taken, or record what is missing first.",
    cites=LKBR("3:3"),
)
FIGURE_DIFFERS_FROM_LEDGER = warning(
    "Uppgifterna anger {figure} {stated:kr} kr, huvudboken har {ledger:kr} kr: skillnad {difference:kr} kr. "
    "Konton: {accounts}.",
    "The figures state {figure} of {stated:kr} kr, the general ledger has {ledger:kr} kr: a difference of "
    "{difference:kr} kr. Accounts: {accounts}.",
    "Rätta uppgiften eller utelämna den, så tas huvudbokens belopp; är huvudboken fel, rätta den.",
    "Correct the figure, or leave it out and the ledger's amount is taken; if the ledger is wrong, correct that.",
    cites=LKBR("3:3"),
)
FIGURE_ROUNDED = note(
    "Uppgifterna anger {figure} {stated:kr} kr, huvudboken har {ledger:kr} kr: uppgiften är avrundad. "
    "Konton: {accounts}.",
    "The figures state {figure} of {stated:kr} kr, the general ledger has {ledger:kr} kr: the figure is rounded. "
    "Accounts: {accounts}.",
    "Utelämna uppgiften, så tas huvudbokens belopp med ören.",
    "Leave it out, and the ledger's amount is taken to the öre.",
    cites=LKBR("3:3"),
)
RESULT_DIFFERS = error(
    "Uppgifterna anger resultatet {stated:kr} kr, boken har {recorded:kr} kr för {year}.",
    "The figures state a result of {stated:kr} kr, the book has {recorded:kr} kr for {year}.",
    "Rätta först det registrerade resultatet: {do.correct}, eller ange det registrerade.",
    "Correct the recorded result first: {do.correct}, or state the recorded one.",
    cites=LKBR("4:4"),
)
EQUITY_DIFFERS = warning(
    "Uppgifterna anger eget kapital {stated:kr} kr, boken har {recorded:kr} kr vid utgången av {year}.",
    "The figures state an equity of {stated:kr} kr, the book has {recorded:kr} kr at the close of {year}.",
    "Registrera den justering som saknas: {do.adjust_equity}, eller rätta uppgiften.",
    "Record the adjustment that is missing: {do.adjust_equity}, or correct the figure.",
    cites=LKBR("4:4"),
)
FIGURES_OF_OTHER_YEAR = error(
    "Bokslutet avser {year}, uppgifterna avser {other}.",
    "The year-end is that of {year}, the figures are of {other}.",
    "Ange uppgifterna för {year}, eller utelämna deras år.",
    "Give the figures of {year}, or leave their year out.",
    cites=LKBR("3:3"),
)
REPEALED_NOT_CORRECTED = error(
    "Verifikationen i post {seq} vilar på {decision}, som är upphävt, och är inte rättad.",
    "The entry of record {seq} rests on {decision}, which is repealed, and is not corrected.",
    "Rätta posten, och registrera på nytt det som beslutas på nytt; har upphävandet rivits upp, registrera beslutet "
    "som laga kraft.",
    "Correct the record, and record anew what is decided anew; if the repeal was set aside, record the decision as "
    "final.",
    cites=KL("13:5") + LKBR("3:7"),
)
REPEALED_STANDS = warning(
    "Post {seq} vilar på {decision}, som är upphävt; den kan inte tas tillbaka och står kvar.",
    "Record {seq} rests on {decision}, which is repealed; it cannot be taken back, and stands.",
    "Låt behörigt organ besluta på nytt, och registrera det; ett resultat som är fel rättas med {do.adjust_equity}.",
    "Let the body that may decide anew, and record it; a result that is wrong is corrected by {do.adjust_equity}.",
    cites=KL("13:5") + LKBR("3:7"),
)
GROUND_REPEALED_LATER = warning(
    "{decision} är upphävt: dess synnerliga skäl om {amount:kr} kr för {year} räknas inte längre.",
    "{decision} is repealed: its exceptional ground of {amount:kr} kr for {year} no longer counts.",
    "Låt fullmäktige besluta på nytt, eller återställ underskottet.",
    "Let the council decide anew, or restore the deficit.",
    cites=KL("11:13") + KL("13:5"),
)
EXTENSION_REPEALED = warning(
    "{decision} är upphävt: {amount:kr} kr av underskottet {year} får inte längre återställas först {due}.",
    "{decision} is repealed: {amount:kr} kr of the deficit of {year} may no longer wait until {due}.",
    "Återställ det inom den ursprungliga tiden, eller låt fullmäktige besluta på nytt.",
    "Restore it within the original time, or let the council decide anew.",
    cites=KL("11:12-13") + KL("13:5"),
)
BALANCE_RESULT_CORRECTED = note(
    "Balanskravsresultatet {of_year} är rättat från {old:kr} kr till {new:kr} kr ({decision}): ”{reason}”.",
    "The balance requirement result of {of_year} is corrected from {old:kr} kr to {new:kr} kr ({decision}): "
    "“{reason}”.",
    cites=LKBR("3:7"),
)
CORRECTION_REPEALED = warning(
    "Beslutets läge har ändrats: balanskravsresultatet {of_year} är åter {amount:kr} kr.",
    "The state of the decision has changed: the balance requirement result of {of_year} is {amount:kr} kr again.",
    "Stämmer det inte, låt fullmäktige besluta på nytt: {do.correct_balance_result}.",
    "If that is not right, let the council decide anew: {do.correct_balance_result}.",
    cites=LKBR("3:7") + KL("13:5"),
)
GROUND_STANDS_AGAIN = note(
    "{decision} gäller åter: dess synnerliga skäl om {amount:kr} kr för {year} räknas på nytt.",
    "{decision} stands again: its exceptional ground of {amount:kr} kr for {year} counts once more.",
    cites=KL("11:13") + KL("13:5"),
)
YEAR_END_PRELIMINARY = error(
    "Uppgifterna för {year} är {kind}, inte ett utfall. Bara ett utfall registreras.",
    "The figures of {year} are {kind}, not an outcome. Only an outcome is recorded.",
    "Skriv ut den som den är; registrera bokslutet när utfallet är känt.",
    "Print it as it is; post the year-end when the outcome is known.",
    cites=LKBR("3:3"),
)
YEAR_END_OUTDATED = error(
    "Boken har ändrats sedan bokslutet för {year} upprättades: det skulle registrera annat än det som skrevs ut.",
    "The book has changed since the year-end of {year} was drawn up: it would not record what was printed.",
    "Upprätta det på nytt: {do.year_end}.",
    "Draw it up again: {do.year_end}.",
    cites=LKBR("3:3"),
)
RESERVE_UNDECIDED = error(
    "Uppgifterna för {year} ändrar en reserv, och inget beslut av fullmäktige är angivet.",
    "The figures of {year} move a reserve, and no decision of the council is given.",
    "Ange ”beslut_om_reserv” i uppgifterna, fullmäktiges beslut om reservering eller användning.",
    "Give {give.reserve_decision} in the figures: the council's decision on the allocation or the use.",
    cites=KL("5:1-2"),
)
YEAR_NOT_ENDED = error(
    "{year} har inte gått till ända: bokslutet kan registreras från och med {day}.",
    "{year} has not ended: its year-end can be posted from {day} on.",
    'Skriv ut en prognos eller ett delårsbokslut så länge: kind = "forecast" eller "interim".',
    'Print a forecast or an interim report until then: kind = "forecast" or "interim".',
    cites=LKBR("3:3"),
)
YEAR_BEFORE_MISSING = error(
    "{missing} års resultat är inte registrerat, och {year} kommer efter: åren registreras i ordning.",
    "The result of {missing} is not recorded, and {year} comes after it: years are recorded in order.",
    "Registrera först bokslutet för {missing}, eller bara dess resultat: {do.record_result}.",
    "Post the year-end of {missing} first, or its result alone: {do.record_result}.",
    cites=LKBR("4:4"),
)
RESULT_UNSUPPORTED = warning(
    "Balanskravsresultatet {year} är räknat med {amount:kr} kr {moved}; som rättat är det {now:kr} kr.",
    "The balance requirement result of {year} is drawn up with {amount:kr} kr {moved}; as corrected it is {now:kr} kr.",
    "Rätta balanskravsresultatet, om det ändras: {do.correct_balance_result}.",
    "Correct the balance requirement result, if it changes: {do.correct_balance_result}.",
    cites=LKBR("11:10"),
)
RESERVE_BELOW_FUNDS = warning(
    "Vid utgången av {year} har fonderna {funds:kr} kr av resultatreserven, som då är {reserve:kr} kr.",
    "At the close of {year} the funds have {funds:kr} kr of the result reserve, which is then {reserve:kr} kr.",
    "Låt det som fonderna ska bära gå genom dem ({do.use}), eller rätta det som annars använts av reserven: "
    "{do.correct}. Godkänner fullmäktige året ändå, ange varför: {give.reason}.",
    "Let what the funds are to bear go through them ({do.use}), or correct what else was used of the reserve: "
    "{do.correct}. If the council approves the year all the same, say why: {give.reason}.",
    cites=KL("11:14"),
)
SURPLUS_UNSUPPORTED = warning(
    "Av resultatet {year} är {amount:kr} kr öronmärkta eller reserverade; som rättat räcker det till {limit:kr} kr.",
    "Of the result of {year}, {amount:kr} kr are earmarked or allocated to a reserve; as corrected it gives {limit:kr} "
    "kr.",
    "Låt fullmäktige pröva vad som ska stå kvar, och rätta det som inte ska det: {do.correct}.",
    "Let the council consider what is to stand, and correct what is not: {do.correct}.",
    cites=KL("5:1-2"),
)
GROUND_UNSUPPORTED = warning(
    "Synnerliga skäl om {amount:kr} kr för {year} vilar på öronmärkningar, och av användningen finns {used:kr} kr kvar "
    "efter rättelse.",
    "Exceptional grounds of {amount:kr} kr for {year} rest on earmarks, and {used:kr} kr of the use are left after the "
    "correction.",
    "Skälet står kvar tills fullmäktige eller domstol ändrar det; låt fullmäktige pröva det.",
    "The ground stands until the council or a court changes it; let the council consider it.",
    cites=KL("11:13"),
)

PLAN_PAST = error(
    "Planen ska gå till ett år efter {last}, det sista som boken har; {to} är inte det.",
    "The plan is to go to a year after {last}, the last one that the book has; {to} is not.",
    "Ange ett senare år; har boken inget eget kapital ännu, registrera det: {do.open_equity}.",
    "Give a later year; if the book has no equity yet, record it: {do.open_equity}.",
)
TEMPLATE_UNKNOWN = error(
    "Det finns ingen mening som heter {name}.",
    "There is no sentence called {name}.",
    "Använd ett av dessa namn: {known}.",
    "Use one of these names: {known}.",
)
TEMPLATE_FIELD_UNKNOWN = error(
    "Meningen {name} har ett okänt fält: {field}.",
    "The sentence {name} has an unknown field: {field}.",
    "Använd bara dessa fält, inom klammer: {known}.",
    "Use these fields alone, in braces: {known}.",
)
TEMPLATE_UNREADABLE = error(
    "Meningen {name} har en klammer utan motstycke, eller annat än ett namn inom klammer.",
    "The sentence {name} has a brace without its other, or something else than a name in braces.",
    "Skriv fältets namn inom klammer; en klammer som ska stå kvar skrivs två gånger.",
    "Write the name of the field in braces; a brace that is to stay is written twice.",
)

CODES = declared(globals())
