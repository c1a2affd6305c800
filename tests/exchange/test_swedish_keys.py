"""Every key of a figures file and of an events file may be Swedish, and says what the English one says."""

from __future__ import annotations

import json
import re

import pytest

from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.book.commands import all_commands
from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange import parse_figures
from sifund_ledger.exchange.statements.figures_file import file_fields

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
