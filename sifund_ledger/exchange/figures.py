"""The figures file (uppgiftsfil): the input of the balanskravsutredning as TOML or JSON, read and written.

Amounts are decimal text in the file's unit (``kr``, ``tkr``, ``mkr``) and come out as exact kronor. Whatever is wrong
with a file is told at once, each fault with its place and its remedy.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from pydantic import ValidationError

from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.balance.figures.year_figures import (
    BASES,
    STATEMENT_ROWS,
    ExceptionalGround,
    OpeningDeficit,
    OwnRow,
    YearFigures,
)
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange import findings as codes
from sifund_ledger.exchange.document import Document, Format, format_of, parse_document, read_bytes
from sifund_ledger.exchange.figures_file import FiguresFile, Source, placed
from sifund_ledger.exchange.wire import KEYS, FiguresWire, GroundWire, OpeningDeficitWire, OpeningExcludedWire, YearWire
from sifund_ledger.exchange.wire_faults import across, finding_of, shown_path
from sifund_ledger.findings import Finding
from sifund_ledger.money import from_ore

_MOST_FAULTS: Final = 500
_AMOUNTS: Final = ("net_result", *STATEMENT_ROWS, *BASES)


def read_figures(path: str | os.PathLike[str], *, format: Format | None = None) -> FiguresFile:
    """Read a figures file; its ending, ``.toml`` or ``.json``, tells the format unless ``format`` does.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault of the file.

    >>> from sifund_ledger.exchange.examples import MALMO
    >>> [figures.year for figures in read_figures(MALMO).years]
    [2013, 2014, 2015]
    """
    chosen = format or format_of(path)
    return parse_figures(read_bytes(path), format=chosen, name=os.fspath(path))


def parse_figures(data: bytes | str, *, format: Format = "toml", name: str = "figures.toml") -> FiguresFile:
    """The figures in a TOML or JSON text; ``name`` is what findings call it.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault: what is no UTF-8, TOML or JSON, an unknown
    key, a float, an amount finer than the öre, a negative magnitude, a year that is missing or given twice, a ground
    without reason, decision or due year.

    >>> parse_figures('[[year]]\\nyear = 2014\\nnet_result = "-149"').years[0].net_result.amount
    Decimal('-149.00')
    >>> parse_figures('[[year]]\\nyear = 2014\\nnet_result = 12.5')
    Traceback (most recent call last):
        ...
    sifund_ledger.errors.UnreadableInput: figures.toml:3: year[2014].net_result: FIGURES_AMOUNT_FLOAT: 12.5 is a
    floating-point number, and that is no exact amount.
      remedy: Write it as text: "12.5".
    """
    document = parse_document(data, format=format, name=name)
    findings = list(document.findings)
    wire = None
    try:
        wire = FiguresWire.model_validate(document.tree, context={"unit": _unit(document.tree)})
    except ValidationError as error:
        listed = error.errors(include_url=False)[:_MOST_FAULTS]
        findings.extend(finding_of(document, each, KEYS) for each in listed)
        unlisted = error.error_count() - len(listed)
        findings.extend([codes.FIGURES_MORE_FAULTS.at(name, count=unlisted)] if unlisted else [])
    findings.extend(islice(across(document), _MOST_FAULTS))
    if wire is None or findings:
        raise UnreadableInput(_in_order(document, findings))
    try:
        return replace(_file(wire), source=Source(name, _lines(document)))
    except Refused as refusal:  # what the core types refuse beyond the wire's own rules
        raise UnreadableInput(placed(Source(name, _lines(document)), refusal.findings)) from None


def _unit(tree: object) -> str | None:
    """The unit to convert with; ``None`` where the file names no valid one, which is a fault of its own."""
    word = tree.get("unit", "kr") if isinstance(tree, dict) else None
    word = "mkr" if word == "mnkr" else word
    return word if isinstance(word, str) and word in ORE_PER_UNIT else None


def _lines(document: Document) -> tuple[tuple[str, int], ...]:
    return tuple((shown_path(document.tree, path), line) for path, line in document.positions.lines.items())


def _in_order(document: Document, findings: list[Finding]) -> list[Finding]:
    pattern = re.compile(re.escape(document.name) + r":(\d+)")

    def line(finding: Finding) -> int:
        match = pattern.match(finding.place)
        return int(match[1]) if match else 0

    return sorted(findings, key=line)


def _file(wire: FiguresWire) -> FiguresFile:
    opening = wire.opening_deficits
    excluded = wire.opening_excluded
    return FiguresFile(
        entity=wire.entity,
        entity_kind=wire.entity_kind,
        unit=wire.unit.value,
        opening_deficits=None if opening is None else tuple(_opening(each) for each in opening),
        opening_excluded=None if excluded is None else _excluded(excluded),
        years=tuple(_year(each) for each in wire.year),
    )


def _excluded(wire: OpeningExcludedWire) -> OpeningExcluded:
    gains, losses = from_ore(wire.unrealised_gains), from_ore(wire.unrealised_losses)
    return OpeningExcluded(unrealised_gains=gains, unrealised_losses=losses)


def _opening(wire: OpeningDeficitWire) -> OpeningDeficit:
    grounds = tuple(_ground(each) for each in wire.grounds)
    return OpeningDeficit(year=wire.year, left=from_ore(wire.left), due_year=wire.due_year, grounds=grounds)


def _ground(wire: GroundWire) -> ExceptionalGround:
    return ExceptionalGround(
        amount=from_ore(wire.amount),
        deficit_year=wire.deficit_year,
        effect=wire.effect,
        reason=wire.reason,
        decision=wire.decision_taken(),
        source=wire.source,
        due_year=wire.due_year,
    )


def _year(wire: YearWire) -> YearFigures:
    ores = {key: getattr(wire, key) for key in _AMOUNTS}
    amounts: dict[str, Any] = {key: from_ore(ore) for key, ore in ores.items() if ore is not None}
    return YearFigures(
        year=wire.year,
        kind=wire.kind,
        as_of=wire.as_of,
        reserve_purpose=wire.reserve_purpose,
        reserve_decision=wire.reserve_decision_taken(),
        decisive_result=wire.decisive_result.value,
        presentation=wire.presentation,
        other_adjustments=tuple(
            OwnRow(label=row.label, amount=from_ore(row.amount), citation=row.citation)
            for row in wire.other_adjustments
        ),
        exceptional_grounds=tuple(_ground(each) for each in wire.exceptional_grounds),
        **amounts,
    )


def figures_schema() -> dict[str, Any]:
    """The JSON Schema of a figures file, for editors that complete and check while one writes.

    >>> sorted(figures_schema()["properties"])[:3]
    ['entity', 'entity_kind', 'opening_deficits']
    """
    return FiguresWire.model_json_schema()
