"""The parameters of a policy (riktlinjens parametrar): the kinds of value they have, and how an event keeps them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NamedTuple

from moneyed import Money

from sifund_ledger.errors import Refused
from sifund_ledger.fields.composed import choice_of, list_of
from sifund_ledger.fields.kinds import POSITIVE, SHARE, TEXT, YEAR, Kind, Setting, name_of, unreadable
from sifund_ledger.fields.layouts import LAYOUTS
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.policy import findings as codes
from sifund_ledger.funds.policy.choices import IN_SWEDISH, SetAsideSource
from sifund_ledger.money import from_ore, to_ore
from sifund_ledger.written import as_a_choice


class Undecided(NamedTuple):
    """A parameter that the sources leave open (obestämd parameter), and what they say of it."""

    parameter: str
    sv: str
    en: str


Values = tuple[tuple[str, Any], ...]


def one_of(words: type[StrEnum], sv: str) -> Kind:
    """The kind of a parameter that is one of a few words."""
    choice = choice_of(words.__name__, Bilingual(sv, words.__name__), words, sv=IN_SWEDISH[words])

    def read(value: Any, place: str, setting: Setting) -> StrEnum:
        return words(choice.read(value, place, setting))

    return replace(choice, read=read)


def _known_or_text(said: Mapping[str, str]) -> Kind:
    """The kind of a word that a rule of the book knows or not: its name in Swedish is read as the same."""
    by_word = {as_a_choice(word): name for name, swedish in said.items() for word in (name, swedish)}

    def read(value: Any, place: str, setting: Setting) -> str:
        text: str = TEXT.read(value, place, setting)
        return by_word.get(as_a_choice(text), text)

    return replace(TEXT, read=read, said=said)


def _share_within(most: int | None) -> Kind:
    """The kind of a share that is zero or more, and at most ``most`` (R64)."""

    def read(value: Any, place: str, setting: Setting) -> Fraction:
        share: Fraction = SHARE.read(value, place, setting)
        if share < 0 or (most is not None and share > most):
            limits = Bilingual("0–100 %", "0–100%") if most else Bilingual("0 % och uppåt", "0% and above")
            raise Refused([codes.POLICY_SHARE_OUT_OF_BOUNDS.at(place, share=share, limits=limits)])
        return share

    return replace(SHARE, read=read)


def _kronor(value: Any, place: str, setting: Setting) -> Money:
    return from_ore(POSITIVE.read(value, place, setting))


def _years(value: Any, place: str, setting: Setting) -> tuple[int, ...]:
    given = re.split("[,–-]", value) if isinstance(value, str) else value
    years: tuple[int, ...] = _YEARS.read(given, place, setting)
    if len(years) != 2:
        raise unreadable(_YEARS.words, value, place, "[2014, 2017]")
    return years


def _sources(value: Any, place: str, setting: Setting) -> tuple[str, ...]:
    return tuple(str(word) for word in list_of(one_of(SetAsideSource, "medelskälla")).read(value, place, setting))


def _undecided(value: Any, place: str, setting: Setting) -> tuple[Undecided, ...]:
    rows = list(value) if isinstance(value, list | tuple) else [value]
    # A text of as many letters as a row has fields is no row.
    if not all(isinstance(row, list | tuple) and len(row) == len(Undecided._fields) for row in rows):
        raise unreadable(UNDECIDED.words, value, place, _OPEN)
    return tuple(Undecided(*map(str, row)) for row in rows)


def as_given(given: Any, read: Any) -> Any:
    """A parameter of a sub-fund as it was given, which is how events have it, if it can be restored from that."""
    if isinstance(read, Fraction) and isinstance(given, str):
        try:
            return given if Fraction(given) == read else read
        except ValueError:
            return read
    return given if given == read else _plain(read)


_YEARS: Final = list_of(YEAR)
PART: Final = _share_within(1)
"""A share from 0 to 1."""
MULTIPLE: Final = _share_within(None)
"""A share that may exceed 1."""
MONEY: Final = replace(POSITIVE, read=_kronor)
LAYOUT: Final = _known_or_text(LAYOUTS)
SOURCE: Final = _known_or_text(IN_SWEDISH[SetAsideSource])
WINDOW: Final = replace(_YEARS, read=_years)
SOURCES: Final = replace(TEXT, read=_sources)
_OPEN: Final = Bilingual(
    '[["uppställning", "inget sägs", "nothing is said"]]', '[["presentation", "inget sägs", "nothing is said"]]'
)
UNDECIDED: Final = Kind(
    "undecided", Bilingual("det källan lämnar öppet", "what the source leaves open"), _undecided, _OPEN.en,
    {"type": "array"},
)  # fmt: skip
POLICY_NAME: Final = name_of(Bilingual("namn", "name"), Bilingual("Riktlinjen", "The policy"))
_AMOUNTS: Final = ("set_aside_annual", "annual_frame")


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return str(value)
    return tuple(_plain(part) for part in value) if isinstance(value, tuple) else value


def stored(name: str, value: Any) -> tuple[str, Any]:
    """A parameter as an event keeps it: amounts are whole öre, under a name that says so."""
    if name in _AMOUNTS:
        return f"{name}_ore", None if value is None else to_ore(value)
    return name, _plain(value)
