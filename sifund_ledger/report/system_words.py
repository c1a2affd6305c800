"""What the vouchers, the system and the history of a book are told in (räkenskapsinformationens ord)."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, amount, number, text
from sifund_ledger.ledger.accounts import Limit
from sifund_ledger.table import ColumnKind

VOUCHERS: Final = Form(
    "vouchers",
    Bilingual("Verifikationer {year}", "Vouchers {year}"),
    (
        text("number", "Nummer", "Number"), FormField("recorded", Bilingual("Registrerad", "Recorded"), ColumnKind.DAY),
        FormField("day", Bilingual("Händelse", "Event"), ColumnKind.DAY),
        text("what", "Avser och konto", "Concerns, and account"), amount("debit", "Debet", "Debit"),
        amount("credit", "Kredit", "Credit"), text("decision", "Beslut", "Decision"),
        text("actor", "Registrerad av", "Recorded by"),
    ),
)  # fmt: skip
MORE: Final = (
    Bilingual("Post {said}.", "Record {said}."),
    Bilingual("Motpart: {said}.", "Counterparty: {said}."),
    Bilingual("Underlag: {said}.", "Refers to: {said}."),
)
"""What stands below a voucher: its record, its counterparty, what it refers to."""
ACCOUNTS: Final = Form(
    "accounts",
    Bilingual("Konton", "Accounts"),
    (
        text("code", "Kod", "Code"), text("book", "Del", "Part"), text("name", "Konto", "Account"),
        text("limit", "Saldo", "Balance"),
    ),
)  # fmt: skip
LIMITS: Final = {
    Limit.CREDIT: Bilingual("kredit", "credit"),
    Limit.DEBIT: Bilingual("debet", "debit"),
    Limit.EITHER: Bilingual("båda", "either"),
}
EVENTS: Final = Form(
    "events",
    Bilingual("Händelser", "Events"),
    (
        text("event", "Slag", "Kind"), number("version", "Version", "Version"), text("name", "Kallas", "Called"),
        text("fields", "Uppgifter som lagras", "Values stored"), text("decided", "Kräver beslut", "Needs a decision"),
    ),
)  # fmt: skip
COMMANDS: Final = Form(
    "commands",
    Bilingual("Kommandon", "Commands"),
    (
        text("sv", "På svenska", "In Swedish"), text("name", "Namn", "Name"),
        text("cli", "På kommandoraden", "On the command line"), text("kinds", "Registrerar", "Records"),
    ),
)  # fmt: skip
CHECKS_OF: Final = Form(
    "system_checks",
    Bilingual("Granskningsmoment", "Checks of an audit"),
    (
        text("code", "Kod", "Code"), text("name", "Moment", "Check"), text("tier", "Nivå", "Tier"),
        text("proves", "Vad det visar", "What it proves"), text("citation", "Lagrum", "Paragraph"),
    ),
)  # fmt: skip
FORMATS: Final = Form(
    "formats",
    Bilingual("Format", "Formats"),
    (
        text("format", "Format", "Format"), text("read", "Läses som", "Read as"),
        text("written", "Skrivs som", "Written as"),
    ),
)  # fmt: skip
READ_AND_WRITTEN: Final = (
    (
        "SIE 1–4, SIE 5",
        Bilingual("kommunens huvudbok", "the municipality's general ledger"),
        Bilingual("verifikationer till den (SIE 4I)", "vouchers for it (SIE 4I)"),
    ),
    (
        "CSV",
        Bilingual("huvudbok, saldon, tryckta tabeller", "a ledger, balances, printed tables"),
        Bilingual("verifikationer, budgetrader, alla tabeller", "vouchers, budget lines, any table"),
    ),
    (
        "TOML, JSON",
        Bilingual("uppgifter, händelser, roller, konteringsmall", "figures, events, roles, the mapping of accounts"),
        Bilingual("utredningar, tabeller, granskningar (JSON)", "statements, tables, audits (JSON)"),
    ),
    (
        "HTML, Word, Markdown",
        "",
        Bilingual("rapporter, granskningar, räkenskapsinformation", "reports, audits, accounting records"),
    ),
    (
        "XLSX",
        Bilingual("tryckta tabeller", "printed tables"),
        "",
    ),
    (
        "hledger",
        "",
        Bilingual("huvudboken som text", "the general ledger as text"),
    ),
)
HISTORY: Final = Form(
    "history",
    Bilingual("Varje post", "Every record"),
    (
        number("seq", "Post", "Record"), text("recorded_at", "Registrerad (UTC)", "Recorded (UTC)"),
        text("actor", "Registrerad av", "Recorded by"), text("what", "Händelse", "Event"),
        text("voucher", "Verifikation", "Voucher"),
        text("decision", "Beslut", "Decision"), text("corrects", "Rättelse", "Correction"),
        text("hash", "Kontrollsumma", "Hash"),
    ),
)  # fmt: skip
CORRECTS: Final = Bilingual("rättar {seq}", "corrects {seq}")
CORRECTED_BY: Final = Bilingual("rättad av {seq}", "corrected by {seq}")
CORRECTED: Final = Form(
    "corrected",
    Bilingual("Rättelser och gallringar", "Corrections and notes blotted out"),
    (
        number("seq", "Post", "Record"), FormField("recorded", Bilingual("Registrerad", "Recorded"), ColumnKind.DAY),
        text("what", "Händelse", "Event"), number("corrects", "Avser post", "Of record"),
        text("text", "Text", "Text"), text("decision", "Beslut", "Decision"), text("actor", "Av", "By"),
    ),
)  # fmt: skip
OVERVIEW: Final = (
    Bilingual(
        "Boken för {entity} förs i sifund_ledger {version}. Den är en sidoordnad bokföring till kommunens huvudbok "
        "och håller reda på eget kapital, öronmärkta medel, ramar, fordringar och balanskravet. Huvudboken läses "
        "och skrivs aldrig; verifikationer till den skrivs som filer.",
        "The book of {entity} is kept in sifund_ledger {version}. It is a subsidiary ledger to the municipality's "
        "general ledger, and keeps equity, earmarks, frames, claims and the balance requirement. The general "
        "ledger is read and never written; vouchers for it are written as files.",
    ),
    Bilingual(
        "Allt som händer registreras som poster i en följd, och ingen post ändras. En post har sin händelse, "
        "beslutet som den vilar på, vem som registrerade och när, och där belopp rör sig en verifikation med "
        "konteringar. Saldon, fonder och utredningar räknas fram ur posterna varje gång.",
        "All that happens is recorded as records in a sequence, and no record is changed. A record has its event, "
        "the decision that it rests on, who recorded it and when, and where amounts move an entry with its "
        "postings. Balances, funds and statements are worked out from the records each time.",
    ),
    Bilingual(
        "Ett kommando prövas mot reglerna i det läge som boken har, och vägras med varje skäl där någon bryts. Det "
        "registrerar händelser med beslutade belopp, så att ingen regel behövs för att förstå dem sedan. Belopp är "
        "hela ören. Reglerna följer lagen som gällde för räkenskapsåret, konsoliderad till och med {consolidated}.",
        "A command is held against the rules in the state that the book has, and refused with every reason where "
        "one is broken. It records events with decided amounts, so that no rule is needed to understand them "
        "afterwards. Amounts are whole öre. The rules follow the law in force for the fiscal year, consolidated to "
        "{consolidated}.",
    ),
    Bilingual(
        "Kontona är indelade i tre delar som var och en går jämnt ut: EARMARK (eget kapital och öronmärkningar), "
        "FRAME (nämndernas ramar) och CLAIM (fordringar på nämnder). Ett konto har en kod och de dimensioner som "
        "hör till: fond, delfond, projekt, nämnd, år.",
        "The accounts are in three parts, each of which sums to zero: EARMARK (equity and earmarks), FRAME (the "
        "boards' frames) and CLAIM (claims on boards). An account has a code and the dimensions that apply: fund, "
        "sub-fund, project, board, year.",
    ),
)
PROCESSED: Final = (
    Bilingual(
        "Boken för {entity} har {count} poster, till och med kontrollpunkten {checkpoint}. Listan visar varje post "
        "i den ordning de registrerades: när, av vem, vad, på vilket beslut, och vad den rättar eller rättas av. "
        "Verifikationen med sina konteringar finns i verifikationslistan under samma nummer.",
        "The book of {entity} has {count} records, to the checkpoint {checkpoint}. The list has every record in "
        "the order in which they were made: when, by whom, what, on which decision, and what it corrects or is "
        "corrected by. Its entry with the postings stands in the list of vouchers under the same number.",
    ),
    Bilingual(
        "En post bearbetas inte efteråt. En rättelse är en ny post som leder till den rättade (LKBR 3:7). En "
        "anteckning kan gallras genom en post; texten försvinner då, men inte dess kontrollsumma.",
        "A record is not processed afterwards. A correction is a new record that leads to the corrected one (LKBR "
        "3:7). A note can be blotted out by a record; its text is then gone, but not its digest.",
    ),
)
THE_CHAIN: Final = (
    Bilingual(
        "Varje post lagras som en kort text. Texten innehåller den föregående postens kontrollsumma (SHA-256), så "
        "att ingen post kan ändras, tas bort, skjutas in eller byta plats utan att varje kontrollsumma efter den "
        "ändras.",
        "Every record is stored as a short text. The text has the hash (SHA-256) of the record before it, so that "
        "none can be changed, removed, inserted or moved without every hash after it changing.",
    ),
    Bilingual(
        "En kontrollpunkt är antalet poster och början på den sista kontrollsumman. Den trycks på rapporter och "
        "skrivs in i boken när ett år stängs. Med en kontrollpunkt som finns någon annanstans kan varje post före "
        "den prövas.",
        "A checkpoint is the number of records and the beginning of the last hash. It is printed on reports, and "
        "written into the book when a year closes. With a checkpoint that stands elsewhere every record before it "
        "can be proved.",
    ),
    Bilingual(
        "Kedjan kan prövas utan programmet: hur texten är skriven, och en läsare på en sida, finns i "
        "dokumentationens sida om kedjan. En bok lagras i en databas, vars spärrar hindrar att poster ändras eller "
        "tas bort.",
        "The chain can be proved without the program: how the text is written, and a reader of one page, stand in "
        "the documentation's page on the chain. A book is stored in a database, whose guards keep records from "
        "being changed or removed.",
    ),
)
