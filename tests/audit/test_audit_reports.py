"""An audit as a document: the same in every form, its findings with their evidence, sorted and never hidden."""

from __future__ import annotations

import io

import pytest

from sifund_ledger.audit import AuditReport, audit, audit_printed
from sifund_ledger.audit.registry import CHECKS
from sifund_ledger.audit.words import CHECK_NAMES
from sifund_ledger.errors import Refused
from sifund_ledger.exchange import parse_printed
from sifund_ledger.report import audit_report, printed_report
from sifund_ledger.report.document import Observations, Vouchers
from sifund_ledger.testing import plant, sound_book


@pytest.fixture(scope="module")
def forged() -> AuditReport:
    planted = plant("body_forged", sound_book().records())
    return audit(planted.store)


def sections(report: AuditReport, language="sv"):
    return {each.code: each for each in audit_report(report, language=language).sections}


def test_every_check_has_a_name_of_its_own_in_both_languages():
    names = [CHECK_NAMES[check.code] for check in CHECKS]
    assert len({each.sv for each in names}) == len({each.en for each in names}) == len(names)


def test_the_document_has_what_the_audit_found_and_its_records(forged):
    made = sections(forged)
    assert list(made) == ["summary", "findings", "evidence", "checks", "not_examined", "signing", "records"]
    (observed,) = [part for part in made["findings"].parts if isinstance(part, Observations)]
    assert [each.code for each in observed.findings] == [each.finding.code for each in forged.findings]
    (vouchers,) = [part for part in made["records"].parts if isinstance(part, Vouchers)]
    assert {each.seq for each in vouchers.records} == {seq for each in forged.findings for seq in each.records}


def test_the_page_needs_nothing_else_and_leads_to_the_records(forged):
    page = audit_report(forged).html()
    assert "<script" not in page
    assert "http://" not in page
    assert '<a href="#p62">post 62</a> · DECISION_WITHOUT_AUTHORITY' in page
    assert '<li id="p62">' in page
    assert str(forged.checkpoint) in page
    assert audit_report(forged).html() == page


def test_no_code_stands_where_a_name_should_in_swedish(forged):
    page = audit_report(forged).html()
    assert "Beslutanderätt" in page
    assert not [check.code for check in CHECKS if "_" in check.code and check.code in page]


def test_materiality_sorts_and_hides_nothing(forged):
    sorted_ = forged.with_materiality("5 000 000")
    assert {*sorted_.findings} == {*forged.findings}
    assert [sorted_.is_material(each) for each in sorted_.findings] == [True, False]
    observed = [part for part in sections(sorted_)["findings"].parts if isinstance(part, Observations)]
    assert [len(part.findings) for part in observed] == [1, 1]
    assert "Väsentlighetsgräns: 5 000 000 kr" in sorted_.summary()
    # What has no amount is material whatever the limit.
    assert forged.with_materiality("10 000 000 000").findings[0].finding.code == "DECISION_WITHOUT_AUTHORITY"
    with pytest.raises(Refused):
        forged.with_materiality("mycket")


def test_what_was_not_examined_is_said_in_prose_and_signed_with_the_checkpoint(forged):
    made = sections(forged, "en")
    (letter,) = made["not_examined"].parts
    assert letter.paragraphs[0].startswith("The audit says nothing of what follows here.")
    assert letter.paragraphs[1:] == tuple(each.en for each in forged.not_examined)
    (signed,) = made["signing"].parts
    assert str(forged.checkpoint) in signed.paragraphs[0]


def test_every_form_has_what_was_found(forged):
    report = audit_report(forged)
    for made in (report.html(), report.markdown(), report.text(), words_of(report.docx()), cells_of(report.xlsx())):
        for wanted in ("DECISION_WITHOUT_AUTHORITY", "KS får inte besluta att förnya en öronmärkning", "Ej granskat"):
            assert wanted in made.replace("\\", "")  # Markdown escapes a low line
        assert str(forged.checkpoint) in made


def words_of(document: bytes) -> str:
    from docx import Document

    made = Document(io.BytesIO(document))
    foot = [each.text for section in made.sections for each in section.footer.paragraphs]
    rows = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in made.paragraphs), *rows, *foot])


def cells_of(workbook: bytes) -> str:
    from openpyxl import load_workbook

    sheets = load_workbook(io.BytesIO(workbook)).worksheets
    return "\n".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)


def test_a_printed_table_is_a_report_too():
    page = parse_printed("tkr;2018;2017\nÅrets resultat;100;90\nÅrets balanskravsresultat;80;90\n", name="not.csv")
    report = printed_report(audit_printed(page, name="not.csv"))
    assert [each.code for each in report.sections] == ["summary", "findings", "printed", "sums", "law"]
    for made in (report.html(), report.markdown(), report.text()):
        assert "Summor som går att pröva: 2. Av dem följer 1 inte av raderna." in made
        assert "Uppställningen 2018, 2017: lagens rader" in made
    assert report.docx()[:2] == report.xlsx()[:2] == b"PK"
