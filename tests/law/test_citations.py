"""What findings and rules cite: acts in force in the year, paragraphs that exist, and never a ruling's number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from sifund_ledger.catalogue import CODES
from sifund_ledger.citations import IN_FORCE_FROM, KL, KL_1991, KRL, LKBR, Citation
from sifund_ledger.findings import FindingCode, error
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.law import CONSOLIDATED_TO, RULES

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
CITING = [code for code in CODES if code.citation]
RULED = [rule for table in RULES for rule in table if rule.citation]
FILE_OF_1991 = "KL_1991_900_chapters_3_8_10_extract.md"
FILES = {KL.sfs: "KL_2017_725_state_2026-04-27.md", LKBR.sfs: "LKBR_2018_597_state_2026-04-27.md"}
_PARAGRAPH = re.compile(r"(\d+):(\d+(?: [a-z])?)(?:-(\d+))?")


@pytest.mark.parametrize("code", CITING, ids=lambda code: code.name)
def test_every_finding_cites_places_in_a_source(code: FindingCode) -> None:
    places = list(code.citation.places)
    assert places
    assert not re.search(r"\bR\d", str(code.citation))
    for place in places:
        if place.source.sfs and not place.within.startswith(", "):  # that is a transitional provision
            assert _PARAGRAPH.fullmatch(place.place)
        assert str(place) == str(place).strip()


@pytest.mark.parametrize("code", CITING, ids=lambda code: code.name)
def test_a_finding_of_a_year_cites_the_acts_in_force_in_it(code: FindingCode) -> None:
    for year in YEARS:
        for place in code.at(year=year).cites.places:
            if place.source.short == "KL" and code.name != "YEAR_OUT_OF_RANGE":
                assert place.source.sfs == ("1991:900" if year <= 2017 else "2017:725")
            elif place.source.short in ("KRL", "LKBR"):
                assert place.source is (KRL if year <= 2018 else LKBR)


@pytest.fixture(scope="module")
def statutes(shared_data: Path) -> Path:
    """The folder of the statutes' texts."""
    folder = shared_data / "statutes"
    if not folder.is_dir():
        pytest.skip("the statutes are not in ../shared/data/statutes")
    return folder


@pytest.fixture(scope="module")
def paragraphs(statutes: Path) -> dict[str, dict[str, str]]:
    """The paragraphs of the acts of today, by SFS number, as chapter:number, each with the act named last at its end.

    A paragraph that no act is named in has the wording of the act itself; a transitional provision stands under the
    act that has it, as ``2023:642 p. 3``.
    """
    return {sfs: _paragraphs((statutes / name).read_text("utf-8"), sfs) for sfs, name in FILES.items()}


def _paragraphs(text: str, sfs: str) -> dict[str, str]:
    found: dict[str, str] = {}
    chapter = place = provision_of = ""
    body, _, transitional = text.partition("\nÖvergångsbestämmelser")
    for before, line in pairwise(body.splitlines()):
        if heading := re.match(r"(\d+) kap\. +[A-ZÅÄÖ](?!ag \()", line):
            chapter = heading[1]
        elif not before.strip() and (start := re.match(r"(\d+(?: [a-z])?) § ", line)):
            place = f"{chapter}:{start[1]}"
            found[place] = sfs
        if place and (named := re.search(r"Lag \((\d{4}:\d+)\)\.$", line.rstrip())):
            found[place] = named[1]
    for line in transitional.splitlines():
        if act := re.fullmatch(r"\d{4}:\d+", line):
            provision_of = act[0]
        elif number := re.match(r"(\d+)\. ", line):
            found[f"{provision_of} p. {number[1]}"] = provision_of
    return found


def places_in(citation: Citation) -> list[str]:
    """The first and the last paragraph of a place in an act, or a provision with the act that has it."""
    if citation.place.startswith("p. "):
        return [f"{citation.amended_by} {citation.place}"]
    chapter, first, last = _PARAGRAPH.fullmatch(citation.place).groups()  # type: ignore[union-attr]
    return [f"{chapter}:{number}" for number in (first, last or first)]


def test_the_acts_are_read_as_they_are_printed(paragraphs: dict[str, dict[str, str]]) -> None:
    assert paragraphs[KL.sfs]["11:12"] == "2018:600"
    assert paragraphs[KL.sfs]["11:13"] == KL.sfs
    assert paragraphs[KL.sfs]["2023:642 p. 4"] == "2023:642"
    assert paragraphs[LKBR.sfs]["3:13"] == "2024:345"


def test_what_is_cited_exists_in_the_acts_of_today(paragraphs: dict[str, dict[str, str]]) -> None:
    cited: list[Citation] = [place for code in CITING for place in code.citation.places]
    cited += [place for rule in RULED for place in rule.places.places]
    for place in (each for each in cited if each.source.sfs in FILES):
        assert set(places_in(place)) <= set(paragraphs[place.source.sfs]), place


def test_a_rule_in_force_cites_the_act_named_last_in_its_paragraph(paragraphs: dict[str, dict[str, str]]) -> None:
    for rule in (rule for rule in RULED if rule.first_year <= CONSOLIDATED_TO.year <= (rule.last_year or LAST_YEAR)):
        for place in (each for each in rule.places.places if each.source.sfs in FILES):
            named = {paragraphs[place.source.sfs][each] for each in places_in(place)}
            assert place.sfs == max(named, key=lambda act: IN_FORCE_FROM[act]), (rule.name, place)


def test_the_act_of_an_older_wording_changed_the_paragraph_on_that_day(statutes: Path) -> None:
    listed = (statutes / FILE_OF_1991).read_text("utf-8").split("\n  - beteckning: ")[1:]
    changes = {act.split('"')[1]: act for act in listed if "ikraft_datum: " in act}
    places = {place for rule in RULED for place in rule.places.places if place.source is KL_1991 and place.amended_by}
    assert len(places) >= 10
    for place in places:
        act = changes[place.amended_by]
        assert f"ikraft_datum: {IN_FORCE_FROM[place.amended_by]}\n" in act
        if not place.place.startswith("p. "):
            assert set(places_in(place)) <= set(_changed_by(act)), place


def _changed_by(act: str) -> Iterator[str]:
    """The paragraphs that an act in the list of amendments changed or made, as chapter:number."""
    for chapter, numbers in re.findall(r"(\d+) kap\.? ((?:\d+(?: [a-z])?(?:, )?)+)", act):
        for number in re.findall(r"\d+(?: [a-z])?", numbers):
            yield f"{chapter}:{number}"


def test_every_act_cited_has_a_day_in_force() -> None:
    assert {rule.sfs for rule in RULED} <= set(IN_FORCE_FROM)


@pytest.mark.parametrize(
    ("newest", "by_year"),
    [
        (KL("11:12"), {2004: "KL (1991:900) 8:5", 2005: "KL (1991:900) 8:5 a", 2018: "KL (2017:725) 11:12"}),
        (KL("11:14"), {2009: "", 2012: "KL (1991:900), 2012:800 p. 2", 2013: "KL (1991:900) 8:3 d"}),
        (LKBR("11:10"), {2012: "", 2018: "KRL (1997:614) 4:3 a", 2019: "LKBR (2018:597) 11:10"}),
        (LKBR("4:4"), {2018: "", 2019: "LKBR (2018:597) 4:4"}),
        (KL("11:13") + LKBR("11:11"), {2018: "KL (2017:725) 11:13; KRL (1997:614) 4:4"}),
        (KL("5:1") + KL("13:5"), {2012: "KL (1991:900) 3:9, 10:6", 2024: "KL (2017:725) 5:1, 13:5"}),
        (KL_1991("8:4-5"), {1997: "KL (1991:900) 8:4-5"}),
    ],
)
def test_an_older_year_cites_the_older_act_where_its_text_is_known(newest, by_year) -> None:
    code = error("", "", cites=newest)
    assert {year: code.at(year=year).citation for year in by_year} == by_year


def test_a_day_counts_before_a_year_and_the_newest_act_without_either() -> None:
    code = error("", "", cites=LKBR("3:9"))
    assert code.at(on=date(2018, 12, 31), year=2019).citation == "KRL (1997:614) 2:4-5"
    assert code.at().citation == "LKBR (2018:597) 3:9"
    assert code.at(citation=KL("11:1"), year=2012).citation == "KL (2017:725) 11:1"


def test_what_is_not_verified_is_marked_in_the_reader_s_language() -> None:
    finding = error("fel", "fault", cites=KL_1991("3:9", verified=False)).at()
    assert finding.text("sv").endswith("[KL (1991:900) 3:9, ej kontrollerat mot lagtexten]")
    assert finding.text("en").endswith("[KL (1991:900) 3:9, UNVERIFIED]")
    assert finding.citation == "KL (1991:900) 3:9, UNVERIFIED"


def test_a_rule_that_is_not_verified_cites_a_place_that_is_not() -> None:
    for rule in RULED:
        assert rule.citation
        assert rule.citation.verified is (rule.certainty.value != "UNVERIFIED")
