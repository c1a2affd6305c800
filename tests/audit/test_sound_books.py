"""What an audit says of a sound book: nothing but what is recorded in it; and what it says that it has not examined."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest

from sifund_ledger import Decision, Refused, open_book, sek
from sifund_ledger.audit import AuditReport, Tier, audit
from sifund_ledger.audit.registry import CHECKS, CLAIMED
from sifund_ledger.exchange.audit_json import audit_to_json
from sifund_ledger.findings import Severity
from sifund_ledger.testing import plant, sound_book

KF = Decision.parse("KF 2013-04-22 § 45")
BOOK = sound_book()


@pytest.fixture(scope="module")
def report() -> AuditReport:
    return audit(BOOK, checkpoints=[str(BOOK.checkpoint)])


def test_nothing_but_notes_is_found_and_every_check_has_examined_something(report: AuditReport) -> None:
    assert {each.finding.severity for each in report.findings} == {Severity.NOTE}
    assert {run.check.code for run in report.checks if not run.examined} == set()
    assert [run.check.code for run in report.checks] == [check.code for check in CHECKS if not check.of_ledger]
    assert (report.entity, report.records, report.checkpoint) == ("Exempelkommunen", BOOK.head.seq, BOOK.checkpoint)


def test_all_but_the_figures_taken_over_is_decided_again(report: AuditReport) -> None:
    left_out = " ".join(each.en for each in report.not_examined)
    assert "opening deficits, 1" in left_out
    assert "no checkpoint" not in left_out
    assert "general ledger" in left_out


def test_a_tier_has_those_before_it() -> None:
    codes = {tier: [run.check.code for run in audit(BOOK, tier=tier).checks] for tier in Tier}
    assert codes[Tier.FULL][: len(codes[Tier.STRICT])] == codes[Tier.STRICT]
    assert codes[Tier.STRICT][: len(codes[Tier.ALWAYS])] == codes[Tier.ALWAYS]
    assert len(codes[Tier.ALWAYS]) < len(codes[Tier.STRICT]) < len(codes[Tier.FULL])
    with pytest.raises(Refused):
        audit(BOOK, tier="halv")
    with pytest.raises(Refused):
        audit(BOOK, checkpoints=["kort"])


def test_the_checks_are_named_once_and_share_no_code() -> None:
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    taken = [code.name for check in CHECKS if check.examine is None for code in check.finds]
    assert sorted(taken) == sorted(CLAIMED)
    for check in CHECKS:
        assert check.proves.sv != check.proves.en
        assert str(check.cites)


def test_an_audit_records_nothing_and_is_the_same_of_the_store(report: AuditReport) -> None:
    head = BOOK.head
    again = audit(BOOK.store, checkpoints=[str(BOOK.checkpoint)])
    assert BOOK.head == head
    assert again.findings == report.findings
    assert again.text("sv") == report.text("sv")


def test_the_report_is_printed_in_either_language(report: AuditReport) -> None:
    for language, words in (("sv", ("Granskning av", "Ej granskat:")), ("en", ("Audit of", "Not examined:"))):
        text = report.text(language)
        assert all(each in text for each in words)
        assert report.summary(language) in text
        assert "<table>" in report._repr_html_()


def test_the_report_as_json(report: AuditReport) -> None:
    tree = json.loads(audit_to_json(audit(plant("repaid_after_limit", BOOK.records()).store), language="en"))
    assert {"checks", "findings", "checkpoint"} <= tree.keys()
    assert all({"code", "tier", "status", "examined"} <= check.keys() for check in tree["checks"])
    (found,) = [each for each in tree["findings"] if each["code"] == "REPAID_AFTER_LIMIT"]
    assert found["check"] == "repayments"
    assert found["evidence"]["records"] == [52]
    assert json.loads(audit_to_json(report))["checkpoint"] == str(BOOK.checkpoint)


def test_amounts_are_evidence() -> None:
    report = audit(plant("renewed_above_right", BOOK.records()).store)
    (above,) = [each for each in report.findings if each.finding.code == "RENEWAL_ABOVE_ENTITLEMENT"]
    assert 2_900_000_01 in dict(above.amounts).values()


def test_a_check_that_had_nothing_to_examine_does_not_say_that_nothing_was_found() -> None:
    with open_book(create="Ale", actor="ekonomi") as book:
        runs = {run.check.code: run for run in audit(book).checks}
        said = audit(book).text("en")
    assert {run.status for run in runs.values()} == {"passed", "empty"}
    assert {code for code, run in runs.items() if run.status == "empty"} == {
        code for code, run in runs.items() if not run.examined
    }
    assert said.count("nothing to examine") == sum(run.status == "empty" for run in runs.values())


def test_what_cannot_be_folded_is_said_to_be_unexamined() -> None:
    report = audit(plant("decision_missing", BOOK.records()).store)
    statuses = {run.check.code: run.status for run in report.checks}
    assert statuses["chain"] == "found"
    assert statuses["authority"] == "not_examined"
    assert "cannot be read" in report.text("en")


def test_a_correction_late_in_the_evening_is_no_fault() -> None:
    """The day of recording is kept in UTC; where it was recorded it was another."""
    late = datetime(2014, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    with open_book(create="Ale", actor="ekonomi", clock=lambda: late) as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision=KF)
        book.record_result(2013, sek(5))
        book.correct(book.head.seq, reason="Fel belopp")
        assert audit(book).check("decided_again").found == ()


def test_a_note_that_is_blotted_out_is_told() -> None:
    with sound_book() as book:
        book.blot_note(20, decision="KF 2020-04-28 § 70")
        report = audit(book)
    assert {each.finding.severity for each in report.findings} == {Severity.NOTE}
    assert "note blotted out, 1" in report.text("en")
