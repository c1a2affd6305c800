"""The sheets that help to fill in the others (hjälp, exempel), in plain words."""

from __future__ import annotations

from typing import Final

from sifund_ledger.exchange.template import layout, pages
from sifund_ledger.exchange.template.pages import Pages
from sifund_ledger.findings import Bilingual
from sifund_ledger.workbook import looks

_TITLE: Final = Bilingual("Så fyller du i mallen", "How to fill in the template")
_LEAD: Final = Bilingual(
    "Uppgifter för balanskravsutredningen, och det som har beslutats om öronmärkt eget kapital.",
    "Figures for the balance requirement statement, and what has been decided on earmarked equity.",
)
_STEPS: Final = (
    Bilingual(
        "Börja på bladet Om filen: vems uppgifterna är, och enheten (kr, tkr eller mkr) för alla belopp i filen.",
        "Begin on the sheet About: whose the figures are, and the unit (kr, tkr or mkr) of every amount in the file.",
    ),
    Bilingual(
        "Balanskravet: fyll i bladet Uppgifter, ett år i varje kolumn. Året och årets resultat måste finnas; lämna "
        "annars tomt det som inte finns. Skäl att inte återställa ett underskott står på bladet Synnerliga skäl.",
        "The balance requirement: fill in the sheet Figures, a year in each column. The year and the net result must "
        "be there; leave empty what does not exist. Grounds not to restore a deficit stand on Exceptional grounds.",
    ),
    Bilingual(
        "Fonder och projekt: en rad för varje händelse. Välj händelsen; gula fält behövs, grå används inte. Numrera "
        "händelserna 1, 2, 3 … i den ordning de ska registreras, även mellan bladen.",
        "Funds and projects: a row for each event. Choose the event; yellow cells are needed, grey ones unused. Number "
        "the events 1, 2, 3 … in the order in which they are recorded, across sheets too.",
    ),
    Bilingual(
        "Belopp skrivs som tal, dagar som 2024-04-28, beslut som KF 2024-04-28 § 31. Formler får finnas: deras värden "
        "läses. Sammanfoga inga celler, och dölj inget som ska läsas.",
        "Write amounts as numbers, days as 2024-04-28, decisions as KF 2024-04-28 § 31. Formulas may be there: their "
        "values are read. Merge no cells, and hide nothing that is to be read.",
    ),
    Bilingual(
        "Spara som Excel-arbetsbok (.xlsx). Den som har sifund kör något av kommandona nedan. Är något fel sägs vilket "
        "blad och vilken cell, och inget registreras förrän allt stämmer.",
        "Save as an Excel workbook (.xlsx). Whoever has sifund runs one of the commands below. What is wrong is named "
        "by sheet and cell, and nothing is recorded until everything is right.",
    ),
)
_RUN: Final = (
    (
        Bilingual("Balanskravsutredningen, utan någon bok", "The balance requirement statement, without any book"),
        "sifund balance-requirement mall.xlsx",
    ),
    (
        Bilingual("Bokslut i en bok, med årets uppgifter", "A year-end in a book, with the year's figures"),
        "sifund year-end kommunen.sifund 2024 mall.xlsx",
    ),
    (
        Bilingual("Se vad händelserna skulle registrera", "See what the events would record"),
        "sifund post kommunen.sifund mall.xlsx --dry-run",
    ),
    (
        Bilingual("Registrera händelserna", "Record the events"),
        "sifund post kommunen.sifund mall.xlsx --actor ekonomi",
    ),
    (
        Bilingual("Skriv felen i en kopia, som kommentarer", "Write what is wrong into a copy, as comments"),
        "sifund post kommunen.sifund mall.xlsx --dry-run --mark fel.xlsx",
    ),
)
_RUNS: Final = Bilingual("Kommandon", "Commands")
_SHEETS: Final = Bilingual("Blad", "Sheets")
_OF_SHEETS: Final = (
    (layout.ABOUT, Bilingual("vems uppgifterna är, enhet", "whose the figures are, unit")),
    (layout.FIGURES, Bilingual("årens uppgifter, sida vid sida", "the figures of the years, side by side")),
    (layout.GROUNDS, Bilingual("skäl att inte återställa underskott", "grounds not to restore deficits")),
    (layout.OWN_ROWS, Bilingual("rader som bara kommunen har", "rows that only the municipality has")),
    (layout.DEFICITS, Bilingual("underskott från tidigare år", "deficits of earlier years")),
    *(
        (sheet, Bilingual("händelser, en på varje rad", "events, one on each row")) for sheet in layout.EVENT_SHEETS
    ),
    (layout.PLANS, Bilingual("belopp per nämnd och år", "amounts by board and year")),
    (layout.LISTS, Bilingual("namn att välja bland", "names to choose from")),
    (layout.EXAMPLE, Bilingual("så ser ifyllda blad ut", "what filled-in sheets look like")),
)  # fmt: skip


def write_help(book: Pages) -> None:
    """The first sheet: how the others are filled in, and what is done with the file."""
    page = book.sheet(layout.HELP, _TITLE, _LEAD, colour="#9DB9A6")
    page.hide_gridlines(2)
    page.set_column(0, 0, 4)
    page.set_column(1, 1, 46)
    page.set_column(2, 2, 74)
    row = 3
    for number, step in enumerate(_STEPS, 1):
        page.write_number(row, 0, number, book.looks.of(bold=True, valign="top", align="left"))
        page.merge_range(row, 1, row, 2, "", book.looks.of(text_wrap=True))
        page.write_string(row, 1, book.words(step), book.looks.of(text_wrap=True))
        page.set_row(row, 30)
        row += 1
    row += 1
    page.write_string(row, 0, book.words(_RUNS), book.looks.of(pages.TITLE, font_size=12))
    for what, command in _RUN:
        row += 1
        page.write_string(row, 1, book.words(what), book.looks.of())
        page.write_string(row, 2, command, book.looks.of(pages.TYPED))
    row += 2
    page.write_string(row, 0, book.words(_SHEETS), book.looks.of(pages.TITLE, font_size=12))
    for sheet, what in _OF_SHEETS:
        row += 1
        name = book.words(sheet)
        page.write_url(row, 1, f"internal:'{name}'!A1", book.looks.of(font_color="#1D5566", underline=1), name)
        page.write_string(row, 2, book.words(what), book.looks.of())
    book.protect(page)


_EXAMPLE: Final = Bilingual("Exempel på ifyllda blad", "Examples of filled-in sheets")
_EXAMPLE_LEAD: Final = Bilingual("Det här bladet läses inte.", "This sheet is not read.")
_TABLES: Final[tuple[tuple[Bilingual, tuple[tuple[Bilingual | str | float, ...], ...]], ...]] = (
    (
        layout.FIGURES,
        (
            (Bilingual("Uppgift", "Figure"), Bilingual("År 1", "Year 1"), Bilingual("År 2", "Year 2"),
             Bilingual("År 3", "Year 3")),
            (Bilingual("År", "Year"), 2023, 2024, 2025),
            (Bilingual("Slag", "Kind"), Bilingual("utfall", "outcome"), Bilingual("utfall", "outcome"),
             Bilingual("budget", "budget")),
            (Bilingual("Årets resultat enligt resultaträkningen", "Net result by the income statement"), 18_000_000.0,
             -1_500_000.0, 4_000_000.0),
            (Bilingual("Reducering av samtliga realisationsvinster", "Less all realised gains on disposals"),
             250_000.0, "", ""),
        ),
    ),
    (
        layout.GROUNDS,
        (
            (Bilingual("År", "Year"), Bilingual("Belopp", "Amount"), Bilingual("Underskottsår", "Deficit year"),
             Bilingual("Skäl", "Reason"), Bilingual("Beslut", "Decision")),
            (2024, 1_500_000.0, 2024, Bilingual("öronmärkta medel har använts", "earmarked money was used"),
             "KF 2025-04-28 § 32"),
        ),
    ),
    (
        Bilingual("Fonder", "Funds"),
        (
            (Bilingual("Nr", "No"), Bilingual("Händelse", "Event"), Bilingual("Fond", "Fund"),
             Bilingual("Riktlinje", "Policy"), Bilingual("Belopp", "Amount"),
             Bilingual("Resultatår", "Result year"), Bilingual("Beslut", "Decision")),
            (1, Bilingual("Inrätta fond", "Create fund"), "Sociala fonden", "orebro_strict", "", "",
             "KF 2024-04-28 § 30"),
            (2, Bilingual("Öronmärk", "Set aside"), "Sociala fonden", "", 10_000_000.0, 2023, "KF 2024-04-28 § 31"),
        ),
    ),
    (
        Bilingual("Projekt", "Projects"),
        (
            (Bilingual("Nr", "No"), Bilingual("Händelse", "Event"), Bilingual("Fond", "Fund"),
             Bilingual("Projekt", "Project"), Bilingual("Belopp", "Amount"), Bilingual("Nämnd", "Board"),
             Bilingual("Start", "Start"), Bilingual("Slut", "End"), Bilingual("Beslut", "Decision")),
            (3, Bilingual("Bevilja", "Grant"), "Sociala fonden", "Navigator", 6_000_000.0, "Utbildning", "2024-09-01",
             "2026-12-31", "KF 2024-04-28 § 33"),
        ),
    ),
    (
        layout.PLANS,
        (
            (Bilingual("Till nr", "Of event"), Bilingual("Vad", "Part"), Bilingual("Nämnd eller fond", "Board or fund"),
             Bilingual("År", "Year"), Bilingual("Belopp", "Amount")),
            (3, "plan", "Utbildning", 2027, 2_400_000.0),
            (3, "plan", "Socialtjänst", 2027, 3_600_000.0),
        ),
    ),
)  # fmt: skip


def write_example(book: Pages) -> None:
    """A sheet that shows what rows of the others look like."""
    page = book.sheet(layout.EXAMPLE, _EXAMPLE, _EXAMPLE_LEAD, colour="#9DB9A6")
    page.hide_gridlines(2)
    page.set_column(0, 0, 44)
    page.set_column(1, 8, 19)
    row = 3
    for title, lines in _TABLES:
        page.write_string(row, 0, book.words(title), book.looks.of(pages.TITLE, font_size=12))
        for at_line, line in enumerate(lines):
            row += 1
            for at, cell in enumerate(line):
                look = pages.HEAD if at_line == 0 else looks.PLAIN
                if isinstance(cell, float):
                    page.write_number(row, at, cell, book.looks.of(look, num_format="#,##0"))
                elif isinstance(cell, int):
                    page.write_number(row, at, cell, book.looks.of(look, align="left"))
                else:
                    text = book.words(cell) if isinstance(cell, Bilingual) else cell
                    page.write_string(row, at, text, book.looks.of(look))
        row += 2
    book.protect(page)
