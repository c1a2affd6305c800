"""Every refusal, warning and note can be had: its reproduction runs and gives it, told in full in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sifund_ledger.catalogue import CODES
from sifund_ledger.explain import FOLDER, Reproduction, reproduction_of, reproductions
from sifund_ledger.findings import Severity

REPRODUCTIONS = {each.code: each for each in reproductions()}
_UNFILLED = re.compile(r"\{\w*(?:![rsa])?(?::[^}]*)?\}")
_SHAPE = """
tests/findings/{file} is missing. Write the smallest realistic thing that gives {code}:

    \"\"\"<In one sentence: when a user meets it.>

    sv: <The same in Swedish.>
    \"\"\"

    from sifund_ledger import ...


    def reproduce():  # or reproduce(folder: Path), for files
        <let the library refuse, or return findings, or what has .findings>

tests/findings/situations.py has a small book to begin from.
"""


@pytest.mark.parametrize("code", [code.name for code in CODES])
def test_every_code_has_a_reproduction(code: str) -> None:
    assert code in REPRODUCTIONS, _SHAPE.format(file=f"{code.lower()}.py", code=code)


@pytest.mark.parametrize("code", REPRODUCTIONS)
def test_every_reproduction_has_a_code(code: str) -> None:
    file = REPRODUCTIONS[code].path.name
    assert code in {each.name for each in CODES}, f"the catalogue has no {code}: delete tests/findings/{file}"


@pytest.mark.parametrize("each", REPRODUCTIONS.values(), ids=list(REPRODUCTIONS))
def test_a_reproduction_gives_its_finding(each: Reproduction, tmp_path: Path) -> None:
    found = [finding for finding in each.run(tmp_path) if finding.code == each.code]
    assert found, f"{each.path.name} does not give {each.code}"
    for finding in found:
        message, remedy = finding.in_language("en")
        message_sv, remedy_sv = finding.message_sv, finding.remedy_sv
        assert finding.place
        assert message
        assert message_sv
        assert message_sv != message
        if finding.severity is not Severity.NOTE:
            assert remedy
            assert remedy_sv
        assert not remedy or remedy_sv != remedy
        assert not _UNFILLED.search(finding.text("en") + finding.text("sv"))
        for language in ("sv", "en"):
            name, _, _ = finding.in_language(language)[0].partition(": ")
            assert f"{finding.code}: {name}: " not in finding.text(language) or name not in finding.place


@pytest.mark.parametrize("each", REPRODUCTIONS.values(), ids=list(REPRODUCTIONS))
def test_a_reproduction_says_when_and_is_short(each: Reproduction) -> None:
    for sentence in each.meaning:
        assert sentence.endswith((".", ".”", '."'))
        assert "\n" not in sentence
    assert len(each.source.splitlines()) <= 30


def test_a_reproduction_can_be_read_by_itself() -> None:
    known = reproduction_of("FUND_UNKNOWN")
    assert known.meaning.en
    assert known.meaning.en not in known.source
    assert "def reproduce(" in known.source
    assert known.path.parent == FOLDER
