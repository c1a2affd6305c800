"""S17: at least one other organisational unit; who counts differs between Malmö and Örebro."""

from __future__ import annotations

import pytest
from programme_books import fund_book, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Refused

GRANTED = {"day": "2018-02-15", "by": "KF", "decision": "KF 2018-02-15 § 7"}
DECLARED = {"day": "2018-01-10", "fund": "social", "calculable": True, "reinforcement": False, "sought": 100,
            "effect": 100}  # fmt: skip
GRANT = ("--stage", "beviljad", "--day", "2018-02-15", "--by", "KF", "--decision", "KF 2018-02-15 § 7")
APPLICATION = """gör = "redovisa_ansökan"
projekt = "Navigator"
dag = 2018-01-10
fond = "social"
räknebar = true
förstärkning = false
sökt = "100"
effekt = "100\""""


def application(programme: str, *units: tuple[str, str], path: object = None) -> object:
    book = fund_book(path, programme=programme, year=2018)
    book.declare_application("Navigator", **DECLARED)
    for board, unit in units:
        book.join_project("Navigator", board, operation=unit, day="2018-01-11")
    return book


def joins(*units: tuple[str, str]) -> list[str]:
    about = 'gör = "delta"\nprojekt = "Navigator"\ndag = 2018-01-11'
    return [f'{about}\ndeltagare = "{board}"\nverksamhet = "{unit}"' for board, unit in units]


@pytest.mark.parametrize("programme", ["malmo", "orebro", "lulea"])
def test_one_unit_alone_is_refused(programme):
    book = application(programme, ("Skola", "Elevhälsan"))
    with pytest.raises(Refused, match="RULE_REFUSES"):
        book.reach_stage("Navigator", "granted", **GRANTED)


def test_two_units_of_one_board_pass_in_malmo_and_fail_under_two_boards_in_orebro():
    units = (("Skola", "Elevhälsan"), ("Skola", "Grundskolan"))
    application("malmo", *units).reach_stage("Navigator", "granted", **GRANTED)
    with pytest.raises(Refused, match="Number of boards: 1"):
        application("orebro", *units).reach_stage("Navigator", "granted", **GRANTED)


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    """The same refusals and the same books: one unit, two units of one board, and one of another board later on."""
    printed = Printed(capsys)
    units = (("Skola", "Elevhälsan"), ("Skola", "Grundskolan"))
    for town, code in (("malmo", 0), ("orebro", 2)):
        path = tmp_path / f"{town}.sifund"
        fund_book(path, programme=town, year=2018).close()
        posted(path, APPLICATION, *joins(*units[:1]))
        typed(path, "project stage", "Navigator", *GRANT, code=2)
        posted(path, *joins(*units[1:]))
        printed.errors()
        typed(path, "project stage", "Navigator", *GRANT, code=code)
        assert ("Antal nämnder: 1" in printed.errors()) is (code == 2)
        by_python = application(town, *units)
        if code:
            later = ("--day", "2018-02-01", "--operation", "Öppenvården")
            typed(path, "project join", "Navigator", "--participant", "Social", *later)
            typed(path, "project stage", "Navigator", *GRANT)
            by_python.join_project("Navigator", "Social", operation="Öppenvården", day="2018-02-01")
        by_python.reach_stage("Navigator", "granted", **GRANTED)
        assert recorded(path) == recorded(by_python)
        assert len(printed.page(path, "participation")) == (3 if code else 2)


def test_a_unit_that_joins_later_counts_and_so_does_civil_society():
    book = application("orebro", ("Skola", "Elevhälsan"))
    with pytest.raises(Refused):
        book.reach_stage("Navigator", "granted", **GRANTED)
    book.join_project("Navigator", "Social", operation="Öppenvården", day="2018-02-01")
    book.reach_stage("Navigator", "granted", **GRANTED)
    other = application("orebro", ("Skola", "Elevhälsan"))
    other.join_project("Navigator", "Rädda Barnen", as_what="civil_society", day="2018-02-01")
    other.reach_stage("Navigator", "granted", **GRANTED)


def test_d20_a_profit_making_company_as_the_only_partner_is_refused():
    book = application("orebro", ("Skola", "Elevhälsan"), ("Social", "Öppenvården"))
    book.reach_stage("Navigator", "granted", **GRANTED)
    alone = application("orebro", ("Skola", "Elevhälsan"))
    alone.join_project("Navigator", "Bolaget AB", as_what="company", day="2018-02-01")
    with pytest.raises(Refused, match="Only companies take part"):
        alone.reach_stage("Navigator", "granted", **GRANTED)


def test_participation_by_unit():
    book = application("malmo", ("Skola", "Elevhälsan"), ("Skola", "Grundskolan"))
    book.reach_stage("Annat", "idea", day="2018-01-01", by="kurator")
    book.join_project("Annat", "Skola", operation="Elevhälsan", day="2018-01-11")
    _, units = book.programme.participation()
    assert {(row["unit"], row["projects"]) for row in rows(units)} == {("Elevhälsan", 2), ("Grundskolan", 1)}
