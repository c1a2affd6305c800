"""A scenario as a file (scenariofil), TOML or JSON, with Swedish or English keys; amounts in its unit."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from sifund_ledger.amounts import Unit
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.statements.figures_file import UNIT
from sifund_ledger.exchange.structured.documents import Format, format_of, parse_document, read_bytes
from sifund_ledger.exchange.structured.reading import read_document
from sifund_ledger.fields.declared import Field, fields_of
from sifund_ledger.fields.kinds import Setting
from sifund_ledger.findings import Bilingual
from sifund_ledger.simulation.models import Model
from sifund_ledger.simulation.scenario import PlannedProject, Scenario


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """What a scenario file says: the scenario, and the unit that it is written in."""

    scenario: Scenario
    unit: Unit = "kr"


_UNIT: Final = Field("unit", UNIT, Bilingual("enhet", "unit"), Bilingual("för varje belopp", "of every amount"), "kr")


def read_scenario(path: str | os.PathLike[str], *, format: Format | None = None) -> ScenarioFile:
    """Read a scenario file. Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault of it."""
    chosen = format or format_of(path)
    return parse_scenario(read_bytes(path), format=chosen, name=os.fspath(path))


def parse_scenario(data: bytes | str, *, format: Format = "toml", name: str = "scenario.toml") -> ScenarioFile:
    """The scenario in a TOML or JSON text.

    >>> file = parse_scenario('unit = "mkr"\\nfirst_year = 2020\\nto = 2022\\ncapital = { 2020 = "20" }')
    >>> file.unit, file.scenario.capital
    ('mkr', {2020: 2000000000})
    """
    document = parse_document(data, format=format, name=name)
    tree = document.tree if isinstance(document.tree, dict) else {}
    given = next((tree[key] for key in _UNIT.words if key in tree), "kr")
    try:
        unit: Unit = UNIT.read(given, "unit", Setting())
    except Refused:
        unit = "mkr"  # the finest; the unit itself is reported
    declared, inner = (_UNIT, *fields_of(Scenario)), (*fields_of(PlannedProject), *fields_of(Model))
    read, places = read_document(document, declared, setting=Setting(unit), inner=inner)
    stated = read.pop("unit")
    try:
        return ScenarioFile(Scenario(**read), stated)
    except Refused as refusal:
        raise UnreadableInput(map(places.placed, refusal.findings)) from None
