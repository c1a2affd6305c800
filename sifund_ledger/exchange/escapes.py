"""Text in JSON and TOML with what cannot be seen as escapes (flyktsekvenser): the same value, harmless to print."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from typing import Any


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
