"""The facts of the programme have a sheet of their own: each command reads back as the same, and is recorded."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from sifund_ledger import Refused, open_book, sek
from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.exchange import events_to_xlsx, parse_events, write_template
from sifund_ledger.exchange.template.layout import EVENT_SHEETS, commands_on

PROGRAMME = next(sheet for sheet in EVENT_SHEETS if sheet.en == "Programme")
KF = "KF 2016-01-25 § 6"
EVENTS: list[dict[str, Any]] = [
    {"do": "adopt_programme", "fund": "social", "programme": "norrkoping", "valid_from": "2016-01-01", "decision": KF},
    {"do": "reach_stage", "project": "Navigator", "stage": "idea", "day": "2016-01-11", "by": "kurator",
     "level": "front_line", "documents": ["KS 2016/12", "KS 2016/13"]},
    {"do": "join_project", "project": "Navigator", "participant": "Rädda Barnen", "as_what": "civil_society",
     "day": "2016-04-20"},
    {"do": "declare_application", "project": "Navigator", "day": "2016-04-20", "fund": "social", "sought": "2400000",
     "reinforcement": False, "is_new": True, "ages": [0, 19], "steering": "operative", "start": "2016-09-01"},
    {"do": "estimate_cost", "fund": "social", "project": "Navigator", "amount": "2600000.50", "year": 2016,
     "day": "2016-08-01", "reason": "=fler elever"},
    {"do": "state_goal", "goal": "Färre utanför", "level": "strategic", "day": "2015-11-23", "first_year": 2016,
     "last_year": 2018, "indicator": "andel unga"},
    {"do": "link_goal", "goal": "Färre utanför", "project": "Navigator", "day": "2016-06-13"},
    {"do": "set_milestone", "about": "Navigator", "milestone": "Slut", "what": "report", "due": "2018-03-31"},
    {"do": "implement_project", "project": "Navigator", "board": "Skola", "status": "partly", "share": "60 %",
     "yearly": "2500000", "from_year": 2018, "day": "2017-11-27", "decision": KF, "phased_out_cost": "900000"},
    {"do": "calculate_effect", "project": "Navigator", "by": "controllern", "day": "2016-05-01",
     "lines": ["2022:Skola:avoided:short:100000", [2023, "Social", "income", "long", "5.50"]]},
    {"do": "sign_contract", "project": "Navigator", "investor": "Stiftelsen", "capital": "8000000", "day": "2016-06-01",
     "guarantee": "40 %", "of_saving": "60 %", "cap": "20 %", "decision": KF},
    {"do": "assess_outcome", "project": "Navigator", "saved": "3000000", "by": "Lumell", "day": "2019-01-01",
     "met": True},
]  # fmt: skip
"""One of each command of the programme, in an order in which they can be recorded."""


def test_every_command_of_the_programme_stands_on_its_sheet():
    assert {each.name for each in commands_on(PROGRAMME)} == {event["do"] for event in EVENTS}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("unit", ["kr", "mkr"])
def test_each_reads_back_as_the_same_and_all_are_recorded(language, unit):
    amounts = ("sought", "amount", "yearly", "phased_out_cost", "capital", "saved")
    events = [
        {key: str(sek(value).amount / 1_000_000) if unit == "mkr" and key in amounts else value
         for key, value in event.items() if unit == "kr" or key != "lines"} for event in EVENTS
        if unit == "kr" or event["do"] != "calculate_effect"
    ]  # fmt: skip
    read = parse_events(events_to_xlsx(events, language=language, unit=unit), format="xlsx")
    assert read.commands == commands_of({"unit": unit, "event": events})
    book = open_book(create="Ale", actor="ekonomi")
    book.open_equity(2015, sek("100 000 000"), opening_deficits=[], decision=KF)
    book.create_fund("social", policy="tomelilla_earmark", decision=KF)
    book.open_fund("social", sek("9 000 000"), year=2016, decision=KF)
    before, head = book.balances, book.head.seq
    book.do_all(read.commands)
    assert book.balances == before
    assert book.head.seq == head + len(events)


def test_rules_of_one_s_own_have_no_row():
    own = {"do": "adopt_programme", "fund": "social", "programme": [{"rule": "new"}], "valid_from": "2016-01-01"}
    with pytest.raises(Refused, match="FIELD_UNREADABLE"):
        events_to_xlsx([own])


def test_a_workbook_filled_in_when_they_stood_among_the_projects_is_read_as_it_was():
    book = openpyxl.load_workbook(BytesIO(write_template()))
    sheet = book["Projekt"]
    columns = {cell.value: cell.column for cell in sheet[4] if cell.value}
    added = {"Skede": "idé", "Nivå": "frontlinjen"}
    for place, name in enumerate(added, len(columns) + 1):
        sheet.cell(4, place, name)
        columns[name] = place
    filled = {"Nr": 1, "Händelse": "Nå skede", "Projekt": "Navigator", "Dag": "2016-01-11", "Av": "kurator", **added}
    for name, value in filled.items():
        sheet.cell(5, columns[name], value)
    saved = BytesIO()
    book.save(saved)
    (read,) = parse_events(saved.getvalue(), format="xlsx").commands
    (wanted,) = commands_of({"event": [EVENTS[1] | {"documents": []}]})
    assert read == wanted
