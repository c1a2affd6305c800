"""What is wrong with an event is said in the words of its file: its keys, its columns, and how it writes a value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from exchange.template.filling import changed

from sifund_ledger import Book, Refused, open_book
from sifund_ledger.amounts import Language
from sifund_ledger.book.commands import all_commands
from sifund_ledger.cli.output import on_command_line
from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows, parse_events, parse_figures, write_template
from sifund_ledger.exchange.escapes import toml_value
from sifund_ledger.findings import Finding

KF = "KF 2014-04-28 § 31"
LAYOUTS = {
    "sv": "lagens, i tabellen, under tabellen, bland skälen, återlagt, eget beslut",
    "en": "strict, inside, below, grounds, added_back, separate_decision",
}
FUND: dict[Language, dict[str, Any]] = {
    "sv": {"gör": "inrätta_fond", "fond": "social", "riktlinje": "orebro_strict", "beslut": KF},
    "en": {"do": "create_fund", "fund": "social", "policy": "orebro_strict", "decision": KF},
}
LISTED: dict[Language, str] = {"sv": "händelse", "en": "event"}
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def book() -> Book:
    return open_book(create="Ale", actor="ekonomi")


def found(form: str, keys: Language, event: dict[str, Any]) -> list[Finding]:
    """What is wrong with a file of one event, in a form and with the keys of a language."""
    lines = "\n".join(f"{key} = {toml_value(value)}" for key, value in event.items())
    text = json.dumps({LISTED[keys]: [event]}) if form == "json" else f"[[{LISTED[keys]}]]\n{lines}\n"
    try:
        parse_events(text, format="json" if form == "json" else "toml", name=f"f.{form}").post(book())
    except Refused as refusal:
        return refusal.findings
    return []


@pytest.mark.parametrize(
    ("form", "keys", "remedy"),
    [
        ("toml", "sv", 'välj = { uppställning = "…" }'),
        ("toml", "en", 'choose = { presentation = "…" }'),
        ("json", "sv", '"välj": { "uppställning": "…" }'),
        ("json", "en", '"choose": { "presentation": "…" }'),
    ],
)
def test_what_a_policy_leaves_open_is_asked_for_as_the_file_writes_it(form: str, keys: Language, remedy: str) -> None:
    (finding,) = found(form, keys, FUND[keys])
    assert finding.place == f"f.{form}:1: {LISTED[keys]}[1].{'välj' if keys == 'sv' else 'choose'}"
    for language, allowed in (("sv", "Tillåtet är"), ("en", "Allowed:")):
        said = finding.in_language(language, on_command_line())[1]  # type: ignore[arg-type]
        assert f"{remedy}. {allowed} {LAYOUTS[language]}." in said


@pytest.mark.parametrize(
    ("keys", "column", "cell"),
    [("sv", "uppställning=… i kolumnen Välj", "Fonder!R5"), ("en", "presentation=… in the column Choose", "Funds!R5")],
)
def test_a_template_with_a_fund_shows_what_is_to_be_chosen(keys: Language, column: str, cell: str) -> None:
    sheet, *names = ("Fonder", "Fond", "Beslut") if keys == "sv" else ("Funds", "Fund", "Decision")
    given = {f"{sheet}__{names[0]}5": "social", f"{sheet}__{names[1]}5": KF}
    template = changed(write_template(language=keys, fund="orebro_strict"), **given)
    with pytest.raises(Refused) as caught:
        parse_events(template, format="xlsx", name="f.xlsx").post(book())
    (finding,) = caught.value.findings
    assert finding.code == "POLICY_UNDECIDED"
    assert finding.place.startswith(f"f.xlsx:{cell}: ")
    assert column in finding.in_language(keys, on_command_line())[1]

    choose, word = ("Välj", "uppställning") if keys == "sv" else ("Choose", "presentation")
    filled = changed(template, **{f"{sheet}__{choose}5": f"{word}=strict"})
    assert parse_events(filled, format="xlsx").post(book())


MAPPING = """
rader = "händelser"
kolumner = { fond = "Fond", riktlinje = "Riktlinje"%s }
fast = { gör = "inrätta_fond", beslut = "KF 2014-04-28 § 31" }
"""


@pytest.mark.parametrize(
    ("column", "place", "sv", "en"),
    [
        ("", "2", 'välj = { uppställning = "…" } i kolumnmallen', 'välj = { uppställning = "…" } in the mapping'),
        (', välj = "Val"', "2:Val", "uppställning=… i kolumnen Val", "uppställning=… in the column Val"),
    ],
)
def test_a_row_is_told_of_its_column_or_of_the_mapping(column: str, place: str, sv: str, en: str) -> None:
    mapping = parse_csv_mapping(MAPPING % column)
    rows = parse_event_rows(b"Fond;Riktlinje;Val\nsocial;orebro_strict;\n", mapping, name="f.csv")
    with pytest.raises(Refused) as caught:
        rows.file.post(book())
    (finding,) = caught.value.findings
    assert finding.place == f"f.csv:{place}: händelse[1].välj"
    assert f": {sv}. " in finding.in_language("sv", on_command_line())[1]
    assert f": {en}. " in finding.in_language("en", on_command_line())[1]


@pytest.mark.parametrize("form", ["toml", "json"])
@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_what_is_missing_is_named_as_the_file_would_name_it(form: str, command: Any) -> None:
    for keys in LANGUAGES:
        event = {"gör": command.sv} if keys == "sv" else {"do": command.name}
        findings = found(form, keys, event)
        wanted = {field.words.words(keys) for field in command.fields() if field.required}
        assert {each.place.rpartition(".")[2] for each in findings if each.code == "FIELD_MISSING"} >= wanted
        for each in findings:
            key = each.place.rpartition(".")[2]
            for language in LANGUAGES:
                message, remedy = each.in_language(language)
                assert command.words().words(keys) in message
                assert key in message
                assert f"{key} = " in remedy if form == "toml" else f'"{key}": ' in remedy


def test_a_json_file_is_shown_json() -> None:
    event = {"gör": "bevilja", "start": "i höst", "nämnd": 3, "historik": "x"}
    remedies = {each.place.rpartition(".")[2]: each.remedy_sv for each in found("json", "sv", event)}
    assert remedies["start"] == 'Skriv till exempel "2014-09-01".'
    assert remedies["fond"] == 'Ange det, till exempel "fond": "social".'


def test_a_figures_file_in_swedish_is_told_of_its_own_keys() -> None:
    with pytest.raises(Refused) as caught:
        parse_figures('[[år]]\nårets_resultat = "5"\n[[år]]\når = 2014\nsynnerliga_skäl = [{ belopp = "1" }]\n')
    places = [each.place for each in caught.value.findings]
    assert places[0] == "figures.toml:1: år[1].år"
    assert all("decision" not in each and "due_year" not in each for each in places)
    assert any(each.endswith(".beslut") for each in places)


def test_an_unknown_command_is_answered_in_the_names_of_the_file() -> None:
    swedish, english = found("toml", "sv", {"gör": "qqqq"}), found("toml", "en", {"do": "qqqq"})
    for language in LANGUAGES:
        assert "öppna_bok, öppna_eget_kapital" in swedish[0].in_language(language)[1]
        assert "open_entity, open_equity" in english[0].in_language(language)[1]
    with pytest.raises(Refused) as caught:
        parse_events(json.dumps({"händelse": [{}]}), format="json")
    assert caught.value.findings[0].place == "events.toml:1: händelse[1].gör"
    assert '"gör": "öronmärk"' in caught.value.findings[0].remedy_sv


def test_no_refusal_of_an_event_calls_for_an_option() -> None:
    """What a field is called in the file is said of every field that a finding calls for."""
    refused = parse_events(f"""
    beslut = "{KF}"
    [[händelse]]
    gör = "inrätta_fond"
    fond = "social"
    riktlinje = "tomelilla_earmark"
    [[händelse]]
    gör = "öronmärk"
    fond = "social"
    belopp = "5"
    delfond = "Ä"
    """)
    with pytest.raises(Refused) as caught:
        refused.post(book())
    remedies = {each.code: each.in_language("sv", on_command_line())[1] for each in caught.value.findings}
    assert remedies["SUBFUND_UNKNOWN"] == "Ta bort delfond = …."
    assert not any("--" in remedy for remedy in remedies.values())
