"""The figures file (uppgiftsfil): the input of the balanskravsutredning as TOML or JSON, as a value, and its reader.

Amounts are decimal text in the file's unit (``kr``, ``tkr``, ``mkr``) and come out as exact kronor. Whatever is wrong
with a file is reported at once, each fault with its place and its remedy.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.figures import findings as codes
from sifund_ledger.balance.figures.figure import Figure
from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS, MOST_ITEMS, OPENING_DEFICITS, OwnRow
from sifund_ledger.balance.figures.figure_kinds import ENTITY_KIND, STATEMENT_KIND
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.balance.figures.year_figures import (
    FIGURES,
    EntityKind,
    OpeningDeficit,
    YearFigures,
    year_fields,
    year_kind,
)
from sifund_ledger.balance.reserves.securities import OPENING_EXCLUDED, OpeningExcluded
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement, balance_requirement
from sifund_ledger.boundary import check_fields, checked_methods
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.structured.documents import Document, Format, format_of, parse_document, read_bytes
from sifund_ledger.exchange.structured.places import Places
from sifund_ledger.exchange.structured.reading import read_document
from sifund_ledger.fields.composed import choice_of, list_of
from sifund_ledger.fields.declared import Field, fields_of, schema_of
from sifund_ledger.fields.kinds import KRONOR, TEXT, Kind, Setting
from sifund_ledger.findings import Bilingual, Finding, FindingCode, shown
from sifund_ledger.money import AMOUNT_BELOW_ORE, AMOUNT_IN_OTHER_UNIT, AMOUNT_TOO_LARGE
from sifund_ledger.written import as_a_choice

_CORE_PLACE: Final = re.compile(r"(?:(?P<group>opening_deficits)\.)?(?P<year>\d{4})(?P<key>(?:\..+)?)")
_YEAR: Final = ("year", "år")
_COMPUTED: Final = {"deficits": "underskott", "corrected": "rättat"}
"""What findings of a statement are about that no key of a file states, and its Swedish name in a place."""
_IN_UNIT: Final = (AMOUNT_BELOW_ORE, AMOUNT_IN_OTHER_UNIT, AMOUNT_TOO_LARGE)
UNIT: Final = choice_of("unit", Bilingual("enhet", "unit"), ("kr", "tkr", "mkr"), {"mnkr": "mkr"})
MARK: Final = choice_of("mark", Bilingual("decimaltecken", "decimal mark"), (",", "."))


@checked_methods
@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresFile:
    """What a figures file says (uppgiftsfil).

    ``unit`` is the unit the file's amounts are written in; the amounts here are in kronor. ``opening_deficits`` is
    ``None`` where the file does not mention them, which differs from ``()``: there are none (ruling R5).
    """

    entity: str = ""
    entity_kind: EntityKind = EntityKind.MUNICIPALITY
    unit: Unit = "kr"
    opening_deficits: tuple[OpeningDeficit, ...] | None = None
    opening_excluded: OpeningExcluded | None = None
    years: tuple[YearFigures, ...]
    source: Places = field(default=Places(""), compare=False, repr=False)

    def __post_init__(self) -> None:
        check_fields(self, "figures_file")

    def statement(self, *, draft: bool = False) -> BalanceRequirementStatement:
        """The balanskravsutredning of the file's years, with all that the file states of the time before them.

        With ``draft`` errors in the figures stay among the findings, and the rows that they are about are marked.
        Raises :class:`~sifund_ledger.Refused` with every error, placed in the file.

        >>> from sifund_ledger.exchange import parse_figures
        >>> file = parse_figures('opening_deficits = []\\n[[year]]\\nyear = 2025\\nnet_result = "-1"')
        >>> file.statement().year(2025).to_restore.amount
        Decimal('1.00')
        """
        try:
            return balance_requirement(
                self.years,
                entity=self.entity,
                entity_kind=self.entity_kind,
                unit=self.unit,
                opening_deficits=self.opening_deficits,
                opening_excluded=self.opening_excluded,
                draft=draft,
            )
        except Refused as refusal:
            raise Refused(self.located(refusal.findings)) from None

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings of the statement, those about its figures placed in the file, or in words where there is none.

        >>> from sifund_ledger.balance.figures.findings import NO_YEARS
        >>> from sifund_ledger.exchange import parse_figures
        >>> file = parse_figures('[[year]]\\nyear = 2014\\nnet_result = "1"\\nunrealised_gains = "5"')
        >>> file.located([NO_YEARS.at("2014.unrealised_gains")])[0].place
        'figures.toml:4: year[2014].unrealised_gains'
        """
        return tuple(self._located(finding) for finding in findings)

    def _located(self, finding: Finding) -> Finding:
        # The core speaks of 2014.equity and opening_deficits.2012; the file has year[2014].equity, or a Swedish key.
        match = _CORE_PLACE.fullmatch(finding.place)
        if match is None:
            return finding
        if not self.source.name:
            return placed_in_words(finding)
        return finding.at_place(self.source.of(f"{match['group'] or 'year'}[{match['year']}]{match['key']}"))


def read_figures(path: str | os.PathLike[str], *, format: Format | None = None) -> FiguresFile:
    """Read a figures file; its ending, ``.toml``, ``.json`` or ``.xlsx``, gives the format unless ``format`` does.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault of the file.

    >>> from sifund_ledger.exchange.examples import MALMO
    >>> [figures.year for figures in read_figures(MALMO).years]
    [2013, 2014, 2015]
    """
    chosen = format or format_of(path, workbooks=True)
    return parse_figures(read_bytes(path, chosen), format=chosen, name=os.fspath(path))


def parse_figures(
    data: bytes | str, *, format: Format = "toml", name: str = "figures.toml", table: Sequence[Figure] = FIGURES
) -> FiguresFile:
    """The figures in a TOML or JSON text, or in a filled-in template (xlsx); ``name`` is what findings call it.

    Keys may be English or Swedish.

    ``table`` may have figures of one's own. Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault:
    text that cannot be read as UTF-8, TOML or JSON, an unknown key, a float, an amount finer than the öre, a negative
    magnitude, a year that is missing or given twice, a ground without reason, decision or due year.

    >>> parse_figures('[[year]]\\nyear = 2014\\nnet_result = "-149"').years[0].net_result.amount
    Decimal('-149.00')
    >>> parse_figures('[[year]]\\nyear = 2014\\nnet_result = 12.5')
    Traceback (most recent call last):
        ...
    sifund_ledger.errors.UnreadableInput: figures.toml:3: year[2014].net_result: AMOUNT_IS_FLOAT: 12.5 is a float, which
    is not exact.
      remedy: Write it as text: "12.5".
    """
    return figures_in(_document(data, format, name), table)


def figures_in(document: Document, table: Sequence[Figure] = FIGURES) -> FiguresFile:
    """The figures of a document that has been read already. Raises as :func:`parse_figures`."""
    unit = _stated(document.tree, UNIT, ("unit", "enhet"), "kr")
    mark = _stated(document.tree, MARK, ("decimal_mark", "decimaltecken"), "")

    def across(tree: Mapping[str, Any], read: Mapping[str, Any], faults: list[Finding]) -> Iterator[Finding]:
        # Where the unit is at fault, no amount is blamed for it.
        yield from (fault for fault in faults if unit or fault.kind not in _IN_UNIT)
        yield from _twice(tree, "year", codes.YEAR_TWICE)
        yield from _twice(tree, "opening_deficits", codes.OPENING_DEFICIT_TWICE)
        in_capitals = any(key not in _YEAR and as_a_choice(key) in _YEAR for key in tree)  # and is reported
        if not read.get("year", True) and not in_capitals:
            yield codes.NO_YEARS.at("")

    declared, inner = (
        file_fields(table),
        (*year_fields(table), *GROUND_FIELDS, *fields_of(OwnRow), *fields_of(OpeningDeficit)),
    )
    setting = Setting(unit or "mkr", mark or "")
    read, places = read_document(document, declared, setting=setting, across=across, inner=inner)
    del read["decimal_mark"]
    source = replace(places, swedish={**_COMPUTED, **places.swedish})
    return FiguresFile(years=read.pop("year"), source=source, **read)


def _document(data: bytes | str, format: Format, name: str) -> Document:
    if format != "xlsx":
        return parse_document(data, format=format, name=name)
    from sifund_ledger.exchange.template.figures_sheets import figures_document

    return figures_document(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"), name)


def file_fields(table: Sequence[Figure] = FIGURES) -> tuple[Field, ...]:
    """What stands at the top of a figures file."""
    years = list_of(year_kind(table), most=MOST_ITEMS)
    return (
        _field("entity", "organisation", TEXT, "", "namnet som trycks", "the name to print"),
        _field("entity_kind", "organisationsform", ENTITY_KIND, EntityKind.MUNICIPALITY,
               "vem balanskravet gäller; ett kommunalförbund anger skäl för en reservering",
               "who the balance requirement binds; a federation (*kommunalförbund*) has no tax base, so allocations to "
               "a reserve need a reason"),
        _field("unit", "enhet", UNIT, "kr", "för varje belopp i filen; kr om den utelämnas",
               "of every amount in the file; `kr` if left out"),
        _field("decimal_mark", "decimaltecken", MARK, "",
               "punkt eller komma; behövs bara där alla belopp har tre siffror efter det",
               "`.` or `,`; needed only where every amount has three digits after it, as in `12.345`"),
        _field("opening_deficits", "ingående_underskott", OPENING_DEFICITS, None,
               "det som återstår att återställa av tidigare underskott; [] om inget återstår",
               "what remains to be restored of deficits before the first year; `[]` if nothing. Leaving it out is a "
               "warning"),
        _field("opening_excluded", "ingående_orealiserat",
               OPENING_EXCLUDED, None,
               "orealiserat som tidigare år har undantagit",
               "`unrealised_gains` and `unrealised_losses` that earlier years have excluded: a reversal above them is "
               "a finding"),
        _field("year", "år", years, (), "räkenskapsåren, vart och ett en gång",
               "the fiscal years, in any order, each once, from 1998 to 2060"),
    )  # fmt: skip


def _field(name: str, sv: str, kind: Kind, default: Any, help_sv: str, help_en: str) -> Field:
    return Field(name, kind, Bilingual(sv, name), Bilingual(help_sv, help_en), default)


def _stated(tree: object, kind: Kind, keys: Sequence[str], default: str) -> Any:
    """What amounts are converted with; ``None`` where the file names nothing valid, which is a fault of its own."""
    given = [tree[key] for key in keys if tree.get(key) is not None] if isinstance(tree, dict) else []
    try:
        return kind.read(given[0], keys[0], KRONOR) if given else default
    except Refused:
        return None


def _twice(tree: Mapping[str, Any], name: str, code: FindingCode) -> Iterator[Finding]:
    """Years that a list of tables has more than once of a kind; of the tree, since a table with another fault counts
    too."""
    sv = next(field.words.sv for field in file_fields() if field.name == name)
    lists = [(key, tree[key]) for key in (name, sv) if isinstance(tree.get(key), list)]
    years = [
        (f"{key}[{number}].{word}", (item[word], _kind(item)))
        for key, items in lists
        for number, item in enumerate(items, 1)
        if isinstance(item, dict)
        for word in ("year", "år")
        if type(item.get(word)) is int
    ]
    given, seen = Counter(of for _, of in years), set[tuple[int, str]]()
    for place, of in years:
        if of in seen:
            yield code.at(place, year=shown(of[0]), count=given[of])
        seen.add(of)


def _kind(item: Mapping[str, Any]) -> str:
    """What the figures of a year are, by the English word."""
    word = item.get("kind", item.get("slag", "outcome"))
    try:
        return str(STATEMENT_KIND.read(word, "", KRONOR))
    except Refused:
        return str(word)


def figures_schema(table: Sequence[Figure] = FIGURES) -> dict[str, Any]:
    """The JSON Schema of a figures file, for editors that complete and check while one writes.

    >>> sorted(figures_schema()["properties"])[:3]
    ['decimal_mark', 'entity', 'entity_kind']
    """
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sifund:figures:1",
        "title": "sifund-figures-1",
    }
    schema |= schema_of(file_fields(table))
    schema["required"] = ["year"]
    return schema
