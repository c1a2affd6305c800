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
    assert "Skriv till exempel år=2014,kvar=56." in err
    assert "USAGE_MISSING" not in err


def test_what_a_deficit_lacks_is_named_and_not_the_option(empty):
    for place, given in (("", ""), ("[2]", "--opening-deficits year=2010,left=5")):
        _, _, err = empty(f"{OPENED} {given} --opening-deficits year=2011")
        assert f"--opening-deficits{place}: FIELD_MISSING: Underskottet saknar fältet ”kvar”." in err
        assert "till exempel kvar=56." in err
        assert "USAGE_MISSING" not in err


@pytest.mark.parametrize("none", ["inga", "ingen", "Inget", "none"])
def test_none_is_said_as_people_say_it(empty, none):
    assert empty(f"{OPENED} --opening-deficits {none}")[0] == ExitCode.DONE


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{OPENED} --opening-deficits year=2011", "till exempel kvar=56."),
        (f"{OPENED} --opening-deficits year=2011 --lang en", "for example left=56."),
        ("project grant ale.sifund N --plan Skola:x=1 --amount 1", "--plan Skola x: FIELD_UNREADABLE"),
        ("project grant ale.sifund N --participants y", "Skriv till exempel Skola:Elevhälsan."),
        ("programme contract --capital 1 --guarantee y --saved 1", "--guarantee: FIELD_UNREADABLE"),
        ("programme contract --capital 1 --guarantee y --saved 1", "Skriv till exempel 0.3."),
        ("programme needs --need A=x --frame 1", "--need.A: AMOUNT_UNREADABLE"),
        (
            "fund create ale.sifund f --policy orebro_strikt",
            "Menas orebro_strict? Alla som finns: sifund",
        ),
        ("fund create ale.sifund f --policy zzz", "”zzz” kan inte läsas som riktlinje."),
        ("fund create ale.sifund f --policy zzz", "Skriv till exempel tomelilla_earmark. Alla som finns:"),
    ],
)
def test_what_is_asked_for_is_written_as_it_is_typed(empty, line, said):
    _, _, err = empty(line)
    assert said in err
    assert " = " not in err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("audit ale.sifund --checkpoint z", "--checkpoint: CHECKPOINT_UNREADABLE"),
        ("audit ale.sifund --since z", "--since: CHECKPOINT_UNREADABLE"),
        ("audit ale.sifund --materiality z", "--materiality: AMOUNT_UNREADABLE"),
        ("verify ale.sifund --checkpoint z", "--checkpoint: CHECKPOINT_UNREADABLE"),
        ("programme show ale.sifund --day z", "--day: FIELD_UNREADABLE"),
        ("programme needs --need A=x --frame 1", "--need.A: AMOUNT_UNREADABLE"),
        ("programme contract --capital 1 --guarantee y --saved 1", "--guarantee: FIELD_UNREADABLE"),
        ("programme exclusion --cohort 5 --low 5 --high x", "--high: AMOUNT_UNREADABLE"),
        ("show ale.sifund decision z", "NAME: DECISION_UNREADABLE"),
        ("show ale.sifund fund f --table target --budget x=1", "--budget x: FIELD_UNREADABLE"),
        ("show ale.sifund project P --table deviation --board A --year 2014 --frame x", "--frame: AMOUNT_UNREADABLE"),
    ],
)
def test_a_value_that_cannot_be_read_is_wrong_usage_at_its_option(empty, line, told):
    status, out, err = empty(line)
    assert (status, out) == (ExitCode.USAGE, "")
    assert err.startswith(f"{told}:")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("programme needs --need A=1 --frame 1 --share 0.5", "--share: SHARES_DO_NOT_MAKE_ONE"),
        ("programme exclusion --cohort 5 --low 5 --high 1", "--low, --high: EXCLUSION_RANGE_REVERSED"),
    ],
)
def test_values_that_can_be_read_and_do_not_fit_are_refused(empty, line, told):
    status, out, err = empty(line)
    assert (status, out) == (ExitCode.REFUSED, "")
    assert err.startswith(f"{told}:")


def test_the_decisions_of_a_year_end_are_read_before_the_book_is(empty):
    (empty.folder / "f.toml").write_text('[[year]]\nyear = 2013\nnet_result = "1"\n', "ascii")
    for option, more in (("--decision", "--close"), ("--grounds-decision", "")):
        status, _, err = empty(f"year-end ale.sifund 2013 f.toml {more} {option} z")
        assert (status, err.startswith(f"{option}: DECISION_UNREADABLE")) == (ExitCode.USAGE, True)


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


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("log ale.sifund -o", "sifund log: USAGE_OPTION_VALUE"),
        ("fund set-aside ale.sifund social --amount", "sifund fund set-aside: USAGE_OPTION_VALUE"),
        ("audit ale.sifund --strict=x", "sifund audit: USAGE_OPTION_VALUE"),
        ("--version=x", "sifund: USAGE_OPTION_VALUE"),
    ],
)
def test_an_option_without_its_value_is_placed_at_its_command(empty, line, place):
    status, _, err = empty(line)
    assert status == ExitCode.USAGE
    assert err.startswith(place)
    assert f"{place.partition(':')[0]} --help" in err


@pytest.mark.parametrize("group", ["fund", "law", "export", "programme", ""])
def test_a_group_without_its_command_names_its_commands(empty, group):
    status, _, err = empty(f"{group} --lang en")
    assert status == ExitCode.USAGE
    wanted = {"fund": "set-aside", "law": "calendar", "export": "hledger", "programme": "needs", "": "year-end"}
    assert wanted[group] in err.partition("Choose one of these: ")[2]
