"""What is wrong, or worth knowing: a code, a place, values and a paragraph; the text is made when it is shown.

A :class:`FindingCode` has the texts of both languages. Each room declares its codes in its ``findings.py``, and
``catalogue`` gathers them. A :class:`Finding` is one occurrence: a value, equal by content. To add a code, declare a
constant beside those of its room; it takes the constant's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.citations import Citation, Citations
from sifund_ledger.wording import Bilingual as Bilingual
from sifund_ledger.wording import Calls, InFile, Wording, in_python, in_words
from sifund_ledger.wording import Clause as Clause
from sifund_ledger.wording import Counted as Counted
from sifund_ledger.wording import Example as Example
from sifund_ledger.wording import Named as Named
from sifund_ledger.wording import listed as listed
from sifund_ledger.written import visible

Cites = Citation | Citations
"""What a finding rests on: places in acts or standards."""
_NOWHERE: Final = Citations(())
"""What a finding cites that no act or standard has."""


class Severity(StrEnum):
    """How grave a finding is (allvarlighetsgrad).

    An *error* breaks a hard limit or makes the input unusable; a *warning* is for a person to judge;
    a *note* says what the law leaves unavoidable or what could not be checked.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Its place among the severities, the gravest first, from 0.

        >>> sorted([Severity.NOTE, Severity.ERROR], key=lambda each: each.rank)[0].value
        'error'
        """
        return [*Severity].index(self)


REMEDY: Final = Bilingual("åtgärd", "remedy")
"""What stands before the remedy on its line."""


class Place(str):
    """A place with words for its readers (plats); as data it is a text like any other.

    >>> place = Place("2018.equity", Bilingual("2018, eget kapital", "2018, equity"))
    >>> place == "2018.equity", place.said.sv
    (True, '2018, eget kapital')
    """

    __slots__ = ("said",)
    said: Bilingual

    def __new__(cls, text: str, said: Bilingual) -> Place:
        """The text, and its words."""
        place = super().__new__(cls, text)
        place.said = said
        return place

    def behind(self, before: str) -> Place:
        """The place with another before it: ``f.toml:4: `` and a record."""
        return Place(before + self, Bilingual(before + self.said.sv, before + self.said.en))

    def __getnewargs__(self) -> tuple[str, Bilingual]:  # type: ignore[override]  # made of two, unlike another text
        return str(self), self.said


def record_place(seq: int) -> Place:
    """The place of a record of a book, by its number.

    >>> record_place(7), record_place(7).said.en
    ('post 7', 'record 7')
    """
    return Place(f"post {seq}", Bilingual(f"post {seq}", f"record {seq}"))


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

    def placed(self, language: Language) -> str:
        """The place in words of the language, or as it is where it has none."""
        return visible(self.place.said.words(language) if isinstance(self.place, Place) else self.place)

    def in_language(self, language: Language, calls: Calls = in_python) -> tuple[str, str]:
        """The message and the remedy in the language; ``calls`` says how a command is called there."""
        wording = Wording(language, dict(self.values), calls)
        texts = (self.kind.sv, self.kind.remedy_sv) if language == "sv" else (self.kind.en, self.kind.remedy_en)
        message, remedy = (visible(wording.made(text)) for text in texts)
        return message, remedy

    def on_a_line(self, language: Language, calls: Calls = in_python) -> tuple[str, str, str]:
        """The place, what is wrong as it stands behind that, and the remedy.

        A message that begins with the name of what it is about, ``Navigator: …``, does so once where the place has just
        said it.
        """
        place, (message, remedy) = self.placed(language), self.in_language(language, calls)
        name, colon, rest = message.partition(": ")
        said = colon and (place == name or place.startswith((f"{name}, ", f"{name} ")))
        return place, rest if said else message, remedy

    def text(self, language: Language = "en", calls: Calls = in_python) -> str:
        """``PLACE: CODE: what is wrong [paragraph]`` and, on a line of its own, the remedy.

        >>> OVER = error("{project}: planen saknas.", "{project}: the plan is missing.")
        >>> _ = declared({"OVER": OVER})
        >>> print(OVER.at("Navigator", project="Navigator").text("sv"))
        Navigator: OVER: planen saknas.
        """
        place, message, remedy = self.on_a_line(language, calls)
        head = f"{place}: {self.code}: {message}" if place else f"{self.code}: {message}"
        if self.cites:
            head += f" [{self.cited(language)}]"
        if not remedy:
            return head
        return f"{head}\n  {REMEDY.words(language)}: {remedy}"

    def in_unit(self, unit: Unit) -> Finding:
        """The same finding with its amounts (``:unit``) printed in a unit."""
        return self if unit == "kr" else self._replace(values=(*self.values, ("unit", unit)))

    def in_file(self, file: InFile) -> Finding:
        """The same finding about a file: fields and values as the file has them."""
        values = tuple(each for each in self.values if each[0] != "in_file")
        return self._replace(values=(*values, ("in_file", file)))

    def at_place(self, place: str) -> Finding:
        """The same finding at another place."""
        return self._replace(place=place)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return findings_html([self])


def findings_html(findings: Iterable[Finding], language: Language = "sv") -> str:
    """Findings as a list in HTML; empty where there are none."""
    from html import escape  # a large table, which no other way to print them needs

    found = "".join(f"<li>{escape(each.text(language))}</li>" for each in findings)
    return f"<ul>{found}</ul>" if found else ""


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


class Quoted(str):
    """Text that somebody gave, in quotation marks; Swedish has its own."""

    __slots__ = ()

    def words(self, language: Language) -> str:
        """The text in the quotation marks of the language.

        >>> Quoted("'x'").words("sv"), Quoted("'x'").words("en"), Quoted("'xx…").words("sv")
        ('”x”', "'x'", '”xx…”')
        """
        return f"”{self[1:].removesuffix(self[0])}”" if language == "sv" else str(self)


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
    if isinstance(value, Fraction) and value.numerator.bit_length() + value.denominator.bit_length() > 4 * most:
        return f"{hex(value.numerator)[:most]}…"
    if isinstance(value, date):
        text = value.isoformat()
    elif isinstance(value, str):
        text = repr(value[: most + 1])
        return Quoted(text if len(text) <= most + 2 else f"{text[:most]}…")
    elif isinstance(value, bytes):
        text = repr(value[: most + 1])
    elif isinstance(value, int | float | Decimal | Fraction):
        text = repr(value)
    else:  # a thing may say at length what it is, and one of somebody's own may fail at it
        text = f"{type(value).__name__}(…)"
    return text if len(text) <= most + 2 else f"{text[:most]}…"


def printable(text: str, most: int = 60) -> str:
    """A piece of a file as a message can have it, without quotation marks: printable, and short.

    >>> printable("Malm\\x1bö"), printable("a" * 100, 8)
    ('Malm\\\\x1bö', 'aaaaaaa…')
    """
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return visible(cut)
