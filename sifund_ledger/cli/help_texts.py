"""The help texts that are written by hand, in Swedish and English (hjälptexter): of files, the law and the program.

Those of the commands that read and write a book are in ``help_of_books``.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual

TEXTS: Final = (
    Bilingual("Ett litet bokslut från början till slut.", "A complete small year-end."),
    Bilingual(
        "Upprätta, registrera och stäng ett bokslut i en bok, och visa en publicerad balanskravsutredning bredvid.",
        "Draw up, post and close a year-end in a book, and a published balanskravsutredning beside it.",
    ),
    Bilingual(
        "Skriver ut utredningen, noten om eget kapital, fondens konto och iakttagelserna. Inget sparas utan --keep.",
        "Prints the statement, the note on equity, the fund's account and the findings. Nothing is kept without"
        " --keep.",
    ),
    Bilingual("Spara boken i den här mappen.", "Keep the book in this folder."),
    Bilingual("Skriv till den här filen i stället för på skärmen.", "Write to this file instead of standard output."),
    Bilingual(
        "Skriv till den här filen, som inte får finnas. [måste anges]",
        "Write to this file, which must not be there yet.  [required]",
    ),
    Bilingual("Språk i resultat och meddelanden.", "Language of the result and of messages."),
    Bilingual("Avsluta med 1 även för varningar.", "Exit with 1 for warnings too."),
    Bilingual("Ersätt filen som -o anger, om den finns.", "Replace the file that -o names, if it is there."),
    Bilingual("Enhet för belopp.", "Of amounts."),
    Bilingual("Upprätta balanskravsutredningen.", "Draw up the balanskravsutredning."),
    Bilingual(
        "Upprätta balanskravsutredningen för åren i en uppgiftsfil.",
        "Draw up the balanskravsutredning for the years of a figures file.",
    ),
    Bilingual(
        "FILE är TOML eller JSON; - läser standard in, och kräver --format.",
        "FILE is TOML or JSON; - reads standard input, and needs --format.",
    ),
    Bilingual("Filens format, om ändelsen inte visar det.", "Format of FILE, if not by its ending."),
    Bilingual(
        "Skriv ut ett utkast med felen markerade i stället för att avvisa uppgifterna.",
        "Print a draft with its errors marked, where it would be refused.",
    ),
    Bilingual("Varifrån beloppet på en rad kommer, år för år.", "Where the amount of a line comes from, year by year."),
    Bilingual(
        "En uppgiftsfil börjar så här (belopp är text, utan tecken):",
        "A figures file begins like this (amounts are text, magnitudes positive):",
    ),
    Bilingual("Läs en huvudbok ur SIE eller CSV.", "Read a general ledger from SIE or CSV."),
    Bilingual(
        "Läs kommunens egen huvudbok och visa innehållet och felen.",
        "Read the municipality's own general ledger, and show what it holds and what is wrong.",
    ),
    Bilingual(
        "Filer från flera år eller system läses som en huvudbok. Inget registreras. CSV har saldon, med "
        "semikolon och decimalkomma; TOML är en uppgiftsfil med det som huvudboken föreslår. Båda gäller alla "
        "år i huvudboken, eller ett av dem.",
        "Files of several years or systems are read as one ledger. Nothing is recorded. CSV has the balances, "
        "with semicolons and decimal commas, or with --lang en commas and points; TOML is a figures file with "
        "what the ledger proposes. Both are for every year of the ledger, or for one.",
    ),
    Bilingual(
        "Bara det här året; utan det gäller uppgifterna det sista.",
        "This fiscal year alone; figures are of the last, if left out.",
    ),
    Bilingual(
        "Kontonas roller (TOML), för att föreslå årets uppgifter; inte med CSV.",
        "The roles of accounts (TOML), to propose the year's figures; not with CSV.",
    ),
    Bilingual("Enhet för de föreslagna uppgifterna: i kr står ören.", "Of the figures proposed: kr has the öre."),
    Bilingual(
        "Vems huvudboken är, för -O toml; utan det enligt den första filen.",
        "Whose ledger it is, for -O toml; as in the first file, if left out.",
    ),
    Bilingual(
        "Verifikationer och budgetrader ut; huvudboken som hledger-text.",
        "Vouchers and budget lines out; a ledger as hledger text.",
    ),
    Bilingual("Skriv filer som andra system läser.", "Write files that other systems read."),
    Bilingual(
        "Vad fonder ändrar i budgeten för YEAR, som CSV: årets ramar, när de än har beslutats.",
        "What funds change in the budget of YEAR, as CSV: the frames of that year, whenever they were decided.",
    ),
    Bilingual("Det som redan gått ut; skapas om det inte finns.", "What has gone out; made if not there."),
    Bilingual(
        "Utelämna det som redan gått ut, i stället för att neka.", "Leave out what has gone out, instead of refusing."
    ),
    Bilingual(
        "Årets öronmärkningar som CSV, med svensk eller internationell talform.",
        "The year's earmark entries as CSV, in Swedish or international number form.",
    ),
    Bilingual("Vilka konton som motsvarar bokens (TOML).", "Which accounts correspond to the book's (TOML)."),
    Bilingual(
        "En huvudbok (SIE, CSV) som hledger-text, så att hledger kan räkna om saldona.",
        "A general ledger (SIE, CSV) as hledger text, so that hledger can recompute its balances.",
    ),
    Bilingual("Räkenskapsåret; det sista om det utelämnas.", "The fiscal year; the last one if left out."),
    Bilingual(
        "Årets öronmärkningar som verifikationer att läsa in, SIE 4I.",
        "The year's earmark entries as vouchers to import, SIE 4I.",
    ),
    Bilingual("Reglerna år för år, och årets datum.", "The rules by fiscal year, and its dates."),
    Bilingual(
        "Balanskravets regler år för år, var och en med lagrum och hur säker den är.",
        "The rules of the balance requirement by fiscal year, each with its paragraph and how sure it is.",
    ),
    Bilingual("Räkenskapsåren 1998 till 2060.", "Fiscal years 1998 to 2060."),
    Bilingual("Årets datum.", "The dates of a year."),
    Bilingual(
        "Varje dag som lagen anger för ett räkenskapsår, från budgeten till arkiveringens slut.",
        "Every day that the law sets for a fiscal YEAR, from its budget to the end of keeping the accounts.",
    ),
    Bilingual("Utelämna det som inte gäller ett kommunalförbund.", "Leave out what does not bind a kommunalförbund."),
    Bilingual("Vad som ändras mellan två år.", "What changes between two years."),
    Bilingual(
        "Vad som skiljer två års regler åt: ändrat, nytt, upphört eller bara flyttat.",
        "What differs between the rules of two fiscal years: changed, new, ended, or only moved to another place.",
    ),
    Bilingual("Reglerna som gäller ett år.", "The rules in force for a year."),
    Bilingual(
        "Varje regel som gäller ett räkenskapsår: innehåll, formler med tecken, lagrum, hur säker den är.",
        "Every rule in force for a fiscal YEAR: content, formulas with their signs, paragraph, how sure it is.",
    ),
    Bilingual("En iakttagelse i sin helhet, med exempel.", "A finding in full, with an example."),
    Bilingual(
        "Förklara en iakttagelse efter dess kod: vad den betyder, vad du gör, och ett exempel som ger den.",
        "Explain a finding by its CODE: what it means, what to do, and an example that brings it about.",
    ),
    Bilingual(
        "Utan kod visas alla med allvarsgrad, efter den del av biblioteket som de hör till.",
        "Without a CODE, list every one with its severity, by the room of the library that it belongs to.",
    ),
    Bilingual(
        "Riktlinjer att utgå från, och vad var och en lämnar öppet.",
        "Policies to begin with, and what each leaves open.",
    ),
    Bilingual(
        "Riktlinjer som kommuner har antagit: var och en med källa, och det som källan lämnar obestämt.",
        "Policies that municipalities have adopted: each with its source, and what its source leaves undecided.",
    ),
    Bilingual(
        "Det obestämda väljs när fonden inrättas: sifund fund create … --policy NAME --choose presentation=strict.",
        "What is undecided is chosen when the fund is made: sifund fund create … --policy NAME --choose "
        "presentation=strict.",
    ),
    Bilingual(
        "Öronmärkt eget kapital och balanskravsutredning för kommuner och regioner.",
        "Earmarked equity and the balance requirement of Swedish municipalities and regions.",
    ),
    Bilingual(
        "Ensamt, i en mapp med en bok, visar det hur långt boken har kommit och vad som följer.",
        "Alone, in a folder that holds one book, it shows what state the book is in and what comes next.",
    ),
    Bilingual(
        "Avslutningskod: 0 klart, 1 klart men med fel funna (med --strict även varningar), 2 nekat och inget "
        "ändrat, 3 felaktigt kommando eller oläsbart underlag, 4 boken går inte att nå eller är låst.",
        "Exit status: 0 done, 1 done with errors found (with --strict also warnings), 2 refused and nothing "
        "changed, 3 wrong usage or unreadable input, 4 store not reachable or locked.",
    ),
    Bilingual("Visa versionen.", "Show the version and exit."),
    Bilingual("Visa den här texten.", "Show this message and exit."),
)
"""The help texts of files, the law and the program, paragraph by paragraph."""
