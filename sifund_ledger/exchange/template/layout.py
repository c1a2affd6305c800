"""What the template has (mallens blad): its sheets, the fields of each, and what its headings are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS, OpeningDeficit, OwnRow
from sifund_ledger.balance.figures.figure_kinds import FISCAL_YEAR, STATEMENT_KIND
from sifund_ledger.balance.reserves.securities import EXCLUDED
from sifund_ledger.book.commands import all_commands
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.fields.composed import choice_of
from sifund_ledger.fields.declared import Field, fields_of
from sifund_ledger.fields.kinds import AMOUNT, COUNT, DECISION, TEXT, YEAR, Kind
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.commands import Command
from sifund_ledger.written import cleaned

VERSION: Final = 1
"""Of the template; another number for one that is not read as this one is."""

HELP: Final = Bilingual("Hjälp", "Help")
EXAMPLE: Final = Bilingual("Exempel", "Example")
LISTS: Final = Bilingual("Listor", "Lists")
FIELDS: Final = Bilingual("Fält", "Fields")
"""The hidden sheet that says which fields each command has, for the colours."""
FAULTS: Final = Bilingual("Fel", "Faults")
"""The sheet that lists what is wrong, in a copy that is marked."""
UNREAD: Final = (HELP, EXAMPLE, LISTS, FIELDS, FAULTS)
"""The sheets that only help to fill in the others."""
ABOUT: Final = Bilingual("Om filen", "About")
FIGURES: Final = Bilingual("Uppgifter", "Figures")
GROUNDS: Final = Bilingual("Synnerliga skäl", "Exceptional grounds")
OWN_ROWS: Final = Bilingual("Egna rader", "Own rows")
DEFICITS: Final = Bilingual("Ingående underskott", "Opening deficits")
PLANS: Final = Bilingual("Planer", "Plans")
_YEARS_AND_DECISIONS: Final = Bilingual("År och beslut", "Years and decisions")
_PROGRAMME: Final = Bilingual("Program", "Programme")
_GROUPS: Final = {
    "board": Bilingual("Nämnder", "Boards"),
    "equity": Bilingual("Eget kapital", "Equity"),
    "fund": Bilingual("Fonder", "Funds"),
    "project": Bilingual("Projekt", "Projects"),
}
"""The sheets of events, by how their commands begin on the command line; the facts of the programme have one of their
own, and the rest share the last."""
EVENT_SHEETS: Final = (*_GROUPS.values(), _PROGRAMME, _YEARS_AND_DECISIONS)
_APART: Final = ("open_entity", "year_end")
"""What is no row: a book is made by a command, and a year-end is drawn up from the sheet of figures."""

NUMBER: Final = Bilingual("nr", "no")
EVENT: Final = Bilingual("händelse", "event")
KEY: Final = Bilingual("nyckel", "key")
FIGURE: Final = Bilingual("uppgift", "figure")
EXPLANATION: Final = Bilingual("förklaring", "explanation")
TEMPLATE: Final = Bilingual("mallens_version", "template_version")
_GIVEN: Final = Bilingual("tidigare_underskott", "earlier_deficits")
_DEFICIT: Final = Bilingual("ingående_underskott", "opening_deficit")
_FIGURES: Final = Bilingual("årets_uppgifter", "figures_of_the_year")


def _field(words: Bilingual, kind: Kind, help_sv: str, help_en: str, default: object = None) -> Field:
    return Field(words.en, kind, words, Bilingual(help_sv, help_en), default)


EARLIER: Final = _field(
    _GIVEN,
    choice_of("earlier_deficits", _GIVEN, ("none", "some"), sv={"none": "inga", "some": "finns"}),
    "inga, om inget underskott från tidigare år återstår; annars står de på bladet Ingående underskott",
    "none, if no deficit of earlier years is left; otherwise they stand on the sheet Opening deficits",
)
DECISION_OF_ALL: Final = _field(
    Bilingual("beslut", "decision"), DECISION,
    "för varje händelse som inte har ett eget beslut", "for every event that has no decision of its own",
)  # fmt: skip
_EXCLUDED: Final = tuple(
    replace(each, name=f"earlier_{each.name}", words=Bilingual(f"tidigare_{each.words.sv}", f"earlier_{each.name}"),
            help=Bilingual("som tidigare år har undantagit", "that earlier years have excluded"), default=None)
    for each in EXCLUDED
)  # fmt: skip
EXCLUDED_BEFORE: Final = dict(zip((each.name for each in _EXCLUDED), EXCLUDED, strict=True))
"""The rows about what earlier years have excluded, and the field of each within ``opening_excluded``."""
OF_FIGURES: Final = tuple(each for each in file_fields() if each.name in ("entity", "entity_kind"))
OF_FILE: Final = tuple(each for each in file_fields() if each.name in ("unit", "decimal_mark"))
ABOUT_FIELDS: Final = (*OF_FIGURES, *OF_FILE, EARLIER, *_EXCLUDED, DECISION_OF_ALL)
"""What the sheet about the file says, a row for each."""

KIND: Final = Field("kind", STATEMENT_KIND, Bilingual("slag", "kind"), Bilingual("utfall om inget anges", ""), "")
OF_YEAR: Final = Field("year", FISCAL_YEAR, Bilingual("år", "year"), Bilingual("kolumnens år", "the column's year"))
BELONGS: Final = _field(
    Bilingual("hör_till", "belongs_to"),
    choice_of("belongs_to", Bilingual("hör till", "belongs to"), (_FIGURES.en, _DEFICIT.en),
              sv={_FIGURES.en: "årets uppgifter", _DEFICIT.en: "ingående underskott"}),
    "årets uppgifter om inget anges", "figures of the year if left out", _FIGURES.en,
)  # fmt: skip
DEFICIT_FIELDS: Final = tuple(each for each in fields_of(OpeningDeficit) if each.name != "grounds")
ITEM_SHEETS: Final[dict[str, tuple[Bilingual, tuple[Field, ...]]]] = {
    "exceptional_grounds": (GROUNDS, (OF_YEAR, KIND, BELONGS, *GROUND_FIELDS)),
    "other_adjustments": (OWN_ROWS, (OF_YEAR, KIND, *fields_of(OwnRow))),
    "opening_deficits": (DEFICITS, DEFICIT_FIELDS),
}
"""The lists within the figures: the sheet of each, and its columns."""

PLAN_NUMBER: Final = Field("of_event", COUNT, Bilingual("till_nr", "of_event"), Bilingual("händelsens nummer", ""))
PLAN_FIELD: Final = Field("part", TEXT, Bilingual("vad", "part"), Bilingual("plan, ramar …", "plan, frames …"))
PLAN_NAME: Final = Field("name", TEXT, Bilingual("nämnd_eller_fond", "board_or_fund"), Bilingual("", ""), "")
PLAN_YEAR: Final = Field("year", YEAR, Bilingual("år", "year"), Bilingual("", ""), None)
PLAN_AMOUNT: Final = Field("amount", AMOUNT, Bilingual("belopp", "amount"), Bilingual("", ""))
PLAN_FIELDS: Final = (PLAN_NUMBER, PLAN_FIELD, PLAN_NAME, PLAN_YEAR, PLAN_AMOUNT)


def by_name(kind: Kind) -> bool:
    """Whether a kind has a value for each of several names."""
    return kind.name.endswith("_by_name")


def by_year(kind: Kind) -> bool:
    """Whether a kind has a value for each of several years."""
    return kind.name.endswith("_by_year") or kind.name == "instalments_by_name"


def on_plans(kind: Kind) -> bool:
    """Whether the values of a kind stand on the sheet of plans: a column has room for one alone."""
    return by_name(kind) or by_year(kind)


def commands_on(sheet: Bilingual) -> tuple[type[Command], ...]:
    """The commands of a sheet, in the order of the reference."""
    return tuple(each for each in all_commands() if each.name not in _APART and _sheet_of(each) == sheet)


def _sheet_of(command: type[Command]) -> Bilingual:
    if command.__module__.startswith("sifund_ledger.programme."):
        return _PROGRAMME
    return _GROUPS.get(command.cli.partition(" ")[0], _YEARS_AND_DECISIONS)


@cache
def columns_of(sheet: Bilingual, language: Language) -> tuple[Field, ...]:
    """The columns of a sheet of events: every field that its commands have but plans, once each; decisions last."""
    found: dict[str, Field] = {}
    for command in commands_on(sheet):
        for field in command.fields():
            if not on_plans(field.kind):
                found.setdefault(field.words.words(language), field)
    return tuple(sorted(found.values(), key=lambda field: (field.kind is DECISION, field.name in ("reason", "choose"))))


def heading(words: str) -> str:
    """A name as a heading or a choice has it.

    >>> heading("från_delfond")
    'Från delfond'
    """
    text = words.replace("_", " ")
    return text[:1].upper() + text[1:]


def named(heading: object) -> str:
    """The name that a heading or a choice stands for.

    >>> named(" Från  delfond")
    'från_delfond'
    """
    return "_".join(cleaned(str(heading)).casefold().split())


def names_of(fields: Iterable[Field]) -> Iterator[str]:
    """Every name that fields have, in both languages."""
    for field in fields:
        yield from field.words
