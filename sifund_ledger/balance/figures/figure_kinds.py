"""The kinds of value that the figures of a year have (uppgiftslag): amounts, fiscal years, and a few words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from moneyed import Money

from sifund_ledger.balance.figures import findings as codes
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fields.composed import choice_of
from sifund_ledger.fields.declared import fields_of
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE
from sifund_ledger.fields.kinds import DAY, DECISION, KRONOR, TEXT, Kind, Setting, unreadable
from sifund_ledger.fields.layouts import LAYOUTS
from sifund_ledger.findings import Bilingual, Finding, shown
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.money import from_ore
from sifund_ledger.written import cleaned


class StatementKind(StrEnum):
    """What the figures are: outcome (utfall), forecast (prognos), interim (delår) or budget (ruling R10)."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
    INTERIM = "interim"
    BUDGET = "budget"


class EntityKind(StrEnum):
    """Who the balance requirement binds: kommun, region, kommunalförbund (KL 11:1, 9:9; ruling R11)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    FEDERATION = "federation"


class Presentation(StrEnum):
    """How the municipality prints earmarks and rows of its own (redovisning; ruling R34).

    ``strict``: the statute's rows alone. ``inside``: rows of its own within the table (Upplands-Bro, Malmö).
    ``below``: after the balance requirement result (Krokom). ``grounds``: among the exceptional grounds
    (Tomelilla, Umeå). ``added_back``: a use is added back to the result (Ekerö). ``separate_decision``: outside the
    table, by a decision of its own (Solna, Uppsala).
    """

    STRICT = "strict"
    INSIDE = "inside"
    BELOW = "below"
    GROUNDS = "grounds"
    ADDED_BACK = "added_back"
    SEPARATE_DECISION = "separate_decision"


class GroundEffect(StrEnum):
    """What an exceptional ground does: waive (ej återställas) or extend (återställas senare); ruling R4."""

    WAIVE = "waive"
    EXTEND = "extend"


ZERO: Final = from_ore(0)
_WITHOUT_SIGN: Final = Bilingual(
    "Ange beloppet utan minustecken; regeln sätter tecknet.", "Give it without a sign; the rule applies the sign."
)
_UNIT: Final = r"(\s?(SEK|kr|tkr|mkr|mnkr))?"
_SIGNED: Final = {
    "description": "an amount in the file's unit, as decimal text; an integer is exact too",
    "anyOf": [{"type": "string", "pattern": rf"^[+\-−–(]?\s?[\d\s.,]*\d-?\)?{_UNIT}$"}, {"type": "integer"}],
}
_UNSIGNED: Final = {
    "description": "a magnitude in the file's unit, without a sign; the rule applies the sign",
    "anyOf": [{"type": "string", "pattern": rf"^\+?[\d\s.,]*\d{_UNIT}$"}, {"type": "integer", "minimum": 0}],
}


def _signed(value: object, place: str, setting: Setting) -> Money:
    return from_ore(setting.ore(value, place))


def magnitude(instead: Bilingual = _WITHOUT_SIGN) -> Kind:
    """The kind of an amount that is never negative; ``instead`` is the remedy where it is."""

    def read(value: object, place: str, setting: Setting) -> Money:
        ore = setting.ore(value, place)
        if ore < 0:
            key = place.rpartition(".")[2]
            raise Refused([codes.FIGURE_NEGATIVE.at(place, key=key, amount=ore, instead=instead)])
        return from_ore(ore)

    return Kind("magnitude", Bilingual("belopp utan tecken", "magnitude"), read, '"56"', _UNSIGNED)


def _fiscal_year(value: object, place: str, setting: Setting) -> int:
    if type(value) is not int:
        whole, _, _ = (str(value) if isinstance(value, str | float) else "").partition(".")
        meant = whole if whole.isdecimal() and len(whole) == 4 else FISCAL_YEAR.example
        raise unreadable(FISCAL_YEAR.words, value, place, meant)
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise Refused([YEAR_OUT_OF_RANGE.at(place, year=shown(value))])
    return value


SIGNED: Final = Kind("amount", Bilingual("belopp med tecken", "amount, signed"), _signed, '"-149"', _SIGNED)
MAGNITUDE: Final = magnitude()
AMOUNTS: Final = (SIGNED.name, MAGNITUDE.name)
FISCAL_YEAR: Final = Kind(
    "year", Bilingual("år utan citattecken", "year without quotation marks"), _fiscal_year, "2014",
    {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
)  # fmt: skip
STATEMENT_KIND: Final = choice_of(
    "kind", Bilingual("slag", "kind"), StatementKind,
    sv={"outcome": "utfall", "forecast": "prognos", "interim": "delår", "budget": "budget"},
)  # fmt: skip
ENTITIES: Final = {"municipality": "kommun", "region": "region", "federation": "kommunalförbund"}
"""What the kinds of entities are in Swedish."""
ENTITY_KIND: Final = choice_of("entity_kind", Bilingual("slag", "kind"), EntityKind, sv=ENTITIES)
PRESENTATION: Final = choice_of("presentation", Bilingual("uppställning", "layout"), Presentation, sv=LAYOUTS)
DECISIVE: Final = choice_of(
    "decisive_result", Bilingual("resultat", "result"), ("after", "before"), sv={"after": "efter", "before": "före"}
)
EFFECT: Final = choice_of(
    "effect", Bilingual("verkan", "effect"), GroundEffect, sv={"waive": "efterge", "extend": "förläng"}
)


RESERVES: Final = {"equalisation_reserve": "resultatutjämningsreserv", "result_reserve": "resultatreserv"}
"""What the reserves are in Swedish."""
_RESERVE: Final = choice_of("reserve", Bilingual("reserv", "reserve"), Reserve, sv=RESERVES, same=cleaned)
"""Read to the letter: it stands in no file and no option, only in programs."""


def reserve_of(given: object) -> Reserve:
    """A reserve, from itself or its text. Raises :class:`~sifund_ledger.Refused` for anything else.

    >>> reserve_of("result_reserve")
    <Reserve.RESULT: 'result_reserve'>
    """
    return Reserve(_RESERVE.read(given, "reserve", KRONOR))


_WORDS: Final[dict[str, type[str]]] = {
    STATEMENT_KIND.name: StatementKind,
    PRESENTATION.name: Presentation,
    EFFECT.name: GroundEffect,
    DECISIVE.name: str,
}


_AS_READ: Final[dict[str, type]] = {
    TEXT.name: str,
    FISCAL_YEAR.name: int,
    DECISION.name: Decision,
    DAY.name: date,
    STATEMENT_KIND.name: StatementKind,
    PRESENTATION.name: Presentation,
    EFFECT.name: GroundEffect,
}
"""What stands as it is where it has the type: a book may hold what would not be let in today."""


def read_stated(owner: Any, place: str) -> Iterator[Finding]:
    """Read each field of a frozen value: amounts to exact ``Money``, words to their enum; yield what is wrong."""
    for name, default, as_read, kind, word in _steps(type(owner)):  # type: ignore[arg-type]  # a class is hashed as itself
        value = getattr(owner, name)
        if (value is default and word is None) or type(value) is as_read:
            continue
        try:
            read = kind.read(value, f"{place}.{name}", KRONOR)
            object.__setattr__(owner, name, read if word is None else word(read))
        except Refused as refusal:
            yield from refusal.findings


@cache
def _steps(declaration: type) -> tuple[tuple[str, Any, type | None, Kind, type[str] | None], ...]:
    return tuple(
        (each.name, each.default, _AS_READ.get(each.kind.name), each.kind, _WORDS.get(each.kind.name))
        for each in fields_of(declaration)
    )
