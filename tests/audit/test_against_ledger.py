"""A book against the general ledger: nothing is found in a sound pair, each planted fault by its check."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sifund_ledger import Finding, Record, open_book, presets, sek
from sifund_ledger.audit import AuditReport, audit
from sifund_ledger.audit.registry import CHECKS
from sifund_ledger.exchange import given_ledger, parse_mapping, read_general_ledger
from sifund_ledger.exchange.audit_json import audit_to_json
from sifund_ledger.exchange.sie import SieDocument, sie_bytes
from sifund_ledger.findings import Severity
from sifund_ledger.report import audit_report
from sifund_ledger.store import MemoryStore
from sifund_ledger.testing import (
    LEDGER_FAULTS,
    LedgerFault,
    ledger_of,
    mapping_of_ledger,
    plant_in_ledger,
    roles_of_ledger,
    sound_book,
)
from sifund_ledger.testing.faults import rechained
from sifund_ledger.testing.planting import store_of
from sifund_ledger.testing.sound_books import council


@pytest.fixture(scope="module")
def pair() -> tuple[tuple[Record, ...], list[SieDocument]]:
    with sound_book() as book:
        return tuple(book.records()), ledger_of(book)


def audited(
    store: MemoryStore, documents: Sequence[SieDocument], folder: Path, *, mapped: bool = True, roles: bool = True
) -> AuditReport:
    paths = []
    folder.mkdir(exist_ok=True)
    for document in documents:
        path = folder / f"{document.first('GEN')[:4]}.se"
        path.write_bytes(sie_bytes(document, keep_unbalanced=True)[0])
        paths.append(path)
    ledger = read_general_ledger(*paths)
    given = given_ledger(ledger, mapping_of_ledger() if mapped else None, roles_of_ledger() if roles else None)
    return audit(store, ledger=given)


def test_nothing_is_found_in_a_sound_pair(pair, tmp_path) -> None:
    records, documents = pair
    report = audited(store_of(rechained(records)), documents, tmp_path)
    assert {each.finding.code for each in report.findings} == {"FLOOR_SHARE_OF_USED"}
    runs = {run.check.code: run for run in report.checks}
    assert [code for code, run in runs.items() if not run.examined] == []
    assert [code for code in runs if code.startswith("ledger_")] == [c.code for c in CHECKS if c.of_ledger]
    left_out = " ".join(each.en for each in report.not_examined)
    assert "no row has an object of dimension 6 for 2013, 2016, 2017, 2018" in left_out
    assert "budget" in left_out


@pytest.mark.parametrize("fault", LEDGER_FAULTS.values(), ids=list(LEDGER_FAULTS))
def test_a_fault_is_found_by_its_check_with_its_rows(pair, tmp_path, fault: LedgerFault) -> None:
    store, documents = plant_in_ledger(fault.name, *pair)
    report = audited(store, documents, tmp_path)
    found = [each for each in report.check(fault.check).found or () if each.finding.code == fault.code]
    assert found, [each.finding.text() for each in report.findings]
    assert any(each.records or each.rows for each in found)
    assert any(each.amounts for each in found) or fault.check == "ledger_files" or fault.code == "ROWS_TAKEN_BACK"
    for each in found:
        assert each.finding.place
        assert each.finding.message_sv != each.finding.message


def test_every_check_of_the_ledger_has_a_fault_that_it_finds() -> None:
    assert {each.code for each in CHECKS if each.of_ledger} == {fault.check for fault in LEDGER_FAULTS.values()}


def test_rows_alone_are_evidence_with_both_amounts(pair, tmp_path) -> None:
    store, documents = plant_in_ledger("amount_booked_wrong", *pair)
    tree = json.loads(audit_to_json(audited(store, documents, tmp_path), language="en"))
    rows = [each for each in tree["findings"] if each["code"] == "ROW_OTHER_AMOUNT"]
    assert [each["evidence"]["records"] for each in rows] == [[12], [12]]
    assert rows[0]["evidence"]["rows"][0].startswith("2014.se:")
    assert rows[0]["evidence"]["amounts"] == {"book": "10000000", "ledger": "10000000.01", "difference": "0.01"}
    rows = tree["against_ledger"]
    assert [each["kind"] for each in rows["differences"]] == ["other_amount", "other_amount"]
    assert rows["accounts"]["2071"]["difference"] == "-0.01"
    assert {code: each["difference"] for code, each in rows["objects"].items()} == {"6:Fel": "0", "6:Navigator": "0"}
    totals = [each for each in tree["findings"] if each["check"] == "ledger_earmarks"]
    assert [each["place"] for each in totals] == ["2013", "2014", "2015", "2016", "2017", "2018"]
    assert totals[0]["evidence"]["rows"]


def test_what_was_not_given_is_said(pair, tmp_path) -> None:
    records, documents = pair
    report = audited(store_of(rechained(records)), documents[:2], tmp_path, mapped=False, roles=False)
    left_out = " ".join(each.en for each in report.not_examined)
    assert "read out of the vouchers in the general ledger" in left_out
    assert "no roles of accounts were given" in left_out
    assert "Years that no whole file covers, against the general ledger: 2015, 2016, 2017, 2018" in left_out
    assert report.check("ledger_rows").examined == 32
    assert report.check("ledger_equity").examined == 2
    assert {each.finding.severity for each in report.findings} == {Severity.NOTE}


def test_a_year_that_is_open_may_lack_what_is_not_exported_yet(pair, tmp_path) -> None:
    records, documents = pair
    report = audited(store_of(rechained(records)), [*documents[:-1], emptied(documents[-1])], tmp_path)
    found = report.check("ledger_rows").found or ()
    assert [(each.finding.code, each.finding.severity.value) for each in found] == [
        ("ROW_MISSING_IN_LEDGER", "warning"), ("ROW_MISSING_IN_LEDGER", "warning"),
    ]  # fmt: skip


def emptied(document: SieDocument) -> SieDocument:
    return replace(document, vouchers=[each for each in document.vouchers if "(A " not in each.text])


def test_the_document_has_the_sums_against_the_ledger(pair, tmp_path) -> None:
    store, documents = plant_in_ledger("project_booked_wrong", *pair)
    made = audit_report(audited(store, documents, tmp_path), language="en")
    (section,) = [each for each in made.sections if each.code == "general_ledger"]
    accounts, objects = (part.table for part in section.parts)
    assert "equal pairs: 29" in str(accounts.remarks[0])
    assert [row.code for row in objects.rows] == ["6:Navigator", "6:P99", "total"]
    assert "2015.se:" in made.html()


@pytest.mark.parametrize("fault", [each for each in LEDGER_FAULTS.values() if each.check == "ledger_rows"])
def test_without_a_mapping_the_vouchers_say_which_accounts_are_ours(pair, tmp_path, fault: LedgerFault) -> None:
    store, documents = plant_in_ledger(fault.name, *pair)
    report = audited(store, documents, tmp_path, mapped=False)
    found = {each.finding.code for each in report.check("ledger_rows").found or ()}
    assert fault.code in found
    assert found <= {fault.code, "ROW_MISSING_IN_LEDGER"}
    assert "read out of the vouchers" in " ".join(each.en for each in report.not_examined)


def test_a_sound_pair_needs_no_mapping(pair, tmp_path) -> None:
    records, documents = pair
    for some in (documents, documents[:1], documents[1:3], documents[2:]):
        report = audited(store_of(rechained(records)), some, tmp_path / str(len(some)), mapped=False)
        assert {each.finding.code for each in report.findings} == {"FLOOR_SHARE_OF_USED"}


def test_an_account_that_the_mapping_lacks_is_said_and_gives_no_alarm(pair, tmp_path) -> None:
    records, documents = pair
    ledger = read_general_ledger(*documents)
    mapping = parse_mapping('[accounts]\n"fund_available.social" = "2071"\nfree_equity = "2010"\n')
    report = audit(store_of(rechained(records)), ledger=given_ledger(ledger, mapping))
    assert {each.finding.code for each in report.findings} == {"FLOOR_SHARE_OF_USED"}
    assert report.check("ledger_earmarks").examined == 0
    assert "fund_available.unga" in " ".join(each.en for each in report.not_examined)


def test_what_a_fund_had_is_booked_by_hand_where_the_ledger_comes_to_show_it(tmp_path) -> None:
    with open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC)) as book:
        in_notes = presets.tomelilla_earmark.choose(presentation="strict")
        book.open_equity(2012, sek(900), opening_deficits=[], decision=council(2013))
        book.create_fund("social", policy=in_notes, decision=council(2013))
        book.record_result(2013, sek(90))
        book.set_aside("social", sek(50), result_year=2013, decision=council(2014))
        on_account = in_notes.choose(gl_treatment="sub_account")
        book.change_policy("social", policy=on_account, valid_from=date(2014, 7, 1), decision=council(2014))
        book.record_result(2014, sek(10))
        documents = ledger_of(book)
        report = audited(book.store, documents, tmp_path)
        assert [found.code for found in against(report)] == []
        documents[1] = replace(documents[1], vouchers=[each for each in documents[1].vouchers if each.series != "M"])
        missing = against(audited(book.store, documents, tmp_path))
    by_hand = [found.message for found in missing if "booked by hand on 2014-01-01" in found.message]
    assert len(by_hand) == len(missing) == 2


def against(report: AuditReport) -> list[Finding]:
    return [each.finding for each in report.check("ledger_rows").found or ()]
