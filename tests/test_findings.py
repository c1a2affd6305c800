"""Findings: one occurrence of a code, told in two languages, with place, paragraph and remedy."""

import json
import pickle
import string
from copy import deepcopy

import pytest

from sifund_ledger.catalogue import CODES
from sifund_ledger.citations import KL, LKBR
from sifund_ledger.exchange.statements.statement_json import findings_to_json
from sifund_ledger.findings import Bilingual, FindingCode, Severity, record_place

CODE = FindingCode(
    "FUND_UNKNOWN",
    Severity.WARNING,
    en="There is no fund {fund}.",
    sv="Det finns ingen fond {fund}.",
    remedy_en="Make {fund} first.",
    remedy_sv="Skapa {fund} först.",
    citation=KL("11:1"),
)


def test_an_occurrence_is_filled_in_and_told_in_both_languages():
    finding = CODE.at("set_aside", fund="social")
    assert finding.text() == str(finding)
    assert (
        finding.text()
        == "set_aside: FUND_UNKNOWN: There is no fund social. [KL (2017:725) 11:1]\n  remedy: Make social first."
    )
    assert (
        finding.text("sv")
        == "set_aside: FUND_UNKNOWN: Det finns ingen fond social. [KL (2017:725) 11:1]\n  åtgärd: Skapa social först."
    )
    assert finding.in_language("sv") == ("Det finns ingen fond social.", "Skapa social först.")


def test_a_record_is_a_place_in_the_language_and_one_place_as_data():
    found = CODE.at(record_place(62), fund="a")
    assert (found.place, found.text("sv").partition(":")[0], found.text("en").partition(":")[0]) == (
        "post 62", "post 62", "record 62",
    )  # fmt: skip
    assert json.loads(findings_to_json([found], language="en"))["findings"][0]["place"] == "post 62"
    assert pickle.loads(pickle.dumps(found)).text("en") == deepcopy(found).text("en") == found.text("en")
    assert found.at_place(record_place(62).behind("f.toml:4: ")).placed("en") == "f.toml:4: record 62"


def test_severity_and_paragraph_may_be_another():
    finding = CODE.at(fund="social", severity=Severity.ERROR, citation=LKBR("3:9"))
    assert (finding.severity, finding.citation, finding.place) == (Severity.ERROR, "LKBR (2018:597) 3:9", "")
    assert finding.text().startswith("FUND_UNKNOWN: ")


def test_the_least_there_can_be_of_one():
    bare = FindingCode("X", Severity.NOTE, en="Something.", sv="Något.").at()
    assert (bare.text("sv"), bare.text()) == ("X: Något.", "X: Something.")


def test_are_values():
    assert CODE.at("a", fund="b") == CODE.at("a", fund="b")
    assert len({CODE.at("a", fund="b"), CODE.at("a", fund="b"), CODE.at("a", fund="c")}) == 2


def test_what_stands_in_a_name_is_not_filled_in_again():
    assert CODE.at(fund="{fund!r} {0}").message == "There is no fund {fund!r} {0}."


ENGINES_OWN_WORDS = {"RECORD_UNDECODABLE": {"fault"}, "GUARD_REFUSED": {"reason"}}
"""What Python and SQLite say of a fault: it is English, and stands in English texts alone."""


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_says_the_same_in_both_languages(code):
    def asked(text):
        return {name.split("!")[0] for _, name, _, _ in string.Formatter().parse(text) if name}

    assert code.en.strip()
    assert code.sv.strip()
    assert bool(code.remedy_en) == bool(code.remedy_sv)
    assert asked(code.en) - asked(code.sv) == ENGINES_OWN_WORDS.get(code.name, set())
    assert asked(code.sv) <= asked(code.en)


def test_no_two_codes_share_a_name():
    names = [code.name for code in CODES]
    assert len(names) == len(set(names))
    assert all(name == name.upper() for name in names)


def test_what_has_words_of_its_own_is_quoted_in_the_language():
    code = FindingCode("X", Severity.NOTE, en="No {what!r}.", sv="Inget {what!r}.")
    finding = code.at(what=Bilingual("beslut", "decision"))
    assert (finding.message, finding.message_sv) == ("No “decision”.", "Inget ”beslut”.")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Navigator", "Navigator: X: planen saknas."),
        ("Navigator, Skola", "Navigator, Skola: X: planen saknas."),
        ("Navigator 2013", "Navigator 2013: X: planen saknas."),
        ("Navigatorn", "Navigatorn: X: Navigator: planen saknas."),
        ("file.toml:3", "file.toml:3: X: Navigator: planen saknas."),
        ("", "X: Navigator: planen saknas."),
    ],
)
def test_a_line_says_once_what_it_is_about(place, text):
    code = FindingCode("X", Severity.NOTE, "{project}: no plan.", "{project}: planen saknas.")
    found = code.at(place, project="Navigator")
    assert found.text("sv") == text
    assert found.message_sv == "Navigator: planen saknas.", "where it stands alone, as in a report, it says so itself"
