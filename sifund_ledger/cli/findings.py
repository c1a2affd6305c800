"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import LKBR
from sifund_ledger.findings import declared, error, note

DEMO_FOLDER_IN_THE_WAY = error(
    "{path} är ingen mapp som går att skriva i.",
    "{path} is not a folder to write in.",
    "Ange en mapp som finns, eller som kan skapas.",
    "Name a folder that exists, or one that can be made.",
)
DEMO_FILE_IN_THE_WAY = error(
    "Filen finns redan; demonstrationen ersätter ingen fil.",
    "The file already exists; the demonstration replaces no file.",
    "Ange en ny mapp med --keep.",
    "Name a new folder with --keep.",
)
OUTPUT_UNWRITABLE = error(
    "Utdata kan inte skrivas: {why}.",
    "The output cannot be written: {why}.",
    "Ange med {option} en sökväg i en katalog som finns och som får skrivas i.",
    "Give {option} a path in a directory that exists and that you may write to.",
)
MORE_OF_A_KIND = error(
    "Det finns {count} fall till av {kind}.",
    "There are {count} more cases of {kind}.",
    "Åtgärda dem som är listade, och kör kommandot igen.",
    "Mend those listed, and run the command again.",
)
RECORDED_UNSHOWN = error(
    "Kommandot är utfört; bara resultatet kunde inte visas.",
    "The command is done; only its result could not be shown.",
    "Kör det inte igen. Se vad boken har: {do.records}.",
    "Do not run it again. See what the book has: {do.records}.",
)
OUTPUT_BINARY = error(
    "Ett dokument i formatet {form} skrivs aldrig på skärmen.",
    "A document in the format {form} is never printed on a terminal.",
    "Ange en fil med -o.",
    "Name a file with -o.",
)
OUTPUT_IS_INPUT = error(
    "Utdata skulle skriva över indata.",
    "The output would overwrite the input.",
    "Ange en annan sökväg med {option}.",
    "Give {option} another path.",
)
OUTPUT_IN_THE_WAY = error(
    "Filen finns redan; den kan ha redigerats för hand.",
    "The file already exists; it may have been edited by hand.",
    "Ange ett nytt filnamn med -o, eller ersätt filen med --force.",
    "Give a new file name with -o, or replace the file with --force.",
)
OUTPUT_IS_BOOK = error(
    "Filen är en bok; en bok skrivs aldrig över.",
    "The file is a book; a book is never written over.",
    "Ange ett annat filnamn med -o.",
    "Give another file name with -o.",
)
OUTPUT_EXISTS = error(
    "Filen finns redan; den kan vara oinläst.",
    "The file already exists; it may not have been imported yet.",
    "Ange ett nytt filnamn med -o.",
    "Give a new file name with -o.",
)
REGISTER_CHANGED = error(
    "Registret har ändrats medan exporten gjordes; inget har skrivits.",
    "The register has been changed while the export was made; nothing was written.",
    "Exportera igen: någon annan har exporterat samtidigt.",
    "Export again: somebody else has exported at the same time.",
)
REGISTER_NO_FILE = error(
    "Registret är ingen fil, så det som går ut skulle kunna gå ut igen; inget har skrivits.",
    "The register is not a file, so that what goes out could go out again; nothing was written.",
    "Ange en fil med --register; den skapas om den inte finns.",
    "Give a file with --register; it is made if it is not there.",
)
REGISTER_LOCKED = error(
    "En annan export skriver i registret; inget har skrivits.",
    "Another export is writing the register; nothing was written.",
    "Exportera igen när den är klar.",
    "Export again when it has ended.",
)
MARK_WITHOUT_WORKBOOK = error(
    "--mark skriver felen i en kopia av en arbetsbok, och {count:d} filer är angivna, eller ingen arbetsbok.",
    "--mark writes faults into a copy of a workbook, and {count:d} files are named, or no workbook.",
    "Ange en ifylld mall (.xlsx), eller kör utan --mark.",
    "Name one filled-in template (.xlsx), or run it without --mark.",
)
TEMPLATE_OR_BOOK = error(
    "Det framgår inte vad som ska skrivas: ange en bok eller --template, inte båda.",
    "It is unclear what is to be written: give a book or --template, not both.",
    "Hela boken: sifund export xlsx BOK -o hela.xlsx. Mallen: sifund export xlsx --template -o mall.xlsx.",
    "The whole book: sifund export xlsx BOOK -o whole.xlsx. The template: sifund export xlsx --template -o mall.xlsx.",
)
OUTPUT_MISSING = error(
    "Ingen fil är angiven; det som exporteras en gång skrivs aldrig på skärmen.",
    "No file is named; what is exported once is never printed.",
    "Ange ett nytt filnamn med -o.",
    "Give a new file name with -o.",
)
CLOSE_UNPOSTED = error(
    "Uppgifterna skiljer sig från dem som är registrerade för {year}, och året stängs på de registrerade.",
    "The figures differ from those recorded for {year}, and the year closes on those recorded.",
    "Registrera dem med: --post --close; eller stäng året som det är registrerat: {do.close_year}.",
    "Record them too: --post --close; or close the year as it is recorded: {do.close_year}.",
    cites=LKBR("3:3"),
)
OPTION_WITHOUT_USE = error(
    "{option} ändrar inget i formatet {format}.",
    "{option} changes nothing in the format {format}.",
    "Ta bort det, eller välj ett annat format: {formats}.",
    "Leave it out, or choose another format: {formats}.",
)
OPTION_WITHOUT_EFFECT = error(
    "{option} ändrar inget där det som läses är {what}.",
    "{option} changes nothing where what is read is {what}.",
    "Ta bort det.",
    "Leave it out.",
)
OPTIONS_APART = error(
    "{options} skriver ut olika saker.",
    "{options} print different things.",
    "Ange en av dem i taget.",
    "Give one of them at a time.",
)
NOTHING_TO_PROPOSE = note(
    "Bokens poster för {year} leder inte till något mer att besluta.",
    "The book's records of {year} lead to nothing more to decide.",
)
FORMAT_MISSING = error(
    "Det som läses från standard in har ingen filändelse som visar formatet.",
    "What is read from standard input has no file ending that shows its format.",
    "Ange --format toml eller --format json.",
    "Give --format toml or --format json.",
)
IMPORT_NOT_CSV = error(
    "Namnet slutar inte på .csv, och import csv läser inga andra filer.",
    "The name does not end in .csv, and import csv reads no other files.",
    "Döp om filen om den är CSV; SIE-filer läses med import sie.",
    "Rename the file if it is CSV; SIE files are read with import sie.",
)
CODE_UNKNOWN = error(
    "Det finns ingen kod {code!r}.",
    "There is no code {code!r}.",
    "Menade du {near}?",
    "Did you mean {near}?",
)
CODE_UNLIKE_ALL = error(
    "Ingen kod liknar {code!r}.",
    "No code resembles {code!r}.",
    "Visa alla koder: sifund explain.",
    "List all codes: sifund explain.",
)
COMMAND_LINE_NOT_INSTALLED = error(
    "Kommandoraden behöver {package}, som inte är installerat.",
    "The command line needs {package}, which is not installed.",
    "Installera det: pip install 'sifund-ledger[cli]'",
    "Install it: pip install 'sifund-ledger[cli]'",
)
ACTOR_NOT_GIVEN = error(
    "Det är inte angivet vem som registrerar.",
    "The one who records is not named.",
    "Ange en roll med --actor, till exempel --actor ekonomi, eller sätt miljövariabeln {variable}.",
    "Give a role with --actor, for example --actor ekonomi, or set the environment variable {variable}.",
)
FIGURES_NOT_GIVEN = error(
    "Årets uppgifter är inte angivna.",
    "The year's figures are not given.",
    "Ange en uppgiftsfil, eller huvudboken med --sie FIL --roles FIL: sifund year-end {book} {year} uppgifter.toml.",
    "Give a figures file, or the general ledger with --sie FILE --roles FILE: sifund year-end {book} {year}"
    " figures.toml.",
)
YEAR_WITHOUT_RESULT = error(
    "Boken har inget resultat för {year}.",
    "The book has no result for {year}.",
    "Registrera bokslutet, eller ange ett av åren: {years}.",
    "Post the year-end, or give one of the years: {years}.",
)
FIGURES_YEAR_MISSING = error(
    "Filen har inget utfall för {year}, bara: {years}.",
    "The file has no outcome of {year}, only: {years}.",
    "Lägg till årets utfall i filen, eller ange ett annat år.",
    "Add the outcome of the year to the file, or give another year.",
)
FIGURES_KIND_MISSING = error(
    "Filen har inga sådana uppgifter för {year}, bara: {years}.",
    "The file has no such figures of {year}, only: {years}.",
    'Lägg till året med slag: "interim" eller "forecast" för en delårsrapport, "budget" för en budget.',
    'Add the year with its kind: "interim" or "forecast" for an interim report, "budget" for a budget.',
)
SYSTEM_REFUSED = error(
    "Operativsystemet avbröt kommandot: {why}.",
    "The operating system stopped the command: {why}.",
    "Kontrollera disken, katalogen och minnet, och kör det igen.",
    "Check the disk, the folder and the memory, and run it again.",
)
INTERRUPTED = error(
    "Kommandot avbröts.",
    "The command was interrupted.",
    "Kör det igen; det som skrevs halvt har tagits bort.",
    "Run it again; what was half written has been removed.",
)
LAW_UNDECIDED = error(
    "Biblioteket har inte en entydig regel för året{why}.",
    "The library has no single rule for the year{why}.",
    "Felet är bibliotekets, inte ditt: rapportera det.",
    "The fault is the library's, not yours: report it.",
)
STORE_UNREACHABLE = error(
    "Boken går inte att nå{why}.",
    "The book cannot be reached{why}.",
    "Kontrollera att boken finns och är tillgänglig.",
    "Check that the book is there and that you may use it.",
)

_HELP = "Kommandots hjälp: {command} --help.", "Help on the command: {command} --help."
USAGE_COMMAND_UNKNOWN = error(
    "Det finns inget kommando {name!r}.",
    "There is no command {name!r}.",
    "Välj ett av dessa: {near}.",
    "Choose one of these: {near}.",
)
USAGE_OPTION_UNKNOWN = error(
    "Det finns inget alternativ {option}.",
    "There is no option {option}.",
    "Välj ett av dessa: {near}.",
    "Choose one of these: {near}.",
)
USAGE_OPTION_VALUE = error("Alternativet {option} {needs}.", "The option {option} {needs}.", *_HELP)
USAGE_OPTION_TWICE = error(
    "{option} är angivet flera gånger, men tar ett enda värde.",
    "{option} is given several times, but takes a single value.",
    "Behåll ett av värdena, eller kör kommandot en gång för varje värde.",
    "Keep one of the values, or run the command once for each value.",
)
USAGE_MISSING = error("{parameter} måste anges.", "{parameter} must be given.", *_HELP)
USAGE_VALUE = error("{parameter} ska vara {wanted}.", "{parameter} must be {wanted}.", *_HELP)
USAGE_TOO_MUCH = error("Kommandot tar inte emot {arguments}.", "The command does not take {arguments}.", *_HELP)
USAGE_UNREADABLE = error(
    "Kommandot kan inte tolkas{why}.",
    "The command cannot be read{why}.",
    *_HELP,
)

CODES = declared(globals())
