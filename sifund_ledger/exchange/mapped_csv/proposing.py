"""A mapping proposed from the head of a file (förslag till kolumnmall): what is sure as keys, the rest as comments."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.book.commands.files import DO
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.csv_lines import MOST_COLUMNS, rows_in
from sifund_ledger.exchange.escapes import toml_key, toml_value
from sifund_ledger.exchange.ledgers.ledger_csv import meaning_of
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.exchange.mapped_csv.figure_rows import figure_named
from sifund_ledger.exchange.mapped_csv.forms import DELIMITER, SIGN, TAB, day_form, is_amount
from sifund_ledger.exchange.mapped_csv.headings import plain, sure_headings, unsure_headings
from sifund_ledger.exchange.mapped_csv.mapping_file import FIELDS, ROWS
from sifund_ledger.exchange.mapped_csv.table import CSV, heading_of
from sifund_ledger.exchange.mapped_csv.targets import FIGURE, FIGURE_AMOUNT, Targets, targets_of
from sifund_ledger.exchange.sie.records.charset import encoding_of
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.kinds import Kind
from sifund_ledger.files import file_bytes
from sifund_ledger.findings import Bilingual, Example
from sifund_ledger.written import Mark, cleaned, composed, on_one_line, settled_mark, written_amount, written_day

_HEAD: Final = 1 << 16
"""How many bytes of a file are looked at."""
_MOST_ROWS: Final = 100
_TITLES: Final = 30
_DELIMITERS: Final = (";", "\t", ",", "|")
_DAYS: Final = ("YYYY-MM-DD", "YYYYMMDD", "YY-MM-DD", "YYMMDD", "D/M YYYY", "D/M-YYYY", "DD/MM/YYYY", "MM/DD/YYYY",
                "DD.MM.YYYY", "DD-MM-YYYY", "YYYY/MM/DD", "YYYY.MM.DD")  # fmt: skip
"""The forms of days that are sought, the surer ones first."""
_AS_IT_IS: Final = ("YYYY-MM-DD", "YYYYMMDD", "YYYY/MM/DD", "YYYY.MM.DD")
"""Those that need no declaration."""
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_NAMES: Final = {field.name: field.words for field in FIELDS}
_ENCODINGS: Final = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_WORDS: Final = {
    "head": Bilingual("Förslag ur {name}. Granska varje rad; det som inte kunde avgöras står som kommentar.",
                      "Proposed from {name}. Check every line; what is unclear stands as a comment."),
    "source": Bilingual("varifrån raderna kommer; samma källa registreras en gång",
                        "what the rows come from; one source is recorded once"),
    "key": Bilingual("kolumner som skiljer raderna åt, om de inte alltid står i samma ordning",
                     "columns that tell rows apart, unless they always stand in the same order"),
    "ascii": Bilingual("bara ASCII finns i början av filen", "there is only ASCII at the head of the file"),
    "mark": Bilingual("inget belopp visar vilket", "no amount shows which"),
    "day": Bilingual("eller {others}", "or {others}"),
    "unit": Bilingual("om beloppen inte är i kronor", "if the amounts are not in kronor"),
    "sign": Bilingual("om en intäkt är negativ i filen", "if income is below zero in the file"),
    "unread": Bilingual("läses inte", "is not read"),
    "do": Bilingual("vad raderna är", "what the rows are"),
    "values": Bilingual("om filen har egna koder", "if the file has codes of its own"),
    "fields": Bilingual("Fler fält som kan ha en kolumn: {names}", "More fields that may have a column: {names}"),
    "perhaps_do": Bilingual("om varje rad har ett kommando; filens egna ord under [värden.gör]",
                            "if every row has a command; the file's own words below [values.do]"),
    "perhaps_taxes_and_grants": Bilingual("om de generella statsbidragen är med", "if general grants are included"),
    "needed": Bilingual("måste anges, här eller som kolumn", "must be given, here or as a column"),
}  # fmt: skip


class _Head(NamedTuple):
    """What the head of a file shows: its headings and, below, the texts of each column."""

    encoding: str
    ascii_only: bool
    delimiter: str
    line: int
    headings: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]


def propose_csv_mapping(path: str | os.PathLike[str], *, do: str = "", language: Language = "sv") -> str:
    """A mapping in TOML proposed from the head of a CSV file; what is unclear stands as a comment.

    ``do`` is the command that the rows are, where they are events. Raises as :func:`propose_mapping`.
    """
    return propose_mapping(file_bytes(path, CSV), name=os.fspath(path), do=do, language=language)


def propose_mapping(data: bytes, *, name: str = "rows.csv", do: str = "", language: Language = "sv") -> str:
    """The same of a file's bytes.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where the file has no table, and
    :class:`~sifund_ledger.Refused` for a command that is not known.

    >>> print(propose_mapping("Fond;Resultatår;Debet;Kredit\\n1071;2013;1.000,50;\\n".encode(), do="öronmärk"))
    # Förslag ur rows.csv. Granska varje rad; det som inte kunde avgöras står som kommentar.
    rader = "händelser"
    källa = "rows"  # varifrån raderna kommer; samma källa registreras en gång
    # radnyckel = ["Fond"]  # kolumner som skiljer raderna åt, om de inte alltid står i samma ordning
    teckenkodning = "utf-8"
    avgränsare = ";"
    decimaltecken = ","
    # enhet = "tkr"  # om beloppen inte är i kronor
    # tecken = "omvänt"  # om en intäkt är negativ i filen
    <BLANKLINE>
    [kolumner]
    fond = "Fond"
    resultatår = "Resultatår"
    belopp = { debet = "Debet", kredit = "Kredit" }
    # Fler fält som kan ha en kolumn: källa, år, delfond, historik
    <BLANKLINE>
    [fast]
    gör = "öronmärk"
    # beslut = "KF 2014-04-28 § 31"  # måste anges, här eller som kolumn
    <BLANKLINE>
    # [värden.fond]  # om filen har egna koder
    # "A" = "…"
    """
    command = command_named(do).words().words(language) if do else ""
    head = _head(data, name)
    if head is None:
        raise UnreadableInput([codes.CSV_NO_ROWS.at(name)])
    return "\n".join(_Proposal(head, Path(name).stem, command, language).lines(Path(name).name))


def _head(data: bytes, name: str) -> _Head | None:
    sample = CSV.held(data, name)[:_HEAD]
    codec = encoding_of(sample)
    text = composed(sample.decode("utf-8-sig" if codec == "utf-8" else codec, "replace"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(data) > _HEAD and len(lines) > 1:
        del lines[-1]  # it may be cut off
    first = heading_of(lines, None)
    found = [
        (len(cells), -at, delimiter)
        for delimiter in _DELIMITERS
        for at, cells in islice(_rows(lines, first, delimiter), _TITLES)
        if len(cells) <= MOST_COLUMNS and len(list(filter(str.strip, cells))) > 1
    ]
    if not found:
        return None
    # The headings stand on the first line that has as many cells as any.
    _, line, delimiter = max(found)
    rows = [cells for _, cells in islice(_rows(lines, -line - 1, delimiter), _MOST_ROWS)]
    headings = tuple(map(cleaned, rows[0]))
    texts = {
        heading: tuple(filter(None, (cleaned(row[at]) for row in rows[1:] if at < len(row))))
        for at, heading in enumerate(headings)
        if heading and headings.count(heading) == 1
    }
    return _Head(codec, text.isascii(), delimiter, -line, headings, texts)


def _rows(lines: Sequence[str], first: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    return rows_in(lines, first, delimiter, lambda line, why: None)


class _Proposal:
    """The lines of the proposal, from what the head shows."""

    def __init__(self, head: _Head, source: str, do: str, language: Language) -> None:
        self._head, self._source, self._do, self._language = head, source, do, language
        self._rows = "events" if do else self._kind()
        fixed = {DO.en: do} if do else {}
        columns: dict[str, object] = {} if do or self._rows != "events" else {DO.en: ""}
        if self._rows == "figures" and self._figure_column():
            columns = {FIGURE.name: "", FIGURE_AMOUNT.name: self._years() or ""}
        self._targets: Targets = targets_of(self._rows, columns, fixed)
        self._unread = list(head.texts)
        self._columns = [*self._found()]

    def lines(self, name: str) -> Iterator[str]:
        """The file."""
        yield f"# {on_one_line(self._word('head').format(name=name))}"
        yield self._line("rows", self._said(ROWS, self._rows))
        if self._rows == "events":
            yield self._line("source", self._source, why="source")
            yield self._line("row_key", [next(iter(self._head.texts), "…")], why="key", sure=False)
        yield from self._forms()
        yield from ("", f"[{self._key('columns')}]", *(f"{key} = {value}" for key, value in self._columns))
        yield from self._perhaps()
        yield from (f"# {toml_value(heading)} {self._word('unread')}" for heading in self._unread)
        if self._do and (left := [word for field, word in self._words() if not field.required and self._lacks(word)]):
            yield f"# {self._word('fields').format(names=', '.join(left))}"
        yield from self._fixed()

    def _forms(self) -> Iterator[str]:
        head = self._head
        encoding = "utf-8" if head.ascii_only else _ENCODINGS.get(head.encoding, "windows-1252")
        if head.encoding == "cp437" and not head.ascii_only:
            encoding = "cp437"
        yield self._line("encoding", encoding, why="ascii" if head.ascii_only else "", sure=not head.ascii_only)
        yield self._line("delimiter", self._said(DELIMITER, TAB if head.delimiter == "\t" else head.delimiter))
        if head.line > 1:
            yield self._line("heading_line", head.line)
        mark = self._mark()
        yield self._line("decimal_mark", mark or ",", why="" if mark else "mark", sure=bool(mark))
        forms = self._day_forms()
        if forms and not set(forms) & set(_AS_IT_IS):
            forms = [Bilingual(form.replace("Y", "Å"), form).words(self._language) for form in forms]
            others = self._word("day").format(others=", ".join(forms[1:3])) if len(forms) > 1 else ""
            yield self._line("date_form", forms[0], note=others, sure=len(forms) == 1)
        if self._rows != "ledger":
            yield self._line("unit", "tkr", why="unit", sure=False)
        yield self._line("sign", self._said(SIGN, "reversed"), why="sign", sure=False)

    def _fixed(self) -> Iterator[str]:
        if self._rows == "ledger":
            return
        yield from ("", f"[{self._key('fixed')}]")
        if self._rows == "events" and self._do:
            yield f"{DO.words(self._language)} = {toml_value(self._do)}"
        elif self._rows == "events" and self._lacks(DO.words(self._language)):
            example = Bilingual("öronmärk", "set_aside").words(self._language)
            yield f'# {DO.words(self._language)} = "{example}"  # {self._word("do")}'
        for field, word in self._words():
            if field.required and self._lacks(word):
                example = Example(field.kind.example).words(self._language)
                yield f"# {toml_key(word)} = {example}  # {self._word('needed')}"
        if self._rows == "events":
            first = next((key for key, _ in self._columns if key != DO.words(self._language)), "…")
            yield from ("", f"# [{self._key('values')}.{first}]  # {self._word('values')}", '# "A" = "…"')

    def _words(self) -> Iterator[tuple[Field, str]]:
        """The fields of the rows, and what each is called, but for the command."""
        return ((each, each.words.words(self._language)) for each in self._targets.fields if each.words != DO)

    def _lacks(self, word: str) -> bool:
        return all(toml_key(word) != key for key, _ in self._columns)

    def _kind(self) -> str:
        """What the rows are, as far as their headings say it."""
        meanings = set(map(meaning_of, self._head.texts))
        if "account" in meanings and meanings & {"amount", "debit", "opening", "closing"}:
            return "ledger"
        figures = sum(figure_named(heading) is not None for heading in self._head.texts)
        return "figures" if figures > 1 or self._figure_column() else "events"

    def _figure_column(self) -> str:
        """The column whose texts are names of figures, most of them."""
        for heading, texts in self._head.texts.items():
            if texts and 2 * sum(figure_named(text) is not None for text in texts) > len(texts):
                return heading
        return ""

    def _found(self) -> Iterator[tuple[str, str]]:
        """What each field's column is, as a line of the file has it."""
        if self._rows == "figures" and (figures := self._figure_column()):
            yield self._take(FIGURE.words, figures)
            if years := self._years():
                self._unread = [each for each in self._unread if each not in years.values()]
                yield FIGURE_AMOUNT.words.words(self._language), toml_value(years)
        by_heading = {plain(heading): heading for heading in self._unread}
        amount = next((field for field in self._targets.fields if is_amount(field.kind)), None)
        for field in self._targets.fields:
            heading = self._heading_of(field, by_heading)
            if heading:
                yield self._take(field.words, heading)
        sides = [by_heading.get(side) or by_heading.get(english) for side, english in _SIDES]
        if amount is not None and all(side in self._unread for side in sides) and self._rows != "ledger":
            pair = dict(zip((words.words(self._language) for words in _SIDES), map(str, sides), strict=True))
            self._unread = [each for each in self._unread if each not in sides]
            yield amount.words.words(self._language), toml_value(pair)

    def _years(self) -> dict[str, str]:
        """The columns that are called by a year, one of each."""
        return {match[0]: each for each in self._head.texts if (match := _YEAR.search(each))}

    def _heading_of(self, field: Field, by_heading: Mapping[str, str]) -> str:
        """The column of a field: by what the field is called, in a ledger by all that a ledger's column may be."""
        if self._do and field.words == DO:
            return ""
        left = {name: heading for name, heading in by_heading.items() if heading in self._unread}
        if self._rows == "ledger" and (
            found := next((one for one in left.values() if meaning_of(one) == field.name), "")
        ):
            return found
        found = next((left[name] for name in sure_headings(field) if name in left), "")
        if not found and field.words == DO:
            return next((left[name] for name in unsure_headings(field) if self._names_commands(left.get(name, ""))), "")
        return found

    def _names_commands(self, heading: str) -> bool:
        """Whether every text of a column is the name of a command."""
        texts = self._head.texts.get(heading, ())
        return bool(texts) and {name for command in all_commands() for name in command.words()}.issuperset(texts)

    def _perhaps(self) -> Iterator[str]:
        """The columns that may be a field, as comments."""
        for field in self._targets.fields:
            names = () if self._do and field.words == DO else unsure_headings(field)
            heading = next((each for each in self._unread if plain(each) in names), "")
            if heading and self._lacks(field.words.words(self._language)):
                key, value = self._take(field.words, heading)
                yield f"# {key} = {value}  # {self._word(f'perhaps_{field.name}')}"

    def _take(self, words: Bilingual, heading: str) -> tuple[str, str]:
        self._unread = [each for each in self._unread if each != heading]
        return toml_key(words.words(self._language)), toml_value(heading)

    def _mark(self) -> Mark:
        """The decimal mark, by the columns whose texts are all amounts and no days."""
        marks = set[Mark]()
        for texts in self._head.texts.values():
            read = [written_amount(text) for text in texts]
            if texts and all(each is not None for each in read) and not _all(written_day, texts):
                marks |= {each.mark for each in read if each is not None and not each.unclear}
        return settled_mark(marks)

    def _day_forms(self) -> list[str]:
        """The forms that every day of some column is in."""
        known = [(written, form) for written in _DAYS if (form := day_form(written))]
        for texts in self._head.texts.values():
            found = [written for written, form in known if _all(form.day, texts)]
            if found:
                return found
        return []

    def _line(self, key: str, value: object, *, why: str = "", note: str = "", sure: bool = True) -> str:
        note = note or (self._word(why) if why else "")
        return f"{'' if sure else '# '}{self._key(key)} = {toml_value(value)}{f'  # {note}' if note else ''}"

    def _key(self, name: str) -> str:
        return _NAMES[name].words(self._language)

    def _said(self, kind: Kind, word: str) -> str:
        return Bilingual(kind.said[word], word).words(self._language)

    def _word(self, name: str) -> str:
        return _WORDS[name].words(self._language)


_SIDES: Final = (Bilingual("debet", "debit"), Bilingual("kredit", "credit"))


def _all(read: Callable[[str], object], texts: Sequence[str]) -> bool:
    return bool(texts) and all(read(text) is not None for text in texts)
