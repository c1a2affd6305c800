"""Each kind of planted fault is found by the check that should find it, with the records that show it."""

from __future__ import annotations

import pytest

from sifund_ledger.audit import audit
from sifund_ledger.audit.findings import NOTE_BLOTTED_EARLY
from sifund_ledger.audit.registry import CHECKS
from sifund_ledger.findings import Severity
from sifund_ledger.ledger.records import Record
from sifund_ledger.testing import BOOK_FAULTS, LEDGER_FAULTS, BookFault, plant, sound_book


@pytest.fixture(scope="module")
def records() -> tuple[Record, ...]:
    return tuple(sound_book().records())


@pytest.mark.parametrize("fault", BOOK_FAULTS.values(), ids=list(BOOK_FAULTS))
def test_a_fault_is_found_by_its_check_with_its_record(records: tuple[Record, ...], fault: BookFault) -> None:
    planted = plant(fault.name, records)
    report = audit(planted.store, checkpoints=planted.checkpoints)
    found = [
        each
        for each in report.check(fault.check).found or ()
        if each.finding.severity is not Severity.NOTE or each.finding.kind is NOTE_BLOTTED_EARLY
    ]
    assert found, [each.finding.text() for each in report.findings]
    shown = {seq for each in found for seq in each.records}
    assert not planted.seqs or shown & {*planted.seqs}
    for each in report.findings:
        assert each.finding.place
        assert each.finding.message_sv != each.finding.message


def test_every_check_has_a_fault_that_it_finds() -> None:
    found = {fault.check for fault in (*BOOK_FAULTS.values(), *LEDGER_FAULTS.values())}
    assert found == {check.code for check in CHECKS}
    assert len(BOOK_FAULTS) > 60


@pytest.mark.parametrize("name", ["ground_without_reason", "reserve_overdrawn"])
def test_a_book_that_cannot_be_stated_is_audited_as_far_as_it_goes(records: tuple[Record, ...], name: str) -> None:
    report = audit(plant(name, records).store)
    assert "RECORD_NOT_ALLOWED" in {each.finding.code for each in report.findings}
    # What comes after it is not folded, so nothing is said of sums that would hold all of it.
    assert report.check("fold").found is None
    assert report.check("statements").found is None
    assert report.not_examined


def test_a_fault_needs_its_record(records: tuple[Record, ...]) -> None:
    with pytest.raises(LookupError):
        plant("waiver_by_board", records[:20])
    with pytest.raises(KeyError):
        plant("okänt", records)


@pytest.mark.parametrize(
    ("name", "sv", "en"),
    [
        (
            "claim_raised_by_move",
            "3 600 000 kr i stället för 3 600 000,01 kr",
            "3 600 000 kr instead of 3 600 000.01 kr",
        ),
        ("result_carried_wrong", "10 000 000 kr i stället för 10 000 000,01 kr", "10 000 000 kr instead of"),
        ("plan_gone", "andra poster tillsammans med den", "other records together with it"),
        ("loss_without_settlement", "ingen sådan post", "no such record"),
    ],
)
def test_a_command_decided_again_says_what_differs(records: tuple[Record, ...], name: str, sv: str, en: str) -> None:
    found = audit(plant(name, records).store, tier="strict").check("decided_again").found or ()
    said = [each.finding for each in found if each.finding.code == "COMMAND_DIFFERS"]
    assert any(sv in each.message_sv.replace("\xa0", " ") for each in said), [each.message_sv for each in said]
    assert any(en in each.message.replace("\xa0", " ") for each in said), [each.message for each in said]
