"""The mapping of a CSV file's columns as a file of its own (kolumnmall), read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sifund_ledger.errors import Refused
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.exchange.mapped_csv.columns import COLUMNS, FIXED, ONLY, VALUES, columns_in
from sifund_ledger.exchange.mapped_csv.forms import DAY_FORM, DELIMITER, ENCODING, SIGN, TAB, Forms, is_amount
from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping
from sifund_ledger.exchange.mapped_csv.targets import Targets, targets_of
from sifund_ledger.exchange.statements.figures_file import MARK, UNIT
from sifund_ledger.exchange.structured.documents import parse_document
from sifund_ledger.exchange.structured.reading import read_document
from sifund_ledger.fields.composed import choice_of, key_unknown, list_of
from sifund_ledger.fields.declared import REQUIRED, Field, missing
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.findings import KEY_TWICE
from sifund_ledger.fields.kinds import COUNT, TEXT, Kind, Setting, name_of
from sifund_ledger.findings import Bilingual, Finding, Named
from sifund_ledger.written import cleaned

ROWS: Final = choice_of(
    "rows",
    Bilingual("rader", "rows"),
    ("events", "figures", "ledger"),
    sv={"events": "händelser", "figures": "uppgifter", "ledger": "huvudbok"},
)
_SOURCE: Final = name_of(Bilingual("källa", "source"), Bilingual("Källan", "The source"), '"Uttag ur ekonomisystemet"')


def _field(name: str, sv: str, kind: Kind, help_sv: str, help_en: str, default: Any = REQUIRED) -> Field:
    return Field(name, kind, Bilingual(sv, name), Bilingual(help_sv, help_en), default)


FIELDS: Final = (
    _field("rows", "rader", ROWS, "vad raderna är: `händelser`, `uppgifter` eller `huvudbok`",
           "what the rows are: `events`, `figures` or `ledger`"),
    _field("source", "källa", _SOURCE, "varifrån raderna kommer; samma källa registreras en gång, vad filen än heter",
           "what the rows come from; one source is recorded once, whatever the file is called", ""),
    _field("row_key", "radnyckel", list_of(TEXT), "kolumner som skiljer raderna åt; annars gäller radens plats",
           "columns that tell rows apart; without them a row is known by its place", ()),
    _field("encoding", "teckenkodning", ENCODING, "`utf-8` (även med BOM), `windows-1252`, `iso-8859-1`, `utf-16` …",
           "`utf-8` (with a BOM too), `windows-1252`, `iso-8859-1`, `utf-16` …", "utf-8"),
    _field("delimiter", "avgränsare", DELIMITER, "`;` om inget anges; `,`, `|` eller `tabb`",
           "`;` if left out; `,`, `|` or `tab`", ";"),
    _field("heading_line", "rubrikrad", COUNT, "raden med kolumnernas rubriker, annars den första; 0 om de saknas",
           "the line with the headings, the first if left out; 0 if there is none: then columns are 1, 2 …", None),
    _field("decimal_mark", "decimaltecken", MARK, "`,` eller `.`; ett belopp med det andra nekas",
           "`,` or `.`; an amount with the other is refused", ""),
    _field("date_form", "datumform", DAY_FORM, "som `ÅÅÅÅMMDD` eller `D/M ÅÅÅÅ`; annars året först",
           "such as `YYYYMMDD` or `D/M YYYY`; the year first if left out", None),
    _field("unit", "enhet", UNIT, "för varje belopp; kr om den utelämnas", "of every amount; `kr` if left out", "kr"),
    _field("sign", "tecken", SIGN, "`omvänt` där en intäkt är negativ", "`reversed` where income is below zero",
           "as_written"),
    _field("columns", "kolumner", COLUMNS, "fältens kolumner", "the column of each field"),
    _field("fixed", "fast", FIXED, "fälten som är lika på varje rad", "the fields that are alike on every row", {}),
    _field("values", "värden", VALUES, "vad filens egna koder betyder, per fält",
           "what the file's own codes mean, by field", {}),
    _field("only", "endast", ONLY, "raderna som gäller, per kolumn", "the rows that count, by column", {}),
)  # fmt: skip


def parse_csv_mapping(text: bytes | str, name: str = "mapping.toml") -> CsvMapping:
    """Read the mapping of a CSV file (TOML). Keys may be English or Swedish, as those of an events file.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its line: a field that the command or the
    figures have not, one that is lacking, a fixed value that cannot be read.

    >>> mapping = parse_csv_mapping('''
    ... rader = "händelser"
    ... källa = "Uttag 2014"
    ... decimaltecken = ","
    ... [kolumner]
    ... fond = "Fond"
    ... belopp = { debet = "Debet", kredit = "Kredit" }
    ... [fast]
    ... gör = "öronmärk"
    ... resultatår = 2013
    ... beslut = "KF 2014-04-28 § 31"
    ... ''')
    >>> mapping.headings
    ('Fond', 'Debet', 'Kredit')
    """
    document = parse_document(text, format="toml", name=name)
    read, _ = read_document(document, FIELDS, across=_across)
    tree: Mapping[str, Any] = document.tree  # type: ignore[assignment]  # else it was refused
    delimiter = "\t" if read["delimiter"] == TAB else read["delimiter"]
    written = (read[name] for name in ("heading_line", "decimal_mark", "date_form", "unit", "sign"))
    forms = Forms(read["encoding"], delimiter, *written)
    return CsvMapping(
        read["rows"], read["columns"], read["fixed"], read["values"], read["only"], read["source"], read["row_key"],
        forms, "sv" if "rader" in tree else "en", name,
    )  # fmt: skip


def _across(tree: Mapping[str, Any], read: Mapping[str, Any], faults: list[Finding]) -> Iterator[Finding]:
    yield from faults
    called = _given(tree)
    # Names are checked even where a column among them cannot be read.
    columns, fixed, values = (_named(tree.get(called.get(group, ""))) for group in ("columns", "fixed", "values"))
    if read.get("rows") == "ledger" and read.get("heading_line") == 0:
        yield codes.CSV_HEADINGS_NEEDED.at(called["heading_line"])
    if "rows" not in read or "columns" not in called:
        return
    try:
        targets = targets_of(read["rows"], columns, fixed)
    except Refused as refusal:
        above = f"{called['fixed']}." if "fixed" in called else ""
        yield from (each.at_place(above + each.place) for each in refusal.findings)
        return
    by_name = targets.by_name
    for group, names in (("columns", columns), ("fixed", fixed), ("values", values)):
        for name in names:
            if name not in by_name:
                known = ((each, by_name[each].name) for each in by_name)
                yield key_unknown(f"{called[group]}.{name}", name, targets.what, known)
    yield from _of_columns(called["columns"], read.get("columns", {}), targets)
    yield from _of_fixed(called, columns, fixed, targets, Setting(read.get("unit", "kr")))
    have = {by_name[name].name for name in (*columns, *fixed) if name in by_name}
    for each in targets.lacking(have):
        yield missing(called["columns"], targets.what, each.words, '"…"')


def _named(group: object) -> Mapping[str, Any]:
    """What stands in a table of the file, by name; nothing where there is no such table."""
    return {cleaned(str(name)): part for name, part in group.items()} if isinstance(group, Mapping) else {}


def _given(tree: Mapping[str, Any]) -> dict[str, str]:
    """What the fields are called in the file, by name."""
    return {each.name: name for each in FIELDS for name in each.words if name in tree}


def _of_columns(place: str, columns: Mapping[str, Any], targets: Targets) -> Iterator[Finding]:
    """Columns for one field twice, and sign rules where there is no amount."""
    met = set[str]()
    for name in columns:
        known = targets.by_name.get(name)
        if known and known.name in met:
            yield KEY_TWICE.at(f"{place}.{name}", key=Named(*known.words))
        met |= {known.name} if known else set()
    for path, column in columns_in(columns):
        known = targets.by_name.get(path[0])
        at = f"{place}.{'.'.join(path)}"
        if known is None or targets.several:
            continue
        if len(path) > 1 and (known.kind.parts is None and not targets.spread(known)):
            yield codes.CSV_FIELD_NOT_SPREAD.at(at, field=known.words)
        elif len(path) == 1 and column.of_amounts and not is_amount(known.kind):
            yield codes.CSV_FIELD_NOT_AMOUNT.at(at, field=known.words)


def _of_fixed(
    called: Mapping[str, str], columns: Mapping[str, Any], fixed: Mapping[str, Any], targets: Targets, setting: Setting
) -> Iterable[Finding]:
    """Fixed values that cannot be read, or are of a field that has a column."""
    of_columns = {targets.by_name[name].name for name in columns if name in targets.by_name}
    faults = Faults()
    for name, value in fixed.items():
        known = targets.by_name.get(name)
        if known is None:
            continue
        place = f"{called['fixed']}.{name}"
        if known.name in of_columns:
            faults.append(KEY_TWICE.at(place, key=Named(*known.words)))
        elif known.name != "do" and not targets.several:
            with faults:
                known.kind.read(value, place, setting)
    return faults
