"""Text in JSON and TOML with what cannot be seen as escapes (flyktsekvenser): the same value, harmless to print."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

_BARE: Final = re.compile("[A-Za-z0-9_åäöÅÄÖ-]+")


def json_text(tree: Any) -> str:
    """A tree as JSON text, in letters as they are; control characters, bidi marks and half pairs are escapes.

    >>> print(json_text(["Öst\\u009b31m"]))
    [
      "Öst\\u009b31m"
    ]
    """
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    return "\n".join(_escaped(line, lambda character: json.dumps(character)[1:-1]) for line in text.split("\n"))


def toml_string(value: str | int) -> str:
    """A text as a basic string of TOML; a number as it is.

    >>> toml_string('"Öst"\\u202e'), toml_string(2014)
    ('"\\\\"Öst\\\\"\\\\u202e"', '2014')
    """
    return _escaped(json.dumps(value, ensure_ascii=False), _of_toml)


def toml_value(value: Any) -> str:
    """A value of a document in TOML: a text, a number, a day as text, a list, or a table on its line.

    >>> toml_value({"Skola F–6": ["5", 2014]})
    '{ "Skola F–6" = ["5", 2014] }'
    """
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{toml_key(str(key))} = {toml_value(part)}' for key, part in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, bool) or not isinstance(value, str | int):
        return "true" if value is True else "false" if value is False else toml_string(str(value))
    return toml_string(value)


def toml_key(key: str) -> str:
    """A key, in quotation marks where TOML wants them; Swedish letters need none in the files that are read here.

    >>> toml_key("räkenskapsår"), toml_key("Belopp (kr)")
    ('räkenskapsår', '"Belopp (kr)"')
    """
    return key if _BARE.fullmatch(key) else toml_string(key)


def _of_toml(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _escaped(text: str, escape: Callable[[str], str]) -> str:
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or unicodedata.category(character) == "Zs" else escape(character)
        for character in text
    )
