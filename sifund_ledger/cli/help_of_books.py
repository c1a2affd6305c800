"""The help texts of the commands that show, draw up and keep a book, in Swedish and English (hjälptexter)."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import Bilingual

OF_BOOKS: Final = (
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
        "target/roads; för ett projekt amounts/plan/settlement; för ett år statement/equity/tie-out; för ett beslut "
        '"records".',
        "Which table: of a fund account/deposits/intentions/carry-overs/costs/overdue/frames/entitlements/runway/"
        "target/roads; of a project amounts/plan/settlement; of a year statement/equity/tie-out; of a decision "
        '"records".',
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
        "Registrera bara vad huvudboken i --sie har för året, bredvid boken.",
        "Record what the ledger of --sie has of the year beside the book, only.",
    ),
    Bilingual(
        "Stäng också året, på fullmäktiges beslut (--decision).", "Close the year too, on the council's --decision."
    ),
    Bilingual(
        "Fullmäktiges beslut om årsredovisningen, med --close.",
        "The council's decision on the annual report, with --close.",
    ),
    Bilingual(
        "Fullmäktige har beslutat att inte godkänna årsredovisningen.",
        "The council has decided not to approve the annual report.",
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
)
"""The help texts of books, paragraph by paragraph."""
