"""Each of the systems S1 to S31 has one file named after it that does it from Python and without it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NAMED = ("d12", "d13", "d15", "d16", "d17", "d20", "d21")
"""The worked examples that the programme carries out under their names."""


@pytest.mark.parametrize("number", range(1, 32))
def test_a_system_has_a_file_of_its_own(number):
    (path,) = HERE.glob(f"test_s{number}_*.py")
    text = path.read_text(encoding="utf-8")
    assert re.match(rf'"""S{number}\b', text)
    assert re.search(r"^from (console|two_roads) import|cli\.program import run", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", NAMED)
def test_a_worked_example_is_a_test_under_its_name(name):
    texts = (path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    assert any(re.search(rf"^def test_{name}(_|\()", text, flags=re.MULTILINE) for text in texts)
