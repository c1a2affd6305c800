"""``sifund explain``: a finding in full, the list of all, and what is near a code that there is not."""

from __future__ import annotations

import json

import pytest

from sifund_ledger import cli
from sifund_ledger.catalogue import CODES, CODES_BY_ROOM


def test_a_finding_is_explained_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "FUND_UNKNOWN"]) == 0
    head, meaning, finding, title, source = capsys.readouterr().out.split("\n\n", 4)
    assert head == "FUND_UNKNOWN: fel (sifund_ledger.funds.state)"
    assert meaning == "En fond anges som inte är inrättad, eller som är stavad på annat sätt."
    assert finding.startswith("sociala: FUND_UNKNOWN: Det finns ingen fond som heter ”sociala”.\n  åtgärd: ")
    assert title == "Exempel i Python:"
    assert source.startswith("from situations import")
    assert "def reproduce():" in source


def test_a_finding_is_explained_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "deficit-due", "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(
        "DEFICIT_DUE: warning (sifund_ledger.balance.deficits)\n\nA deficit of 2011 is not restored in 2014"
    )
    assert "\n  remedy: " in printed
    assert "\n\nExample in Python:\n\n" in printed


def test_a_place_names_no_folder_of_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "DEMO_FOLDER_IN_THE_WAY"]) == 0
    assert "\nnotes.txt: DEMO_FOLDER_IN_THE_WAY: notes.txt är ingen mapp" in capsys.readouterr().out


def test_a_finding_is_explained_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "FUND_UNKNOWN", "-O", "json", "--lang", "en"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert (tree["code"], tree["severity"], tree["room"]) == ("FUND_UNKNOWN", "error", "funds.state")
    assert tree["meaning"].startswith("A fund is named")
    assert [finding["place"] for finding in tree["findings"]] == ["sociala"]
    assert "def reproduce():" in tree["example"]


def test_a_check_of_an_audit_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "authority"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("authority: Beslutanderätt (strikt) [KL (2017:725) 5:1-2]\n\nVarje beslut är fattat av ")
    assert "\n  fel        DECISION_WITHOUT_AUTHORITY\n" in printed
    assert cli.main(["explain", "decided-again", "-O", "json", "--lang", "en"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert (tree["check"], tree["tier"], "claim_raised_by_move" in tree["faults"]) == ("decided_again", "strict", True)


def test_every_code_is_listed_by_room(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        f"sifund_ledger.{room}" for room in CODES_BY_ROOM
    ]
    assert [line.split() for line in lines if line.endswith(" DEFICIT_DUE")] == [["varning", "DEFICIT_DUE"]]
    assert cli.main(["explain", "-O", "json"]) == 0
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["codes"]] == [code.name for code in CODES]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["FUND_UNKOWN"], "CODE_UNKNOWN: Det finns ingen kod ”FUND_UNKOWN”.\n  åtgärd: Menade du FUND_UNKNOWN"),
        (["FUND_UNKOWN", "--lang", "en"], "There is no code “FUND_UNKOWN”.\n  remedy: Did you mean FUND_UNKNOWN"),
        (["42"], "CODE_UNLIKE_ALL: Ingen kod liknar ”42”.\n  åtgärd: Visa alla koder: sifund explain."),
    ],
)
def test_an_unknown_code_is_wrong_usage(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", *arguments]) == 3
    assert told in capsys.readouterr().err
