"""Every key of a figures file and of an events file may be Swedish, and says what the English one says."""

from __future__ import annotations

import json
import re

import pytest

from sifund_ledger import open_book
from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange import events_to_toml, parse_events, parse_figures
from sifund_ledger.exchange.events_file import named_in
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.fields.declared import fields_of
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.funds.fund.policies import chosen
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.simulation import parse_scenario

GIVEN = {"year": 2014, "net_result": "5"}


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_every_key_of_every_event(command):
    for field in command.fields():
        for wrong in ([object()], object()):
            read = [
                {
                    fault.code
                    for fault in command.read({name: wrong}, place="e").faults
                    if re.search(rf"\.{name}\b", fault.place)
                }
                for name in field.words
            ]
            assert read[0] == read[1]
            assert "FIELD_UNKNOWN" not in read[0]
    english, swedish = (
        {"event": [{"do": command.name}]}, {"händelse": [{"gör": command.sv}]},
    )  # fmt: skip
    told = []
    for document in (english, swedish):
        with pytest.raises(Refused) as caught:
            commands_of(document)
        told.append({fault.code for fault in caught.value.findings})
    assert told[0] == told[1] == {"FIELD_MISSING"}


@pytest.mark.parametrize("field", year_fields(), ids=lambda field: field.name)
def test_every_key_of_a_year(field):
    assert_same_in_both(
        field, {"year": [GIVEN]}, lambda document, name, value: document["year"][0].update({name: value})
    )


@pytest.mark.parametrize("field", [each for each in file_fields() if each.name != "year"], ids=lambda field: field.name)
def test_every_key_at_the_top_of_a_figures_file(field):
    assert_same_in_both(field, {"year": [GIVEN]}, lambda document, name, value: document.update({name: value}))


def assert_same_in_both(field, document, put):
    """A value that no field can have is refused under either name, and not because the name is unknown."""
    read = []
    for name in field.words:
        given = json.loads(json.dumps(document))
        for words in field.words:
            given["year"][0].pop(words, None)
        put(given, name, [7])
        with pytest.raises(UnreadableInput) as caught:
            parse_figures(json.dumps(given), format="json")
        read.append({(fault.code, fault.place.replace(name, field.name)) for fault in caught.value.findings})
    assert read[0] == read[1]
    assert "FIELD_UNKNOWN" not in {code for code, _ in read[0]}


@pytest.mark.parametrize(
    ("key", "question", "english"),
    [
        ("belop", " Menas belopp?", " Is belopp (amount) meant?"),
        ("amuont", " Menas amount (belopp)?", " Is amount meant?"),
    ],
)
def test_a_key_that_may_be_meant_is_named_as_it_is_typed(key, question, english):
    with pytest.raises(Refused) as refusal:
        commands_of({"händelse": [{"gör": "registrera_resultat", "år": 2014, "belopp": "5", key: "5"}]})
    (unknown,) = (fault for fault in refusal.value.findings if fault.code == "FIELD_UNKNOWN")
    assert unknown.message_sv.endswith(question)
    assert unknown.message.endswith(english)


def test_a_figure_that_a_swedish_file_lacks_is_placed_at_its_swedish_key():
    file = parse_figures('[[år]]\når = 2014\nårets_resultat = "5"')
    code, lacks = FindingCode("X", Severity.NOTE, "", ""), [each for each in year_fields() if each.name != "net_result"]
    for each in lacks:
        (found,) = file.located([code.at(f"2014.{each.name}")])
        assert found.place.rpartition("år[2014].")[2] == each.words.sv
    places = ("2014.deficits.2013", "2014.corrected", "2014.opening_deficits", "2015.equity")
    assert [found.place.partition(": ")[2] for found in file.located(map(code.at, places))] == [
        "år[2014].underskott.2013", "år[2014].rättat", "år[2014].ingående_underskott", "år[2015].eget_kapital",
    ]  # fmt: skip


def test_grounds_of_a_swedish_file_are_found_where_they_stand():
    ground = '{ belopp = "5", underskottsår = 2014, skäl = "x", beslut = "KF 2015-04-30 § 50" }'
    file = parse_figures(f'[[år]]\når = 2014\nårets_resultat = "-5"\nsynnerliga_skäl = [{ground}]')
    (found,) = file.located([FindingCode("X", Severity.NOTE, "", "").at("2014.exceptional_grounds")])
    assert found.place == "figures.toml:4: år[2014].synnerliga_skäl"


def test_a_scenario_is_placed_at_its_swedish_key():
    with pytest.raises(UnreadableInput) as refusal:
        parse_scenario('enhet = "mkr"\nförsta_år = 2020\ntill = 2019\nkapital = { 2020 = "20" }')
    assert [fault.place for fault in refusal.value.findings] == ["scenario.toml:3: till"]


def test_a_statement_of_a_swedish_file_names_no_english_key():
    english = {each.name for each in (*year_fields(), *file_fields()) if each.name != each.words.sv}
    row = '[[år]]\når = {}\nårets_resultat = "-5"\nskatter_och_bidrag = "90"\nreservering = "2"\nslag = "{}"\n'
    for kind in ("utfall", "budget", "delår", "prognos"):
        for year in (2012, 2014, 2025):
            file = parse_figures(row.format(year, kind))
            found = file.located(file.statement(draft=True).findings)
            assert found
            assert not [each.place for each in found if english & {*re.findall(r"\w+", each.place)}]


@pytest.mark.parametrize(
    ("event", "place"),
    [
        ('gör = "öppna_eget_kapital"\når = 2012\nbelopp = "9"\nunderskott = [{ år = 2014, kvar = "5" }]',
         "6: händelse[1].underskott[1]"),
        ('gör = "öppna_eget_kapital"\når = 2012\nbelopp = "9"\nunderskott = [{ år = 2010, kvar = "5", '
         'synnerliga_skäl = [{ belopp = "1", underskottsår = 2010 }] }]',
         "6: händelse[1].underskott[1].synnerliga_skäl[1].skäl"),
        ('gör = "inrätta_fond"\nfond = "a"\nriktlinje = "orebro_strict"\nvälj = { avsättningsandel = "2" }',
         "6: händelse[1].välj.avsättningsandel"),
        ('gör = "inrätta_fond"\nfond = "a"\nriktlinje = "orebro_strict"\nvälj = { set_aside_share = "2" }',
         "6: händelse[1].välj.set_aside_share"),
        ('gör = "inrätta_fond"\nfond = "a"\nriktlinje = "orebro_strict"\nvälj = { "A.avsättningsandel" = "2" }',
         "6: händelse[1].välj.A.avsättningsandel"),
        ('gör = "inrätta_fond"\nfond = "a"\nriktlinje = { namn = "x", delfonder = { A = { avsättningsandel = "2" } } }',
         "5: händelse[1].riktlinje.delfonder.A.avsättningsandel"),
    ],
)  # fmt: skip
def test_a_value_of_a_swedish_event_is_placed_at_its_key(event, place):
    with open_book(create="Ale", actor="ekonomi") as book, pytest.raises(Refused) as refusal:
        parse_events(f'beslut = "KF 2014-04-28 § 31"\n[[händelse]]\n{event}\n').post(book)
    assert refusal.value.findings[0].place == f"events.toml:{place}"


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_a_choice_of_an_event_is_written_in_the_words_of_the_file(command):
    """It reads back as the same, and no English word stands in a Swedish file."""
    for field in command.fields():
        for english, swedish in field.kind.said.items():
            text = events_to_toml([{"do": command.name, field.name: english}], language="sv")
            assert text.endswith(f'{field.words.sv} = "{swedish}"')
            ((_, back),) = [*named_in({"gör": command.sv, field.words.sv: swedish}, "en")][1:]
            assert back == english
            one, other = (
                getattr(command.read({name: value}, place="e"), field.name)
                for name, value in ((field.name, english), (field.words.sv, swedish))
            )
            assert one == other


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({"policy": "orebro_strict", "choose": {"presentation": "strict"}}, 'uppställning = "lagens"'),
        ({"policy": "ale_double_2017", "choose": {"B.loss_bearer": "fund"}}, '"B.förlustregel" = "fonden"'),
        ({"policy": "ale_double_2017", "choose": {"annual_frame": "5"}}, 'årlig_ram = "5"'),
        ({"policy": {"name": "P", "source": "KF", "legal_form": "operating_frame"}}, 'redovisningsform = "anslag"'),
    ],
)
def test_what_is_chosen_in_a_policy_is_written_in_the_words_of_the_file(given, written):
    event = {"do": "create_fund", "fund": "a", **given}
    texts = [events_to_toml([event], language=language, decision="KF 2014-04-28 § 31") for language in ("sv", "en")]
    assert written in texts[0]
    swedish, english = (chosen(*parse_events(text).commands) for text in texts)
    assert swedish == english


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_a_choice_is_read_in_capitals_and_with_blanks(command):
    for field in command.fields():
        for word in (*field.kind.said, *field.kind.said.values()):
            written = [f" {word.upper()} ", word.capitalize(), word]
            read = {getattr(command.read({field.name: each}, place="e"), field.name) for each in written}
            assert len(read) == 1
            assert not any(
                f.place == f"e.{field.name}" for f in command.read({field.name: written[0]}, place="e").faults
            )


@pytest.mark.parametrize("field", fields_of(Policy), ids=lambda field: field.name)
def test_a_choice_in_a_policy_is_read_in_capitals_and_with_blanks(field):
    for english, swedish in field.kind.said.items():
        assert {str(field.kind.read(each, "p", KRONOR)) for each in (english.upper(), f" {swedish.title()} ")} == {
            english
        }


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_a_command_is_read_in_capitals_and_with_blanks(command):
    for word in (command.name, command.sv):
        assert {command_named(each) for each in (word, word.upper(), f" {word.capitalize()} ")} == {command}


def test_words_that_stand_for_choices_are_read_in_capitals():
    for chosen_as in ("Orebro_Strict ", "orebro_strict"):
        read = _created(f'riktlinje = "{chosen_as}"\nvälj = {{ uppställning = "Lagens ", årlig_ram = "Ingen" }}')
        assert (read.name, read.presentation, read.annual_frame) == ("orebro_strict", "strict", None)
    own = _created('riktlinje = { namn = "P", källa = "KF", redovisningsform = " Anslag" }')
    assert own.legal_form == "operating_frame"
    figures = parse_figures('enhet = "MKR"\n[[år]]\når = 2014\nslag = "Delår"\nårets_resultat = "5"')
    assert (figures.unit, figures.years[0].kind) == ("mkr", "interim")
    with pytest.raises(UnreadableInput) as refusal:
        parse_figures(
            "".join(f'[[år]]\når = 2014\nslag = "{kind}"\nårets_resultat = "5"\n' for kind in ("Utfall", "utfall"))
        )
    assert [fault.code for fault in refusal.value.findings] == ["YEAR_TWICE"]


def _created(event):
    (command,) = parse_events(
        f'beslut = "KF 2014-04-28 § 31"\n[[händelse]]\ngör = "inrätta_fond"\nfond = "a"\n{event}\n'
    ).commands
    return chosen(command)


@pytest.mark.parametrize(
    "given", ['"abc"', '["abc"]', '[["uppställning"]]', '["uppställning", "a", "b"]', "[1]", "{ a = 1 }"]
)
def test_what_is_undecided_is_not_read_letter_by_letter(given):
    with pytest.raises(Refused) as refusal:
        _created(f'riktlinje = {{ namn = "P", källa = "KF", obestämt = {given} }}')
    (found,) = refusal.value.findings
    assert (found.code, found.place) == ("FIELD_UNREADABLE", "events.toml:5: händelse[1].riktlinje.obestämt")
    assert found.remedy_sv == 'Skriv till exempel [["uppställning", "inget sägs", "nothing is said"]].'


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ('enhet = "mkr"\nbeslut = "KF 2014-04-28 § 31"', "händelse", 'händelse = [{ gör = "öronmärk" }]'),
        ("händelse = 1", "1: händelse", '[{ gör = "öronmärk" }]'),
        ("händelse = [1]", "1: händelse[1]", '{ gör = "öronmärk" }'),
        ('händelse = [{ fond = "a" }]', "1: händelse[1].gör", 'gör = "öronmärk"'),
        ('[[event]]\nfund = "a"', "1: event[1].do", 'do = "set_aside"'),
    ],
)
def test_what_is_no_event_is_answered_in_the_language_of_the_file(text, place, remedy):
    with pytest.raises(UnreadableInput) as refusal:
        parse_events(text)
    (found,) = refusal.value.findings
    assert found.place.partition(":")[2].strip() == place
    assert found.remedy_sv.endswith(f"till exempel {remedy}.")
    assert found.message_sv[0].isupper() or found.message_sv.startswith("1 ")


@pytest.mark.parametrize(
    ("text", "place", "asked"),
    [
        ('[[Händelse]]\ngör = "öronmärk"', "1: Händelse", "Menas händelse?"),
        ('[[händelse]]\nGör = "öronmärk"', "2: händelse[1].Gör", "Menas gör?"),
        ('[[EVENT]]\ndo = "set_aside"', "1: EVENT", "Menas event (händelse)?"),
    ],
)
def test_a_key_in_capitals_is_asked_for_once_and_is_not_said_to_be_missing(text, place, asked):
    with pytest.raises(UnreadableInput) as refusal:
        parse_events(text)
    (found,) = refusal.value.findings
    assert (found.code, found.place.partition(":")[2].strip()) == ("FIELD_UNKNOWN", place)
    assert found.message_sv.endswith(asked)


def test_a_figures_file_in_capitals_is_asked_for_its_keys_alone():
    for text, asked in (
        ("[[År]]\når = 2018", ["år"]),
        ("[[år]]\nÅr = 2018\nÅrets_Resultat = 5", ["år", "årets_resultat"]),
    ):
        with pytest.raises(UnreadableInput) as refusal:
            parse_figures(text)
        assert [found.code for found in refusal.value.findings] == ["FIELD_UNKNOWN"] * len(asked)
        assert [found.message_sv.rpartition("Menas ")[2] for found in refusal.value.findings] == [
            f"{key}?" for key in asked
        ]


def test_a_file_that_is_no_table_is_unreadable():
    with pytest.raises(UnreadableInput):
        parse_events("[1]", format="json")


def test_a_choice_for_a_subfund_that_is_not_there_is_placed_where_it_is_chosen():
    event = 'gör = "inrätta_fond"\nfond = "a"\nriktlinje = "ale_double_2017"\nvälj = { "C.förlustregel" = "fonden" }'
    with open_book(create="Ale", actor="ekonomi") as book, pytest.raises(Refused) as refusal:
        parse_events(f'beslut = "KF 2014-04-28 § 31"\n[[händelse]]\n{event}\n').post(book)
    (found,) = refusal.value.findings
    assert (found.code, found.place) == ("NAME_UNKNOWN", "events.toml:6: händelse[1].välj")
