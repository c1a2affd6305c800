"""The help texts that are written by hand, in Swedish and English (hjälptexter)."""

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
    Bilingual("Registrera händelsefiler, allt eller inget.", "Record files of events, all or nothing."),
    Bilingual(
        "Registrera händelsefilers händelser i ordning: alla, eller ingen.",
        "Record the events of files in order: all of them, or none.",
    ),
    Bilingual(
        "En fil är TOML eller JSON. En som redan är registrerad nekas, med de poster som den gav.",
        "A file is TOML or JSON. One that has been recorded before is refused, with the records that it made.",
    ),
    Bilingual(
        "En händelsefil börjar så här (svenska namn läses som samma sak: beslut, händelse, gör, fond):",
        "An events file begins like this (Swedish names are read as the same):",
    ),
    Bilingual("Vem som registrerar, en roll; eller sätt SIFUND_ACTOR.", "Who records: a role; or set SIFUND_ACTOR."),
    Bilingual(
        "Visa vad som skulle registreras, och registrera inget.", "Show what would be recorded, and record nothing."
    ),
    Bilingual(
        "En fond, ett projekt, ett år eller ett beslut i en bok.", "A fund, a project, a year, or a decision of a book."
    ),
    Bilingual(
        "Visa vad som står i en bok: alla fonder, projekt och år, eller en fond, ett projekt, ett år eller ett beslut.",
        "Show what stands in a book: all its funds, projects and years, or one fund, project, year or decision.",
    ),
    Bilingual(
        "Vilken tabell: för en fond account/deposits/intentions/carry-overs/costs/overdue/frames/entitlements/runway/"
        'target/roads; för ett projekt amounts/plan/settlement; för ett år statement/equity; för ett beslut "records".',
        "Which table: of a fund account/deposits/intentions/carry-overs/costs/overdue/frames/entitlements/runway/"
        'target/roads; of a project amounts/plan/settlement; of a year statement/equity; of a decision "records".',
    ),
    Bilingual(
        "För overdue, runway och roads: vid utgången av det här året; för frames: budgetens år.",
        "For overdue, runway and roads: at the close of this year; for frames: the budget's.",
    ),
    Bilingual("För roads: det första året, om det är flera.", "For roads: the first year, where there are several."),
    Bilingual(
        "För runway och entitlements: bara den här delfonden.", "For runway and entitlements: of this sub-fund alone."
    ),
    Bilingual("För target: ett års totala budget.", "For target: the total budget of a year."),
    Bilingual(
        "Bokens fonder, projekt, år, beslut eller rättelser.",
        "The funds, projects, years, decisions or corrections of a book.",
    ),
    Bilingual(
        "Visa bokens fonder, projekt, år, beslut som den vilar på, eller det som har rättats.",
        "List the funds of a book, its projects, its years, the decisions it rests on, or what has been corrected.",
    ),
    Bilingual("Bokens poster, med beslut.", "The records of a book, with their decisions."),
    Bilingual(
        "Visa bokens poster: vad var och en gjorde, när, av vem, på vilket beslut.",
        "List the records of a book: what each did, when, by whom, on which decision.",
    ),
    Bilingual("Bara för det här räkenskapsåret.", "Of this fiscal year alone."),
    Bilingual("Bara om den här fonden.", "About this fund alone."),
    Bilingual("Bara om det här projektet.", "About this project alone."),
    Bilingual(
        "Bara av det här kommandot, till exempel öronmärk.", "Of this command alone, such as set_aside or öronmärk."
    ),
    Bilingual("Vad nämnder ska återföra med ett års ramar.", "What boards are to repay with the frames of a year."),
    Bilingual(
        "Vad nämnder ska återföra med ett års ramar, och vad som är försenat från tidigare år.",
        "What boards are to repay with their frames of a year, and what is late from earlier years.",
    ),
    Bilingual("Vad fonder ändrar i nämnders ramar.", "What funds change in boards' frames."),
    Bilingual(
        "Vad varje fond ändrar i nämnders ramar: ett års budget, och planen för de två åren därefter.",
        "What each fund changes in boards' frames: the budget of a year, and the plan of the two years after it.",
    ),
    Bilingual("Upprätta bokslut; registrera; stäng året.", "Draw up a year-end; post it; close the year."),
    Bilingual(
        "Upprätta bokens bokslut: balanskravsutredning, not om eget kapital, varje fonds konto, de konteringar som det"
        " registrerar, och det som ska rättas först.",
        "Draw up the year-end of a book: statement, note on equity, each fund's account, the postings that it would "
        "record, and what must be mended first.",
    ),
    Bilingual(
        "FIGURES är en uppgiftsfil med året. Med --sie tas det som filen utelämnar ur huvudboken, och varje skillnad "
        "redovisas. Inget registreras utan --post, och inget registreras som inte har skrivits ut.",
        "FIGURES is a figures file with the year. With --sie what the file leaves out is taken from the general "
        "ledger, and every difference is reported. Nothing is recorded without --post; nothing is posted that was not "
        "printed.",
    ),
    Bilingual(
        "SIE-filer, som föreslår de uppgifter som inte är angivna.",
        "SIE files, which propose the figures that are not stated.",
    ),
    Bilingual("Kontonas roller (TOML), med --sie.", "The roles of accounts (TOML), with --sie."),
    Bilingual(
        "Åberopa det som ianspråktagits ur varje fond som synnerliga skäl.",
        "Invoke each fund's use as an exceptional ground.",
    ),
    Bilingual("Registrera det som upprättats.", "Record what is drawn up."),
    Bilingual(
        "Stäng också året, på fullmäktiges beslut (--decision).", "Close the year too, on the council's --decision."
    ),
    Bilingual(
        "Fullmäktiges godkännande av årsredovisningen, med --close.",
        "The council's approval of the annual report, with --close.",
    ),
    Bilingual(
        "Fullmäktiges skäl att godkänna ett år som bryter mot lagen.",
        "The council's reason to approve a year that breaks the law.",
    ),
    Bilingual("Verifiera varje post i en bok.", "Verify every record of a book."),
    Bilingual(
        "Verifiera en bok: filen, dess spärrar, varje rad, kedjan, och att varje post kunde registreras där den står.",
        "Verify a book: the file, its guards, every row, the chain, and that each record could be "
        "recorded where it is.",
    ),
    Bilingual("En som står på en rapport.", "One that stands on a report."),
    Bilingual("Kopiera en bok som kan vara i bruk.", "Copy a book that may be in use."),
    Bilingual(
        "Kopiera en bok som den är i ett ögonblick, även medan den används, och verifiera kopian.",
        "Copy a book as it is at one moment, also while it is in use, and verify the copy.",
    ),
    Bilingual("TO är en fil som inte finns ännu.", "TO is a file that is not there yet."),
    Bilingual("Återställ ordningen i en bok efter ett avbrott.", "Bring a book in order after an interruption."),
    Bilingual(
        "Återställ ordningen i en bok där ett program avbröts medan det skrev, och verifiera den.",
        "Bring a book in order where a program died while it wrote, and verify it.",
    ),
    Bilingual(
        "Det som inte hann bli klart ångras. En journal som inte är bokens egen får ett annat namn. "
        "Stäng först alla andra program som använder boken.",
        "What was not finished is undone. A journal that is not the book's own is given another name. "
        "Close every other program that uses the book first.",
    ),
    Bilingual("Bokens storlek, och hur snabbt den öppnas.", "The size of a book, and how long it takes to open."),
    Bilingual(
        "Bokens storlek, och hur snabbt den öppnas: varje post läst, verifierad och inräknad.",
        "The size of a book, and how long it takes to open: every record read, verified and folded in.",
    ),
    Bilingual(
        "Skriv ut de händelser som årets poster leder till, att besluta och registrera.",
        "Print the events that the year's records lead to, to decide and post.",
    ),
    Bilingual(
        "Skriv i stället ut utkast på svenska till fullmäktige och årsredovisningen.",
        "Print drafts in Swedish for the council and the annual report instead.",
    ),
    Bilingual(
        "Skriv i stället ut avstämningen: varje uppgift överallt där den står.",
        "Print the tie-out page instead: each figure wherever it stands.",
    ),
    Bilingual("För nyckeltal per invånare, med --tie-out.", "For key figures by inhabitant, with --tie-out."),
    Bilingual("Egna meningar (TOML) till --texts, efter namn.", "Sentences of your own (TOML) for --texts, by name."),
    Bilingual("Ett års delårsrapport.", "The interim report of a year."),
    Bilingual(
        "Ett års delårsrapport: perioden, samma period föregående år, prognos och budget sida vid sida.",
        "The interim report of a year: the period, the same period of the year before, forecast and budget side by "
        "side.",
    ),
    Bilingual(
        "FIGURES har årets uppgifter för delår, prognos och budget, var och en med sitt slag, och delårets uppgifter "
        "för året före. Balanskravet mäts på helårsprognosen.",
        "FIGURES has the year's interim, forecast and budget figures, each with its kind, and the interim figures of "
        "the year before. The balance requirement is measured on the forecast for the full year.",
    ),
    Bilingual(
        "Ett års budget, och planen för åren därefter.", "The budget of a year, and the plan of the years after it."
    ),
    Bilingual(
        "Ett års budget prövad mot lagen: om den är i balans, och vad den planerar att återställa.",
        "The budget of a year held against the law: whether it balances, and what it is planned to restore.",
    ),
    Bilingual(
        "FIGURES har budgeten för året och för de två åren därefter, som är planen. Underskott som är kvar i boken "
        "planeras att återställas i dem.",
        "FIGURES has the budget figures of the year, and those of the two years after it, which make the plan. "
        "Deficits that the book has left are planned to be restored in them.",
    ),
    Bilingual(
        "Åren framåt, med öronmärkning eller resultatreserv.",
        "The years to come, by an earmark or by the result reserve.",
    ),
    Bilingual(
        "Planera åren efter det sista som har ett resultat: resultat, reserver, underskott och deras frister, "
        "fonder, ramar.",
        "Plan the years after the last one with a result: results, reserves, deficits and their deadlines, funds, "
        "frames.",
    ),
    Bilingual(
        "FIGURES har det som förväntas av varje år: budget och prognoser. Öronmärkning och resultatreserv står sida "
        "vid sida. Inget registreras; varje antagande skrivs ut.",
        "FIGURES has what is expected of each year: budgets and forecasts. An earmark and the result reserve stand "
        "side by side. Nothing is recorded; every assumption is printed.",
    ),
    Bilingual("Planens sista år.", "The last year of the plan."),
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
"""Every help text that is written by hand, paragraph by paragraph."""
