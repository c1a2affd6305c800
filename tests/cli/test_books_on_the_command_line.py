"""A book from nothing to a closed year, with ``sifund`` alone; and what it does when something is wrong."""

from __future__ import annotations

import inspect
import json
import re
import shutil
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sifund_ledger import Book
from sifund_ledger.book.commands import all_commands
from sifund_ledger.cli.book.looking import _TABLES
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import OF_BOOKS, run
from sifund_ledger.exchange import parse_events, parse_figures
from sifund_ledger.store.opening import open_book
from sifund_ledger.table import Printed, Table

KF = "KF 2014-04-28 § 31"


def records(console):
    with open_book(console.folder / "ale.sifund") as book:
        return book.head.seq


def test_every_command_of_a_book_has_its_place_on_the_command_line():
    assert {command.cli.split()[0] for command in all_commands()} == {*OF_BOOKS, "year-end"}
    for command in all_commands():
        assert run([*command.cli.split(), "--help"]) == ExitCode.DONE


def test_from_nothing_to_a_closed_year(ale):
    assert "Kan förnyas" in ale.done("list ale.sifund funds")
    ale.done(f'project cost ale.sifund Navigator --gross 3 --year 2014 --unit mkr --decision "{KF}"')
    ale.done('project use ale.sifund Navigator --amount 3 --year 2014 --unit mkr --decision "KF 2015-04-27 § 31"')
    (ale.folder / "f.toml").write_text('unit = "mkr"\nopening_deficits = []\n[[year]]\nyear = 2013\nnet_result = "10"\n'
                                       '[[year]]\nyear = 2014\nnet_result = "-1"\n', encoding="utf-8")  # fmt: skip
    for year, grounds in ((2013, ""), (2014, '--grounds-decision "KF 2015-04-27 § 32"')):
        drawn_up = ale.done(f"year-end ale.sifund {year} f.toml {grounds}")
        posted = ale.done(
            f'year-end ale.sifund {year} f.toml {grounds} --post --close --decision "KF {year + 1}-04-27 § 30"'
        )
        assert posted.startswith(drawn_up.rstrip())
        more, _, receipt = posted[len(drawn_up.rstrip()) :].strip().partition("\n\n")
        assert f"year[{year}]: NEVER_COMPARED:" in more
        assert len(more.split("\n")) == 2
        assert "år stängt" in receipt
    with open_book(ale.folder / "ale.sifund") as book:
        assert book.closed_through == 2014
        assert book.fund("social").balance.amount == 7_000_000
        assert book.statement(2014).year(2014).to_restore.amount == 0
    assert "year-end ale.sifund 2015" in ale.done("")


def test_an_events_file_gives_the_records_that_python_gives(ale):
    from sifund_ledger import Policy, sek

    with open_book(create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, sek("100 000 000"), opening_deficits=[], decision=KF)
        book.record_result(2013, sek("10 000 000"), decision=KF)
        policy = Policy(name="Riktlinje", source=KF, revolving=True)
        book.create_fund("social", policy=policy, decision=KF)
        book.set_aside("social", sek("10 000 000"), result_year=2013, decision=KF)
        from datetime import date

        book.grant(
            "social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF,
            start=date(2014, 8, 1), end=date(2015, 12, 31), plan={"BUN": {2017: sek("4 000 000")}},
        )  # fmt: skip
        by_hand = [(record.event, record.decision, record.entry) for record in book.records()]
    with open_book(ale.folder / "ale.sifund") as posted:
        made = [(record.event, record.decision, record.entry) for record in posted.records()]
    assert made[:-1] == by_hand
    assert made[-1][0].kind == "batch_keyed"


CHOICES = {
    "uppställning": "strict", "löptid": "2017-2021", "årlig_ram": "ingen", "A.avsättningsandel": "2,5 %",
    "A.överföring_mellan_år": "nej", "B.repayment_floor_share": "0,3", "B.förlustregel": "fund",
}  # fmt: skip


def test_what_a_policy_leaves_open_is_chosen_in_either_language_as_people_write_it(ale):
    options = " ".join(f'--choose "{name}={value}"' for name, value in CHOICES.items())
    ale.done(f'fund create ale.sifund dubbel --policy ale_double_2017 {options} --decision "{KF}"')
    with open_book(ale.folder / "ale.sifund") as book:
        policy = book.fund("dubbel").policy
    assert (policy.window, policy.annual_frame) == ((2017, 2021), None)
    assert (policy.of("A").set_aside_share, policy.of("A").year_end_carry_over) == (Fraction(1, 40), False)
    assert (policy.of("B").repayment_floor_share, policy.of("B").loss_bearer) == (Fraction(3, 10), "fund")


def test_what_a_policy_leaves_open_is_told_as_it_is_chosen(ale):
    status, _, err = ale(f'fund create ale.sifund dubbel --policy ale_double_2017 --decision "{KF}"')
    assert status == ExitCode.REFUSED
    assert "--choose A.avsättningsandel=…. Tillåtet är andel, till exempel 0.3." in err


def test_amounts_by_year_may_have_decimals(ale):
    plan = '--plan "Skola:2017=2,4,2018=0,6" --frames "2014=1,5,2015=1,5"'
    ale.done(f'project grant ale.sifund Två --fund social --amount 3 --unit mkr --board BUN --financing f {plan} '
             f'--decision "{KF}"')  # fmt: skip
    with open_book(ale.folder / "ale.sifund") as book:
        ((_, claim),) = book.project("Två").claims
    assert claim.open_lines == ((2017, 240_000_000), (2018, 60_000_000))


def test_an_event_may_rest_on_no_decision_where_its_file_has_one(ale):
    event = '[[event]]\ndo = "record_result"\nyear = 2014\namount = "1"\ndecision = "none"\n'
    (ale.folder / "result.toml").write_text(f'decision = "{KF}"\n{event}', encoding="utf-8")
    ale.done("post ale.sifund result.toml")
    with open_book(ale.folder / "ale.sifund") as book:
        (record,) = (
            each for each in book.records() if each.event.kind == "result_recorded" and each.entry.year == 2014
        )
    assert record.decision is None


def test_a_year_end_among_events_is_what_the_command_posts(ale):
    (ale.folder / "f.toml").write_text('unit = "mkr"\n[[year]]\nyear = 2013\nnet_result = "10"\n', encoding="utf-8")
    event = '[[händelse]]\ngör = "bokslut"\når = 2013\nuppgifter = { årets_resultat = "10" }\n'
    (ale.folder / "b.toml").write_text(f'enhet = "mkr"\n{event}', encoding="utf-8")
    for way in ("year-end ale.sifund 2013 f.toml --post", "post ale.sifund b.toml"):
        shutil.copy(ale.folder / "ale.sifund", ale.folder / "before.sifund")
        ale.done(way)
        with open_book(ale.folder / "ale.sifund") as book:
            made = [each.event for each in book.records() if each.event.kind == "figures_stated"]
        assert len(made) == 1
        assert dict(made[0].figures)["net_result"] == 1_000_000_000
        (ale.folder / "before.sifund").replace(ale.folder / "ale.sifund")
    wrong = event.replace('"10" }', '"9" }')
    (ale.folder / "b.toml").write_text(f'enhet = "mkr"\n{wrong}', encoding="utf-8")
    status, _, err = ale("post ale.sifund b.toml")
    assert status == ExitCode.REFUSED
    assert "b.toml:2: händelse[1]: 2013" in err


def test_a_dry_run_shows_the_postings_and_records_nothing(ale):
    before = records(ale)
    use = "project use ale.sifund Navigator --amount 1 --unit mkr --year 2014 --net-cost 1"
    shown = ale.done(f'{use} --decision "{KF}" --dry-run')
    assert "öronmärkt, beviljat ej förbrukat (social, Navigator)" in shown
    assert "Ianspråktaget" in shown
    assert records(ale) == before


def test_a_dry_run_takes_a_proposed_decision(ale):
    reserve = 'fund set-aside ale.sifund social --amount 1 --source accumulated_equity --decision "förslag till KF '
    assert ale(f'{reserve}2014-11-24 § 80"')[0] in (ExitCode.REFUSED, ExitCode.USAGE)


def test_the_same_file_is_recorded_once_and_shown_with_what_it_made(ale):
    before = records(ale)
    for line in ("post ale.sifund 2014.toml", "post ale.sifund 2014.toml --dry-run"):
        status, out, err = ale(line)
        assert (status, records(ale)) == (ExitCode.DONE, before)
        assert "2014.toml: RECORDED_BEFORE" in err
        assert "post 2–9" in err
        assert "Navigator" in out
    again = ale.folder / "igen.toml"
    again.write_bytes((ale.folder / "2014.toml").read_bytes())
    status, out, _ = ale("post ale.sifund igen.toml -O json")
    assert (status, records(ale)) == (ExitCode.DONE, before)
    assert [row["seq"] for row in json.loads(out)["tables"][0]["rows"]] == [*range(2, 10)]


def test_files_stand_or_fall_together(ale):
    before = records(ale)
    good, bad = ale.folder / "good.toml", ale.folder / "bad.toml"
    one = f'[[event]]\ndo = "register_board"\nboard = "SN"\nvalid_from = 2014-01-01\ndecision = "{KF}"\n'
    good.write_text(one, encoding="utf-8")
    bad.write_text(one.replace("register_board", "grant"), encoding="utf-8")
    status, _, err = ale("post ale.sifund good.toml bad.toml")
    assert (status, records(ale)) == (ExitCode.USAGE, before)
    assert "bad.toml:1: event[1].project: FIELD_MISSING" in err
    correction = f'[[event]]\ndo = "correct"\nseq = 99\nreason = "Fel"\ndecision = "{KF}"\n'
    bad.write_text(one.replace("SN", "BUN") + correction, encoding="utf-8")
    status, _, err = ale("post ale.sifund good.toml bad.toml")
    assert (status, records(ale)) == (ExitCode.REFUSED, before)
    assert "bad.toml:6: event[2]: " in err


def test_every_fault_of_a_file_has_its_line(ale):
    wrong = (
        (ale.folder / "2014.toml")
        .read_text(encoding="utf-8")
        .replace('belopp = "4"', 'belopp = "fyra"')
        .replace("öppna_eget", "oppna_eget")
    )
    (ale.folder / "2014.toml").write_text(wrong, encoding="utf-8")
    status, _, err = ale("post ale.sifund 2014.toml")
    assert status == ExitCode.USAGE
    assert "2014.toml:5: händelse[1].gör: COMMAND_UNKNOWN" in err
    assert "2014.toml:30: händelse[5].belopp: AMOUNT_UNREADABLE" in err


def test_a_decision_of_a_file_that_cannot_be_read_is_one_fault_however_many_events_rest_on_it(ale):
    events = '[[event]]\ndo = "use"\nfund = "social"\nproject = "Navigator"\namount = "1"\nyear = 2014\n' * 3
    (ale.folder / "use.toml").write_text(f'decision = "<fyll i>"\n{events}', encoding="utf-8")
    status, _, err = ale("post ale.sifund use.toml")
    assert (status, err.count("åtgärd:")) == (ExitCode.USAGE, 1)
    assert err.startswith("use.toml:1: decision: DECISION_UNREADABLE: ")
    (ale.folder / "none.toml").write_text(events, encoding="utf-8")
    assert ale("post ale.sifund none.toml")[2].count("FIELD_MISSING") == 3


def test_what_is_typed_wrong_is_named_as_it_is_typed(ale):
    status, _, err = ale("fund set-aside ale.sifund social --amount 5x --unit mkr")
    assert status == ExitCode.USAGE
    assert "--amount: AMOUNT_UNREADABLE" in err
    assert "sifund fund set-aside: USAGE_MISSING: --decision" in err


def test_a_remedy_is_a_command_to_type(ale):
    status, _, err = ale(f'fund set-aside ale.sifund okänd --amount 5 --decision "{KF}"')
    assert status == ExitCode.REFUSED
    assert "sifund fund create ale.sifund …" in err
    assert "book." not in err


def test_who_acts_must_be_said(ale, monkeypatch):
    monkeypatch.delenv("SIFUND_ACTOR")
    status, _, err = ale(f'decision move ale.sifund "{KF}" --state appealed')
    assert status == ExitCode.USAGE
    assert "--actor: ACTOR_NOT_GIVEN" in err
    ale.done(f'decision move ale.sifund "{KF}" --state appealed --actor kamrer')
    assert "kamrer" in ale.done("log ale.sifund --kind move_decision")


@pytest.mark.parametrize("line", [
    "show ale.sifund", "show ale.sifund fund social", "show ale.sifund fund social --table overdue --year 2018",
    "show ale.sifund fund social --table runway --year 2018", "show ale.sifund project Navigator --table plan",
    "show ale.sifund year 2013", "show ale.sifund year 2013 --table equity", f'show ale.sifund decision "{KF}"',
    "list ale.sifund projects", "list ale.sifund decisions", "list ale.sifund corrections",
    "log ale.sifund --year 2014", "stats ale.sifund", "due ale.sifund 2017", "frames ale.sifund 2015", "fund presets",
])  # fmt: skip
def test_what_is_shown_is_the_same_in_every_format(ale, line):
    text = ale.done(line)
    tables = json.loads(ale.done(f"{line} -O json"))["tables"]
    html = ale.done(f"{line} -O html")
    csv = ale.done(f"{line} -O csv --lang en")
    assert all(table["title"] in text for table in tables)
    assert all(f"<caption>{table['title'].replace('&', '&amp;')}" in html for table in tables)
    assert csv.count("\n") >= sum(len(table["rows"]) for table in tables) - 1
    assert "http" not in html


def reports():
    """The methods and snapshots of a book that are printed as tables, by what they are annotated to give."""
    for name, member in inspect.getmembers(Book):
        given = get_type_hints(inspect.unwrap(getattr(member, "fget", member))) if not name.startswith("_") else {}
        if inspect.isclass(given.get("return")) and issubclass(given["return"], Table | Printed):
            yield name


OTHERWISE = {"foresee": "interim, budget", "plan": "plan", "year_end": "year-end", "fund_account": "report"}
"""What is drawn up of what is not in the book, or of a year alone, and by which command."""


def test_every_report_of_a_book_is_shown_by_the_command_line_in_every_format(ale, monkeypatch):
    commands = {command.name for command in all_commands()}
    wanted, asked = {*reports()} - (commands - {"year_end"}) - {*OTHERWISE}, set()
    assert {"target", "roads", "fund", "equity_note"} <= wanted
    for name in wanted:
        method = getattr(Book, name)

        def noted(book, *args, name=name, method=method, **more):
            asked.add(name)
            return method(book, *args, **more)

        monkeypatch.setattr(Book, name, noted)
    subjects = {"fund": "social", "project": "Navigator", "year": "2013"}
    more = {"target": "--budget 2014=5000,5 --unit mkr", "roads": "--from 2013 --year 2014"}
    more["deviation"] = "--year 2016 --board BUN --frame 100"
    for kind, name in subjects.items():
        for table in _TABLES[kind]:
            line = f"show ale.sifund {kind} {name} --table {table} {more.get(table, '--year 2016')}"
            text = ale.done(line)
            shown = json.loads(ale.done(f"{line} -O json"))["tables"]
            assert all(each["title"] in text for each in shown)
            assert ale.done(f"{line} -O csv").count("\n") >= sum(len(each["rows"]) for each in shown) - 1
    assert asked == wanted


def test_what_a_table_needs_is_asked_for(ale):
    for table, option in (("target", "--budget"), ("roads", "--year"), ("frames", "--year"), ("runway", "--year")):
        status, _, err = ale(f"show ale.sifund fund social --table {table}")
        assert (status, f"USAGE_MISSING: {option}" in err) == (ExitCode.USAGE, True)
    status, _, err = ale("show ale.sifund fund social --table target --budget tolv=1")
    assert status in (ExitCode.USAGE, ExitCode.REFUSED)
    assert "--budget" in err


@pytest.mark.parametrize(("line", "code"), [
    ("show ale.sifund fund", "USAGE_MISSING"), ("show ale.sifund fund okänd", "FUND_UNKNOWN"),
    ("show ale.sifund fund social --table plan", "USAGE_VALUE"), ("show ale.sifund year tolv", "USAGE_VALUE"),
    ("show ale.sifund fund social --table overdue", "USAGE_MISSING"), ("list ale.sifund allt", "USAGE_VALUE"),
    ("log borta.sifund", "BOOK_NOT_FOUND"), ("log 2014.toml", "BOOK_FOREIGN"),
    ("fund sell ale.sifund", "USAGE_COMMAND"),
    ("init ale.sifund --entity Ale", "BOOK_EXISTS"), ("init ny.sifund", "USAGE_MISSING"),
    ("year-end ale.sifund 2013", "FIGURES_NOT_GIVEN"),
        ("show ale.sifund year 2015", "YEAR_WITHOUT_RESULT"), ("year-end ale.sifund 2013 borta.toml", "FILE_"),
    ("year-end ale.sifund 2013 2014.toml --close", "NO_YEARS"), ("correct ale.sifund 99 --reason x", "RECORD_UNK"),
])  # fmt: skip
def test_what_is_wrong_is_said_with_a_remedy_and_nothing_changes(ale, line, code):
    before = records(ale)
    status, _, err = ale(line)
    assert status in (ExitCode.REFUSED, ExitCode.USAGE)
    assert f": {code}" in err
    assert "åtgärd:" in err
    assert records(ale) == before
    assert not (ale.folder / "ny.sifund").exists()


def test_keys_with_swedish_letters_need_no_quotation_marks():
    text = '[["händelse"]]\ngör = "registrera_nämnd"\nnämnd = "Nämnden för å = ö # inte en kommentar"  # år = 1\n'
    text += f'gäller_från = 2014-01-01\nbeslut = "{KF}"\nenheter = [\'Å\', """Ä \\\nÖ"""]\n'
    (command,) = parse_events(text).commands
    assert (command.board, command.units) == ("Nämnden för å = ö # inte en kommentar", ("Å", "Ä Ö"))


WORDS = st.sampled_from(
    ["ale.sifund", "social", "Navigator", "2013", "2014", "-1", "KF 2014-04-28 § 31", "", "ö", "1;2", "a=b", "--year",
     "--amount", "--decision", "--unit", "mkr", "--dry-run", "--plan", "SN:2017=1", "--lang", "en", "-O", "json",
     "fund", "--reason", "--project", "--fund", "nan", "1e9", "\u202e", "--choose", "--policy", "borta.toml",
     "--table", "plan"]
)  # fmt: skip
PLACES = st.sampled_from([*(command.cli for command in all_commands()), "show", "list", "log", "due", "frames", "post",
                          "year-end", "fund use", "fund presets"])  # fmt: skip


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(place=PLACES, words=st.lists(WORDS, max_size=8))
def test_no_traceback_under_any_arguments(ale, place, words):
    before = records(ale)
    status = run([*place.split(), *words])
    err = ale.printed()[1]
    assert status in set(ExitCode)
    assert "Traceback" not in err
    if status != ExitCode.DONE:
        assert err
        assert records(ale) == before


SIE = """\
#FLAGGA 0
#PROGRAM "Ekonomi" 1
#FORMAT PC8
#GEN 20260115
#SIETYP 1
#FNAMN "Kommunen"
#RAR 0 20250101 20251231
#KONTO 1930 "Bank"
#KONTO 2010 "Eget kapital"
#KONTO 5010 "Personal"
#KONTO 8010 "Kommunalskatt"
#KTYP 1930 T
#KTYP 2010 S
#KTYP 5010 K
#KTYP 8010 I
#IB 0 1930 418000000
#IB 0 2010 -418000000
#UB 0 1930 416500000
#UB 0 2010 -418000000
#RES 0 5010 701500000
#RES 0 8010 -700000000
"""
ROLES = '[accounts]\nequity = ["20*"]\ntaxes_and_grants = ["80*"]\nrealised_gains = []\nequalisation_reserve = []\n'
EVENTS_2025 = f'[[händelse]]\ngör = "registrera_nämnd"\nnämnd = "SN"\ngäller_från = 2025-01-01\nbeslut = "{KF}"\n'


def test_the_quick_guide_leads_to_a_closed_year(console, monkeypatch):
    guide = (Path(__file__).parents[2] / "docs" / "snabbguide.md").read_text(encoding="utf-8")
    monkeypatch.setitem(open_book.__kwdefaults__, "clock", lambda: datetime(2026, 11, 1, 12, tzinfo=UTC))
    for name, text in (("2025.se", SIE), ("roller.toml", ROLES), ("2025.toml", EVENTS_2025)):
        (console.folder / name).write_text(text, encoding="utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE):
        for line in block.replace("\\\n", "").splitlines():
            console.done(line.removeprefix("sifund"))
    console.done("post kommunen.sifund 2025.toml")
    (by_hand,) = re.findall(r"^```toml\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    (figures,) = parse_figures(by_hand).years
    assert (figures.year, figures.ore("net_result")) == (2025, -290_000_000)
    with open_book(console.folder / "kommunen.sifund") as book:
        assert (book.closed_through, book.fund("social").balance.amount) == (2025, 7_500_000)


def test_opening_deficits_are_given_one_by_one_or_as_none(console):
    opened = 'equity open ale.sifund 2012 --amount 100 --decision "KF 2013-04-22 § 1"'
    console.done("init ale.sifund --entity Ale")
    deficits = '--opening-deficits "year=2011,left=5,due_year=2014" --opening-deficits "year=2012,left=1,due_year=2015"'
    console.done(f"{opened} {deficits}")
    with open_book(console.folder / "ale.sifund") as book:
        event = next(each.event for each in book.records() if each.event.kind == "deficits_opened")
        assert len(event.deficits) == 2


def test_drafts_for_the_council_in_the_unit_of_the_figures(ale):
    (ale.folder / "f.toml").write_text('unit = "tkr"\n[[year]]\nyear = 2013\nnet_result = "10000"\n', encoding="utf-8")
    (ale.folder / "own.toml").write_text('godkänn = "x"\n', encoding="utf-8")
    drafts = ale.done("year-end ale.sifund 2013 f.toml --texts")
    assert "att godkänna årsredovisningen för 2013, med ett resultat om 10 000 tkr" in drafts.replace("\xa0", " ")
    assert ale("year-end ale.sifund 2013 f.toml --templates own.toml")[0] == ExitCode.USAGE
    (ale.folder / "own.toml").write_text('approve = "att anta {year} års bokslut,"\n', encoding="utf-8")
    assert "att anta 2013 års bokslut." in ale.done("year-end ale.sifund 2013 f.toml --templates own.toml")


def test_what_the_year_leads_to_is_proposed_decided_and_posted(ale):
    ale.done(f'project cost ale.sifund Navigator --gross 3 --year 2014 --unit mkr --decision "{KF}"')
    ale.done("year-end ale.sifund 2014 --propose -o proposed.toml")
    proposed = (ale.folder / "proposed.toml").read_text(encoding="utf-8")
    assert '[[händelse]]\ngör = "ianspråkta"\nfond = "social"\nprojekt = "Navigator"\nbelopp = "3000000"' in proposed
    english = ale.done("year-end ale.sifund 2014 --propose --lang en")
    assert '[[event]]\ndo = "use"\nfund = "social"\nproject = "Navigator"\namount = "3000000"' in english
    assert ale("post ale.sifund proposed.toml")[0] == ExitCode.USAGE  # nothing is decided yet
    decided = re.sub(r'beslut = "<.*>"', 'beslut = "KF 2015-04-27 § 31"', proposed)
    (ale.folder / "proposed.toml").write_text(decided, encoding="utf-8")
    assert "Ianspråktaget ur social för Navigator 2014" in ale.done("post ale.sifund proposed.toml")


@pytest.mark.parametrize(
    ("filters", "status", "code"),
    [
        ("--kind nope", ExitCode.USAGE, "USAGE_VALUE"),
        ("--fund nope", ExitCode.REFUSED, "FUND_UNKNOWN"),
        ("--project nope", ExitCode.REFUSED, "PROJECT_UNKNOWN"),
    ],
)
def test_a_log_of_what_there_is_not_is_refused_rather_than_empty(ale, filters, status, code):
    found, out, err = ale(f"log ale.sifund {filters}")
    assert (found, out, code in err) == (status, "", True)
    assert ale.done("log ale.sifund --kind granted") == ale.done("log ale.sifund --kind bevilja")
    assert ale.done("log ale.sifund --kind stäng_år") == ale.done("log ale.sifund --kind close_year")
    assert "Beviljat" not in ale.done("log ale.sifund --kind återöppna_år")  # none yet, and no fault


@pytest.mark.parametrize("language", ["sv", "en"])
def test_presets_are_paragraphs_within_a_terminal_and_say_what_the_table_says(console, language):
    text = console.done(f"fund presets --lang {language}")
    assert max(map(len, text.splitlines())) <= 88
    (table,) = json.loads(console.done(f"fund presets --lang {language} -O json"))["tables"]
    words = " ".join(text.split())
    for row in table["rows"]:
        for cell in ("policy", "undecided", "says", "source"):
            assert " ".join((row[cell] or "").split()) in words
    assert ("Väljs: uppställning –" if language == "sv" else "To choose: presentation –") in words
