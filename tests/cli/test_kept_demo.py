"""``sifund demo --keep``: a folder with a book of eight years, what it was made from, and every report of it."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from sifund_ledger import Book, open_book
from sifund_ledger.audit import audit
from sifund_ledger.cli.demo import exempelby, words
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.report.html import page


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "demo"
    assert run(["demo", "--keep", str(folder), "-o", str(folder.parent / "said.txt")]) == ExitCode.DONE
    return folder


def linked(folder: Path, start: str) -> list[str]:
    return [unquote(each) for each in re.findall(r'href="([^"#]+)"', (folder / start).read_text(encoding="utf-8"))]


def events(book: Book) -> Iterator[object]:
    """What is recorded, but for the hashes of records, which have the time in them."""
    for record in book.records():
        if record.event.kind != "checkpoint_written":
            yield record.event, record.decision, record.entry and record.entry.postings


def test_every_file_is_led_to_and_said_on_the_terminal(kept):
    said = (kept.parent / "said.txt").read_text(encoding="utf-8")
    links = linked(kept, "START-HÄR.html")
    assert [each for each in links if not (kept / each).is_file()] == []
    for path in links:
        assert str(kept / path) in said, path
    assert links[:3] == ["rapport-2024.html", "arbetsmaterial-2024.html", "ledamot-2024.html"]
    assert str(kept / "START-HÄR.html") in said
    assert "är exempel" in said
    assert "Årets balanskravsresultat" in said


def test_the_book_is_whole_and_has_all_that_the_guide_says(kept):
    with open_book(kept / "exempelby.sifund") as book:
        assert book.entity == "Exempelby kommun"
        graver = [each for each in audit(book, ledger=exempelby.ledger()).findings if each.finding.severity != "note"]
        assert graver == []
        statement = book.statement(2024)
        assert [year.to_restore_ore // 10**8 for year in statement.years] == [0, 0, 0, 0, 0, 52, 0]
        standing = {name: project.standing for name, project in book.projects.items()}
        assert set(standing) == set(words.OF_PROJECTS)
        assert standing["Trygg uppväxt"] == "running"
        assert book.years == (2018, 2019, 2020, 2021, 2022, 2023, 2024)


def test_what_the_page_says_to_type_makes_the_same_book(kept, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(kept)
    page = (kept / "START-HÄR.html").read_text(encoding="utf-8")
    typed = unescape(re.findall(r'<pre class="commands">(.*?)</pre>', page, re.DOTALL)[-1]).splitlines()
    book = tmp_path / "again.sifund"
    for line in typed:
        arguments = [str(book) if word == "exempelby-2.sifund" else word for word in shlex.split(line)[1:]]
        assert run(arguments) == ExitCode.DONE, (line, capsys.readouterr().err)
    with open_book(book) as again, open_book(kept / "exempelby.sifund") as first:
        assert list(events(again)) == list(events(first))
        assert again.statement(2024).text() == first.statement(2024).text()


def test_it_is_the_same_book_wherever_it_is_made(kept, tmp_path):
    with open_book(kept / "exempelby.sifund") as book:
        checkpoint = str(book.checkpoint)
    assert exempelby.make_book(tmp_path / "other.sifund") == checkpoint
    assert f"--checkpoint {checkpoint}" in (kept / "START-HÄR.html").read_text(encoding="utf-8")


def test_nothing_is_replaced(kept, capsys):
    before = {each: each.stat().st_mtime_ns for each in kept.rglob("*")}
    assert run(["demo", "--keep", str(kept)]) == ExitCode.REFUSED
    assert "DEMO_FILE_IN_THE_WAY" in capsys.readouterr().err
    assert {each: each.stat().st_mtime_ns for each in kept.rglob("*")} == before


@pytest.mark.slow
def test_in_english_the_folder_is_english(tmp_path, capsys):
    assert run(["demo", "--keep", str(tmp_path / "d"), "--lang", "en"]) == ExitCode.DONE
    said = capsys.readouterr().out
    links = linked(tmp_path / "d", "START-HERE.html")
    assert links[:3] == ["report-2024.html", "working-paper-2024.html", "council-member-2024.html"]
    assert [each for each in links if not (tmp_path / "d" / each).is_file()] == []
    assert "are examples" in said
    assert "Öppna" not in said


def test_without_what_makes_pages_the_book_and_the_guide_are_kept(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    page._environment.cache_clear()
    assert run(["demo", "--keep", str(tmp_path / "d")]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "pip install 'sifund-ledger[report]'" in said
    assert (tmp_path / "d" / "exempelby.sifund").exists()
    assert "sifund-ledger[report]" in unescape((tmp_path / "d" / "START-HÄR.html").read_text(encoding="utf-8"))
    assert not list((tmp_path / "d").glob("rapport*.html"))
    assert "Öppna först\n" not in said
