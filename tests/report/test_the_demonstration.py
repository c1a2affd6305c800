"""The last closed year of the demonstration in the annual and the working form and its fund, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger import open_book
from sifund_ledger.cli.demo import exempelby
from sifund_ledger.report import Report, fund_report, year_report

GOLDEN = Path(__file__).parent / "golden"


def reports(folder: Path) -> dict[str, Report]:
    path = folder / "exempelby.sifund"
    exempelby.make_book(path)
    with open_book(path) as book:
        return {
            "annual": year_report(book, exempelby.LAST, unit="tkr"),
            "working": year_report(book, exempelby.LAST, form="working", unit="tkr"),
            "fund": fund_report(book, exempelby.FUND, unit="tkr"),
        }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    return reports(tmp_path_factory.mktemp("exempelby"))


@pytest.mark.parametrize("name", ["annual", "working", "fund"])
def test_it_says_what_a_person_has_seen(made, name):
    """Made anew with ``python tests/report/test_the_demonstration.py``, and looked at, when it should change."""
    assert made[name].markdown() == (GOLDEN / f"exempelby-{name}.md").read_text(encoding="utf-8")


def test_its_year_has_nothing_to_remark(made):
    findings = next(section for section in made["working"].sections if section.code == "findings")
    assert [found.code for part in findings.parts for found in part.findings] == []


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, report in reports(Path(folder)).items():
            (GOLDEN / f"exempelby-{name}.md").write_text(report.markdown(), encoding="utf-8")
