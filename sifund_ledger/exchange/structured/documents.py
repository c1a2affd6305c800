"""From bytes to a plain tree: a TOML or JSON document, bounded in size and depth, every number exact.

A number with a fraction or an exponent is kept as it is written, a ``FloatLiteral``, so that whoever refuses it can
show it. Nothing here knows what the document is about.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from sifund_ledger.amounts import Language
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.structured import findings as codes
from sifund_ledger.exchange.structured.positions import Positions, find_positions
from sifund_ledger.exchange.structured.syntax_faults import syntax_fault
from sifund_ledger.fields.findings import KEY_TWICE
from sifund_ledger.files import DOCUMENT, FILE_IS_WORKBOOK, WORKBOOK, WORKBOOKS, file_bytes
from sifund_ledger.findings import Clause, Finding, shown
from sifund_ledger.money import FloatLiteral
from sifund_ledger.wording import Form

Format = Literal["toml", "json", "xlsx"]
"""What a figures file or an events file may be; other files are text, TOML or JSON."""

MAX_DEPTH: Final = 16
"""The deepest nesting of lists and tables read; a figures file needs 6."""
_TOO_DEEP: Final = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")
_MAX_DIGITS: Final = 600
_TEXT_OR_KEY: Final = re.compile(
    r'''("""(?:\\.|[^\\])*?(?:"""|$)|\'{3}.*?(?:\'{3}|$)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|\#[^\n]*)'''
    r"|([\w-]*[^\W\x00-\x7f][\w-]*)",
    re.DOTALL,
)
"""A text or a comment of TOML, or a word outside them that has another letter than ASCII's."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document read: its tree, the name findings call it by, where its keys stand, and what is wrong already."""

    tree: object
    name: str
    positions: Positions
    findings: tuple[Finding, ...] = ()
    form: Form = "toml"
    language: Language | None = None
    """Of its keys, where that is known by another thing than the keys."""


def read_bytes(path: str | os.PathLike[str], format: Format = "toml") -> bytes:
    """The content of a document. Raises ``UnreadableInput`` where there is none to read, or too much."""
    return file_bytes(path, WORKBOOK if format == "xlsx" else DOCUMENT)


def format_of(path: str | os.PathLike[str], *, workbooks: bool = False) -> Format:
    """TOML, JSON or, where ``workbooks`` are read, xlsx, by the file's ending.

    Raises ``UnreadableInput`` for any other.
    """
    suffix = Path(path).suffix.lower()
    if workbooks and suffix in (".xlsx", ".xlsm"):
        return "xlsx"
    if suffix == ".toml":
        return "toml"
    if suffix == ".json":
        return "json"
    workbook = Clause(FILE_IS_WORKBOOK.remedy_sv, FILE_IS_WORKBOOK.remedy_en)
    instead = workbook if suffix in WORKBOOKS else codes.NAME_IT
    raise UnreadableInput([codes.FILE_FORMAT_UNKNOWN.at(os.fspath(path) or ".", suffix=shown(suffix), instead=instead)])


def parse_document(data: bytes | str, *, format: Format, name: str) -> Document:
    """The tree of a TOML or JSON document, in UTF-8 with or without a byte order mark.

    Raises ``UnreadableInput`` where there is no tree to be had. A JSON key given twice is a finding of the document,
    so that it is reported together with the other faults.
    """
    text = _decoded(data, name)
    if not text.strip():
        raise UnreadableInput([codes.FILE_EMPTY.at(name)])
    if format == "toml":
        _require_shallow_keys(text, name)
        text = keys_quoted(text)
    try:
        tree = _toml(text) if format == "toml" else _json(text)
        positions = find_positions(text, is_json=format == "json")
    except RecursionError:
        raise UnreadableInput([codes.FILE_TOO_DEEP.at(name, limit=MAX_DEPTH)]) from None
    except ValueError as error:
        line, column, why = syntax_fault(error, text)
        place = f"{name}:{line}:{column}" if line else name
        raise UnreadableInput([codes.FILE_SYNTAX.at(place, format=format.upper(), why=why)]) from None
    if any(len(path) > MAX_DEPTH for path in positions.lines):
        raise UnreadableInput([codes.FILE_TOO_DEEP.at(name, limit=MAX_DEPTH)])
    twice = (KEY_TWICE.at(f"{name}:{line}", key=shown(path[-1])) for path, line in positions.repeated)
    return Document(tree, name, positions, tuple(twice), "toml" if format == "toml" else "json")


def _decoded(data: bytes | str, name: str) -> str:
    if isinstance(data, str):
        DOCUMENT.held(data[: DOCUMENT.size + 1].encode("utf-8", "surrogatepass"), name)
        return composed(data)
    try:
        return composed(DOCUMENT.held(data, name).decode("utf-8"))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = f"0x{error.object[error.start]:02x}"
        raise UnreadableInput([codes.FILE_NOT_UTF8.at(f"{name}:{line}", byte=byte, position=error.start)]) from None


def composed(text: str) -> str:
    """A document as it is meant: its letters composed, and no byte order mark before it, however many there are.

    >>> composed("\ufeff\ufeffa\u030ar = 2014")
    'år = 2014'
    """
    return unicodedata.normalize("NFC", text.lstrip("\ufeff"))


def keys_quoted(text: str) -> str:
    """TOML with its Swedish keys in quotation marks, as TOML wants what has å, ä or ö, so that nobody need write them.

    Outside texts and comments a word of other letters can only be a key.

    >>> keys_quoted('år = 2014  # året')
    '"år" = 2014  # året'
    """
    return _TEXT_OR_KEY.sub(lambda found: found[1] or f'"{found[2]}"', text)


def _require_shallow_keys(text: str, name: str) -> None:
    """Refuse keys of many dots before the parser sees them: they take it time and memory by the square of the dots."""
    bare = _TEXT_OR_KEY.sub(lambda found: found[2] or "_" * (found[0][0] != "#") + "\n" * found[0].count("\n"), text)
    if found := _TOO_DEEP.search(bare):
        line = bare.count("\n", 0, found.start()) + 1
        raise UnreadableInput([codes.FILE_TOO_DEEP.at(f"{name}:{line}", limit=MAX_DEPTH)])


def _toml(text: str) -> object:
    return tomllib.loads(text, parse_float=FloatLiteral)


def _json(text: str) -> object:
    return json.loads(text, parse_float=FloatLiteral, parse_constant=FloatLiteral, parse_int=_integer)


def _integer(text: str) -> int | FloatLiteral:
    return int(text) if len(text) <= _MAX_DIGITS else FloatLiteral(text)
