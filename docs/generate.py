"""Writes the parts of the documentation that follow from the code, and the outputs that its examples print.

    python docs/generate.py            writes them
    python docs/generate.py --check    says which pages are out of date, and fails if any is

The page of published cases is computed from the public data in ``../shared``; where they are not, it is left as it is.

A page has a part between ``<!-- generated: NAME -->`` and ``<!-- end generated -->``. On the pages that run, each
``python`` block is executed, in order and in one namespace, in an empty folder; the ``text`` block after it is what
it prints. A ``console`` block begins with ``$ sifund …`` and goes on with what that command prints; the clock stands
still. A ``csv``, ``toml`` or ``sie`` block below a line that ends with a file's name and a colon is that file.
"""

from __future__ import annotations

import contextlib
import dataclasses
import inspect
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
RUNNING = (
    ROOT / "README.md",
    DOCS / "tutorial.md",
    DOCS / "recipes.md",
    DOCS / "funds.md",
    DOCS / "sie.md",
    DOCS / "models.md",
    DOCS / "programme.md",
    DOCS / "integrate.md",
    DOCS / "notebook.md",
    DOCS / "csv.md",
)

REFERRED = (
    "sifund_ledger", "sifund_ledger.exchange", "sifund_ledger.exchange.sie", "sifund_ledger.general_ledger",
    "sifund_ledger.audit", "sifund_ledger.report", "sifund_ledger.simulation",
)  # fmt: skip
"""The packages whose public names stand in the reference."""

sys.path.insert(0, str(ROOT))
sys.path += [str(DOCS), str(ROOT / "tests"), str(ROOT / "tests" / "balance")]

import published  # noqa: E402

import sifund_ledger  # noqa: E402
from sifund_ledger.audit.registry import CHECKS  # noqa: E402
from sifund_ledger.balance.figures.figure import Figure  # noqa: E402
from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS, OpeningDeficit, OwnRow  # noqa: E402
from sifund_ledger.balance.figures.year_figures import year_fields  # noqa: E402
from sifund_ledger.book.commands import all_commands  # noqa: E402
from sifund_ledger.catalogue import CODES_BY_ROOM  # noqa: E402
from sifund_ledger.cli.help_words import OF_COMMANDS  # noqa: E402
from sifund_ledger.exchange.mapped_csv.mapping_file import FIELDS as MAPPING_FIELDS  # noqa: E402
from sifund_ledger.exchange.statements.figures_file import file_fields  # noqa: E402
from sifund_ledger.explain import reproductions  # noqa: E402
from sifund_ledger.fields.declared import Field, fields_of  # noqa: E402
from sifund_ledger.law import LAST_COVERED, RULES, Certainty, Formula, Rule  # noqa: E402
from sifund_ledger.law.rows import ROW_NAMES  # noqa: E402
from sifund_ledger.ledger.accounts import CHART  # noqa: E402
from sifund_ledger.programme.eligibility import RULES as ELIGIBILITY  # noqa: E402
from sifund_ledger.programme.eligibility import rule_words  # noqa: E402
from sifund_ledger.programme.presets import PROGRAMMES  # noqa: E402
from sifund_ledger.store.opening import open_book  # noqa: E402
from sifund_ledger.testing import BOOK_FAULTS, LEDGER_FAULTS  # noqa: E402
from sifund_ledger.year_end.book_state import EVENT_TYPES  # noqa: E402
from sifund_ledger.year_end.texts.sentences import TEMPLATES  # noqa: E402

_PART = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end generated -->)", re.DOTALL)
_NAMED = re.compile(r"`(?P<name>[\w.-]+)`:\n+$")
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$\n*", re.DOTALL | re.MULTILINE)


# ---- parts that follow from the code


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _table(heads: tuple[str, ...], rows: Iterator[tuple[object, ...]] | list[tuple[object, ...]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _years(first: int, last: int | None) -> str:
    if last == first:
        return str(first)
    return f"{first}–" if last is None else f"{first}–{last}"


def _first_line(value: object) -> str:
    paragraph = (inspect.getdoc(value) or "").split("\n\n")[0]
    text = " ".join(paragraph.split())
    return re.sub(r":\w+:`~?([^`]+)`", lambda match: f"`{match[1].rsplit('.', 1)[-1]}`", text).replace("``", "`")


def _sum(rule: Formula) -> str:
    signs = {1: "+", -1: "−"}
    terms = [f"{signs[sign]} `{key}`" for key, sign in rule.terms]
    own = ["+ the municipality's own rows"] if rule.own_rows else []
    return " ".join([f"`{rule.target}` = `{rule.start}`", *terms, *own])


def rules() -> str:
    """Every dated rule, in the order of the statement."""
    rows = [
        (f"`{rule.name}`", rule.span, _says(rule), _place(rule), rule.certainty.value)
        for versions in RULES
        for rule in versions
    ]
    return _table(
        ("rule", "fiscal years", "what it says, in our words", "paragraph, act of the wording", "how sure"), rows
    )


def _says(rule: Rule) -> str:
    return f"{rule.words('en')} Without a paragraph: {rule.practice.en}" if rule.practice else rule.words("en")


def _place(rule: Rule) -> str:
    return f"{rule.cited}, SFS {rule.sfs} from {rule.in_force_from}" if rule.citation else "no statute"


def sums() -> str:
    """The sums of the statement, with the keys of the figures file."""
    formulas = [rule for versions in RULES for rule in versions if isinstance(rule, Formula)]
    rows = [(f"`{rule.name}`", rule.span, _sum(rule)) for rule in formulas]
    return _table(("rule", "fiscal years", "sum"), rows)


def certainties() -> str:
    """What the marks of certainty mean, and how many versions of rules bear each."""
    found = [rule.certainty for versions in RULES for rule in versions]
    rows = [(mark.value, mark.words("en"), found.count(mark)) for mark in Certainty]
    return _table(("mark", "meaning", "rules"), rows)


def commands() -> str:
    """Every command of a book, by its place on the command line."""
    parts = []
    for command in sorted(all_commands(), key=lambda each: each.cli):
        does = OF_COMMANDS[command.name]
        rows = [
            f"| {f'**`{field.name}`**' if field.required else f'`{field.name}`'} | `{field.words.sv}` "
            f"| {'table' if field.kind.several.en == 'tables' else field.kind.words.en} | {field.help.en} |"
            for field in command.fields()
        ]
        heads = ["| field | in Swedish | kind | what |", "|---|---|---|---|"]
        parts += [f"## `sifund {command.cli}`", "", f"{does.en} *{does.sv}*", ""]
        parts += [f"`{command.name}`, in Swedish `{command.sv}`.", "", *heads, *rows, ""]
    return "\n".join(parts).rstrip() + "\n"


def sentences() -> str:
    """Every sentence of a year-end's texts, by its name."""
    return _table(("name", "sentence"), [(f"`{name}`", text) for name, text in TEMPLATES.items()])


def row_names() -> str:
    """The rows of the statement, by fiscal year."""
    rows = [(f"`{row.name}`", _years(row.first_year, row.last_year), row.sv, row.en) for row in ROW_NAMES]
    return _table(("line", "fiscal years", "Swedish", "English"), rows)


def keys_of(declared: Iterable[Field]) -> str:
    """The keys of a table in a structured file: English, Swedish, type, fiscal years, rule."""
    rows = []
    for field in declared:
        words = ", ".join(f"`{word}`" for word in field.kind.schema.get("enum", ()))
        years = _years(field.first_year, field.last_year) if isinstance(field, Figure) and field.law else ""
        rule = f"{field.help.en}. Required" if field.required and field.help.en else field.help.en
        type_ = {"array": "list", "object": "table"}.get(str(field.kind.schema.get("type")), field.kind.words.en)
        rows.append((f"`{field.name}`", f"`{field.words.sv}`", words or type_, years, rule))
    return _table(("key", "in Swedish", "type", "fiscal years", "rule"), rows)


def chart() -> str:
    """The chart of accounts."""
    rows = [(code.book, f"`{code.code}`", code.swedish, code.limit) for code in CHART.values()]
    return _table(("book", "code", "Swedish", "balance may be"), rows)


def events() -> str:
    """Every event that a book can hold, and what it posts."""
    rows = []
    for (kind, version), event in EVENT_TYPES.items():
        posts = _first_line(event.postings)
        rows.append((f"`{kind}`", version, _first_line(event), "nothing" if posts == "Nothing moves." else posts))
    return _table(("kind", "version", "what it is", "what it posts"), rows)


def programme_rules() -> str:
    """Every rule of eligibility, with what it asks."""
    rows = [(f"`{code}`", kind.words.en.replace("{value}", "…"), kind.words.sv.replace("{value}", "…"))
            for code, kind in ELIGIBILITY.items()]  # fmt: skip
    return _table(("rule", "what it asks", "in Swedish"), rows)


def programmes() -> str:
    """Every programme that can be named, with its rules; a rule that refuses stands in bold."""
    rows = []
    for name, programme in PROGRAMMES.items():
        said = [f"**{rule_words(code, value).en}**" if refuses else rule_words(code, value).en
                for code, value, _, refuses in programme.rules]  # fmt: skip
        sources = "; ".join(dict.fromkeys(source for _, _, source, _ in programme.rules))
        rows.append((f"`{name}`", " ".join(said), sources))
    return _table(("programme", "rules", "source"), rows)


def findings() -> str:
    """Every kind of finding, in a table for each room, with a link to the example that brings it about."""
    examples = {each.code: each for each in reproductions()}
    rooms: dict[str, list[tuple[object, ...]]] = {}
    for room, codes in CODES_BY_ROOM.items():
        for code in codes:
            if (example := examples.get(code.name)) is None:
                continue  # a test asks for it
            link = f"[`{code.name}`](../{example.path.relative_to(ROOT).as_posix()})"
            row = (link, code.severity.value, example.meaning.en.replace("``", "`"), code.citation)
            rooms.setdefault(room.partition(".")[0], []).append(row)
    heads = ("code", "severity", "when it is met", "paragraph")
    return "\n".join(f"## {room}\n\n{_table(heads, sorted(rows))}" for room, rows in sorted(rooms.items()))


def _signature(value: Callable[..., Any]) -> str:
    """The names of the parameters; those that must be named stand behind a star."""
    names, star = [], False
    for parameter in inspect.signature(value).parameters.values():
        if parameter.name == "self":
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            names.append("*")
            star = True
        prefix = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        names.append(prefix + parameter.name + ("" if parameter.default is parameter.empty else "=…"))
    return f"({', '.join(names)})"


def _members(owner: type) -> Iterator[tuple[str, str]]:
    """The public methods and properties of a class, inherited ones among them."""
    for name, member in inspect.getmembers(owner):
        if name.startswith("_") or not inspect.getdoc(member):
            continue
        home = next((c for c in owner.__mro__ if name in vars(c)), owner)
        if not home.__module__.startswith("sifund_ledger"):
            continue
        if isinstance(member, property | cached_property):
            yield f"`.{name}`", _first_line(member)
        elif inspect.isroutine(member):
            yield f"`.{name}{_signature(member)}`", _first_line(member)


def _entry(owner: ModuleType, name: str) -> str:
    value = getattr(owner, name)
    lines = [f"### {name}\n"]
    if name == "__version__":
        return f"{lines[0]}\nThe version of the library, as text.\n"
    if inspect.ismodule(value):
        lines += [_first_line(value), ""]
        lines += [f"- `presets.{each}`" for each in value.__all__]
    elif inspect.isclass(value):
        lines += [f"*{_kind(value)} in `{value.__module__}`.* {_first_line(value)}", ""]
        if issubclass(value, str):
            lines += [f"- `{each.value}`" for each in value]  # type: ignore[attr-defined]
        elif not issubclass(value, Exception):
            lines += [f"Fields: {_fields(value)}.", ""] if _fields(value) else []
            lines += [f"- {head}: {text}" for head, text in _members(value)]
    else:
        lines += [f"`{name}{_signature(value)}`, in `{value.__module__}`. {_first_line(value)}"]
    return "\n".join(lines).rstrip() + "\n"


def _fields(value: type) -> str:
    names = [f.name for f in dataclasses.fields(value)] if dataclasses.is_dataclass(value) else []
    names = names or list(getattr(value, "_fields", ()))
    return ", ".join(f"`{name}`" for name in names if not name.startswith("_"))


def _kind(value: type) -> str:
    if issubclass(value, Exception):
        bases = [base.__name__ for base in value.__bases__]
        return f"exception below {' and '.join(bases)},"
    return "words" if issubclass(value, str) else "class"


def reference(package: str) -> str:
    """Every public name of a package, with the first paragraph of its docstring; the kinds of findings have a page."""
    owner = import_module(package)
    return "\n".join(_entry(owner, name) for name in owner.__all__ if name != "CODES")


def audit_checks() -> str:
    """Every check of an audit, in the order in which they run."""
    rows = [
        (f"`{check.code}`", "full, with `--sie`" if check.of_ledger else check.tier.value, check.proves.en, check.cites)
        for check in CHECKS
    ]
    return _table(("check", "tier", "what it proves", "paragraph"), rows)


def audit_faults() -> str:
    """Every fault that is planted in a book, with the check that must find it."""
    rows = [(f"`{fault.name}`", fault.words.en, f"`{fault.check}`") for fault in BOOK_FAULTS.values()]
    return _table(("fault", "what it is", "found by"), rows)


def ledger_faults() -> str:
    """Every fault that is planted in a book and its general ledger, with what must find it, and as what."""
    rows = [
        (f"`{fault.name}`", fault.words.en, f"`{fault.check}`", f"`{fault.code}`") for fault in LEDGER_FAULTS.values()
    ]
    return _table(("fault", "what it is", "found by", "as"), rows)


def _published(name: str) -> str:
    return _table(*published.part(name))


PARTS: dict[str, Callable[[], str]] = {
    "audit-checks": audit_checks,
    "audit-faults": audit_faults,
    "audit-ledger-faults": ledger_faults,
    "certainties": certainties,
    "chart": chart,
    "events": events,
    "keys-of-csv": lambda: keys_of(MAPPING_FIELDS),
    "keys-of-deficits": lambda: keys_of(fields_of(OpeningDeficit)),
    "keys-of-files": lambda: keys_of(file_fields()),
    "keys-of-grounds": lambda: keys_of(GROUND_FIELDS),
    "keys-of-rows": lambda: keys_of(fields_of(OwnRow)),
    "keys-of-years": lambda: keys_of(year_fields()),
    "findings": findings,
    "last-covered": lambda: f"{LAST_COVERED}\n",
    **{f"reference-{package}".replace(".", "-"): partial(reference, package) for package in REFERRED},
    "commands": commands,
    "programme-rules": programme_rules,
    "programmes": programmes,
    "sentences": sentences,
    "row-names": row_names,
    "rules": rules,
    "sums": sums,
    **{name: partial(_published, name) for name in published.NAMES},
}


# ---- examples and what they print


_NOON = datetime(2021, 6, 30, 12, tzinfo=UTC)
"""When the commands of the pages are given."""


def _console(command: str) -> str:
    """What a ``sifund`` command prints: standard output, then standard error."""
    from sifund_ledger.cli import main

    words = shlex.split(command)
    if words[0] != "sifund":
        raise ValueError(f"a console block runs sifund alone: {command}")
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    clock = mock.patch.dict(open_book.__kwdefaults__, clock=lambda: _NOON)
    actor = mock.patch.dict(os.environ, SIFUND_ACTOR="ekonomi")
    with clock, actor, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        main(words[1:])
    printed = []
    for stream in (out, err):
        stream.flush()
        printed.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return "".join(printed)


def _python(body: str, page: Path, line: int, namespace: dict[str, Any]) -> str:
    out = io.StringIO()
    source = "\n" * line + body  # so that a traceback names the line of the page
    with contextlib.redirect_stdout(out):
        exec(compile(source, str(page), "exec"), namespace)
    return out.getvalue()


def _trimmed(printed: str) -> str:
    lines = [line.rstrip() for line in printed.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def with_outputs(page: Path, text: str) -> str:
    """The page with every output as its examples print it now; run in an empty folder, with the bundled examples."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    parts: list[str] = []
    end, printed = 0, ""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        examples = Path("sifund_ledger", "exchange", "examples")
        examples.mkdir(parents=True)
        for example in (ROOT / examples).glob("*.toml"):
            shutil.copy(example, examples)
        shutil.copytree(DOCS / "examples", Path("docs", "examples"))
        for block in _BLOCK.finditer(text):
            parts.append(text[end : block.start()])
            language, body = block["language"], block["body"]
            if printed and language != "text":
                raise ValueError(f"{page.name}: a text block must show what is printed: {printed[:60]!r}")
            tail = block[0].rpartition("```")[2]
            if language in ("csv", "toml", "sie", "json") and (file := _NAMED.search(text, 0, block.start())):
                Path(file["name"]).write_text(body, encoding="utf-8")
            if language == "python":
                printed = _python(body, page, text.count("\n", 0, block.start("body")), namespace)
            elif language == "console":
                command = body.partition("\n")[0]
                body = f"{command}\n{_trimmed(_console(command.removeprefix('$ ')))}"
            elif language == "text" and printed:
                body, printed = _trimmed(printed), ""
            parts.append(f"```{language}\n{body}```{tail}")
            end = block.end()
        _close(namespace)
    if printed:
        raise ValueError(f"{page.name}: the last block prints, and no text block shows it")
    return "".join(parts) + text[end:]


def _close(namespace: dict[str, Any]) -> None:
    """Let go of the books that the examples left open, so that their folder can be removed anywhere."""
    for value in namespace.values():
        if isinstance(value, sifund_ledger.Book):
            value.close()


def with_parts(text: str) -> str:
    """The page with the parts that follow from the code; published cases stay as they are without the public data."""

    def part(match: re.Match[str]) -> str:
        if match["name"] in published.NAMES and not published.here():
            return match[0]
        return f"{match[1]}\n{PARTS[match['name']]()}\n{match[3]}"

    return _PART.sub(part, text)


def up_to_date(page: Path) -> str:
    """What a page should say."""
    text = with_parts(page.read_text(encoding="utf-8"))
    return with_outputs(page, text) if page in RUNNING else text


def pages() -> list[Path]:
    """README and every page of the documentation."""
    return [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]


def schemas() -> dict[Path, str]:
    """The JSON Schemas that others read, by their file."""
    from sifund_ledger.exchange import json_schemas

    made = json_schemas().items()
    return {
        DOCS / "schemas" / f"{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"
        for name, schema in made
    }


def main(arguments: list[str]) -> int:
    """Write what is out of date, or with ``--check`` name it."""
    if not published.here():
        print("docs/published.md is left as it is: the public data are not in ../shared", file=sys.stderr)
    stale = [page for page in pages() if up_to_date(page) != page.read_text(encoding="utf-8")]
    stale += [file for file, text in schemas().items() if not file.exists() or file.read_text("utf-8") != text]
    for page in stale:
        if "--check" in arguments:
            print(f"{page.relative_to(ROOT)} is out of date: python docs/generate.py", file=sys.stderr)
        else:
            text = schemas()[page] if page in schemas() else up_to_date(page)
            page.write_text(text, encoding="utf-8", newline="\n")
            print(f"{page.relative_to(ROOT)} written")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
