"""The pages in Chromium: nothing overflows or is cut off, amounts open down to a record, nothing is fetched, and axe
finds nothing that keeps anybody from reading them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from books import HOSTILE, hostile
from browser import View, printed, seen
from reading import Page

from sifund_ledger.cli.demo.exhibition import exhibit
from sifund_ledger.report import fund_report, project_report, year_report

pytestmark = pytest.mark.slow

LIGHT, DARK = View(1280), View(1280, dark=True)
NARROW, NARROW_DARK = View(320), View(320, dark=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept")
    exhibit(path, "sv")
    return path


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, str]:
    """A page of each kind."""
    names = {
        "guide": "START-HÄR", "annual": "rapport-2024", "working": "arbetsmaterial-2024", "member": "ledamot-2024",
        "fund": "fonden", "project": "projekt-vägen-till-arbete", "audit": "granskning",
    }  # fmt: skip
    return {kind: (folder / f"{name}.html").read_text(encoding="utf-8") for kind, name in names.items()}


def test_a_page_of_each_kind_is_read_by_anybody_on_any_screen(pages, tmp_path):
    measured = seen(pages, tmp_path, [LIGHT, DARK, NARROW, NARROW_DARK])
    for (kind, view), found in measured.items():
        assert found["dark"] is view.dark
        assert found["overflow"] <= 0, (kind, view)
        assert found["spilt"] == [], (kind, view)
        assert found["drawn_over"] == [], (kind, view)
        assert found["fetched"] == [], (kind, view)
        assert found["amounts"] == pages[kind].count("<data "), (kind, view)
    working = measured["working", NARROW]
    assert working["opened"] == [True, True, True]
    assert "årets resultat" in working["record"]
    assert "96 000 000" in working["record"].replace("\xa0", " ")
    assert Page(pages["annual"]).tables[0].amount("Årets balanskravsresultat") == 80_000


def test_axe_finds_no_violation(pages, tmp_path):
    measured = seen(pages, tmp_path, [LIGHT, NARROW_DARK], axe=True)
    assert {case: found["violations"] for case, found in measured.items() if found["violations"]} == {}


def test_axe_would_find_one(pages, tmp_path):
    pale = pages["member"].replace("--soft: #5a656a", "--soft: #b0b0b0").replace(' lang="sv"', "", 1)
    (found,) = seen({"pale": pale}, tmp_path, [LIGHT], axe=True).values()
    assert {each.partition(":")[0] for each in found["violations"]} == {"color-contrast", "html-has-lang"}


def hostile_pages() -> Iterator[tuple[str, str]]:
    for form in ("annual", "working", "member"):
        yield form, year_report(hostile(), 2013, form=form).html()
    for number, name in enumerate(HOSTILE):
        yield f"fund {number}", fund_report(hostile(), name).html()
    yield "project", project_report(hostile(), f"P {HOSTILE[-2]}").html()


def test_names_of_any_kind_and_length_break_no_layout(tmp_path):
    for (name, view), found in seen(dict(hostile_pages()), tmp_path, [LIGHT, NARROW]).items():
        assert found["overflow"] <= 0, (name, view)
        assert found["spilt"] == [], (name, view)
        assert found["drawn_over"] == [], (name, view)
        assert found["fetched"] == [], (name, view)


def test_nothing_is_cut_off_or_set_smaller_in_print(pages, tmp_path):
    every = {kind: pages[kind] for kind in ("annual", "member")} | {
        f"hostile {kind}": page for kind, page in hostile_pages() if kind in ("annual", "working")
    }
    for name, sheets in printed(every, tmp_path).items():
        assert 22 < sheets[0].largest < 24, name  # the heading, in 20 points
        for number, sheet in enumerate(sheets, 1):
            outside = [word for word, box in sheet.words if not sheet.holds(box)]
            assert outside == [], (name, number)
    (sheets,) = printed(
        {"too wide": pages["member"].replace("</main>", f"<pre>{'x ' * 400}</pre></main>")}, tmp_path
    ).values()
    assert sheets[0].largest < 22
