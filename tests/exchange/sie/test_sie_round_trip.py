"""Any document written reads back equal; any bytes give findings, and never an exception."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Refused, Severity, UnreadableInput
from sifund_ledger.exchange.sie import SieDocument, SieRecord, parse_sie, sie_bytes
from sifund_ledger.testing import sie_bytes_of_any_kind, sie_documents


@settings(deadline=None, max_examples=150)
@given(sie_documents())
def test_any_document_written_reads_back_equal(document: SieDocument) -> None:
    data, findings = sie_bytes(document)
    again = parse_sie(data)

    if "SIE_TEXT_REPLACED" in {finding.code for finding in findings}:  # nothing but frames and Greek letters
        return
    assert again == document
    assert not [f for f in again.findings if f.code.startswith(("SIE_KSUMMA", "SIE_QUOTE", "SIE_BRACE"))]
    assert sie_bytes(again)[0] == data


@settings(deadline=None, max_examples=100)
@given(sie_documents(), st.text(max_size=8))
def test_what_code_page_437_lacks_is_told_and_then_stable(document: SieDocument, text: str) -> None:
    document.records.append(SieRecord("PROSA", (text,)))
    data, findings = sie_bytes(document)
    again = parse_sie(data)

    if "SIE_TEXT_REPLACED" not in {finding.code for finding in findings}:
        assert again == document
    assert sie_bytes(again)[0] == data


@settings(deadline=None, max_examples=300)
@given(sie_bytes_of_any_kind())
def test_any_bytes_give_findings_and_never_an_exception(data: bytes) -> None:
    document = parse_sie(data)

    assert all(finding.message_sv for finding in document.findings)
    grave = any(finding.severity is not Severity.NOTE for finding in document.findings)
    with suppress(UnreadableInput):
        parse_sie(data, strict=True)
        assert not grave
    with suppress(Refused):
        sie_bytes(document, keep_unbalanced=True)
