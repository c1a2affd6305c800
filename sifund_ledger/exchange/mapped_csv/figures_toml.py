"""Figures that were read from rows, as a figures file in TOML to keep and to complete (uppgiftsfil)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sifund_ledger.amounts import Language
from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.exchange.escapes import toml_key, toml_value
from sifund_ledger.exchange.statements.figures_file import FiguresFile, file_fields
from sifund_ledger.exchange.statements.figures_written import write_figures


def figures_to_toml(file: FiguresFile, *, language: Language = "sv") -> str:
    """The figures as a figures file in TOML, under the names of the language; reading it gives equal figures.

    Raises as :func:`~sifund_ledger.exchange.write_figures`.

    >>> from sifund_ledger.exchange import parse_figures
    >>> print(figures_to_toml(parse_figures('[[year]]\\nyear = 2014\\nnet_result = "-149"')))
    organisation = ""
    organisationsform = "municipality"
    enhet = "kr"
    <BLANKLINE>
    [[år]]
    år = 2014
    årets_resultat = "-149"
    """
    tree: Mapping[str, Any] = json.loads(write_figures(file))
    names = {field.name: field.words.words(language) for field in file_fields()}

    def lines() -> Iterator[str]:
        for key, value in tree.items():
            if key != "year":
                yield f"{toml_key(names[key])} = {toml_value(value)}"
        within = {field.name: field.words.words(language) for field in year_fields()}
        for year in tree["year"]:
            yield f"\n[[{names['year']}]]"
            yield from (f"{toml_key(within.get(key, key))} = {toml_value(value)}" for key, value in year.items())

    return "\n".join(lines())
