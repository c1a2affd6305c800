"""S10, Ale's part B: what is granted pays back, the first saving comes within three years, an exit plan is there."""

from __future__ import annotations

import pytest
from programme_books import fund_book, kf, msek, warned

from sifund_ledger import Refused

GRANTED = {"day": "2018-02-15", "by": "KF", "level": "council", "decision": "KF 2018-02-15 § 7"}


def applied(**declared: object) -> object:
    """Start 2018-03-01, a grant of 2.4, with an exit plan and two operations unless it says otherwise."""
    book = fund_book(programme="ale", year=2018)
    about = {"sought": msek("2.4"), "effect": msek("2.4"), "start": "2018-03-01", "first_effect": 2021,
             "exit_plan": "Övertas av Skola i verksamhetsplanen 2021"}  # fmt: skip
    book.declare_application("Navigator", day="2018-01-10", fund="social", **{**about, **declared})
    for board, unit in (("Skola", "Elevhälsan"), ("Social", "Öppenvården")):
        book.join_project("Navigator", board, operation=unit, day="2018-01-10")
    book.reach_stage("Navigator", "applied", day="2018-01-20", by="rektor")
    return book


def granted(**declared: object) -> list[str]:
    book = applied(**declared)
    book.reach_stage("Navigator", "granted", **GRANTED)
    return warned(book, "RULE_BREACHED")


def test_what_pays_back_in_time_with_an_exit_plan_is_granted():
    assert granted() == []


def test_a_plan_below_the_grant_is_refused():
    with pytest.raises(Refused, match="It is 2 390 000 kr; at least 2 400 000 kr") as caught:
        granted(effect=msek("2.39"))
    assert [each.code for each in caught.value.findings] == ["RULE_REFUSES"]


def test_a_first_saving_in_2021_passes_and_one_in_2022_is_flagged():
    (found, again) = granted(first_effect=2022)
    assert "It is 2022; 2021 at the latest." in found
    assert found == again


def test_without_an_exit_plan_it_is_refused():
    with pytest.raises(Refused, match=r"a plan for how the effort becomes ordinary operations\. It is missing"):
        granted(exit_plan=" ")


def test_the_protocol_names_each_rule_with_its_source(tmp_path, capsys):
    from sifund_ledger.cli.program import run

    path = tmp_path / "ale.sifund"
    fund_book(path, programme="ale", year=2018).close()
    events = tmp_path / "ansökan.toml"
    events.write_text(
        '[[händelse]]\ngör = "redovisa_ansökan"\nprojekt = "Navigator"\ndag = 2018-01-10\nfond = "social"\n'
        'sökt = "2 400 000"\neffekt = "2 390 000"\nstart = 2018-03-01\nförsta_effekt = 2022\n',
        encoding="utf-8",
    )
    assert run(["post", str(path), str(events), "--actor", "ekonomi"]) == 0
    capsys.readouterr()
    assert run(["programme", "show", str(path), "eligibility", "--project", "Navigator"]) == 1
    shown = capsys.readouterr()
    assert "Larsson & Södergren" in shown.out
    assert shown.err.count("RULE_REFUSES") == 2
    stage = [
        "--stage",
        "granted",
        "--day",
        "2018-02-15",
        "--by",
        "KF",
        "--actor",
        "ekonomi",
        "--decision",
        str(kf(2018)),
    ]
    assert run(["project", "stage", str(path), "Navigator", *stage]) == 2
    assert "--actor" not in capsys.readouterr().out
