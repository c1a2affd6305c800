"""What is wrong, or worth knowing: a code, a place, values and a paragraph; the text is made when it is shown.

A :class:`FindingCode` has the texts of both languages. Each room declares its codes in its ``findings.py``, and
``catalogue`` gathers them. A :class:`Finding` is one occurrence: a value, equal by content. To add a code, declare a
constant beside those of its room; it takes the constant's name.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import islice
from typing import Any, Final, NamedTuple, Protocol, runtime_checkable

from sifund_ledger.amounts import Language, Unit, amount_in_unit, format_amount, format_share
from sifund_ledger.citations import Citation, Citations
from sifund_ledger.written import visible

Cites = Citation | Citations
_NOWHERE: Final = Citations(())
"""What a finding cites that no act or standard has."""
"""What a finding rests on: places in acts or standards."""


class Severity(StrEnum):
    """How grave a finding is (allvarlighetsgrad).

    An *error* breaks a hard limit or makes the input unusable; a *warning* is for a person to judge;
    a *note* tells what the law leaves unavoidable or what could not be checked.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


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
        return Bilingual(_Wording("sv", values).made(self.sv), _Wording("en", values).made(self.en))


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


REMEDY: Final = Bilingual("åtgärd", "remedy")
"""What stands before the remedy on its line."""


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


_IN_PYTHON: Final = {"open_entity": "open_book(…, create=…)", "act": "open_book(…, actor=…)"}
"""What is no method of a book in Python."""


class _Wording(string.Formatter):
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


class Finding(NamedTuple):
    """One fault or remark (iakttagelse), with all a reader needs to act on it.

    ``values`` are what fills the texts, by name; :attr:`message` and :attr:`remedy` are English, :meth:`text` gives
    either language.

    >>> TOO_MUCH = error("{amount:kr} kr är för mycket.", "{amount:kr} kr is too much.")
    >>> found = TOO_MUCH.at("grant", amount=250_050)
    >>> found.place, found.message, found.message_sv
    ('grant', '2 500.50 kr is too much.', '2 500,50 kr är för mycket.')
    """

    kind: FindingCode
    severity: Severity
    place: str
    values: tuple[tuple[str, Any], ...]
    cites: Cites

    @property
    def citation(self) -> str:
        """Where the rule stands, as text; empty where no act or standard has it."""
        return self.cited("en")

    def cited(self, language: Language) -> str:
        """Where the rule stands, as text of the language."""
        return in_words(self.cites, language)

    @property
    def code(self) -> str:
        """The stable name of the kind of finding."""
        return self.kind.name

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.in_language("en")[0]

    @property
    def remedy(self) -> str:
        """What to do, in English; empty where nothing need be done."""
        return self.in_language("en")[1]

    @property
    def message_sv(self) -> str:
        """What is wrong, in Swedish."""
        return self.in_language("sv")[0]

    @property
    def remedy_sv(self) -> str:
        """What to do, in Swedish."""
        return self.in_language("sv")[1]

    def in_language(self, language: Language, calls: Calls = in_python) -> tuple[str, str]:
        """The message and the remedy in the language; ``calls`` says how a command is called there."""
        wording = _Wording(language, dict(self.values), calls)
        texts = (self.kind.sv, self.kind.remedy_sv) if language == "sv" else (self.kind.en, self.kind.remedy_en)
        message, remedy = (visible(wording.made(text)) for text in texts)
        return message, remedy

    def text(self, language: Language = "en", calls: Calls = in_python) -> str:
        """``PLACE: CODE: what is wrong [paragraph]`` and, on a line of its own, the remedy."""
        message, remedy = self.in_language(language, calls)
        head = f"{visible(self.place)}: {self.code}: {message}" if self.place else f"{self.code}: {message}"
        if self.cites:
            head += f" [{self.cited(language)}]"
        if not remedy:
            return head
        return f"{head}\n  {REMEDY.words(language)}: {remedy}"

    def in_unit(self, unit: Unit) -> Finding:
        """The same finding with its amounts (``:unit``) printed in a unit."""
        return self if unit == "kr" else self._replace(values=(*self.values, ("unit", unit)))

    def at_place(self, place: str) -> Finding:
        """The same finding at another place."""
        return self._replace(place=place)

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A kind of finding: a stable name, and its texts in Swedish and English, with the remedy in each.

    Made by :func:`error`, :func:`warning` and :func:`note`; the name is that of the constant (:func:`declared`).

    >>> FUND_UNKNOWN = error("Det finns ingen fond {fund!r}.", "There is no fund {fund!r}.",
    ...                      "Inrätta den: {do.create_fund}.", "Create it: {do.create_fund}.")
    >>> _ = declared({"FUND_UNKNOWN": FUND_UNKNOWN})
    >>> print(FUND_UNKNOWN.at("set_aside", fund="social").text("sv"))
    set_aside: FUND_UNKNOWN: Det finns ingen fond ”social”.
      åtgärd: Inrätta den: book.create_fund(…).
    """

    name: str
    severity: Severity
    en: str
    sv: str
    remedy_en: str = ""
    remedy_sv: str = ""
    citation: Cites = _NOWHERE

    def at(
        self,
        place: str = "",
        *,
        citation: Cites | None = None,
        severity: Severity | None = None,
        on: date | None = None,
        **values: object,
    ) -> Finding:
        """One finding of this kind at a place; ``values`` fill the texts when they are shown.

        It cites the act in force on the day ``on``, or in the ``year`` among the values, else the newest.

        >>> from sifund_ledger.citations import LKBR
        >>> CODE = error("", "", cites=LKBR("3:9"))
        >>> CODE.at(year=2012).citation, CODE.at(on=date(2019, 1, 1)).citation
        ('KRL (1997:614) 2:4-5', 'LKBR (2018:597) 3:9')
        """
        year = on.year if on else values.get("year")
        cites = citation or self.citation
        if not citation and type(year) is int:
            cites = cites.in_year(year) or _NOWHERE
        return Finding(self, severity or self.severity, place, _kept(values), cites)


def _kept(values: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    """The values by name, made such that findings compare by content: lists as tuples, exceptions as their text."""
    return tuple(
        (name, tuple(value) if isinstance(value, list) else str(value) if isinstance(value, Exception) else value)
        for name, value in values.items()
    )


def _maker(severity: Severity) -> Callable[..., FindingCode]:
    def make(sv: str, en: str, remedy_sv: str = "", remedy_en: str = "", cites: Cites = _NOWHERE) -> FindingCode:
        return FindingCode("", severity, en, sv, remedy_en, remedy_sv, cites)

    return make


error: Final = _maker(Severity.ERROR)
warning: Final = _maker(Severity.WARNING)
note: Final = _maker(Severity.NOTE)


def declared(constants: Mapping[str, object]) -> tuple[FindingCode, ...]:
    """The codes among a module's constants, each named after its own (``CODES = declared(globals())``)."""
    codes = []
    for name, code in constants.items():
        if isinstance(code, FindingCode):
            if not code.name:
                object.__setattr__(code, "name", name)  # once, where it is declared
            if code.name == name:
                codes.append(code)
    return tuple(codes)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among the findings, or ``None`` where there are none.

    >>> a, b = note("", ""), error("", "")
    >>> worst([a.at(), b.at()])
    <Severity.ERROR: 'error'>
    """
    found = {finding.severity for finding in findings}
    return next((severity for severity in Severity if severity in found), None)


def shown(value: object, most: int = 60) -> str:
    """A value that somebody gave, as a message can quote it: bounded, on one line, nothing a terminal would obey.

    >>> shown("12\\n"), shown([1]), shown(True), shown(10**5000)[:6]
    ("'12\\\\n'", '[…]', 'true', '0x31e2')
    """
    if isinstance(value, Mapping | list):
        return "{…}" if isinstance(value, Mapping) else "[…]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int) and value.bit_length() > 4 * most:
        return f"{hex(value)[:most]}…"
    text = (
        value.isoformat() if isinstance(value, date) else repr(value[: most + 1] if isinstance(value, str) else value)
    )
    return text if len(text) <= most + 2 else f"{text[:most]}…"


def printable(text: str, most: int = 60) -> str:
    """A piece of a file as a message can have it, without quotation marks: printable, and short.

    >>> printable("Malm\\x1bö"), printable("a" * 100, 8)
    ('Malm\\\\x1bö', 'aaaaaaa…')
    """
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return visible(cut)


def listed(items: Iterable[object], most: int = 5) -> str:
    """Items as a message can name them: the first few, and that there are more.

    >>> listed("12"), listed(range(1, 8)), listed(range(1, 8), most=3)
    ('1, 2', '1, 2, 3, 4, 5 …', '1, 2, 3 …')
    """
    first = list(islice(map(str, items), most + 1))
    return ", ".join(first[:most]) + (" …" if len(first) > most else "")
