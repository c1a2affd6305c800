"""S18 and K10: from idea to decision, with the days that each stage took; a rejection has its reason."""

from __future__ import annotations

import pytest
from programme_books import fund_book, rows

from sifund_ledger import Refused
from sifund_ledger.cli.program import run

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


def test_by_an_events_file(tmp_path, capsys):
    path, events = tmp_path / "bok.sifund", tmp_path / "skeden.toml"
    fund_book(path).close()
    lines = [
        f'[[event]]\ndo = "reach_stage"\nproject = "Navigator"\nstage = "{stage}"\nday = {day}\nby = "{actor}"\n'
        for stage, day, actor in STAGES
    ]
    events.write_text("\n".join(lines), encoding="utf-8")
    assert run(["post", str(path), str(events), "--actor", "ekonomi"]) == 0
    decided = ["--day", "2016-06-13", "--by", "KF", "--level", "council", "--decision", "KF 2016-06-13 § 60"]
    typed = ["project", "stage", str(path), "Navigator", "--stage", "granted", *decided, "--actor", "ekonomi"]
    assert run(typed) == 0
    capsys.readouterr()
    assert run(["programme", "show", str(path), "pipeline", "-O", "csv"]) == 0
    assert "64;48;42;154" in capsys.readouterr().out.replace(",", ";")
