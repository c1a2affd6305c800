"""Why a TOML or JSON document cannot be parsed (syntaxfel): place, and reason in both languages."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Final, NamedTuple

from sifund_ledger.findings import Bilingual, printable

_TOML_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_ENDS: Final = Bilingual(" (filen slutar här)", " (the file ends here)")
_SWEDISH: Final = (
    ("Expected '=' after a key", "efter nyckeln väntas ="),
    ("Expected ']' at the end", "tabellens namn ska sluta med ]"),
    ("Expected ']]' at the end", "tabellens namn ska sluta med ]]"),
    ("Expected newline or end of document", "efter värdet väntas ny rad"),
    ("Expected", "texten är inte avslutad"),
    ("Invalid initial character for a key", "här väntas en nyckel"),
    ("Invalid statement", "här väntas en nyckel eller [tabell]"),
    ("Invalid value", "värdet är inte giltigt"),
    ("Invalid date", "datumet finns inte"),
    ("Invalid hex", "hexvärdet är inte giltigt"),
    ("Unclosed array", "listan är inte avslutad med ]"),
    ("Unclosed inline table", "tabellen är inte avslutad med }"),
    ("Unterminated string", "texten är inte avslutad"),
    ("Unescaped", "ett omvänt snedstreck i en text skrivs dubbelt"),
    ("Escaped character", "tecknet finns inte"),
    ("Cannot overwrite", "nyckeln finns redan"),
    ("Cannot declare", "tabellen finns redan"),
    ("Cannot mutate", "tabellen är redan avslutad"),
    ("Cannot redefine", "nyckeln finns redan"),
    ("Duplicate inline table key", "nyckeln finns redan"),
    ("Found invalid character", "tecknet får inte stå här"),
    ("Illegal character '\\n'", "texten är inte avslutad på raden"),
    ("Illegal character", "tecknet får inte stå här"),
    ("Invalid control character", "tecknet får inte stå här"),
    ("Invalid \\", "tecknet efter omvänt snedstreck är inte giltigt"),
    ("Expecting value", "här väntas ett värde"),
    ("Expecting property name", "här väntas en nyckel inom citattecken"),
    ("Expecting ':'", "efter nyckeln väntas :"),
    ("Expecting ','", "här väntas ett kommatecken"),
    ("Illegal trailing comma", "kommatecknet följs inte av något"),
    ("Extra data", "något står efter dokumentets slut"),
)
"""What the parsers of the standard library say, by how it begins, in Swedish."""


class SyntaxFault(NamedTuple):
    """Line and column, 0 where they are not known, and why."""

    line: int
    column: int
    why: Bilingual


_BARE_AMOUNT: Final = re.compile(r'["\w] *[=:]\s*([-+\u2212\u2013]?\s?\d[\d\s.]*(?:,\d+|\s\d{3})\b[\d\s.,]*)')


def syntax_fault(error: ValueError, text: str) -> SyntaxFault:
    """What a parser says of a text; of an amount that stands without quotation marks, that it does.

    >>> try:
    ...     tomllib.loads("equity = 71,5")
    ... except ValueError as error:
    ...     print(syntax_fault(error, "equity = 71,5").why.en)
    an amount with a comma or blanks stands within quotation marks: "71,5"
    """
    fault = _syntax_fault(error, text)
    line = text.split("\n")[fault.line - 1] if fault.line else ""
    if amount := _BARE_AMOUNT.search(line[:200]):
        quoted = f'"{printable(amount[1].strip())}"'
        sv = f"ett belopp med komma eller mellanslag står inom citattecken: {quoted}"
        return fault._replace(
            why=Bilingual(sv, f"an amount with a comma or blanks stands within quotation marks: {quoted}")
        )
    return fault


def _syntax_fault(error: ValueError, text: str) -> SyntaxFault:
    """What a parser says, in both languages.

    >>> try:
    ...     tomllib.loads('equity = ["20*]')
    ... except ValueError as error:
    ...     print(_syntax_fault(error, 'equity = ["20*]').why.sv)
    texten är inte avslutad (filen slutar här)
    """
    if isinstance(error, json.JSONDecodeError):
        return SyntaxFault(error.lineno, error.colno, _both(error.msg))
    if not isinstance(error, tomllib.TOMLDecodeError):
        return SyntaxFault(0, 0, Bilingual("ett tal har för många siffror", "a number has too many digits"))
    match = _TOML_PLACE.search(str(error))
    why = _both(str(error)[: match.start()] if match else str(error))
    if match is None:
        return SyntaxFault(0, 0, why)
    if match[1] is None:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
        return SyntaxFault(line, column, Bilingual(why.sv + _ENDS.sv, why.en + _ENDS.en))
    return SyntaxFault(int(match[1]), int(match[2]), why)


def _both(words: str) -> Bilingual:
    """A parser's words, and the same in Swedish where we know them."""
    english = printable(words[:1].lower() + words[1:], 200)
    return Bilingual(next((swedish for begins, swedish in _SWEDISH if words.startswith(begins)), english), english)
