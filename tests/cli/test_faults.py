"""What is typed wrong is told in the language asked for, and as data where that is asked for."""

from __future__ import annotations

import json

import pytest

from sifund_ledger import cli


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("law", ""),
        ("lw", "sifund: USAGE_COMMAND_UNKNOWN: Det finns inget kommando ”lw”.\n  åtgärd: Välj ett av dessa: law."),
        ("law x --lang en", "sifund law: USAGE_COMMAND_UNKNOWN: There is no command “x”."),
        ("law show", "sifund law show: USAGE_MISSING: YEAR måste anges."),
        ("export sie b 2013 --lang=en", "sifund export sie: USAGE_MISSING: --register must be given."),
        ("law show x", "sifund law show: USAGE_VALUE: YEAR ska vara ett heltal."),
        ("export sie b 1900", "USAGE_VALUE: YEAR ska vara ett heltal från 1998 till 2060."),
        ("import xml f --lang en", "sifund import: USAGE_VALUE: KIND must be one of sie, csv."),
        ("law show 2013 1 2", "sifund law show: USAGE_TOO_MUCH: Kommandot tar inte emot 1 2."),
        ("law show 2013 --strikt", "Det finns inget alternativ --strikt.\n  åtgärd: Välj ett av dessa: --strict."),
        ("law show 2013 -o", "USAGE_OPTION_VALUE: Alternativet -o måste ha ett värde."),
        ("law show 2013 --strict=1", "USAGE_OPTION_VALUE: Alternativet --strict tar inget värde."),
        ("law diff 2013", "USAGE_UNREADABLE: Kommandot kan inte tolkas.\n"),
        ("balance-requirement -", "FORMAT_MISSING: "),
    ],
)  # fmt: skip
def test_what_is_typed_wrong(line: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(line.split()) == 3
    assert told in capsys.readouterr().err


def test_wrong_usage_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["law", "show", "x", "-O", "json"]) == 3
    printed = capsys.readouterr()
    (finding,) = json.loads(printed.out)["findings"]
    assert (finding["code"], finding["message"]) == ("USAGE_VALUE", "YEAR ska vara ett heltal.")
    assert "USAGE_VALUE" in printed.err


def test_everything_that_is_missing_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "sie", "ale.sifund", "--lang", "en", "--register", "r.txt"]) == 3
    told = capsys.readouterr().err
    assert [line.split(": ")[2] for line in told.splitlines()[::2]] == [
        "YEAR must be given.",
        "--mapping must be given.",
    ]
