"""A mapping proposed from the head of a file: never sure of what is not so, and complete where the file says it all."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exchange.mapped_csv.written_rows import Written, forms
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Refused
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows, parse_figure_rows, read_general_ledger
from sifund_ledger.exchange.mapped_csv.forms import day_form
from sifund_ledger.exchange.mapped_csv.proposing import propose_mapping
from sifund_ledger.exchange.structured.documents import keys_quoted

DAYS = st.dates(date(1998, 1, 1), date(2060, 1, 1))
ROWS = st.lists(
    st.tuples(st.text("abåäö", min_size=1, max_size=5), st.integers(1, 10**12), DAYS), min_size=1, max_size=6
)


@given(forms(), ROWS)
@settings(max_examples=40)
def test_what_is_proposed_as_sure_is_so(written: Written, rows: Any) -> None:
    data = written.text(
        ["Fond", "Dag", *(("Debet", "Kredit") if written.two_columns else ("Belopp",)), "Anmärkning"],
        [[fund, written.on(day), *written.cells(ore), "x"] for fund, ore, day in rows],
    )
    text = propose_mapping(data, do="ianspråkta")
    said = tomllib.loads(keys_quoted(text))

    assert said["avgränsare"] == ("tabb" if written.delimiter == "\t" else written.delimiter)
    assert said.get("rubrikrad", 1) == written.titles + 1
    assert said.get("decimaltecken", written.mark) == written.mark
    if "datumform" in said:
        form = day_form(said["datumform"])
        assert form is not None
        assert [form.day(written.on(day)) for _, _, day in rows] == [day for _, _, day in rows]
    assert (said["kolumner"]["fond"], said["kolumner"]["dag"]) == ("Fond", "Dag")
    assert said["kolumner"]["belopp"] == ({"debet": "Debet", "kredit": "Kredit"} if written.two_columns else "Belopp")
    assert '# "Anmärkning" läses inte' in text


@given(st.binary(max_size=200) | st.text('a;,\t\n"1.-', max_size=60).map(str.encode))
@settings(max_examples=60)
def test_any_bytes_give_toml_or_are_refused(data: bytes) -> None:
    found = []
    try:
        tomllib.loads(keys_quoted(propose_mapping(data)))
    except Refused as refusal:
        found = [finding.code for finding in refusal.findings]
    assert found in ([], ["CSV_NO_ROWS"], ["FILE_IS_WORKBOOK"])


def test_what_is_proposed_and_completed_reads_the_file() -> None:
    data = "Fond;Belopp;Resultatår\nsocial;1 000,50;2013\n".encode("cp1252")
    proposed = propose_mapping(data, do="öronmärk")
    mapping = parse_csv_mapping(re.sub("^# beslut", "beslut", proposed, flags=re.MULTILINE))
    (command,) = parse_event_rows(data, mapping).commands
    assert (command.fund, command.amount, command.result_year) == ("social", 100_050, 2013)  # type: ignore[attr-defined]


def test_figures_are_known_by_their_names_on_rows_or_columns() -> None:
    by_row, by_column = (
        b"Rad;2013;2014\n\xc5rets resultat;5,5;6\nEget kapital;7;8\n",
        b"year;net_result;equity\n2013;5.5;7\n",
    )
    for data in (by_row, by_column):
        file, _ = parse_figure_rows(data, parse_csv_mapping(propose_mapping(data)))
        assert file.years[0].net_result.amount * 2 == 11


def test_the_unit_is_asked_for_where_a_mapping_decides_it() -> None:
    asked = re.compile('^# (enhet = "tkr")  # om beloppen inte är i kronor$', re.MULTILINE)
    data = "År;Årets resultat;Eget kapital\n2024;18 000;412 000\n".encode()
    file, _ = parse_figure_rows(data, parse_csv_mapping(asked.sub(r"\1", propose_mapping(data))))
    assert file.years[0].net_result.amount == 18_000_000
    assert asked.search(propose_mapping(b"Fond;Belopp\nsocial;5\n", do="use"))
    assert not asked.search(propose_mapping(b"Ver;Datum;Konto;Belopp\nA1;2013-12-31;1930;5,00\n"))


def test_a_ledger_is_known_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "j.csv"
    path.write_text(
        "Huvudbok\nVernr,Datum,Konto,Debet,Kredit,20\nA1,31/12/2013,1930,5.00,,9\nA1,31/12/2013,3010,,5.00,\n"
    )
    ledger = read_general_ledger(path, mapping=parse_csv_mapping(propose_mapping(path.read_bytes())))
    assert (ledger.rows, ledger.balance("1930")) == (2, 500)


def test_the_command_prints_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "u.csv").write_text("Fond;Belopp\nsocial;5\n", encoding="utf-8")
    assert run(["import", "csv", str(tmp_path / "u.csv"), "--propose", "--do", "use", "--lang", "en"]) == ExitCode.DONE
    assert 'do = "use"' in capsys.readouterr().out
    assert run(["import", "csv", str(tmp_path / "u.csv"), "--propose", "--to", "b.sifund"]) == ExitCode.USAGE
    assert "OPTIONS_APART" in capsys.readouterr().err


@pytest.mark.parametrize("do", ["set_aside", "öronmärk"])
def test_a_proposal_names_its_command_in_its_language(do: str) -> None:
    data = b"Fond;Belopp\nsocial;5\n"
    assert '\ngör = "öronmärk"\n' in propose_mapping(data, do=do)
    assert '\ndo = "set_aside"\n' in propose_mapping(data, do=do, language="en")


NAMED = [
    ("Projektnamn", "report_cost", "projekt"),
    ("Bruttokostnad", "report_cost", "brutto"),
    ("Nämndnamn", "report_cost", "nämnd"),
    ("Fond-namn", "use", "fond"),
    ("Datum", "use", "dag"),
    ("Gross cost", "report_cost", "brutto"),
]


@pytest.mark.parametrize(("heading", "do", "field"), NAMED)
def test_a_heading_in_other_words_is_a_field_all_the_same(heading: str, do: str, field: str) -> None:
    said = tomllib.loads(keys_quoted(propose_mapping(f"{heading};X\n1;2\n".encode(), do=do)))
    assert said["kolumner"] == {field: heading}


@pytest.mark.parametrize("headings", ["Fond;Fondnamn", "Fondnamn;Fond"])
def test_the_own_name_of_a_field_goes_before_its_other_names(headings: str) -> None:
    text = propose_mapping(f"{headings}\n1071;1071\n".encode(), do="use")
    assert 'fond = "Fond"' in text
    assert '# "Fondnamn" läses inte' in text


@pytest.mark.parametrize(
    ("cell", "do", "shown"),
    [
        ("ianspråkta", "", '\ngör = "Händelse"\n'),
        ("Uttag", "", '\n# gör = "Händelse"  # om varje rad har ett kommando; filens egna ord under [värden.gör]\n'),
        ("", "", '\n# gör = "Händelse"  # '),
        ("ianspråkta", "ianspråkta", '\n# "Händelse" läses inte\n'),
    ],
)
def test_a_column_of_events_has_commands_where_all_its_texts_are(cell: str, do: str, shown: str) -> None:
    text = propose_mapping(f"Händelse;Fond;Belopp\n{cell};social;5\n".encode(), do=do)
    assert shown in text
    assert len(re.findall("^gör = ", text, re.MULTILINE)) == (cell == "ianspråkta")


def test_a_column_of_commands_by_its_own_name_is_none_beside_a_fixed_command() -> None:
    text = propose_mapping(b"do;Fond;Belopp\nuse;social;5\n", do="use")
    assert text.count("gör = ") == 1


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Skatteintäkter", '\n# skatter_och_bidrag = "Skatteintäkter"  # om de generella statsbidragen är med\n'),
        ("Skatter och generella statsbidrag", '\nskatter_och_bidrag = "Skatter och generella statsbidrag"\n'),
    ],
)
def test_taxes_are_sure_only_with_the_general_grants(heading: str, shown: str) -> None:
    text = propose_mapping(f"År;Årets resultat;Eget kapital;{heading}\n2013;4;5;6\n".encode())
    assert shown in text
