"""Where columns may go (mål): the fields of a command, of a year's figures, or of a row of a general ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.book.commands.files import A_COMMAND, DO, THE_EVENT
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.ledgers.ledger_csv import MEANINGS
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.exchange.template.layout import KIND, by_name, by_year
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.findings import FIELD_MISSING
from sifund_ledger.fields.kinds import AMOUNT, DAY, TEXT
from sifund_ledger.findings import Bilingual, Named
from sifund_ledger.ledger.commands import Command

_NONE: Final = Bilingual("", "")
_YEAR: Final = Bilingual("Året", "The year")
_LEDGER: Final = Bilingual("Huvudboken", "The ledger")
_DO: Final = Field("do", TEXT, DO, _NONE)
FIGURE: Final = Field("figure", TEXT, Bilingual("uppgift", "figure"), _NONE, "")
"""Which figure a row has, where a file has one on each row."""
FIGURE_AMOUNT: Final = Field("amount", AMOUNT, Bilingual("belopp", "amount"), _NONE, None)
_OF_YEAR: Final = (*(each if each.name != "kind" else replace(KIND, default=each.default) for each in year_fields()),)
_OF_FILE: Final = tuple(each for each in file_fields() if each.name in ("entity", "entity_kind", "opening_deficits"))
_DIGITS: Final = 4
_AMOUNTS: Final = ("amount", "debit", "credit", "opening", "change", "closing")


class Targets:
    """The fields that values may go to, by each of their names; ``what`` has them, ``command`` where all rows are one
    command. Of ``several`` commands a name may have fields of different kinds, which each row tells apart."""

    def __init__(
        self, what: Bilingual, fields: tuple[Field, ...], command: type[Command] | None = None, *, several: bool = False
    ) -> None:
        self.what, self.fields, self.command, self.several = what, fields, command, several

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by their Swedish and English names."""
        return {name: field for field in self.fields for name in field.words}

    def spread(self, field: Field) -> bool:
        """Whether a field has a value for each of several years or names, so that columns may stand within it."""
        return by_name(field.kind) or by_year(field.kind) or field is FIGURE_AMOUNT

    def lacking(self, have: set[str]) -> Iterator[Field]:
        """The fields that must be given, and are neither in a column nor fixed."""
        return (each for each in self.fields if each.required and each.name not in have)


def targets_of(rows: str, columns: Mapping[str, Any], fixed: Mapping[str, Any]) -> Targets:
    """The fields that a mapping of rows may give. Raises :class:`~sifund_ledger.Refused`, placed in the fixed values,
    for a command that is not known or not said.

    >>> [field.name for field in targets_of("events", {}, {"gör": "registrera_resultat"}).fields][:3]
    ['do', 'year', 'amount']
    """
    if rows == "ledger":
        return Targets(_LEDGER, _of_ledger(columns))
    if rows == "figures":
        return Targets(_YEAR, _of_figures(columns, fixed))
    if any(name in columns for name in DO):
        several = {field.name: replace(field, default=None) for each in all_commands() for field in each.fields()}
        return Targets(THE_EVENT, (_DO, *several.values()), several=True)
    given = next((name for name in DO if name in fixed), "")
    if not given:
        example = Named(f"[fast] {DO.sv} = {A_COMMAND.sv}", f"[fixed] {DO.en} = {A_COMMAND.en}")
        raise Refused([FIELD_MISSING.at(DO.en, what=THE_EVENT, key=Named(*DO), example=example)])
    try:
        command = command_named(str(fixed[given]))
    except Refused as refusal:
        raise Refused(each.at_place(given) for each in refusal.findings) from None
    return Targets(command.words(), (_DO, *command.fields()), command)


def _of_figures(columns: Mapping[str, Any], fixed: Mapping[str, Any]) -> tuple[Field, ...]:
    """A year's figures, all of them on a row; or one of them on a row, with its year and kind."""
    year, *rest = _OF_YEAR
    amounts = next((columns[name] for name in FIGURE_AMOUNT.words if name in columns), None)
    if isinstance(amounts, Mapping):
        year = replace(year, default=None)
    if not any(name in columns or name in fixed for name in FIGURE.words):
        return (year, *(replace(each, default=None) for each in rest), *_OF_FILE)
    kind = next(each for each in rest if each.name == "kind")
    return (year, kind, FIGURE, FIGURE_AMOUNT, *_OF_FILE)


def _of_ledger(columns: Mapping[str, Any]) -> tuple[Field, ...]:
    """The columns that a ledger in CSV has by itself, and dimensions by their numbers."""
    numbers = [name for name in columns if name.isascii() and name.isdigit() and len(name) <= _DIGITS]
    fields = [
        Field(name, AMOUNT if name in _AMOUNTS else DAY if name == "day" else TEXT, words, _NONE, None)
        for name, words in MEANINGS.items()
    ]
    return (*fields, *(Field(name, TEXT, Bilingual(name, name), _NONE, None) for name in numbers))


__all__ = ["FIGURE", "FIGURE_AMOUNT", "Targets", "targets_of"]
