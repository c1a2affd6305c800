"""A file with sentences of a municipality's own: every fault at its line."""

from __future__ import annotations

import pytest

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.template_file import parse_templates
from sifund_ledger.year_end.texts.sentences import TEMPLATES

FAULTY = """\
approve = "att godkänna {år},"
# en rad om inget
okänd = "…"
left = 5
plan = \"\"\"att anta {
en plan\"\"\"
"""


def test_each_fault_is_told_at_its_line():
    with pytest.raises(UnreadableInput) as refused:
        parse_templates(FAULTY, name="ord.toml")
    assert [(each.place, each.code) for each in refused.value.findings] == [
        ("ord.toml:1: approve", "TEMPLATE_FIELD_UNKNOWN"),
        ("ord.toml:3: okänd", "TEMPLATE_UNKNOWN"),
        ("ord.toml:4: left", "FIELD_UNREADABLE"),
        ("ord.toml:5: plan", "TEMPLATE_UNREADABLE"),
    ]


def test_the_set_of_the_project_can_be_given_back_as_a_file():
    text = "\n".join(f"{name} = '{sentence}'" for name, sentence in TEMPLATES.items())
    assert parse_templates(text) == TEMPLATES


def test_what_is_no_table_is_refused():
    with pytest.raises(UnreadableInput):
        parse_templates("[1]", format="json", name="ord.json")
