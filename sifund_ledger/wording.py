"""Words that a reader meets in either language (ord på två språk), and texts filled with values in one of them.

Amounts, shares, days and lists are written as the language has them; what has words of its own is :class:`Worded`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import islice
from typing import Any, Final, Literal, NamedTuple, Protocol, runtime_checkable

from sifund_ledger.amounts import Language, amount_in_unit, format_amount, format_share


@runtime_checkable
class Worded(Protocol):
    """What has words of its own in each language: a row's name, a project's state."""

    def words(self, language: Language) -> str:
        """The words in Swedish (``sv``) or English (``en``)."""
        ...


class Bilingual(NamedTuple):
    """The same words in Swedish and in English, in that order everywhere.

    >>> Bilingual("nämnd", "board").words("en")
    'board'
    """

    sv: str
    en: str

    def words(self, language: Language) -> str:
        """The words in the language."""
        return self.sv if language == "sv" else self.en

    def filled(self, **values: object) -> Bilingual:
        """Both texts with their fields filled, as those of findings are.

        >>> Bilingual("Kvar {left:unit}", "Left {left:unit}").filled(left=150_000, unit="tkr")
        Bilingual(sv='Kvar 1,5 tkr', en='Left 1.5 tkr')
        """
        return Bilingual(Wording("sv", values).made(self.sv), Wording("en", values).made(self.en))


class Clause(Bilingual):
    """A part of a finding's text that only some occurrences have; it is filled with the finding's own values."""

    __slots__ = ()


class Named(Bilingual):
    """What a field or a command is called: about a file as its keys are, elsewhere in the reader's language."""

    __slots__ = ()

    def spelt(self, language: Language, file: InFile) -> str:
        """The name as the file has it."""
        return self.words(file.language or language)


_INLINE_KEY: Final = re.compile(r"([^\s{},\[\]=]+) = ")
_BARE_DAY: Final = re.compile(r'(?<!["\d])(\d{4}-\d\d-\d\d)(?!["\d])')


class Example(NamedTuple):
    """A value as an example of what may be given, as TOML has it, with its key where one is named.

    >>> Example('"1 000"', Bilingual("belopp", "amount")).words("sv")
    'belopp = "1 000"'
    """

    toml: str | Bilingual
    key: Bilingual | None = None

    def words(self, language: Language) -> str:
        """The key and the value in TOML."""
        return self._in_form("toml", language)

    def spelt(self, language: Language, file: InFile) -> str:
        """The value as the file would have it; in a cell it stands without its key, in an option as it is typed."""
        return self._in_form(file.form, file.language or language)

    def _in_form(self, form: Form, language: Language) -> str:
        value = self.toml if isinstance(self.toml, str) else self.toml.words(language)
        if form == "cell":
            return unquoted(value)
        key = "" if self.key is None else self.key.words(language)
        if form == "option":
            return f"{key}={unquoted(value)}" if key else unquoted(value)
        if form == "toml":
            return f"{key} = {value}" if key else value
        value = _BARE_DAY.sub(r'"\1"', _INLINE_KEY.sub(r'"\1": ', value))
        return f'"{key}": {value}' if key else value


def unquoted(toml: str) -> str:
    """A value of TOML as an option of a command or a cell has it: ``Skola:2017=100`` for a table in a table.

    >>> unquoted('{ Skola = { 2017 = "100" } }'), unquoted('{ year = 2014, left = "56" }'), unquoted('["a"]')
    ('Skola:2017=100', 'year=2014,left=56', 'a')
    """
    plain = re.sub(r'[{}"[\]]', "", re.sub(r" = \{ *", ":", toml)).strip()
    return re.sub(r",\s+(?=[^,=]+=)", ",", plain.replace(" = ", "="))


class Counted(NamedTuple):
    """A number of things, in the singular or the plural of each language.

    >>> Counted(1, Bilingual("konto", "account"), Bilingual("konton", "accounts")).words("sv")
    '1 konto'
    """

    number: int
    one: Bilingual
    many: Bilingual

    def words(self, language: Language) -> str:
        """The number and the word."""
        return f"{self.number} {(self.one if self.number == 1 else self.many).words(language)}"


class Calls(Protocol):
    """How a command is called where the reader stands, ``book.grant(…)`` in Python; or ``subfund=``, how a field is
    given, and ``choose=presentation``, how one is that has a value for each of several names."""

    def __call__(self, command: str, /) -> str:
        """The call of a command, by its name."""
        ...


def in_python(command: str) -> str:
    """How a command of a book is called in Python.

    >>> in_python("grant"), in_python("open_entity"), in_python("subfund="), in_python("choose=presentation")
    ('book.grant(…)', 'open_book(…, create=…)', 'subfund=…', 'choose={"presentation": …}')
    """
    field, given, part = command.partition("=")
    if given:
        return f'{field}={{"{part}": …}}' if part else f"{field}=…"
    return _IN_PYTHON.get(command) or f"book.{command}(…)"


_IN_PYTHON: Final = {
    "open_entity": "open_book(…, create=…)", "act": "open_book(…, actor=…)", "compare_ledger": "book.compare_equity(…)",
    "export_vouchers": "export_vouchers(…)", "write_template": "write_template()",
    "write_book": "book_to_xlsx(book)", "presets": "sifund_ledger.presets",
}  # fmt: skip
"""What is called in another way than as a method of a book."""


Form = Literal["toml", "json", "cell", "option"]
"""How a file writes a value, or an option of a command."""


class Called(NamedTuple):
    """What a file calls a field: by a key of its own, by the heading of a column, or by a key of the mapping that a CSV
    file is read by."""

    field: str
    word: str
    place: Literal["key", "column", "mapping"] = "key"


class InFile(NamedTuple):
    """A file as the reader of a finding about it has it: how it writes values, and in which language its keys are.

    ``fields`` are what findings call for is called there, as :func:`in_python` calls it in Python.

    >>> file = InFile("toml", "sv", (Called("choose", "välj"),))
    >>> file.given("choose", Bilingual("uppställning", "presentation"), "en")
    'välj = { uppställning = "…" }'
    >>> InFile("cell", "sv", (Called("year", "År", "column"),)).given("year", None, "sv")
    'kolumnen År'
    """

    form: Form
    language: Language | None = None
    fields: tuple[Called, ...] = ()

    def given(self, field: str, part: Bilingual | None, language: Language) -> str:
        """How a field is given in the file, a ``part`` in it by name; an empty text for a field that it has not."""
        for name, word, place in self.fields:
            if name != field:
                continue
            within = None if part is None else f'{{ {part.words(self.language or language)} = "…" }}'
            if place == "column":
                said = _COLUMN.words(language).format(word=word)
                return said if within is None else f"{unquoted(within)} {_INTO.words(language)} {said}"
            form: Form = "toml" if place == "mapping" else self.form
            said = Example(within or "…", Bilingual(word, word)).spelt(language, InFile(form, self.language))
            return f"{said} {_MAPPING.words(language)}" if place == "mapping" else said
        return ""


_COLUMN: Final = Bilingual("kolumnen {word}", "the column {word}")
_INTO: Final = Bilingual("i", "in")
_MAPPING: Final = Bilingual("i kolumnmallen", "in the mapping")


@runtime_checkable
class Spelt(Protocol):
    """What is called otherwise where a finding is about a file: a key, an example of a value."""

    def spelt(self, language: Language, file: InFile) -> str:
        """The words, as the file has them."""
        ...


class Wording(string.Formatter):
    """Fills a text in one language.

    ``{amount:kr}`` is an amount in öre; ``:tkr`` and ``:mkr`` likewise; ``:unit`` prints it with the unit that the
    values name, else kronor. ``{share:%}`` is a share, and ``:%1`` has one decimal where it must be rounded. ``!r``
    sets text in quotation marks. ``{do.grant}`` is the call of a command where the reader stands, ``{give.subfund}``
    how a field is given there, and ``{give.choose.parameter}`` how one is that has a value for the ``parameter`` among
    the values. A value ``in_file`` says that it is a file.
    """

    def __init__(self, language: Language, values: Mapping[str, Any], calls: Calls | None = None) -> None:
        self.language: Language = language
        self.values = values
        self.calls = calls or in_python
        self.file: InFile | None = values.get("in_file")

    def made(self, text: str) -> str:
        """The text with its fields filled."""
        return self.vformat(text, (), self.values)

    def get_field(self, field_name: str, args: Any, kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        """``do.`` and a command's name, ``give.`` and a field's, or the value itself."""
        if field_name.startswith("do."):
            return self.calls(field_name[3:]), field_name
        if field_name.startswith("give."):
            return self._given(*field_name.split(".")[1:]), field_name
        return kwargs[field_name], field_name

    def _given(self, field: str, part: str = "") -> str:
        named: Bilingual | None = self.values[part] if part else None
        said = self.file.given(field, named, self.language) if self.file else ""
        return said or self.calls(f"{field}={named.words(self.language) if named else ''}")

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        """In quotation marks where ``!r`` asks for that."""
        if conversion != "r":
            return value
        words = self._words(value)
        return f"”{words}”" if self.language == "sv" else f"“{words}”"

    def format_field(self, value: Any, format_spec: str) -> str:
        """The value in the language."""
        if isinstance(value, Clause):
            return self.made(value.words(self.language))
        if format_spec == "unit" and isinstance(value, int):
            return amount_in_unit(value, self.values.get("unit", "kr"), self.language)
        return self._words(value, format_spec)

    def _words(self, value: Any, form: str = "") -> str:
        if self.file is not None and isinstance(value, Spelt):
            return value.spelt(self.language, self.file)
        return in_words(value, self.language, form)


def in_words(value: object, language: Language, form: str = "") -> str:
    """A value as a text of the language has it: amounts, shares, days, lists, and what has words of its own.

    >>> in_words(123_450, "sv", "kr"), in_words(123_450, "en", "kr"), in_words(Fraction(3, 40), "sv", "%")
    ('1 234,50', '1 234.50', '7,5 %')
    >>> in_words(("a", "b"), "sv"), in_words(Bilingual("ja", "yes"), "en")
    ('a, b', 'yes')
    """
    if form in ("kr", "tkr", "mkr") and isinstance(value, int):
        return format_amount(value, form, language=language)  # type: ignore[arg-type]  # narrowed just above
    if form[:1] == "%" and isinstance(value, int | Fraction):
        return format_share(Fraction(value), int(form[1:]) if form[1:] else None, language)
    if isinstance(value, Worded):
        return value.words(language)
    if isinstance(value, list | tuple):
        return listed(in_words(each, language) for each in value)
    return str(value)


def listed(items: Iterable[object], most: int = 5) -> str:
    """Items as a message can name them: the first few, and that there are more.

    >>> listed("12"), listed(range(1, 8)), listed(range(1, 8), most=3)
    ('1, 2', '1, 2, 3, 4, 5 …', '1, 2, 3 …')
    """
    first = list(islice(map(str, items), most + 1))
    return ", ".join(first[:most]) + (" …" if len(first) > most else "")
