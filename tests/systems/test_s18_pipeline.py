"""S18 and K10: from idea to decision, with the days that each stage took; a rejection has its reason."""

from __future__ import annotations

import pytest
from programme_books import fund_book, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Refused

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
