"""What can be wrong with the characters, the lines and the control total of a SIE file (iakttagelser)."""

from __future__ import annotations

from sifund_ledger.citations import SIE_4B
from sifund_ledger.findings import declared, error, warning

SIE_BYTES_UNREADABLE = error(
    "Filen lästes som {encoding}, och {count} av dess tecken kan inte läsas så.",
    "The file was read as {encoding}, and {count} of its characters cannot be read as that.",
    "Exportera filen på nytt; de oläsbara tecknen har blivit U+FFFD.",
    "Export the file anew; the unreadable characters have become U+FFFD.",
    cites=SIE_4B("§5.8"),
)
SIE_ENCODING_DIFFERS = warning(
    "#FORMAT anger {stated}, men tecknen är {encoding}; de lästes som {encoding}.",
    "#FORMAT states {stated}, but the characters are {encoding}; they were read as {encoding}.",
    "Låt det exporterande programmet skriva teckentabell 437, formatets enda.",
    "Let the exporting program write code page 437, the format's only character set.",
    cites=SIE_4B("§5.8"),
)
SIE_FORMAT_OTHER = warning(
    "#FORMAT anger {stated}, och tecknen är det. Formatet medger bara PC8; andra program kan läsa fel.",
    "#FORMAT states {stated}, and the characters agree. The format allows only PC8; other programs may misread them.",
    "Låt det exporterande programmet skriva teckentabell 437, formatets enda.",
    "Let the exporting program write code page 437, the format's only character set.",
    cites=SIE_4B("§5.8"),
)
SIE_TEXT_GARBLED = warning(
    "Texter ser ut att ha blivit förvanskade innan filen skrevs: {value}. De behölls som de står.",
    "Texts look garbled by a conversion before the file was written: {value}. They were kept as they stand.",
    "Exportera ur det första systemet igen, med rätt teckentabell; beloppen berörs inte.",
    "Export from the first system again, in the right character set; amounts are not affected.",
    cites=SIE_4B("§5.8"),
)
SIE_CONTROL_CHARACTER = warning(
    "Raden har styrtecknet {value}, som inget fält får innehålla; det behölls.",
    "The line has the control character {value}, which no field may hold; it was kept.",
    "Rätta texten i det program som skrev filen.",
    "Correct the text in the program that wrote the file.",
    cites=SIE_4B("§5.7"),
)
SIE_NOT_A_RECORD = error(
    "Raden börjar inte med #: {value}",
    "The line does not begin with #: {value}",
    "Rätta raden; en post står på en rad, och en text har ingen radbrytning.",
    "Correct the line; a record stands on one line, and a text has no line break.",
    cites=SIE_4B("§5.2"),
)
SIE_NO_RECORD = error(
    "Filen har inga poster: den är tom, eller av ett annat slag.",
    "The file has no records: it is empty, or of another kind.",
    "Kontrollera att det är rätt fil, och exportera den på nytt.",
    "Check that it is the right file, and export it anew.",
    cites=SIE_4B("§5.2"),
)
SIE_NOT_SIE = error(
    "{count} rader kan inte läsas som SIE; läsningen slutade här.",
    "{count} lines cannot be read as SIE; reading ended here.",
    "Kontrollera att det är rätt fil.",
    "Check that it is the right file.",
    cites=SIE_4B("§5.2"),
)
SIE_LINE_TOO_LONG = error(
    "Raden har {length} tecken och utelämnades.",
    "The line has {length} characters, and was left out.",
    "Kontrollera att det är rätt fil: ingen post i en SIE-fil har mer än en miljon tecken.",
    "Check that it is the right file: no record of a SIE file has more than a million characters.",
    cites=SIE_4B("§5.2"),
)
SIE_ROW_OUTSIDE_VOUCHER = error(
    "{label} står inte i någon verifikation och räknas inte.",
    "{label} is not inside a voucher, and does not count.",
    "Sätt den mellan klamrarna efter sin #VER.",
    "Put it between the braces after its #VER.",
    cites=SIE_4B("§5.4"),
)
SIE_VOUCHER_BRACES = warning(
    "Raderna i verifikationen på rad {opened} står inte mellan klamrar på egna rader.",
    "The rows of the voucher on line {opened} do not stand between braces of their own lines.",
    "Skriv inledande och avslutande klammer ensamma på sina rader.",
    "Write the opening brace and the closing one alone on their lines.",
    cites=SIE_4B("§5.4"),
)
SIE_VOUCHER_UNCLOSED = error(
    "Verifikationen på rad {opened} avslutas aldrig; den lästes hit.",
    "The voucher on line {opened} is never closed; it was read up to here.",
    "Exportera filen på nytt: rader kan saknas.",
    "Export the file anew: rows may be missing.",
    cites=SIE_4B("§5.4"),
)
_ESCAPED = "Let the exporting program write a quote inside a text as backslash and quote."
_ESCAPED_SV = "Låt det exporterande programmet skriva citattecken inne i text som omvänt snedstreck och citattecken."
SIE_QUOTE_UNCLOSED = warning(
    "Ett citattecken saknas eller är för mycket här; läst som {value}.",
    "A quotation mark is missing here, or one is too many; read as {value}.",
    _ESCAPED_SV,
    _ESCAPED,
    cites=SIE_4B("§5.7"),
)
SIE_QUOTE_INSIDE = warning(
    "Ett ensamt citattecken står inne i en text; läst som {value}.",
    "A bare quotation mark stands inside a text; read as {value}.",
    _ESCAPED_SV,
    _ESCAPED,
    cites=SIE_4B("§5.7"),
)
SIE_BRACE_UNCLOSED = warning(
    "En objektlista är inte avslutad, eller en klammer avslutar ingenting.",
    "An object list is not closed, or a brace closes nothing.",
    'Låt det exporterande programmet skriva objektlistor som {{dimension "objekt"}} på en rad.',
    'Let the exporting program write object lists as {{dimension "object"}} on one line.',
    cites=SIE_4B("§5.4, §8"),
)
SIE_KSUMMA_DIFFERS = error(
    "#KSUMMA är {stated}, men posterna ger {computed}: filen har ändrats efter att den skrevs.",
    "#KSUMMA is {stated}, and the records give {computed}: the file was changed after it was written.",
    "Exportera filen på nytt och för över den utan att omvandla den.",
    "Export the file anew, and transfer it without converting it.",
    cites=SIE_4B("§10"),
)
SIE_KSUMMA_UNFINISHED = error(
    "En kontrollsumma påbörjas men avslutas inte: filen är avkortad.",
    "A control total begins and does not end: the file was cut off.",
    "Exportera filen på nytt och för över den i sin helhet.",
    "Export the file anew, and transfer it whole.",
    cites=SIE_4B("§10"),
)

CODES = declared(globals())
