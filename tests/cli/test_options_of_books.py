"""Options of a book's commands that say nothing, or say it twice."""

from __future__ import annotations

import pytest

from sifund_ledger.cli.exit_codes import ExitCode

OPENED = 'equity open ale.sifund 2012 --amount 100 --decision "KF 2013-04-22 § 1" --dry-run'


@pytest.fixture
def empty(console):
    console.done("init ale.sifund --entity Ale")
    return console


@pytest.mark.parametrize("given", ["", "[]", "nothing"])
def test_deficits_that_say_nothing_are_no_deficits_of_none(empty, given):
    status, _, err = empty(f"{OPENED} --opening-deficits '{given}'")
    assert status == ExitCode.USAGE
    assert err.count("FIELD_UNREADABLE") == 1
    assert 'Skriv till exempel { år = 2014, kvar = "56" }.' in err
    assert "USAGE_MISSING" not in err


def test_what_a_deficit_lacks_is_named_and_not_the_option(empty):
    _, _, err = empty(f"{OPENED} --opening-deficits year=2011")
    assert "--opening-deficits[1].left: FIELD_MISSING: Underskottet saknar fältet ”kvar”." in err
    assert "USAGE_MISSING" not in err


def test_the_help_says_how_none_are_given(empty):
    assert "--opening-deficits DEFICIT_LIST" in empty.done("equity open --help --lang sv")
    assert "eller inga" in " ".join(empty.done("equity open --help --lang sv").split())


@pytest.mark.parametrize("line", [
    f"{OPENED} --amount 5",
    f"{OPENED} --unit mkr --unit kr",
    f"{OPENED} --actor A --actor=B",
    'year-end ale.sifund 2012 --close --decision "KF 2013-04-22 § 1" --decision "KF 2013-04-22 § 2"',
    "log ale.sifund --lang sv --lang sv",
    "log ale.sifund -O text -Otext",
    "project join ale.sifund X --participant A --participant B --day 2014-01-01",
])  # fmt: skip
def test_an_option_of_one_value_is_not_given_twice(empty, line):
    status, out, err = empty(line)
    assert (status, out) == (ExitCode.USAGE, "")
    assert "USAGE_OPTION_TWICE" in err
