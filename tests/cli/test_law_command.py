"""``sifund law`` as a process: the rules of a year, what changes between two, the year's dates."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sifund_ledger import cli
from sifund_ledger.cli.law.law_text import certainty_words
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.law import Certainty, Formula, calendar, differences, rules_of

ROOT = Path(__file__).parents[2]


def law(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, "-m", "sifund_ledger", "law", *map(str, arguments)], capture_output=True, env=env, check=False
    )


def told(*arguments: str) -> str:
    done = law(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def section(text: str, name: str) -> str:
    """One rule's part of a text, by the name that it begins with."""
    (part,) = [part for part in text.split("\n\n") if part.split("  ")[0].split("\n")[0] == name]
    return part.rstrip("\n")


BKR_2 = """\
BKR-2  (räkenskapsår 2024–2033)
  Resultatet efter justeringar, ändrat med reservering till och användning av resultatreserven.
      Årets resultat efter balanskravsjusteringar (result_after_adjustments)
    − Reservering av medel till resultatreserv (reserve_allocated)
    + Användning av medel från resultatreserv (reserve_used)
    = Årets balanskravsresultat (balance_requirement_result)
  Lagrum: LKBR (2018:597) 11:10, lydelse enligt SFS 2023:643, i kraft 2024-01-01
  Säkerhet: lagtexten är läst (S); kontrollerad 2026-04-27"""

CAP_1 = """\
CAP-1  (fiscal years 2024–)
  At most the lower of what net result and adjusted result have above 1\u00a0% of taxes, general grants
  and equalisation; 2\u00a0% where equity with the pension contingency is negative.
  Paragraph: KL (2017:725) 11:14, as worded by SFS 2023:642, in force 2024-01-01
  How sure: the statute has been read (S); checked 2026-04-27"""

ARB_0 = """\
ÅRB-0  (fiscal years 1998–2012)
  No formula in the law: the municipality's own adjustments of the net result are shown openly.
      Net result by the income statement (net_result)
    ± Rows of its own (other_adjustments)
    = Result after balance requirement adjustments (result_after_adjustments)
  Paragraph: KL (1991:900) 8:4-5, as worded by SFS 1997:615, in force 1998-01-01
  How sure: inferred from the statute or good practice (I); checked 2026-04-27"""

AUTH = """\
AUTH  (räkenskapsår 1998–2017)
  Fullmäktige beslutar om budget, årsredovisning, reserver, öronmärkning och synnerliga skäl.
  Lagrum: KL (1991:900) 3:9-10, i kraft 1992-01-01
  Säkerhet: lagtexten är läst (S); kontrollerad 2026-04-27"""

EQ_0 = """\
EQ-0  (räkenskapsår 1998–2012)
  Eget kapital med årets resultat särskilt angivet.
  Lagrum: inget lagrum
  Säkerhet: ej kontrollerat mot lagtexten"""

DEF_4 = """\
DEF-4  (räkenskapsår 2018–)
  Fullmäktige får vid synnerliga skäl besluta att ett underskott inte ska regleras.
  Lagrum: KL (2017:725) 11:13, i kraft 2018-01-01
  Utan lagrum: Att bara en del av underskottet undantas, eller att tiden för återställande förlängs,
  är praxis.
  Säkerhet: lagtexten är läst (S); kontrollerad 2026-04-27"""

EM_2 = """\
EM-2  (fiscal years 1998–2012)
  An earmark moves between parts of equity and does not touch the result.
  Paragraph: no paragraph
  How sure: inferred from the statute or good practice (I); checked 2026-04-27"""


def test_a_rule_is_told_with_its_formula_its_paragraph_and_how_sure_it_is() -> None:
    text = told("show", "2024")
    assert text.startswith("Regler för räkenskapsåret 2024\n══════")
    assert section(text, "BKR-2") == BKR_2
    assert section(told("show", "2024", "--lang", "en"), "CAP-1") == CAP_1
    before_2013 = told("show", "2012", "--lang", "en")
    assert section(before_2013, "ÅRB-0") == ARB_0
    assert section(before_2013, "EM-2") == EM_2


def test_what_is_unverified_is_told_so_and_as_never_checked() -> None:
    assert section(told("show", "2012"), "AUTH") == AUTH
    assert section(told("show", "2012"), "EQ-0") == EQ_0
    assert "UNVERIFIED" not in told("show", "2024")
    assert "UNVERIFIED" in section(told("show", "2024", "--lang", "en"), "DEF-RESULT")
    rules = json.loads(told("show", "2012", "-O", "json"))["rules"]
    (layout,) = [rule for rule in rules if rule["name"] == "EQ-0"]
    assert (layout["certainty"], layout["checked_on"]) == ("UNVERIFIED", None)


def test_practice_is_marked_beside_the_paragraph_it_goes_beyond() -> None:
    text = told("show", "2024")
    assert text.splitlines()[2] == "Lagtext konsoliderad till och med 2026-04-27. Orden är våra, inte lagens."
    assert section(text, "DEF-4") == DEF_4
    assert "årets resultat med justering för förändring av resultatutjämningsreserven" in " ".join(
        section(text, "BKR-RUR").split()
    )
    rules = json.loads(told("show", "2024", "-O", "json", "--lang", "en"))["rules"]
    assert {rule["name"] for rule in rules if rule["practice"]} == {"BKR-RUR", "DEF-4"}


def test_the_rules_as_data() -> None:
    tree = json.loads(told("show", "2024", "-O", "json", "--lang", "en"))
    assert (tree["year"], tree["law"]) == (2024, {"version": "2026-04", "consolidated_to": "2026-04-27"})
    assert [rule["name"] for rule in tree["rules"]] == [rule.name for rule in rules_of(2024)]
    assert tree["rules"][1] == {
        "name": "BKR-2",
        "says": "The adjusted result, changed by allocation to and use of the result reserve.",
        "formula": {
            "text": "balance_requirement_result = result_after_adjustments − reserve_allocated + reserve_used",
            "target": "balance_requirement_result",
            "terms": [
                {
                    "sign": "+",
                    "key": "result_after_adjustments",
                    "label": "Result after balance requirement adjustments",
                },
                {"sign": "−", "key": "reserve_allocated", "label": "Allocation to the result reserve"},
                {"sign": "+", "key": "reserve_used", "label": "Use of the result reserve"},
            ],
        },
        "first_year": 2024,
        "last_year": 2033,
        "in_force_from": "2024-01-01",
        "citation": "LKBR (2018:597) 11:10",
        "sfs": "2023:643",
        "certainty": "S",
        "certainty_told": "the statute has been read (S)",
        "checked_on": "2026-04-27",
        "practice": "",
    }
    assert tree["rules"][3]["formula"] is None


def test_the_rules_as_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(told("show", "2014", "-O", "csv")), delimiter=";"))
    assert [row["name"] for row in rows] == [rule.name for rule in rules_of(2014)]
    assert rows[1]["formula"].endswith("= result_after_adjustments − reserve_allocated + reserve_used")
    assert rows[-1]["last_year"] == "2018"
    assert all(row["certainty_told"] and row["says"] for row in rows)


DIFF_2033 = """\
Differences between the rules of 2033 and 2034
══════════════════════════════════════════════

Changed
───────

BUD-4
  2033: Income must exceed cost. Exceptions: the result reserve or what is left of the equalisation
        reserve is used, or there are exceptional grounds. [KL (2017:725) 11:5, 2023:642 p. 4, as
        worded by SFS 2023:642, in force 2024-01-01]
  2034: Income must exceed cost. Exceptions: the result reserve is used, or there are exceptional
        grounds. [KL (2017:725) 11:5, as worded by SFS 2023:642, in force 2024-01-01]
"""
ARB_DIFF = """\
ÅRB-1 → ÅRB-2
  2018: Årets resultat utan realisationsvinster, med undantag, och utan orealiserade förluster i
        värdepapper. [KRL (1997:614) 4:3 a, lydelse enligt SFS 2012:799, i kraft 2013-01-01]
  2019: Årets resultat utan realisationsvinster, med undantag, och utan orealiserade vinster och
        förluster. [LKBR (2018:597) 11:10, i kraft 2019-01-01]
  Ny term: − Orealiserade vinster i värdepapper (unrealised_gains)
  Ny term: + Återföring av orealiserade vinster i värdepapper (unrealised_gains_reversed)"""
BKR_DIFF = """\
BKR-1
  Resultatet efter justeringar, ändrat med reservering till och användning av
  resultatutjämningsreserven.
  2018: KRL (1997:614) 4:3 a, lydelse enligt SFS 2012:799, i kraft 2013-01-01
  2019: LKBR (2018:597) 11:10, i kraft 2019-01-01"""


def test_what_changes_is_told_apart_from_what_only_moves() -> None:
    text = told("diff", "2018", "2019")
    assert section(text, "ÅRB-1 → ÅRB-2") == ARB_DIFF
    assert section(text, "BKR-1") == BKR_DIFF
    order = [text.index(f"\n\n{title}") for title in ("Ändrade", "Tillkomna", "Samma innehåll")]
    assert order == sorted(order)
    assert told("diff", "2033", "2034", "--lang", "en").startswith(DIFF_2033)


def test_backwards_a_term_is_taken_away_and_rules_end() -> None:
    text = told("diff", "2019", "2018")
    assert "Borttagen term: − Orealiserade vinster i värdepapper (unrealised_gains)" in text
    assert "\nUpphörda\n" in text
    assert "Tillkomna" not in text


def test_an_unverified_rule_is_told_so_where_it_changes_too() -> None:
    ended = section(told("diff", "2033", "2034"), "DEF-RESULT")
    assert " ".join(ended.split()).endswith("(ej kontrollerat mot lagtexten)")


def test_no_differences() -> None:
    assert told("diff", "2020", "2021").endswith("\n\nInga skillnader.\n")
    assert json.loads(told("diff", "2020", "2021", "-O", "json"))["changes"] == []
    assert told("diff", "2020", "2020", "-O", "csv").count("\n") == 1


def test_changes_as_data() -> None:
    tree = json.loads(told("diff", "2033", "2034", "-O", "json"))
    assert tree["years"] == [2033, 2034]
    kinds = [(change["kind"], (change["before"] or change["after"])["name"]) for change in tree["changes"]]
    assert kinds == [(each.kind, (each.before or each.after).name) for each in differences(2033, 2034)]
    assert kinds[:2] == [("moved", "BKR-2"), ("removed", "BKR-RUR")]
    assert tree["changes"][1]["after"] is None
    rows = list(csv.DictReader(io.StringIO(told("diff", "2033", "2034", "-O", "csv")), delimiter=";"))
    assert [row["kind"] for row in rows] == [kind for kind, _ in kinds]
    assert (rows[1]["before_name"], rows[1]["after_name"]) == ("BKR-RUR", "")


CALENDAR_2025 = """\
2024-10-31  DATE-PROPOSAL         KL (2017:725) 11:8    Styrelsen lägger fram budgetförslaget (vid särskilda skäl i \
november).
2024-11-30  DATE-BUDGET           KL (2017:725) 11:10   Fullmäktige beslutar budgeten.
2024-12-31  DATE-BUDGET-LATEST    KL (2017:725) 11:11   Sista dag för fullmäktiges budgetbeslut, vid särskilda skäl. \
(slutsats ur lagtexten eller god sed (I))
2025-06-30  DATE-INTERIM-FIRST    LKBR (2018:597) 13:1  Tidigaste slut på delårsrapportens period.
"""


def test_the_dates_of_a_year() -> None:
    text = told("calendar", "2025")
    assert text.startswith("Datum för räkenskapsåret 2025\n")
    assert CALENDAR_2025 in text
    assert "DATE-BUDGET" not in told("calendar", "2025", "--federation")
    assert "(inferred from the statute or good practice (I))" in told("calendar", "2010", "--lang", "en")


def test_the_dates_as_data() -> None:
    tree = json.loads(told("calendar", "2025", "-O", "json", "--lang", "en"))
    assert [each["date"] for each in tree["deadlines"]] == [each.date.isoformat() for each in calendar(2025)]
    assert tree["deadlines"][0] == {
        "date": "2024-10-31",
        "what": "The executive board lays the budget proposal (for special reasons in November).",
        "rule": "DATE-PROPOSAL",
        "citation": "KL (2017:725) 11:8",
        "sfs": "2019:835",
        "certainty": "S",
        "certainty_told": "the statute has been read (S)",
        "checked_on": "2026-04-27",
    }
    rows = list(csv.DictReader(io.StringIO(told("calendar", "2025", "-O", "csv", "--federation")), delimiter=";"))
    assert [row["date"] for row in rows] == [each.date.isoformat() for each in calendar(2025, federation=True)]


def test_a_file_instead_of_the_terminal(tmp_path: Path) -> None:
    out = tmp_path / "rules.json"
    assert told("show", "2024", "-O", "json", "-o", str(out)) == ""
    assert json.loads(out.read_text("utf-8"))["year"] == 2024


@pytest.mark.parametrize(
    "arguments", [("show", "1997"), ("show", "2061"), ("calendar", "1997"), ("diff", "1997", "2024")]
)
def test_years_that_the_balance_requirement_does_not_cover_are_refused(arguments: tuple[str, ...]) -> None:
    done = law(*arguments, "--lang", "en")
    wrong = next(year for year in arguments[1:] if year in ("1997", "2061"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"{wrong}: YEAR_OUT_OF_RANGE: {wrong} is outside 1998–2060. "
        "[KL (1991:900) 8:4-5]\n  remedy: Give a year from 1998 to 2060.\n"
    )


def test_every_year_out_of_range_is_told_and_as_data_too() -> None:
    done = law("diff", "1997", "2061", "-O", "json")
    assert done.returncode == 2
    assert [finding["place"] for finding in json.loads(done.stdout)["findings"]] == ["1997", "2061"]
    assert done.stderr.count(b"YEAR_OUT_OF_RANGE") == 2


@pytest.mark.parametrize(
    "arguments", [("show",), ("show", "i år"), ("diff", "2024"), ("diff", "2023", "2024", "2025"), ("shw", "2024"), ()]
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert law(*arguments).returncode == 3


@pytest.mark.parametrize("command", ["show", "diff", "calendar"])
def test_help_has_examples(command: str) -> None:
    assert f"  sifund law {command} 20" in told(command, "--help")
    assert f"sifund law {command}" in told("--help")


def test_every_year_is_told_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for language in ("sv", "en"):
            assert cli.main(["law", "show", str(year), "--lang", language]) == 0
            text = capsys.readouterr().out
            for rule in rules_of(year):
                part = section(text, rule.name)
                assert certainty_words(rule, language) in part
                assert not rule.citation or rule.citation.source.sfs in part
                assert not isinstance(rule, Formula) or f"({rule.target})" in part
                mark = "ej kontrollerat mot lagtexten" if language == "sv" else "UNVERIFIED"
                assert (rule.certainty is Certainty.UNVERIFIED) == (mark in part)
        for arguments in (["calendar", str(year)], ["diff", str(year), str(LAST_YEAR)]):
            assert cli.main(["law", *arguments, "-O", "csv"]) == 0
    assert capsys.readouterr().err == ""
