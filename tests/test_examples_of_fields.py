"""The example of a field, in each language, can be read as the field is: in a file, and as it is typed."""

from __future__ import annotations

import tomllib

import pytest

from sifund_ledger.book.commands import all_commands
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.exchange.structured.documents import keys_quoted
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Example

FIELDS = [*file_fields(), *(field for command in all_commands() for field in command.fields())]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_of_a_field_is_one(language):
    for field in {field.kind: field for field in FIELDS}.values():
        text = Example(field.kind.example).words(language)
        given = tomllib.loads(keys_quoted(f"example = {text}"))["example"]
        typed = field.kind.typed(language)
        for value in (given, field.kind.parts([typed]) if field.kind.parts else typed):
            try:
                field.kind.read(value, field.name, KRONOR)
            except Refused as refusal:
                pytest.fail(f"{text} ({typed}): {refusal}")


def test_what_there_may_be_several_of_is_said_in_the_plural():
    said = {each.kind.words.en for each in FIELDS if each.kind.words.en.startswith("list of")}
    assert "list of whole numbers" in said
    assert not [words for words in said if not words.endswith("s")]
    by = {each.kind.words.en.partition(" by ")[0] for each in FIELDS if " by " in each.kind.words.en}
    assert by <= {"amounts", "shares"}
