"""What can be wrong with a workbook, its sheets and its cells, before anybody asks what the values mean."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

WORKBOOK_UNREADABLE = error(
    "Filen kan inte läsas som en arbetsbok (xlsx): {why}.",
    "The file cannot be read as a workbook (xlsx): {why}.",
    "Öppna den i kalkylprogrammet och spara den på nytt som Excel-arbetsbok (.xlsx), utan lösenord.",
    "Open it in the spreadsheet program and save it again as an Excel workbook (.xlsx), without a password.",
)
WORKBOOK_TOO_LARGE = error(
    "Arbetsboken är för stor: den har mer än {limit} {what}.",
    "The workbook is too large: it has more than {limit} {what}.",
    "Kontrollera att det är rätt fil; kopiera annars det ifyllda till en ny mall.",
    "Check that it is the right file; otherwise copy what is filled in to a new template.",
)
TEMPLATE_OF_OTHER_VERSION = error(
    "Mallen har version {given}, och här läses version {known}.",
    "The template has version {given}, and version {known} is read here.",
    "Skriv ut en ny mall: {do.write_template}. Kopiera det ifyllda till den.",
    "Write a new template: {do.write_template}. Copy what is filled in to it.",
)
SHEET_MISSING = error(
    "Arbetsboken saknar bladet {sheet}.",
    "The workbook lacks the sheet {sheet}.",
    "Kontrollera att det är mallen; bladen ska heta som i den. En ny mall skrivs ut så här: {do.write_template}.",
    "Check that it is the template; its sheets keep their names. A new one is written like this: {do.write_template}.",
)
SHEET_UNKNOWN = error(
    "Bladet {sheet!r} finns inte i mallen, och dess värden läses inte.",
    "The sheet {sheet!r} is not in the template, and its values are not read.",
    "Flytta värdena till mallens blad, eller ta bort bladet. Mallens blad heter: {known}.",
    "Move the values to the template's sheets, or delete the sheet. The template's sheets are: {known}.",
)
SHEET_WITHOUT_HEADING = error(
    "Bladet har ingen rad med rubriken {heading}.",
    "The sheet has no row with the heading {heading}.",
    "Kopiera rubrikraden från en ny mall: {do.write_template}.",
    "Copy the row of headings from a new template: {do.write_template}.",
)
CELLS_HIDDEN = error(
    "{what} är dolt och har värden.",
    "{what} is hidden and has values.",
    "Visa det i kalkylprogrammet, och ta bort det som inte ska läsas.",
    "Unhide it in the spreadsheet program, and delete what is not to be read.",
)
CELLS_MERGED = error(
    "Cellerna {cells} är sammanfogade.",
    "The cells {cells} are merged.",
    "Dela upp dem, och skriv ett värde i var och en.",
    "Split them, and write a value in each.",
)
HEADING_UNKNOWN = error(
    "Mallen har ingen rubrik {heading!r}, och värdena vid den läses inte.",
    "The template has no heading {heading!r}, and the values at it are not read.",
    "Rätta rubriken, eller flytta värdena till rätt kolumn eller rad.",
    "Correct the heading, or move the values to the right column or row.",
)
HEADING_TWICE = error(
    "Rubriken {heading!r} finns två gånger.",
    "The heading {heading!r} is there twice.",
    "Ta bort den ena kolumnen eller raden.",
    "Delete one of the columns or rows.",
)
CELL_WITHOUT_VALUE = error(
    "Cellen har en formel utan beräknat värde.",
    "The cell has a formula without a computed value.",
    "Öppna arbetsboken i kalkylprogrammet, låt den räkna och spara; eller skriv värdet i stället för formeln.",
    "Open the workbook in the spreadsheet program, let it compute and save; or write the value, not the formula.",
)
CELL_HAS_ERROR = error(
    "Cellen visar felet {error}.",
    "The cell shows the error {error}.",
    "Rätta formeln, eller skriv värdet i stället.",
    "Correct the formula, or write the value instead.",
)
CELL_OF_OTHER_KIND = error(
    "Cellen har {given}, och här ska stå {wanted}.",
    "The cell has {given}, and {wanted} is wanted here.",
    "Skriv till exempel {example}, och ge cellen samma format som mallens celler.",
    "Write for example {example}, and give the cell the format that the template's cells have.",
)
EVENT_NUMBER_MISSING = error(
    "Händelsen saknar nummer, och ordningen framgår därför inte.",
    "The event has no number, so its place in the order is unclear.",
    "Numrera varje händelse i den ordning de ska registreras, även mellan bladen.",
    "Number every event in the order in which they are recorded, across sheets too.",
)
EVENT_NUMBER_TWICE = error(
    "Nummer {number} har två händelser.",
    "Number {number} has two events.",
    "Ge varje händelse ett eget nummer.",
    "Give each event a number of its own.",
)
EVENTS_MISSING = error(
    "Ingen händelse är ifylld i arbetsboken.",
    "No event is filled in in the workbook.",
    "Skriv en rad på något av bladen med händelser; bladet Exempel visar hur.",
    "Write a row on one of the sheets of events; the sheet Example shows how.",
)
ROW_BELONGS_NOWHERE = error(
    "Raden hör till {given}, som inte finns i arbetsboken.",
    "The row belongs to {given}, which is not in the workbook.",
    "Skriv {wanted}, eller ta bort raden.",
    "Write {wanted}, or delete the row.",
)
FIGURES_WITHOUT_YEAR = error(
    "Kolumnen har uppgifter, men inget år.",
    "The column has figures, but no year.",
    "Skriv räkenskapsåret överst i kolumnen, eller töm den.",
    "Write the fiscal year at the top of the column, or empty it.",
)

CODES = declared(globals())
