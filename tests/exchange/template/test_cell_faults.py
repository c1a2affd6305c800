"""Whatever is wrong with a cell is named by sheet and cell; all of it at once, and nothing is half read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from exchange.template.filling import changed, events_template, faults, figures_template, named_cell
from openpyxl.styles import numbers

PLANTED: dict[str, tuple[dict[str, Any], str, str]] = {
    # figures: what is changed, where it is found, and as what
    "text for a number": ({"Uppgifter__B11": "ungefär 154"}, "Uppgifter!B11", "AMOUNT_UNREADABLE"),
    "a formula without a value": ({"Uppgifter__C11": "=SUM(C12:C20)"}, "Uppgifter!C11", "CELL_WITHOUT_VALUE"),
    "a reference that is gone": ({"Uppgifter__D12": "#REF!"}, "Uppgifter!D12", "CELL_HAS_ERROR"),
    "a division by zero": ({"Uppgifter__D20": "#DIV/0!"}, "Uppgifter!D20", "CELL_HAS_ERROR"),
    "a name that is none": ({"Om_filen__B4": "#NAME?"}, "'Om filen'!B4", "CELL_HAS_ERROR"),
    "a date for an amount": ({"Uppgifter__B12": date(2024, 5, 12)}, "Uppgifter!B12", "CELL_OF_OTHER_KIND"),
    "a truth for an amount": ({"Uppgifter__B12": True}, "Uppgifter!B12", "CELL_OF_OTHER_KIND"),
    "a negative magnitude": ({"Uppgifter__B12": -33}, "Uppgifter!B12", "FIGURE_NEGATIVE"),
    "parts of an öre": ({"Uppgifter__B12": 33.123456789}, "Uppgifter!B12", "AMOUNT_BELOW_ORE"),
    "beyond 2^53": ({"Uppgifter__B12": 2**53 + 2}, "Uppgifter!B12", "AMOUNT_TOO_LARGE"),
    "an endless number": ({"Uppgifter__B12": 1e300}, "Uppgifter!B12", "AMOUNT_TOO_LARGE"),
    "another unit": ({"Uppgifter__B12": "33 tkr"}, "Uppgifter!B12", "AMOUNT_IN_OTHER_UNIT"),
    "two years in a cell": ({"Uppgifter__C6": "2013/2014"}, "Uppgifter!C6", "FIELD_UNREADABLE"),
    "half a year": ({"Uppgifter__C6": 2013.5}, "Uppgifter!C6", "FIELD_UNREADABLE"),
    "a date for a year": ({"Uppgifter__C6": date(2013, 12, 31)}, "Uppgifter!C6", "CELL_OF_OTHER_KIND"),
    "a year long ago": ({"Uppgifter__C6": 1897}, "Uppgifter!C6", "YEAR_OUT_OF_RANGE"),
    "a year twice": ({"Uppgifter__D6": 2014}, "Uppgifter!D6", "YEAR_TWICE"),
    "no year": ({"Uppgifter__C6": None}, "Uppgifter!C6", "FIGURES_WITHOUT_YEAR"),
    "no result": ({"Uppgifter__B11": None}, "Uppgifter!B11", "FIELD_MISSING"),
    "a word that is none": ({"Uppgifter__B9": "i rutan"}, "Uppgifter!B9", "FIELD_WORD_UNKNOWN"),
    "a number for a word": ({"Uppgifter__C7": 3}, "Uppgifter!C7", "CELL_OF_OTHER_KIND"),
    "a number for a day": ({"Uppgifter__B8": 41639}, "Uppgifter!B8", "CELL_OF_OTHER_KIND"),
    "a day as people say it": ({"Uppgifter__B8": "31/12/13"}, "Uppgifter!B8", "FIELD_UNREADABLE"),
    "a day and a time": ({"Uppgifter__B8": datetime(2013, 12, 31, 12)}, "Uppgifter!B8", "FIELD_UNREADABLE"),  # noqa: DTZ001
    "no decision": ({"Uppgifter__B40": "fullmäktige i våras"}, "Uppgifter!B40", "DECISION_UNREADABLE"),
    "a unit that is none": ({"Om_filen__B6": "SEK"}, "'Om filen'!B6", "FIELD_WORD_UNKNOWN"),
    "neither none nor some": ({"Om_filen__B8": "kanske"}, "'Om filen'!B8", "FIELD_WORD_UNKNOWN"),
    "none, and yet one": (
        {"Ingående_underskott__A5": 2012, "Ingående_underskott__B5": 5}, "'Om filen'!B8", "KEY_TWICE",
    ),
    "another version": ({"Om_filen__B12": 7}, "'Om filen'!B12", "TEMPLATE_OF_OTHER_VERSION"),
    "another heading": ({"Om_filen__A4": "Ort"}, "'Om filen'!A4", "HEADING_UNKNOWN"),
    "a heading twice": ({"Om_filen__A5": "Organisation"}, "'Om filen'!A5", "HEADING_TWICE"),
    "another key": ({"Uppgifter__H12": "reavinst"}, "Uppgifter!H12", "HEADING_UNKNOWN"),
    "a key twice": ({"Uppgifter__H13": "realisationsvinster"}, "Uppgifter!H13", "HEADING_TWICE"),
    "a row without a key": ({"Uppgifter__B45": 7}, "Uppgifter!B45", "HEADING_UNKNOWN"),
    "a column without a heading": ({"Egna_rader__F5": "obs!"}, "'Egna rader'!F4", "HEADING_UNKNOWN"),
    "a column twice": ({"Egna_rader__E4": "Belopp"}, "'Egna rader'!E4", "HEADING_TWICE"),
    "a row of another year": ({"Egna_rader__A5": 2011}, "'Egna rader'!A5", "ROW_BELONGS_NOWHERE"),
    "a row of no year": ({"Egna_rader__A5": None, "Egna_rader__B5": None}, "'Egna rader'!C5", "ROW_BELONGS_NOWHERE"),
    "a row without an amount": ({"Egna_rader__D5": None}, "'Egna rader'!A5", "FIELD_MISSING"),
    "a ground without a reason": (
        {"Synnerliga_skäl__A5": 2014, "Synnerliga_skäl__D5": 5, "Synnerliga_skäl__E5": 2014,
         "Synnerliga_skäl__G5": "KF 2015-04-30 § 50"}, "'Synnerliga skäl'!A5",
        "GROUND_INCOMPLETE",
    ),
    "merged cells": (
        {"x": lambda book: book["Uppgifter"].merge_cells("B12:B13")}, "Uppgifter!B12", "CELLS_MERGED",
    ),
    "a hidden row": (
        {"x": lambda book: setattr(book["Uppgifter"].row_dimensions[12], "hidden", True)}, "Uppgifter!A12",
        "CELLS_HIDDEN",
    ),
    "a hidden column": (
        {"x": lambda book: setattr(book["Uppgifter"].column_dimensions["C"], "hidden", True)}, "Uppgifter!C4",
        "CELLS_HIDDEN",
    ),
    "a hidden sheet": (
        {"x": lambda book: setattr(book["Egna rader"], "sheet_state", "hidden")}, "'Egna rader'", "CELLS_HIDDEN",
    ),
    "an extra sheet": (
        {"x": lambda book: book.create_sheet("Min kalkyl").append((1, 2))}, "'Min kalkyl'", "SHEET_UNKNOWN",
    ),
    "no sheet of figures": ({"x": lambda book: book.remove(book["Uppgifter"])}, "", "SHEET_MISSING"),
    "no sheet about the file": ({"x": lambda book: book.remove(book["Om filen"])}, "", "SHEET_MISSING"),
    "no headings": ({"Egna_rader__A4": None, "x": lambda book: book["Egna rader"].delete_rows(4)}, "'Egna rader'",
                    "SHEET_WITHOUT_HEADING"),
}  # fmt: skip
EVENTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "an event that is none": ({"Fonder__Händelse6": "Skänk bort"}, "Fonder!Händelse6", "COMMAND_UNKNOWN"),
    "no event": ({"Fonder__Händelse6": None}, "Fonder!Nr6", "FIELD_MISSING"),
    "no number": ({"Fonder__Nr6": None}, "Fonder!Händelse6", "EVENT_NUMBER_MISSING"),
    "a number twice": ({"Fonder__Nr6": 1}, "Fonder!Händelse6", "EVENT_NUMBER_TWICE"),
    "a word for a number": ({"Fonder__Nr6": "sist"}, "Fonder!Nr6", "CELL_OF_OTHER_KIND"),
    "a field of another event": ({"Fonder__Gäller_från6": date(2014, 1, 1)}, "Fonder!Gäller_från6", "FIELD_UNKNOWN"),
    "no amount": ({"Fonder__Belopp6": None}, "Fonder!Belopp6", "FIELD_MISSING"),
    "nothing set aside": ({"Fonder__Belopp6": 0}, "Fonder!Belopp6", "AMOUNT_NOT_POSITIVE"),
    "thousands or decimals": ({"Fonder__Belopp6": "12.000"}, "Fonder!Belopp6", "AMOUNT_AMBIGUOUS"),
    "a policy that is none": ({"Fonder__Riktlinje5": "Vår egen"}, "Fonder!Riktlinje5", "FIELD_UNREADABLE"),
    "a choice that is none": ({"Fonder__Välj5": "golv=5"}, "Fonder!Välj5", "FIELD_WORD_UNKNOWN"),
    "a day in words": ({"Nämnder__Gäller_från5": "nyår 2014"}, "Nämnder!Gäller_från5", "FIELD_UNREADABLE"),
    "a day as text": ({"Projekt__Start5": "1 sept 2014"}, "Projekt!Start5", "FIELD_UNREADABLE"),
    "no decision": ({"Projekt__Beslut5": 31}, "Projekt!Beslut5", "DECISION_UNREADABLE"),
    "a plan of no event": ({"Planer__A5": 9}, "Planer!A5", "ROW_BELONGS_NOWHERE"),
    "a plan of another event": ({"Planer__A5": 2}, "Planer!A5", "ROW_BELONGS_NOWHERE"),
    "a part of a plan twice": ({"Planer__C6": "BUN"}, "Planer!A6", "KEY_TWICE"),
    "a plan in a bad year": ({"Planer__D6": 3017}, "Planer!D6", "YEAR_OUT_OF_RANGE"),
    "a plan of nothing": ({"Planer__E6": 0}, "Planer!E6", "AMOUNT_NOT_POSITIVE"),
    "a plan computed no longer": ({"Planer__E6": "=E5*2"}, "Planer!E6", "CELL_WITHOUT_VALUE"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_fault_of_figures_is_named_by_sheet_and_cell(what: str) -> None:
    cells, place, code = PLANTED[what]
    found = faults(changed(figures_template(), **cells))
    assert [(each.place.removeprefix("f.xlsx:").partition(": ")[0] or "", each.code) for each in found] == [
        (place or "f.xlsx", code)
    ]


@pytest.mark.parametrize("what", EVENTS)
def test_a_fault_of_events_is_named_by_sheet_and_cell(what: str) -> None:
    cells, place, code = EVENTS[what]
    found = faults(changed(events_template(), **cells), events=True)
    place = named_cell(events_template(), place)
    assert (place, code) in [(each.place.removeprefix("f.xlsx:").partition(": ")[0], each.code) for each in found]
    assert len(found) == 1


def test_every_fault_is_found_at_once_and_in_the_order_of_the_sheets() -> None:
    cells = {
        where: value for what in ("a reference that is gone", "a negative magnitude", "a unit that is none")
        for where, value in PLANTED[what][0].items()
    }  # fmt: skip
    found = faults(changed(figures_template(), **cells, Egna_rader__D5="många"))
    assert [each.place.removeprefix("f.xlsx:").partition(": ")[0] for each in found] == [
        "'Om filen'!B6", "Uppgifter!B12", "Uppgifter!D12", "'Egna rader'!D5",
    ]  # fmt: skip


def test_what_programs_add_to_sums_of_two_decimals_is_taken_away_and_no_more() -> None:
    def sum_of_floats(book: Any) -> None:
        book["Om filen"]["B6"] = "kr"
        book["Uppgifter"]["B12"] = 0.1 + 0.2
        book["Uppgifter"]["B12"].number_format = numbers.FORMAT_NUMBER_00

    assert not faults(changed(figures_template(), x=sum_of_floats, Uppgifter__C12=12.005 - 0.005))
    assert [each.code for each in faults(changed(figures_template(), x=sum_of_floats, Uppgifter__C12=12.004))] == [
        "AMOUNT_BELOW_ORE"
    ]


@pytest.mark.parametrize("text", ["1 234,50", "1.234,50", "1234.50", "−1 234,50", "1234,50 mkr"])
def test_an_amount_as_text_is_read_as_other_files_are(text: str) -> None:
    assert not faults(changed(figures_template(), Uppgifter__B11=text))


def test_days_and_years_as_text_are_read_where_they_are_clear() -> None:
    assert not faults(changed(figures_template(), Uppgifter__B8="2013-12-31", Uppgifter__B6="2013"))
