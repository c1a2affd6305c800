"""S19: a complement, not a general reinforcement; the declaration decides, never the words."""

from __future__ import annotations

import pytest
from programme_books import fund_book, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book, Refused

GRANTED = {"day": "2016-02-15", "by": "KF", "decision": "KF 2016-02-15 § 7"}


def application(programme: str, *, reinforcement: bool | None) -> Book:
    book = fund_book(programme=programme)
    declared = {} if reinforcement is None else {"reinforcement": reinforcement}
    book.declare_application("En extra lärare", day="2016-01-10", fund="social", **declared)
    return book


def test_a_declared_reinforcement_is_refused_in_norrkoping_and_passes_in_pitea():
    with pytest.raises(Refused, match=r"may not be a general reinforcement of ordinary operations\. Declared: yes"):
        application("norrkoping", reinforcement=True).reach_stage("En extra lärare", "granted", **GRANTED)
    application("pitea", reinforcement=True).reach_stage("En extra lärare", "granted", **GRANTED)


def test_the_declaration_decides_and_never_the_words():
    application("norrkoping", reinforcement=False).reach_stage("En extra lärare", "granted", **GRANTED)
    with pytest.raises(Refused, match="It has not been stated"):
        application("norrkoping", reinforcement=None).reach_stage("En extra lärare", "granted", **GRANTED)


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    """Declared as a reinforcement it is refused under Norrköping's rule and passes under Piteå's; else the reverse."""
    printed = Printed(capsys)
    grant = ("--stage", "beviljad", "--day", "2016-02-15", "--by", "KF", "--decision", "KF 2016-02-15 § 7")
    for programme, is_one, code in (("norrkoping", True, 2), ("norrkoping", False, 0), ("pitea", True, 0)):
        path = tmp_path / f"{programme}-{is_one}.sifund"
        fund_book(path, programme=programme).close()
        if programme == "pitea":
            said = 'gör = "redovisa_ansökan"\nprojekt = "En extra lärare"\ndag = 2016-01-10\nfond = "social"'
            posted(path, f"{said}\nförstärkning = true")
        else:
            flag = "--reinforcement" if is_one else "--no-reinforcement"
            typed(path, "project declare", "En extra lärare", "--day", "2016-01-10", "--fund", "social", flag)
        printed.errors()
        typed(path, "project stage", "En extra lärare", *grant, code=code)
        assert ("Insatsen får inte vara en allmän förstärkning" in printed.errors()) is (code == 2)
        book = application(programme, reinforcement=is_one)
        if code == 0:
            book.reach_stage("En extra lärare", "granted", **GRANTED)
        assert recorded(path) == recorded(book)


def test_the_programme_of_the_day_applies():
    book = application("pitea", reinforcement=True)
    book.adopt_programme("social", programme="norrkoping", valid_from="2017-01-01", decision="KF 2016-11-01 § 3")
    book.reach_stage("En extra lärare", "applied", day="2016-12-31", by="rektor")
    assert {row["rule"] for row in rows(book.programme.eligibility("En extra lärare"))} == {
        "Målgruppen är 0–19 år.", "Effekten ska gå att mäta och följa upp."
    }  # fmt: skip


def test_rules_of_one_s_own():
    book = fund_book()
    own = [
        {"rule": "max_years", "value": "2", "source": "KF § 1", "refuses": True},
        {"regel": "new", "källa": "KF § 1"},
    ]
    book.adopt_programme("social", programme=own, valid_from="2016-01-01", decision="KF 2015-11-01 § 3")
    book.declare_application("Nytt", day="2016-01-10", fund="social", start="2016-02-01", end="2018-03-01")
    with pytest.raises(Refused, match="It is 26 months"):
        book.reach_stage("Nytt", "granted", **GRANTED)
    for wrong, code in (
        ("okänd", "PROGRAMME_UNKNOWN"),
        ([{"rule": "okänd"}], "RULE_UNKNOWN"),
        ([{"rule": "max_years", "value": "två"}], "RULE_VALUE_UNFIT"),
        ([{"rule": "max_years"}], "RULE_VALUE_UNFIT"),
    ):
        with pytest.raises(Refused, match=code):
            book.adopt_programme("social", programme=wrong, valid_from="2016-01-01", decision="KF 2015-11-01 § 3")
