"""Swedish output holds no English word that is not a key, a code, a command or what was given; nor the reverse.

The words of a language are those of the catalogue's own texts in it that the other's never have, and common ones.
"""

from __future__ import annotations

import re

import pytest

from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS, OpeningDeficit, OwnRow
from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.book.commands import all_commands
from sifund_ledger.catalogue import CODES
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.explain import Reproduction, reproductions
from sifund_ledger.fields.declared import fields_of
from sifund_ledger.findings import REMEDY, Finding, FindingCode
from sifund_ledger.programme.eligibility import RULES
from sifund_ledger.programme.presets import PROGRAMMES
from sifund_ledger.report.labels import LABELLED
from sifund_ledger.year_end.texts.sentences import TEMPLATES

REPRODUCTIONS = {each.code: each for each in reproductions() if each.code in {code.name for code in CODES}}
_NO_PROSE = re.compile(
    r"""
      \{[^{}]*\}                                          # what is filled in
    | ``[^`]*`` | “[^”]*” | ”[^”]*” | "[^"]*" | '[^']*'   # what is quoted
    | sifund(?:\ [a-z-]+)* | --?\w[\w-]* | \w+\([^)]*\)   # commands, options, calls
    | \S*[_=\#/\\@]\S* | \S*\w\.\w\S* | \[\w+\]        # keys, paths, files, tables of a file
    | \b[A-ZÅÄÖ][A-ZÅÄÖ\d]+\b                            # codes
    | \b\w*\d\w*\b                                      # numbers and hashes, whose letters are no words
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def words(text: str) -> set[str]:
    """The words of a text that are prose."""
    return {word.lower() for word in _WORD.findall(_NO_PROSE.sub(" ", text))}


ENGLISH = words(REMEDY.en).union(
    *(words(code.en) | words(code.remedy_en) for code in CODES), *(words(each.meaning.en) for each in reproductions())
)
SWEDISH = words(REMEDY.sv).union(
    *(words(code.sv) | words(code.remedy_sv) for code in CODES), *(words(each.meaning.sv) for each in reproductions())
)
_ALWAYS_ENGLISH = words("the is of and no year amount from with has have are was that this by it")
_ALWAYS_SWEDISH = words("och är inte för det den att av som till ett på med har kan ska från eller")
FOREIGN = {"sv": ENGLISH - SWEDISH | _ALWAYS_ENGLISH, "en": SWEDISH - ENGLISH | _ALWAYS_SWEDISH}
"""The words that output in a language must not hold."""

FIELDS = [
    *(field for command in all_commands() for field in command.fields()),
    *year_fields(), *file_fields(), *GROUND_FIELDS, *fields_of(OpeningDeficit), *fields_of(OwnRow),
]  # fmt: skip


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_a_swedish_text_names_fields_as_swedish_files_have_them(code: FindingCode) -> None:
    english = {field.name for field in FIELDS if "_" in field.name and field.words.sv != field.name}
    texts = re.sub(r"\{[^{}]*\}|\w+=", " ", f"{code.sv} {code.remedy_sv}")  # what is filled in, and what calls have
    assert not english & set(re.findall(r"\w+", texts))


GIVEN = {
    "BOOK_OPENED": "kommun",
    "BUDGET_LINE_EXPORTED": "frame",
    "CHECKPOINTS_OF_OTHERS": "kommun",
    "CSV_COLUMN_MISSING": "Result Results Year",
    "DUMP_DIFFERS": "actor",
    "DECISION_STATE_UNFIT": "appealed final repealed",
    "DIRECT_USE_OF_EARMARK_ALONE": "ram",
    "ENTITY_KIND_UNKNOWN": "federation municipality",
    "FIELD_WORD_UNKNOWN": "forecast interim outcome",
    "FIGURE_NOT_PROPOSED": "equity",
    "LABEL_ROW_UNKNOWN": " ".join(name for name in LABELLED["statement"]).replace("_", " ") + " statement title",
    "LABEL_TABLE_UNKNOWN": " ".join(LABELLED).replace("_", " "),
    "LEDGER_ENTITY_DIFFERS": "kommun",
    "MAPPING_DIMENSION_SHARED": "projekt",
    "LEDGER_NAME_DIFFERS": "kommun",
    "NOT_AN_EARMARK": "ram",
    "OPENING_NOT_STATED": "equity",
    "PLAN_BEFORE_START": "nytt",
    "PLAN_BELOW_GRANT": "nytt",
    "PLAN_MISSING": "nytt",
    "PLAN_NEEDS_YEARS": "nytt",
    "PLAN_STARTS_LATE": "nytt",
    "POLICY_CONTRADICTS": "egen",
    "POLICY_UNDECIDED": "below fund grounds inside strict",
    "PRESENTATION_UNKNOWN": "below grounds inside strict",
    "PROGRAMME_UNKNOWN": " ".join(PROGRAMMES).replace("_", " "),
    "ROLES_KEY_WITHOUT_FIGURE": "equity",
    "ROLE_DIMENSION_EMPTY": "project",
    "ROLE_ON_OTHER_STATEMENT": "equity",
    "ROLE_WITHOUT_ACCOUNTS": "equity",
    "RULE_UNKNOWN": " ".join(RULES).replace("_", " "),
    "SHEET_UNKNOWN": "plans",
    "SIE_QUOTE_UNCLOSED": "fordringar hos leverant",
    "SIE_TEXT_REPLACED": "ks",
    "SIE_UNWRITABLE": "account balances",
    "TABLE_WORD_UNKNOWN": "de en",
    "TASK_NOT_DELEGABLE": "amend grant reassign waive",
    "TEMPLATE_FIELD_UNKNOWN": "approve result adjusted year",
    "TEMPLATE_UNKNOWN": " ".join(name for name in TEMPLATES if "_" not in name),
    "USAGE_COMMAND_UNKNOWN": "balance requirement",
    "USE_NEEDS_PROJECT": "egen riktlinje",
}
"""Words that are keys, or that the example itself gives as a name, by code."""


@pytest.mark.parametrize("each", REPRODUCTIONS.values(), ids=list(REPRODUCTIONS))
def test_no_word_and_no_quotation_mark_is_of_the_other_language(each: Reproduction) -> None:
    found = _placeless(each)
    texts = [each.meaning, *((finding.text("sv"), finding.text("en")) for finding in found)]
    given = words(GIVEN.get(each.code, ""))
    mixed = [
        text
        for pair in texts
        for text, language in zip(pair, ("sv", "en"), strict=True)
        if words(text) & FOREIGN[language] - given
    ]
    assert not mixed
    # A value of Python's, and what a remedy has typed, have its own.
    told = [finding.message_sv for finding in found]
    assert not [text for text in told if re.search(r"(?<![\w=(])'.*'", text)]


def _placeless(each: Reproduction) -> list[Finding]:
    """What it gives, without places: those name files and what was given."""
    return [finding.at_place("") for finding in each.findings()]
