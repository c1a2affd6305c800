"""A book's accounting records: every voucher, the system from its registries, and how each record came about."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from books import orebro
from browser import View, printed, seen
from openpyxl import load_workbook

from sifund_ledger.audit import audit
from sifund_ledger.audit.registry import CHECKS
from sifund_ledger.book.commands import all_commands
from sifund_ledger.cli.program import run
from sifund_ledger.ledger.accounts import CHART
from sifund_ledger.report import (
    Report,
    audit_report,
    processing_history,
    project_report,
    system_documentation,
    voucher_list,
)
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing import plant, sound_book
from sifund_ledger.year_end.book_state import EVENT_TYPES

BOOK = sound_book()
RECORDS = [*BOOK.records()]
MADE = (voucher_list, system_documentation, processing_history)


def cells(report: Report, code: str) -> list[tuple]:
    return [row.cells for table in report.tables if table.code == code for row in table.rows]


def test_every_voucher_is_listed_with_what_the_law_asks_of_it():
    rows = cells(voucher_list(BOOK), "vouchers")
    entries = [record for record in RECORDS if record.entry is not None]
    heads = {row[0]: row for row in rows if row[1]}
    assert len(heads) == len(entries)
    for record in entries:
        entry = record.entry
        assert entry is not None
        _, recorded, day, what, _, _, decision, actor = heads[f"{entry.series} {entry.number}"]
        assert (recorded, day, what) == (record.recorded_at.date(), entry.event_date, entry.text)
        assert (decision, actor) == (str(record.decision or ""), record.actor)
    debit, credit = (sum(row[at] or 0 for row in rows) for at in (4, 5))
    assert debit == credit == sum(entry.entry.ore for entry in entries if entry.entry)
    said = " ".join(str(row[3]) for row in rows)
    assert "Motpart: social." in said
    assert f"Post {entries[-1].seq}." in said


def test_the_system_is_told_from_its_registries():
    made = system_documentation(BOOK)
    assert [row[0] for row in cells(made, "accounts")] == [code.code for code in CHART.values()]
    assert [(row[0], row[1]) for row in cells(made, "events")] == sorted(EVENT_TYPES)
    assert [row[1] for row in cells(made, "commands")] == [command.name for command in all_commands()]
    assert [row[0] for row in cells(made, "system_checks")] == [check.code for check in CHECKS]


def test_the_history_has_every_record_and_what_corrects_what():
    made = processing_history(BOOK)
    rows = cells(made, "history")
    assert [row[0] for row in rows] == [record.seq for record in RECORDS]
    assert [row[-1] for row in rows] == [record.hash.hex()[:16] for record in RECORDS]
    said = {language: processing_history(BOOK, language=language).text() for language in ("sv", "en")}
    assert "2013, i huvudboken (2013.se)" in said["sv"]
    assert "general_ledger" not in said["sv"] + said["en"]
    (correction,) = cells(made, "corrected")
    assert rows[correction[0] - 1][-2] == f"rättar {correction[3]}"
    assert rows[correction[3] - 1][-2] == f"rättad av {correction[0]}"


def test_nothing_is_in_the_other_language():
    for make in MADE:
        assert make(BOOK, language="en").title in ("List of vouchers", "System documentation", "Processing history")
    english = system_documentation(BOOK, language="en").html()
    assert "Boken för" not in english
    assert "The book of Exempelkommunen" in english


def filed(folder: Path) -> Path:
    """The book in a file."""
    path = folder / "bok.sifund"
    SQLiteStore.create(path, rows=BOOK.store.scan()).close()
    return path


def test_the_folder_has_four_documents(tmp_path: Path, capsys):
    path = filed(tmp_path)
    folder = tmp_path / "granskning"
    assert run(["audit", str(path), "--documents", str(folder)]) == 0
    names = sorted(each.name for each in folder.iterdir())
    assert names == [
        "behandlingshistorik.html",
        "granskning.html",
        "systemdokumentation.html",
        "verifikationslista.html",
    ]
    assert capsys.readouterr().out.count("\n") == 4
    assert run(["audit", str(path), "--documents", str(folder)]) == 3  # what is there is not written over
    assert run(["audit", str(path), "--documents", str(folder), "--force"]) == 0
    assert run(["audit", str(path), "--documents", str(folder), "-O", "md", "--lang", "en"]) == 0
    assert (folder / "processing-history.md").read_text("utf-8").startswith("# Processing history")
    assert run(["audit", str(path), "--documents", str(path)]) == 3  # no folder
    assert "OUTPUT_UNWRITABLE" in capsys.readouterr().err


def test_of_a_book_that_cannot_be_opened_there_is_the_audit_alone(tmp_path: Path, capsys):
    path = filed(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Navigator", b"Navigaror"))
    folder = tmp_path / "granskning"
    assert run(["audit", str(path), "--documents", str(folder), "--since", str(BOOK.checkpoint)]) == 1
    assert [each.name for each in folder.iterdir()] == ["granskning.html"]
    assert "CHAIN_HASH" in capsys.readouterr().err


@pytest.mark.slow
def test_anybody_can_read_the_pages_on_any_screen_and_on_paper(tmp_path: Path):
    made = [*(make(BOOK) for make in MADE), audit_report(audit(plant("body_forged", RECORDS).store))]
    pages = {report.title: report.html() for report in made}
    views = [View(1280), View(320, dark=True)]
    for (title, view), found in seen(pages, tmp_path, views, axe=True).items():
        assert found["overflow"] <= 0, (title, view)
        assert found["spilt"] == [], (title, view)
        assert found["drawn_over"] == [], (title, view)
        assert found["fetched"] == [], (title, view)
        assert found["violations"] == [], (title, view)
    for title, sheets in printed(pages, tmp_path).items():
        for number, sheet in enumerate(sheets, 1):
            assert [word for word, box in sheet.words if not sheet.holds(box)] == [], (title, number)


def test_a_decision_is_never_broken_over_lines_and_no_code_is_cut_off():
    page = project_report(orebro(), "Delvis").html()
    decisions = re.findall(r'<td class="([^"]*)"[^>]*>([^<]+ \d{4}-\d\d-\d\d §.\d+)<', page)
    assert decisions
    assert {kind for kind, _ in decisions} == {"k"}
    found = audit_report(audit(plant("floor_not_met", sound_book().records()).store))
    workbook = load_workbook(BytesIO(found.xlsx()))
    sheet = workbook["Bevis"]
    codes = [cell for row in sheet.iter_rows() for cell in row if cell.value == "BALANCE_ON_WRONG_SIDE"]
    assert all(sheet.column_dimensions[cell.column_letter].width > 1.2 * len(cell.value) for cell in codes)
    first = workbook.worksheets[0]
    said = next(cell for row in first.iter_rows() for cell in row if str(cell.value).startswith("Bokens sista post"))
    assert any(said.coordinate in merged for merged in first.merged_cells.ranges)
    assert said.alignment.wrap_text
