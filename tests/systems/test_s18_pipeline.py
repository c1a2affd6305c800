"""S18 and K10: from idea to decision, with the days that each stage took; a rejection has its reason."""

from __future__ import annotations

import pytest
from programme_books import fund_book, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Refused
from sifund_ledger.book.log import log_table

STAGES = (("idea", "2016-01-11", "kurator"), ("prepared", "2016-03-15", "beredningsgruppen"),
          ("applied", "2016-05-02", "Skola"))  # fmt: skip


def test_lead_times():
    """Idea 2016-01-11, prepared 03-15, application 05-02, decision 06-13: 64, 48 and 42 days, 154 in all."""
    book = fund_book()
    for stage, day, actor in STAGES:
        book.reach_stage("Navigator", stage, day=day, by=actor, documents=["KS 2016/12"])
    book.reach_stage("Navigator", "granted", day="2016-06-13", by="KF", decision="KF 2016-06-13 § 60")
    (row,) = rows(book.programme.pipeline())
    assert [row[name] for name in ("to_prepared", "to_applied", "to_decided", "in_all")] == [64, 48, 42, 154]


def test_a_rejection_has_its_reason_and_nothing_follows_on_it():
    book = fund_book()
    book.reach_stage("Navigator", "idea", day="2016-01-11", by="kurator")
    rejected = {"day": "2016-06-13", "by": "KF"}
    with pytest.raises(Refused) as caught:
        book.reach_stage("Navigator", "rejected", **rejected)
    assert {each.code for each in caught.value.findings} == {"STAGE_UNDECIDED", "STAGE_REASON_MISSING"}
    book.reach_stage("Navigator", "rejected", **rejected, reason="Går inte att räkna på", decision="KF 2016-06-13 § 61")
    assert rows(book.programme.pipeline())[0]["reason"] == "Går inte att räkna på"
    with pytest.raises(Refused, match="STAGE_AFTER_END"):
        book.reach_stage("Navigator", "running", day="2016-07-01", by="Skola")


def test_days_do_not_go_backwards():
    book = fund_book()
    book.reach_stage("Navigator", "prepared", day="2016-03-15", by="beredningsgruppen")
    with pytest.raises(Refused, match="STAGE_BACKWARDS"):
        book.reach_stage("Navigator", "applied", day="2016-03-14", by="Skola")


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    """The same two projects by both roads: one granted after 154 days, one rejected with its reason."""
    printed = Printed(capsys)
    path = tmp_path / "bok.sifund"
    fund_book(path).close()
    words = {"idea": "idé", "prepared": "beredd", "applied": "ansökt"}
    posted(path, *(
        f'gör = "nå_skede"\nprojekt = "Navigator"\nskede = "{words[stage]}"\ndag = {day}\nav = "{actor}"'
        for stage, day, actor in STAGES
    ))  # fmt: skip
    decided = ("--day", "2016-06-13", "--by", "KF", "--level", "fullmäktige", "--decision", "KF 2016-06-13 § 60")
    typed(path, "project stage", "Navigator", "--stage", "beviljad", *decided)
    typed(path, "project stage", "Bryggan", "--stage", "idé", "--day", "2016-02-01", "--by", "rektor")
    typed(path, "project stage", "Bryggan", "--stage", "avslagen", *decided, code=2)
    assert "STAGE_REASON_MISSING" in printed.errors()
    typed(path, "project stage", "Bryggan", "--stage", "avslagen", *decided, "--reason", "Går inte att räkna på")
    book = fund_book()
    for stage, day, actor in STAGES:
        book.reach_stage("Navigator", stage, day=day, by=actor)
    by_council = {"day": "2016-06-13", "by": "KF", "level": "council", "decision": "KF 2016-06-13 § 60"}
    book.reach_stage("Navigator", "granted", **by_council)
    book.reach_stage("Bryggan", "idea", day="2016-02-01", by="rektor")
    book.reach_stage("Bryggan", "rejected", reason="Går inte att räkna på", **by_council)
    assert recorded(path) == recorded(book)
    granted, rejected = printed.page(path, "pipeline")
    assert [granted[name] for name in ("to_prepared", "to_applied", "to_decided", "in_all")] == [64, 48, 42, 154]
    assert (rejected["outcome"], rejected["reason"]) == ("rejected", "Går inte att räkna på")


def test_the_journal_says_what_each_fact_is_about():
    """In either language: the stage, who it was, and at what level it is decided where nobody says so."""
    book = fund_book(programme="norrkoping")
    book.reach_stage("Navigator", "idea", day="2016-01-11", by="kurator")
    book.declare_application("Navigator", day="2016-01-12", fund="social", reinforcement=False)
    book.join_project("Navigator", "Skola", operation="Elevhälsan", day="2016-01-13")
    book.estimate_cost("social", "Navigator", 5, year=2016, day="2016-01-14")
    book.state_goal("Närvaro", level="operative", day="2016-01-15", first_year=2016, last_year=2018)
    book.link_goal("Närvaro", "Navigator", day="2016-01-16")
    book.set_milestone("Närvaro", "Halvtid", due="2017-06-30")
    book.calculate_effect("Navigator", [(2018, "Skola", "avoided", "short", 5)], by="controllern", day="2016-01-17")
    decided = {"day": "2016-06-13", "decision": "KF 2016-06-13 § 60"}
    book.reach_stage("Navigator", "granted", by="KF", **decided)
    terms = {"capital": 8, "guarantee": "0.4", "of_saving": "0.6", "cap": "0.2"}
    book.sign_contract("Navigator", investor="Stiftelsen", **terms, **decided)
    book.assess_outcome("Navigator", saved=5, by="Lumell", day="2018-01-01")
    book.implement_project(
        "Navigator", board="Skola", status="partly", share="60 %", yearly=5, from_year=2018, **decided
    )  # fmt: skip
    about = [row["about"] for row in rows(log_table(book.records(), "sv"))]
    assert about[-13:] == [
        "social: norrkoping, från 2014-01-01", "Navigator: idé, kurator", "Navigator, social",
        "Navigator: Skola, Elevhälsan", "Navigator, social, 2016", "Närvaro: operativt, 2016–2018",
        "Navigator → Närvaro", "Närvaro: Halvtid, senast 2017-06-30", "Navigator, controllern",
        "Navigator: beviljad, KF", "Navigator: Stiftelsen", "Navigator, Lumell",
        "Navigator: delvis införd, 60 % från 2018 i Skola",
    ]  # fmt: skip
    assert rows(log_table(book.records(), "en"))[-12]["about"] == "Navigator: idea, kurator"
    levels = {event.stage: event.level for event in (each.event for each in book.records()) if hasattr(event, "stage")}
    assert levels == {"idea": "administration", "granted": "council"}
