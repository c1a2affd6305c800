"""``sifund export xlsx --template``, and the commands that read it filled in; ``--mark`` writes what is wrong."""

from __future__ import annotations

from typing import Any

from openpyxl import load_workbook

from sifund_ledger.cli.exit_codes import ExitCode


def filled(ale: Any, name: str, **cells: Any) -> str:
    """The template as a person fills it in and saves it."""
    assert ale(f"export xlsx --template --year 2013 -o {name} --force")[0] == ExitCode.DONE
    path = ale.folder / name
    book = load_workbook(path)
    for where, value in cells.items():
        sheet, _, cell = where.rpartition("__")
        book[sheet.replace("_", " ")][cell] = value
    book.save(path)
    return name


FIGURES = {"Om_filen__B6": "mkr", "Om_filen__B8": "inga", "Uppgifter__B11": 10}
EVENTS = {
    "Om_filen__B6": "mkr", "Om_filen__B11": "KF 2014-04-28 § 31", "Projekt__A5": 1, "Projekt__B5": "Bevilja",
    "Projekt__C5": "social", "Projekt__D5": "Fyren", "Projekt__E5": 2, "Projekt__F5": "BUN",
    "Projekt__G5": "ur fonden", "Projekt__I5": "2014-08-01", "Projekt__J5": "2015-12-31", "Planer__A5": 1,
    "Planer__B5": "plan", "Planer__C5": "BUN", "Planer__D5": 2017, "Planer__E5": 2,
}  # fmt: skip


def test_the_filled_in_template_gives_the_statement_without_any_book(ale: Any) -> None:
    name = filled(ale, "mall.xlsx", **FIGURES)
    status, out, _ = ale(f"balance-requirement {name}")
    assert status == ExitCode.DONE
    assert "10" in out


def test_a_year_end_reads_it(ale: Any) -> None:
    name = filled(ale, "mall.xlsx", **FIGURES)
    status, out, err = ale(f"year-end ale.sifund 2013 {name} --actor ekonomi")
    assert (status, err) == (ExitCode.DONE, "")
    assert "2013" in out


def test_events_are_posted_once(ale: Any) -> None:
    name = filled(ale, "mall.xlsx", **EVENTS)
    status, out, _ = ale(f"post ale.sifund {name} --dry-run")
    assert status == ExitCode.DONE
    assert "Fyren" in out
    assert ale(f"post ale.sifund {name} --actor ekonomi")[0] == ExitCode.DONE
    status, _, err = ale(f"post ale.sifund {name} --actor ekonomi")
    assert status == ExitCode.DONE
    assert "RECORDED_BEFORE" in err
    assert "Fyren" in ale("show ale.sifund project Fyren")[1]


def test_faults_are_marked_in_a_copy_that_can_be_corrected_and_read(ale: Any) -> None:
    name = filled(ale, "mall.xlsx", **{**EVENTS, "Projekt__E5": "två", "Planer__D5": "=2016+1"})
    status, _, err = ale(f"post ale.sifund {name} --dry-run --mark fel.xlsx")
    assert status == ExitCode.USAGE
    assert "Projekt!E5" in err
    assert "Planer!D5" in err
    book = load_workbook(ale.folder / "fel.xlsx")
    assert "AMOUNT_UNREADABLE" in book["Projekt"]["E5"].comment.text
    assert book["Projekt"]["E5"].fill.fgColor.rgb == "FFFFC7CE"
    assert book["Fel"]["A4"].value == "Projekt!E5"
    assert [row[0].value for row in book["Fel"].iter_rows(min_row=4)] == ["Projekt!E5", "Planer!D5"]
    book["Projekt"]["E5"], book["Planer"]["D5"] = 2, 2017
    book.save(ale.folder / "fel.xlsx")
    assert ale("post ale.sifund fel.xlsx --dry-run")[0] == ExitCode.DONE


def test_what_the_book_refuses_is_marked_at_its_cell(ale: Any) -> None:
    name = filled(ale, "mall.xlsx", **{**EVENTS, "Projekt__C5": "okänd"})
    status, _, err = ale(f"post ale.sifund {name} --dry-run --mark fel.xlsx")
    assert status == ExitCode.REFUSED
    assert "mall.xlsx:Projekt!C5" in err
    assert "FUND_UNKNOWN" in load_workbook(ale.folder / "fel.xlsx")["Projekt"]["C5"].comment.text


def test_a_marked_copy_never_replaces_a_file(ale: Any) -> None:
    name = filled(ale, "mall.xlsx", **{**FIGURES, "Uppgifter__B11": "tio"})
    assert ale(f"balance-requirement {name} --mark {name}")[0] == ExitCode.USAGE
    (ale.folder / "annan.txt").write_text("viktig")
    assert ale(f"balance-requirement {name} --mark annan.txt")[0] == ExitCode.USAGE
    assert (ale.folder / "annan.txt").read_text() == "viktig"


def test_the_template_names_what_the_book_has(ale: Any) -> None:
    assert ale("export xlsx --template --book ale.sifund --lang en -o mall.xlsx")[0] == ExitCode.DONE
    lists = load_workbook(ale.folder / "mall.xlsx")["Lists"]
    assert [lists.cell(5, column).value for column in (1, 2, 3)] == ["social", "BUN", "Navigator"]


def test_the_template_is_the_same_bytes_each_time(ale: Any) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        assert ale(f"export xlsx --template --fund orebro_strict -o {name}")[0] == ExitCode.DONE
    assert (ale.folder / "a.xlsx").read_bytes() == (ale.folder / "b.xlsx").read_bytes()


def test_an_unknown_policy_is_refused(ale: Any) -> None:
    status, _, err = ale("export xlsx --template --fund okänd -o mall.xlsx")
    assert status != ExitCode.DONE
    assert "NAME_UNKNOWN" in err
    assert not (ale.folder / "mall.xlsx").exists()


def test_a_whole_book_is_written_and_what_is_changed_in_it_is_found(ale: Any) -> None:
    assert ale("export xlsx ale.sifund -o bok.xlsx")[0] == ExitCode.DONE
    status, _, err = ale("export xlsx ale.sifund --compare bok.xlsx")
    assert (status, err) == (ExitCode.DONE, "")
    book = load_workbook(ale.folder / "bok.xlsx")
    book["Konteringar"]["G5"] = "annat konto"
    book.save(ale.folder / "bok.xlsx")
    status, _, err = ale("export xlsx ale.sifund --compare bok.xlsx")
    assert status == ExitCode.FOUND
    assert "bok.xlsx:Konteringar!G5: CELL_CHANGED" in err


def test_it_must_be_said_what_is_written(ale: Any) -> None:
    assert "TEMPLATE_OR_BOOK" in ale("export xlsx -o x.xlsx")[2]
    assert "TEMPLATE_OR_BOOK" in ale("export xlsx ale.sifund --template -o x.xlsx")[2]


def test_what_a_year_leads_to_is_decided_in_the_template(ale: Any) -> None:
    ale.done('project cost ale.sifund Navigator --gross 3 --year 2014 --unit mkr --decision "KF 2015-04-27 § 30"')
    assert ale("year-end ale.sifund 2014 --propose -o proposed.xlsx")[0] == ExitCode.DONE
    assert "FIELD_MISSING" in ale("post ale.sifund proposed.xlsx")[2]  # nothing is decided yet
    book = load_workbook(ale.folder / "proposed.xlsx")
    assert book["Projekt"]["B5"].value == "Ianspråkta"
    assert book["Projekt"]["E5"].value == 3_000_000
    book["Om filen"]["B11"] = "KF 2015-04-27 § 31"
    book.save(ale.folder / "proposed.xlsx")
    assert "Ianspråktaget ur social för Navigator 2014" in ale.done("post ale.sifund proposed.xlsx")
