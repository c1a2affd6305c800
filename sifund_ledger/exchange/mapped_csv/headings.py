"""What files call the column of a field (kolumnrubriker), beside the field's own names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sifund_ledger.fields.declared import Field

_BETWEEN: Final = re.compile(r"[\s._-]+")
_SURE: Final[Mapping[str, tuple[str, ...]]] = {
    "board": ("nämndnamn", "boardname"),
    "day": ("datum", "date"),
    "fund": ("fondnamn", "fundname"),
    "gross": ("bruttokostnad", "grosscost"),
    "project": ("projektnamn", "projectname"),
    "taxes_and_grants": (
        "skatterochgenerellastatsbidrag", "skatteintäkterochbidrag", "skatteintäkterochgenerellastatsbidrag",
        "taxrevenueandgrants",
    ),
}  # fmt: skip
_UNSURE: Final[Mapping[str, tuple[str, ...]]] = {
    "do": ("händelse", "event"),
    "taxes_and_grants": ("skatteintäkter", "skatter", "taxrevenue", "taxes"),
}


def plain(heading: str) -> str:
    """A heading in small letters, without spaces, dots, underscores and hyphens."""
    return _BETWEEN.sub("", heading.casefold())


def sure_headings(field: Field) -> tuple[str, ...]:
    """The headings, as :func:`plain` writes them, that can only be the field: its own names first.

    >>> from sifund_ledger.book.commands import command_named
    >>> sure_headings(next(field for field in command_named("use").fields() if field.name == "day"))
    ('dag', 'day', 'datum', 'date')
    """
    return (*map(plain, field.words), *_SURE.get(field.name, ()))


def unsure_headings(field: Field) -> tuple[str, ...]:
    """The headings that may be the field: *Skatteintäkter* may be taxes alone or taxes with general grants."""
    return _UNSURE.get(field.name, ())
