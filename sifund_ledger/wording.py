"""Words that a reader meets in either language (ord på två språk), and texts filled with values in one of them.

Amounts, shares, days and lists are written as the language has them; what has words of its own is :class:`Worded`.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import islice
from typing import Any, Final, NamedTuple, Protocol, runtime_checkable

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
    given."""

    def __call__(self, command: str, /) -> str:
        """The call of a command, by its name."""
        ...


def in_python(command: str) -> str:
    """How a command of a book is called in Python.

    >>> in_python("grant"), in_python("open_entity"), in_python("subfund=")
    ('book.grant(…)', 'open_book(…, create=…)', 'subfund=…')
    """
    if command.endswith("="):
        return f"{command}…"
    return _IN_PYTHON.get(command) or f"book.{command}(…)"


_IN_PYTHON: Final = {
    "open_entity": "open_book(…, create=…)", "act": "open_book(…, actor=…)", "compare_ledger": "book.compare_equity(…)",
    "export_vouchers": "export_vouchers(…)", "write_template": "write_template()",
    "write_book": "book_to_xlsx(book)",
}  # fmt: skip
"""What is called in another way than as a method of a book."""


class Wording(string.Formatter):
    """Fills a text in one language.

    ``{amount:kr}`` is an amount in öre; ``:tkr`` and ``:mkr`` likewise; ``:unit`` prints it with the unit that the
    values name, else kronor. ``{share:%}`` is a share. ``!r`` sets text in quotation marks. ``{do.grant}`` is the call
    of a command where the reader stands, and ``{give.subfund}`` how a field is given there.
    """

    def __init__(self, language: Language, values: Mapping[str, Any], calls: Calls | None = None) -> None:
        self.language: Language = language
        self.values = values
        self.calls = calls or in_python

    def made(self, text: str) -> str:
        """The text with its fields filled."""
        return self.vformat(text, (), self.values)

    def get_field(self, field_name: str, args: Any, kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        """``do.`` and a command's name, ``give.`` and a field's, or the value itself."""
        if field_name.startswith("do."):
            return self.calls(field_name[3:]), field_name
        if field_name.startswith("give."):
            return self.calls(f"{field_name[5:]}="), field_name
        return kwargs[field_name], field_name

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        """In quotation marks where ``!r`` asks for that."""
        if conversion != "r":
            return value
        words = in_words(value, self.language)
        return f"”{words}”" if self.language == "sv" else f"“{words}”"

    def format_field(self, value: Any, format_spec: str) -> str:
        """The value in the language."""
        if isinstance(value, Clause):
            return self.made(value.words(self.language))
        if format_spec == "unit" and isinstance(value, int):
            return amount_in_unit(value, self.values.get("unit", "kr"), self.language)
        return in_words(value, self.language, format_spec)


def in_words(value: object, language: Language, form: str = "") -> str:
    """A value as a text of the language has it: amounts, shares, days, lists, and what has words of its own.

    >>> in_words(123_450, "sv", "kr"), in_words(123_450, "en", "kr"), in_words(Fraction(3, 40), "sv", "%")
    ('1 234,50', '1 234.50', '7,5 %')
    >>> in_words(("a", "b"), "sv"), in_words(Bilingual("ja", "yes"), "en")
    ('a, b', 'yes')
    """
    if form in ("kr", "tkr", "mkr") and isinstance(value, int):
        return format_amount(value, form, language=language)  # type: ignore[arg-type]  # narrowed just above
    if form == "%" and isinstance(value, int | Fraction):
        return format_share(Fraction(value), language=language)
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
