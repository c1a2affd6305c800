"""``sifund explain CODE``: a finding in full, with the smallest thing that brings it about.

The examples are the reproductions of ``tests/findings``, one file for each code; an installed package has them beside
this module. To explain a new code, add its file there: a sentence that says when a user meets it, the same in Swedish
after ``sv:``, and a ``reproduce`` that the library refuses, or that returns findings.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import sys
import tempfile
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Final

import click

from sifund_ledger.amounts import Language
from sifund_ledger.audit.check import Check
from sifund_ledger.audit.registry import CHECKS
from sifund_ledger.audit.words import TIERS
from sifund_ledger.catalogue import CODES_BY_ROOM
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import A_BOOK, Output, on_command_line, output_options
from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.statements.statement_json import finding_as_data
from sifund_ledger.exchange.wire.law import CodeShape, CodesShape, ExplainedCheck, ExplainedShape
from sifund_ledger.findings import Bilingual, Finding, FindingCode, Severity
from sifund_ledger.testing.book_faults import BOOK_FAULTS
from sifund_ledger.written import visible

_HERE: Final = Path(__file__).resolve().parent
_INSTALLED: Final = _HERE / "examples_of_findings"
FOLDER: Final = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent / "tests" / "findings"
"""Where the reproductions are: in the installed package, or in the source tree."""
BEGINNINGS: Final = FOLDER / "situations.py"
"""The small books that many reproductions begin from."""
_SEVERITIES: Final = {
    Severity.ERROR: Bilingual("fel", "error"),
    Severity.WARNING: Bilingual("varning", "warning"),
    Severity.NOTE: Bilingual("upplysning", "note"),
}
_LIBRARY: Final = "sifund_ledger."
"""Stands before a room, whose name is that of Python in either language."""
_FINDS: Final = Bilingual("Gör iakttagelserna:", "Makes the findings:")
_FAULTS: Final = Bilingual("Hittar till exempel:", "Finds for example:")
_EXAMPLE: Final = Bilingual("Exempel i Python:", "Example in Python:")
_EPILOG: Final = """\
\b
Examples:
  sifund explain
  sifund explain FUND_UNKNOWN
  sifund explain FUND_UNKNOWN --lang en -O json
  sifund explain decided_again
"""


class Reproduction:
    """A file that brings one finding about: its code is the file's name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.code = path.stem.upper()

    @cached_property
    def _file(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def _tree(self) -> ast.Module:
        return ast.parse(self._file)

    @property
    def meaning(self) -> Bilingual:
        """When a user meets the finding, in one sentence."""
        english, _, swedish = (ast.get_docstring(self._tree) or "").partition("\n\nsv: ")
        return Bilingual(swedish, english)

    @property
    def source(self) -> str:
        """The file without its docstring."""
        return "\n".join(self._file.splitlines()[self._tree.body[0].end_lineno or 0 :]).strip()

    def run(self, folder: Path) -> tuple[Finding, ...]:
        """The findings that it is refused with, or that it returns; ``folder`` is for its files."""
        if str(FOLDER) not in sys.path:
            sys.path.insert(0, str(FOLDER))  # it imports the situations that it begins from
        spec = spec_from_file_location(f"reproduction_of_{self.path.stem}", self.path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        takes_folder = bool(inspect.signature(module.reproduce).parameters)
        try:
            given = module.reproduce(folder) if takes_folder else module.reproduce()
        except (Refused, StoreUnavailable) as refusal:
            return refusal.findings
        return tuple(getattr(given, "findings", given) or ())

    def findings(self) -> list[Finding]:
        """What it gives of its code, run in a folder of its own that no place names."""
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            return [finding for finding in self.run(Path()) if finding.code == self.code]


def reproductions() -> Iterator[Reproduction]:
    """Every reproduction, in the order of the codes."""
    for path in sorted(FOLDER.glob("*.py")):
        if path != BEGINNINGS and not path.name.startswith("test_"):
            yield Reproduction(path)


def reproduction_of(code: str) -> Reproduction:
    """The reproduction of a code."""
    return Reproduction(FOLDER / f"{code.lower()}.py")


@in_swedish(
    "En iakttagelse i sin helhet, med exempel.",
    """Förklara en iakttagelse efter dess kod: vad den betyder, vad du gör, och ett exempel som ger den.

    Utan kod visas alla med allvarsgrad, efter den del av biblioteket som de hör till. Ett granskningsmoment
    förklaras efter sin kod, till exempel authority: vad det visar och vilka iakttagelser det gör.""",
)
@click.command("explain", short_help="A finding in full, with an example.", epilog=_EPILOG)
@click.argument("code", required=False)
@output_options("text", "json")
def command(code: str | None, output: Output) -> ExitCode:
    """Explain a finding by its CODE: what it means, what to do, and an example that brings it about.

    Without a CODE, list every one with its severity, by the room of the library that it belongs to. A check of an audit
    is explained by its code, such as authority: what it proves, and which findings it makes.
    """
    by_name = {each.name: (room, each) for room, declared in CODES_BY_ROOM.items() for each in declared}
    if code is None:
        return output.deliver(_list(output))
    name = code.upper().replace("-", "_")
    checks = {check.code.upper(): check for check in CHECKS}
    if name in checks and name not in by_name:
        return output.deliver(_of_check(checks[name], output))
    if name not in by_name:
        near = get_close_matches(name, by_name, 3)
        unknown = codes.CODE_UNKNOWN if near else codes.CODE_UNLIKE_ALL
        raise UnreadableInput([unknown.at("sifund explain", code=code, near=near)])
    return output.deliver((_as_json if output.format == "json" else _text)(*by_name[name], output.language))


def _list(output: Output) -> str:
    if output.format == "json":
        rows = ((room, code) for room, declared in CODES_BY_ROOM.items() for code in declared)
        listed: CodesShape = {"codes": [_head(room, code) for room, code in rows]}
        return json_text(listed)
    lines: list[str] = []
    for room, declared in CODES_BY_ROOM.items():
        lines += ["", f"{_LIBRARY}{room}"]
        lines += [f"  {_SEVERITIES[code.severity].words(output.language):10} {code.name}" for code in declared]
    return "\n".join(lines[1:])


def _of_check(check: Check, output: Output) -> str:
    """A check of an audit: what it proves, the findings that it makes, and faults that a test plants for it."""
    language = output.language
    faults = [fault for fault in BOOK_FAULTS.values() if fault.check == check.code]
    if output.format == "json":
        tree: ExplainedCheck = {
            "check": check.code, "name": check.name.words(language), "tier": check.tier.value,
            "proves": check.proves.words(language), "citation": str(check.cites),
            "finds": [each.name for each in check.finds],
            "faults": {fault.name: fault.words.words(language) for fault in faults},
        }  # fmt: skip
        return json_text(tree)
    tier = TIERS[check.tier].words(language)
    parts = [
        f"{check.code}: {check.name.words(language)} ({tier}) [{check.cites.words(language)}]",
        check.proves.words(language),
    ]
    if check.finds:
        finds = (f"  {_SEVERITIES[each.severity].words(language):10} {each.name}" for each in check.finds)
        parts.append("\n".join([_FINDS.words(language), *finds]))
    if faults:
        parts.append("\n".join([_FAULTS.words(language), *(f"  {fault.words.words(language)}" for fault in faults)]))
    return "\n\n".join(parts)


def _head(room: str, code: FindingCode) -> CodeShape:
    return {"code": code.name, "severity": code.severity.value, "room": room}


def _text(room: str, code: FindingCode, language: Language) -> str:
    example = reproduction_of(code.name)
    texts = [finding.text(language, on_command_line(A_BOOK.words(language))) for finding in example.findings()]
    parts = [
        f"{code.name}: {_SEVERITIES[code.severity].words(language)} ({_LIBRARY}{room})",
        example.meaning.words(language),
        *("\n".join(map(visible, text.split("\n"))) for text in texts),
        _EXAMPLE.words(language),
        example.source,
    ]
    return "\n\n".join(part for part in parts if part)


def _as_json(room: str, code: FindingCode, language: Language) -> str:
    example = reproduction_of(code.name)
    calls = on_command_line(A_BOOK.words(language))
    tree: ExplainedShape = {
        **_head(room, code),
        "meaning": example.meaning.words(language),
        "findings": [finding_as_data(finding, language, calls) for finding in example.findings()],
        "example": example.source,
    }
    return json_text(tree)
