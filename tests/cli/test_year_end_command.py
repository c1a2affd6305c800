"""``sifund year-end``: figures and SIE together, and what is told where they differ."""

from __future__ import annotations

import csv
import json
from hashlib import sha256

import pytest

from sifund_ledger import open_book
from sifund_ledger.book.log import postings_table
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.exchange.tables import tables_to_json

SIE = """\
#FLAGGA 0
#PROGRAM "Ekonomi" 1
#FORMAT PC8
#GEN 20140115
#SIETYP 1
#FNAMN "Ale"
#RAR 0 20130101 20131231
#KONTO 1930 "Bank"
#KONTO 2010 "Eget kapital"
#KONTO 5010 "Personal"
#KONTO 8010 "Kommunalskatt"
#KTYP 1930 T
#KTYP 2010 S
#KTYP 5010 K
#KTYP 8010 I
#IB 0 1930 100000000
#IB 0 2010 -100000000
#UB 0 1930 109999999.50
#UB 0 2010 -100000000
#RES 0 5010 690000000.50
#RES 0 8010 -700000000
"""
ROLES = '[accounts]\nequity = ["20*"]\ntaxes_and_grants = ["80*"]\nrealised_gains = []\nequalisation_reserve = []\n'
WITH_SIE = "--sie 2013.se --roles roles.toml"


@pytest.fixture
def year(console):
    """A book opened at the close of 2012, with the general ledger of 2013 beside it."""
    (console.folder / "2013.se").write_text(SIE, "ascii")
    (console.folder / "roles.toml").write_text(ROLES, encoding="utf-8")
    console.done("init ale.sifund --entity Ale")
    console.done(
        'equity open ale.sifund 2012 --amount 100 --unit mkr --opening-deficits inga --decision "KF 2013-04-22 § 1"'
    )
    return console


def figures(console, text: str, unit: str = "kr") -> None:
    (console.folder / "f.toml").write_text(f'unit = "{unit}"\n[[year]]\nyear = 2013\n{text}\n', encoding="utf-8")


def test_what_the_file_leaves_out_is_taken_from_the_ledger_to_the_ore(year):
    figures(year, 'pension_contingency = "7"', "mkr")
    year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE} --post")
    with open_book(year.folder / "ale.sifund") as book:
        (stated,) = (each.event for each in book.records() if each.event.kind == "figures_stated")
    assert dict(stated.figures)["net_result"] == 999_999_950
    assert dict(stated.figures)["taxes_and_grants"] == 70_000_000_000
    assert dict(stated.figures)["pension_contingency"] == 700_000_000


def test_what_is_stated_beats_what_is_proposed_and_the_difference_is_told_with_its_accounts(year):
    figures(year, 'net_result = "9 000 000"')
    status, out, err = year(f"year-end ale.sifund 2013 f.toml {WITH_SIE}")
    (told,) = (line for line in out.splitlines() if "FIGURE_DIFFERS_FROM_LEDGER" in line)
    assert status == ExitCode.DONE, err
    assert told.startswith("f.toml:4: year[2013].net_result:")
    plain = told.replace("\xa0", " ")
    for amount in ("9 000 000 kr", "9 999 999,50 kr", "−999 999,50 kr", "5010: 690 000 000,50; 8010: −700 000 000"):
        assert amount in plain
    assert "FIGURE_DIFFERS_FROM_LEDGER" in year(f"year-end ale.sifund 2013 f.toml {WITH_SIE} -O json")[2]
    assert year(f"year-end ale.sifund 2013 f.toml {WITH_SIE} --strict")[0] == ExitCode.FOUND


def test_a_figure_rounded_to_the_unit_of_the_file_is_a_note(year):
    figures(year, 'net_result = "10"', "mkr")
    out = year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE}")
    assert "FIGURE_ROUNDED" in out
    assert "FIGURE_DIFFERS_FROM_LEDGER" not in out


def test_a_zero_that_is_stated_is_held_against_the_ledger_too(year):
    roles = ROLES.replace("realised_gains = []", 'realised_gains = ["5010"]')
    (year.folder / "roles.toml").write_text(roles, encoding="utf-8")
    (year.folder / "2013.se").write_text(SIE.replace("690000000.50", "-5"), "ascii")
    for stated, told in (('realised_gains = "0"', True), ("", False)):
        figures(year, stated)
        out = year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE}")
        assert ("year[2013].realised_gains: FIGURE_DIFFERS_FROM_LEDGER" in out) is told


@pytest.mark.parametrize(
    ("language", "reserve"),
    [("sv", "2013, resultatutjämningsreserv"), ("en", "2013, equalisation reserve")],
)
def test_without_a_figures_file_what_is_found_is_told_by_year_and_figure(year, language, reserve):
    roles = ROLES.replace("equalisation_reserve = []", 'equalisation_reserve = ["2020"]')
    (year.folder / "roles.toml").write_text(roles, encoding="utf-8")
    (year.folder / "2013.se").write_text(f"{SIE}#IB 0 2020 -500\n#UB 0 2020 -500\n", "ascii")
    command = f"year-end ale.sifund 2013 {WITH_SIE} --lang {language}"
    _, out, err = year(command)
    told = [line.partition(": ")[::2] for line in err.splitlines() if not line.startswith(" ")]
    assert (reserve, "EQUITY_RESERVE_DIFFERS") in [(place, rest.partition(":")[0]) for place, rest in told]
    assert "year[" not in out + err
    found = json.loads(year(f"{command} -O json")[1])["findings"]
    assert "2013.reserves.equalisation_reserve" in [each["place"] for each in found]


def test_a_ledger_of_a_year_beyond_the_law_s_is_refused_at_the_year(year):
    (year.folder / "2065.se").write_text(SIE.replace("2013", "2065"), "ascii")
    status, _, err = year("year-end ale.sifund 2065 --sie 2065.se --roles roles.toml")
    assert (status, err.startswith("2065: YEAR_OUT_OF_RANGE")) == (ExitCode.USAGE, True)


def test_what_is_found_of_a_ledger_file_stands_at_that_file_though_it_has_the_name_of_a_year(year):
    (year.folder / "2013.se").write_text(SIE.replace('#PROGRAM "Ekonomi" 1\n', ""), "ascii")
    figures(year, 'net_result = "10"', "mkr")
    for named in ("f.toml ", ""):
        _, out, err = year(f"year-end ale.sifund 2013 {named}{WITH_SIE}")
        assert "\n2013.se: SIE_" in f"\n{out}{err}"


def test_nothing_is_taken_from_files_that_cover_a_part_of_the_year(year):
    part = SIE.replace("#GEN 20140115", "#GEN 20130905").replace(
        "#RAR 0 20130101 20131231", "#RAR 0 20130101 20131231\n#OMFATTN 20130831"
    )
    (year.folder / "2013.se").write_text(part, "ascii")
    figures(year, 'pension_contingency = "7"')
    status, _, err = year(f"year-end ale.sifund 2013 f.toml {WITH_SIE}")
    assert (status, "FIELD_MISSING" in err) == (ExitCode.USAGE, True)


def test_the_output_never_overwrites_a_file_that_was_read(year):
    figures(year, 'net_result = "10"', "mkr")
    for name in ("f.toml", "2013.se", "roles.toml"):
        before = (year.folder / name).read_bytes()
        assert year(f"year-end ale.sifund 2013 f.toml {WITH_SIE} -o {name}")[0] == ExitCode.USAGE
        assert (year.folder / name).read_bytes() == before


def test_a_draft_marks_what_would_be_refused(year):
    reserved = 'net_result = "30"\nreserve_allocated = "21"\ntaxes_and_grants = "1000"\n'
    figures(year, reserved + 'reserve_decision = "KF 2014-04-28 § 31"')
    assert year("year-end ale.sifund 2013 f.toml")[0] == ExitCode.REFUSED
    status, out, err = year("year-end ale.sifund 2013 f.toml --draft")
    assert status == ExitCode.FOUND
    assert any("Reservering" in line and "(*)" in line for line in out.splitlines())
    assert "RESERVE_ABOVE_RESULT_CEILING" in err
    assert year("year-end ale.sifund 2013 f.toml --draft --post")[0] == ExitCode.REFUSED


def test_posted_again_nothing_changes_and_changed_it_is_corrected_until_the_year_is_closed(year):
    figures(year, 'net_result = "10"', "mkr")
    year.done("year-end ale.sifund 2013 f.toml --post")
    with open_book(year.folder / "ale.sifund") as book:
        head = book.head
    assert "YEAR_END_RECORDED" in year.done("year-end ale.sifund 2013 f.toml --post")
    with open_book(year.folder / "ale.sifund") as book:
        assert book.head == head
    figures(year, 'net_result = "10.000001"', "mkr")
    assert "RESULT_CORRECTED" in year.done("year-end ale.sifund 2013 f.toml --post")
    year.done('year-end ale.sifund 2013 f.toml --post --close --decision "KF 2014-04-28 § 30"')
    with open_book(year.folder / "ale.sifund") as book:
        assert book.equity_note(2013).closing_ore == 11_000_000_100
        head = book.head
    figures(year, 'net_result = "10"', "mkr")
    status, _, err = year("year-end ale.sifund 2013 f.toml --post")
    assert (status, "YEAR_END_CLOSED" in err, "sifund correct ale.sifund" in err) == (ExitCode.REFUSED, True, True)
    with open_book(year.folder / "ale.sifund") as book:
        assert book.head == head


def test_the_book_says_how_far_a_year_has_come_and_what_comes_next(year, monkeypatch):
    figures(year, 'net_result = "10"', "mkr")
    for command, state, then in (
        ("year-end ale.sifund 2013 f.toml --post", "bokslut registrerat", "sifund hand-over ale.sifund 2013"),
        ("hand-over ale.sifund 2013", "överlämnat", "sifund close ale.sifund 2013"),
        ('reopen ale.sifund 2013 --decision "KS 2014-03-12 § 9"', "bokslut registrerat", "sifund hand-over ale.sifund"),
        ("hand-over ale.sifund 2013", "överlämnat", "sifund close ale.sifund 2013"),
        ('close ale.sifund 2013 --decision "KF 2014-04-28 § 30"', "godkänt och låst", "sifund fund create ale.sifund"),
    ):
        if "fund create" in then:
            then = "Därnäst: sifund"
        year.done(command)
        (shown,) = (line for line in year.done("show ale.sifund").splitlines() if line.startswith("2013"))
        assert f"  {state}  " in shown
        assert then in year.done("")
    assert "år återöppnat" in year.done("log ale.sifund --year 2013")
    assert "bokslut påbörjat" in year.done("log ale.sifund --kind påbörja_bokslut")
    status, _, err = year('reopen ale.sifund 2013 --decision "KF 2015-04-27 § 1"')
    assert (status, "PERIOD_BACKWARDS" in err, "sifund correct ale.sifund" in err) == (ExitCode.REFUSED, True, True)


def lines_of(console, command: str, *, code: str) -> list[tuple[str | None, ...]]:
    """The postings in a table that a command prints: account, debit and credit."""
    tables = json.loads(console.done(f"{command} -O json"))["tables"]
    rows = [row for table in tables if table["code"] == code for row in table["rows"]]
    return [tuple(row[name] for name in ("account", "debit", "credit")) for row in rows]


def test_what_is_printed_before_a_year_end_is_posted_is_what_it_records_line_by_line(year):
    figures(year, 'net_result = "-5"', "mkr")
    year.done("year-end ale.sifund 2013 f.toml --post")
    for result in ("-5.000001", "0", "7"):
        figures(year, f'net_result = "{result}"', "mkr")
        printed = lines_of(year, "year-end ale.sifund 2013 f.toml", code="proposed_postings")
        with open_book(year.folder / "ale.sifund") as book:
            before = book.head.seq
        drawn_up = year.done("year-end ale.sifund 2013 f.toml")
        page, _, receipt = year.done("year-end ale.sifund 2013 f.toml --post").partition("\n\nJournal (kr)\n")
        assert page.rstrip() == drawn_up.rstrip()
        assert "Bokslutets konteringar" in drawn_up
        with open_book(year.folder / "ale.sifund") as book:
            records = [*book.records(before)]
        assert [line.split()[0] for line in receipt.splitlines()[2:]] == [str(each.seq) for each in records]
        posted = postings_table(records)
        assert printed
        assert [line for line in printed if line[0]] == [
            tuple(row[name] for name in ("account", "debit", "credit"))
            for row in json.loads(tables_to_json([posted]))["tables"][0]["rows"]
        ]
        assert "Bokslutets konteringar" not in year.done("year-end ale.sifund 2013 f.toml")  # nothing is left to post


def test_a_page_without_a_place_for_it_is_followed_by_what_was_recorded(year):
    figures(year, 'net_result = "-5"', "mkr")
    for more in ("--texts", "--tie-out", "-O html -o page.html", "--draft"):
        assert "Journal" not in "".join(year(f"year-end ale.sifund 2013 f.toml {more}")[1:])
    results = iter("4321")
    for more in ("--texts", "--tie-out", "-O html -o page.html --force", "-O docx -o page.docx"):
        figures(year, f'net_result = "-{next(results)}"', "mkr")
        status, out, err = year(f"year-end ale.sifund 2013 f.toml --post {more}")
        assert (status, "Journal" in out, "årets resultat " in err.partition("Journal (kr)")[2]) == (0, False, True)
    assert "Journal" not in "".join(year("year-end ale.sifund 2013 f.toml --post --texts")[1:])  # nothing is recorded


def test_grounds_that_are_not_given_again_are_said_to_fall_in_every_form_of_the_year_end(year):
    kf, policy = '--decision "KF 2014-04-28 § 31"', "--policy tomelilla_earmark"
    year.done(f"fund create ale.sifund social {policy} {kf}")
    year.done(f"fund open ale.sifund social --amount 10 --unit mkr --year 2013 {kf}")
    year.done(f"fund use ale.sifund social --amount 5 --unit mkr --year 2013 {kf}")
    figures(year, 'net_result = "-5"', "mkr")
    grounds = '--grounds-decision "KF 2014-04-28 § 32"'
    year.done(f"year-end ale.sifund 2013 f.toml {grounds} --post")
    for more in ("", "--texts", "--tie-out", "-O json"):
        line = f"year-end ale.sifund 2013 f.toml {more}"
        told = "".join(year(line)[1:])
        assert "GROUNDS_FALL" in told, more
        assert "--grounds-decision" in told
        assert "GROUNDS_FALL" not in "".join(year(f"{line} {grounds}")[1:])


def test_the_log_has_a_loss_with_its_sign_and_what_takes_back_a_result(year):
    for result in ("-5", "10", "-7"):
        figures(year, f'net_result = "{result}"', "mkr")
        year.done("year-end ale.sifund 2013 f.toml --post")
    year.done('equity adjust ale.sifund 2013 --amount -2 --unit mkr --reason Princip --decision "KF 2014-04-28 § 31"')
    year.done("equity result ale.sifund 2014 --amount 1 --unit mkr")
    rows = csv.DictReader(year.done("log ale.sifund -O csv --lang en").splitlines())
    moved = [row["Amount"] for row in rows if row["Amount"]]
    mkr = ["100", "-5", "5", "10", "-10", "-7", "-2", "-7", "1"]
    assert moved == [f"{mkr[0]}000000.00", "0.00", *(f"{each}000000.00" for each in mkr[1:])]  # no opening deficits
    assert "  −7 000 000  " in year.done("log ale.sifund --kind registrera_resultat").replace("\xa0", " ")


def test_drafts_are_in_the_words_of_the_municipality_and_record_nothing(year):
    figures(year, 'net_result = "-5"', "mkr")
    (year.folder / "ord.toml").write_text(
        'approve = "att lägga {year} års bokslut, {result}, till handlingarna,"\n', "utf-8"
    )
    before = (year.folder / "ale.sifund").read_bytes()
    out = year.done("year-end ale.sifund 2013 f.toml --texts --templates ord.toml")
    assert "att lägga 2013 års bokslut, −5 mkr, till handlingarna," in out
    assert "2014: åtgärd …, belopp …, ansvarig …" in out
    assert (year.folder / "ale.sifund").read_bytes() == before
    (year.folder / "ord.toml").write_text('approve = "att …,"\n\nleft = "{kommun}"\n', "utf-8")
    status, _, err = year("year-end ale.sifund 2013 f.toml --texts --templates ord.toml")
    assert status == ExitCode.USAGE
    assert "ord.toml:3: left: TEMPLATE_FIELD_UNKNOWN" in err


def test_the_tie_out_page_has_each_figure_wherever_it_stands_and_its_difference(year):
    figures(year, 'net_result = "10"', "mkr")
    page = year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE} --tie-out --inhabitants 1000").replace("\xa0", " ")
    rows = {line.partition("  ")[0]: line for line in page.splitlines()}
    assert "10 000 000,00" in rows["Årets resultat"]
    assert "9 999 999,50" in rows["Årets resultat"]
    assert "−0,50" in rows["Årets resultat"]
    assert "5010: 690 000 000,50" in rows["Årets resultat"]
    assert "______" in rows["Utgående eget kapital"]
    assert "N03139" in page
    as_data = json.loads(year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE} --tie-out --inhabitants 1000 -O json"))
    told = json.dumps(as_data, ensure_ascii=False)
    assert all(code in told for code in ("N03139", "N03152", "N03153", "N03075", "net_result", "closing_equity"))
    in_csv = year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE} --tie-out -O csv")
    assert "5010" in in_csv
    assert "Kronor per invånare" in in_csv


def test_R47_a_difference_from_the_ledger_keeps_a_year_from_closing_unless_a_reason_is_recorded(year):
    figures(year, 'net_result = "10"', "mkr")
    before = (year.folder / "ale.sifund").read_bytes()
    closing = f'year-end ale.sifund 2013 f.toml {WITH_SIE} --post --close --decision "KF 2014-04-28 § 30"'
    status, _, err = year(closing)
    assert status == ExitCode.REFUSED
    assert "year[2013].net_result: CLOSE_DIFFERS" in err
    assert "2013.closing_equity: CLOSE_DIFFERS" in err.replace("year[2013]", "2013")
    assert "opening_equity" not in err
    assert (year.folder / "ale.sifund").read_bytes() == before
    out = year.done(f'{closing} --reason "Avrundat till hela miljoner"')
    assert "CLOSE_DIFFERS" in out
    assert "NEVER_COMPARED" not in out
    assert "CLOSED_DIFFERING" in year("show ale.sifund year 2013")[2]
    with open_book(year.folder / "ale.sifund") as book:
        assert book.closed_through == 2013
        assert (
            next(each.note.text for each in reversed([*book.records()]) if each.note) == "Avrundat till hela miljoner"
        )


def test_R47_what_agrees_with_the_ledger_closes(year):
    figures(year, 'pension_contingency = "7"')
    year.done(f'year-end ale.sifund 2013 f.toml {WITH_SIE} --post --close --decision "KF 2014-04-28 § 30"')


def kinds(console) -> list[str]:
    with open_book(console.folder / "ale.sifund") as book:
        return [record.event.kind for record in book.records()]


def test_R47_what_a_ledger_was_held_against_is_recorded_once_and_holds_the_plain_close_too(year):
    figures(year, 'net_result = "10"', "mkr")
    for _ in range(2):
        year.done(f"year-end ale.sifund 2013 f.toml {WITH_SIE} --post")
    assert kinds(year).count("year_compared") == 1
    with open_book(year.folder / "ale.sifund") as book:
        (event,) = (record.event for record in book.records() if record.event.kind == "year_compared")
    assert (event.document, event.digest) == ("2013.se", sha256(SIE.encode("ascii")).hexdigest())
    assert ("opening_equity", 10_000_000_000, 10_000_000_000) in event.amounts
    assert ("net_result", 1_000_000_000, 999_999_950) in event.amounts
    status, _, err = year('close ale.sifund 2013 --decision "KF 2014-04-28 § 30"')
    assert (status, "2013, årets resultat: CLOSE_DIFFERS" in err) == (ExitCode.REFUSED, True)
    assert "i huvudboken (2013.se)" in err
    year.done('close ale.sifund 2013 --decision "KF 2014-04-28 § 30" --reason "Avrundat till hela miljoner"')


def test_R47_a_year_closed_without_the_ledger_says_so_until_it_is_held_against_it(year):
    figures(year, 'pension_contingency = "7"\nnet_result = "9 999 999,50"\ntaxes_and_grants = "700 000 000"')
    year.done("year-end ale.sifund 2013 f.toml --post")
    status, _, err = year('close ale.sifund 2013 --decision "KF 2014-04-28 § 30"')
    assert status == ExitCode.DONE
    assert "NEVER_COMPARED" in err
    assert "sifund year-end ale.sifund … --sie … --roles … --compare" in err
    assert "stängt med varning" in year.done("log ale.sifund --year 2013")
    assert "NEVER_COMPARED" in year("show ale.sifund year 2013")[2]
    page = year.done(f"year-end ale.sifund 2013 {WITH_SIE} --compare").replace("\xa0", " ")
    assert kinds(year)[-1] == "year_compared"
    (row,) = (line for line in page.splitlines() if line.startswith("Utgående eget kapital"))
    assert row.split("  ")[-1] == "______"
    assert row.count("109 999 999,50") == 2
    assert f"Huvudboken 2013: 2013.se (SHA-256 {sha256(SIE.encode('ascii')).hexdigest()}), post" in page
    assert year.done("show ale.sifund year 2013 --table tie-out").replace("\xa0", " ") == page
    head = kinds(year)
    year.done(f"year-end ale.sifund 2013 {WITH_SIE} --compare")
    assert kinds(year) == head
    assert "NEVER_COMPARED" not in year("show ale.sifund year 2013")[2]


def test_a_year_is_not_closed_with_other_figures_than_those_that_are_printed(year):
    figures(year, 'net_result = "10"', "mkr")
    closing = 'year-end ale.sifund 2013 f.toml --close --decision "KF 2014-04-28 § 30"'
    before = kinds(year)
    status, _, err = year(closing)
    assert (status, "CLOSE_UNPOSTED" in err, "sifund close ale.sifund" in err) == (ExitCode.REFUSED, True, True)
    assert kinds(year) == before
    year.done("year-end ale.sifund 2013 f.toml --post")
    year.done(closing)


def test_what_is_posted_and_closed_in_one_line_is_both_or_neither(year):
    figures(year, 'net_result = "10"', "mkr")
    before = (year.folder / "ale.sifund").read_bytes()
    status, _, err = year('year-end ale.sifund 2013 f.toml --post --close --decision "KS 2014-04-02 § 9"')
    assert (status, "DECISION_WITHOUT_AUTHORITY" in err) == (ExitCode.REFUSED, True)
    assert (year.folder / "ale.sifund").read_bytes() == before


def test_what_is_printed_names_remedies_as_commands_to_type(year):
    (year.folder / "g.toml").write_text('unit = "mkr"\n[[year]]\nyear = 2016\nnet_result = "1"\n', "utf-8")
    _, out, err = year("year-end ale.sifund 2016 g.toml")
    assert "sifund equity result ale.sifund" in out
    assert "book." not in out + err


def test_R47_a_report_that_is_not_approved_is_seen_wherever_its_year_is(year):
    figures(year, 'net_result = "10"', "mkr")
    year.done("year-end ale.sifund 2013 f.toml --post")
    status, _, err = year('year-end ale.sifund 2013 f.toml --decision "KF 2014-04-28 § 30" --refused')
    assert status == ExitCode.USAGE
    assert "--close" in err
    year.done('year-end ale.sifund 2013 f.toml --close --decision "KF 2014-04-28 § 30" --refused')
    what = "Fullmäktige har inte godkänt årsredovisningen"
    assert f"{what} för 2013." in year.done("")
    assert "inte godkänt, låst" in year.done("list ale.sifund years --lang sv")
    status, _, err = year("show ale.sifund year 2013 --lang sv")
    assert (status, f"{what} för 2013 (KF 2014-04-28 § 30). Året är låst." in err) == (ExitCode.DONE, True)
    assert f"{what} (KF 2014-04-28 § 30)." in year.done("show ale.sifund year 2013 --table tie-out --lang sv")
    assert what in year("year-end ale.sifund 2013 f.toml --tie-out --lang sv")[2]
    assert "årsredovisningen inte godkänd" in year.done("log ale.sifund --lang sv")
    assert "annual report not approved" in year.done('show ale.sifund decision "KF 2014-04-28 § 30" --lang en')


def test_R47_an_events_file_records_that_a_report_was_not_approved(year):
    year.done("equity result ale.sifund 2013 --amount 10 --unit mkr")
    (year.folder / "e.toml").write_text(
        'beslut = "KF 2014-04-28 § 30"\n[[händelse]]\ngör = "stäng_år"\når = 2013\ninte_godkänd = true\n', "utf-8"
    )
    year.done("post ale.sifund e.toml")
    assert "not approved, locked" in year.done("list ale.sifund years --lang en")


def test_an_empty_decision_closes_nothing_and_is_said_to_be_unreadable(year):
    figures(year, 'net_result = "10"', "mkr")
    year.done("year-end ale.sifund 2013 f.toml --post")
    status, _, err = year('year-end ale.sifund 2013 f.toml --close --decision ""')
    assert (status, "DECISION_UNREADABLE" in err) == (ExitCode.USAGE, True)


def test_a_year_that_has_not_ended_has_an_interim_report_next(console):
    from datetime import date

    from sifund_ledger.cli.book.state import state_text

    console.done("init ale.sifund --entity Ale")
    assert "sifund equity open ale.sifund ÅR --amount" in console.done("")
    console.done('equity open ale.sifund 2012 --amount 1 --opening-deficits inga --decision "KF 2013-04-22 § 1"')
    console.done('fund create ale.sifund social --policy tomelilla_earmark --decision "KF 2013-04-22 § 1"')
    with open_book("ale.sifund") as book:
        texts = [state_text(book, "ale.sifund", "sv", today=date(year, 6, 1)) for year in (2013, 2014)]
    assert [text.splitlines()[-1].partition(": ")[2] for text in texts] == [
        "sifund interim ale.sifund 2013 uppgifter.toml", "sifund year-end ale.sifund 2013 uppgifter.toml",
    ]  # fmt: skip
