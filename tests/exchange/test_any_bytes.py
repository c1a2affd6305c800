"""Whatever bytes a reader is given, it reads them or refuses them with place and remedy: noise, and files damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models.public_surface import EVENTS, MAPPING

from sifund_ledger import Refused
from sifund_ledger.exchange import (
    CsvMapping,
    parse_csv_mapping,
    parse_event_rows,
    parse_events,
    parse_figure_rows,
    parse_figures,
    parse_mapping,
    parse_register,
    parse_roles,
    read_general_ledger,
    write_figures,
)
from sifund_ledger.exchange.sie import parse_sie
from sifund_ledger.exchange.template_file import parse_templates

_DATA = Path(__file__).parents[1] / "data"
_SIE = (_DATA / "sie" / "liten-kommun-2013.se").read_bytes()
_CSV = "sep=;\nver;datum;konto;belopp;text\nA1;2013-12-31;2071;-5,00;öronmärkt\nA1;2013-12-31;2070;5,00;\n".encode()
_EVERY_KEY = (_DATA / "figures" / "every-key.toml").read_bytes()
_REGISTER = b"A3/2013:00112233aabbccdd\r\n"
_TEMPLATES = b'nothing_left = "Inget."\n'
_COLUMNS = """
rader = "händelser"
teckenkodning = "windows-1252"
decimaltecken = ","
datumform = "D/M ÅÅÅÅ"
endast = { Konto = ["2071"] }
[kolumner]
gör = "Vad"
fond = "Fond"
belopp = { debet = "Debet", kredit = "Kredit", tecken = "omvänt" }
dag = "Dag"
år = "År"
[fast]
beslut = "KF 2014-04-28 § 31"
[värden.fond]
"1071" = "social"
"""
_USES = (
    "Konto;Vad;Fond;Debet;Kredit;Dag;År\r\n2071;ianspråkta;1071;;1.000,50;1/3 2014;2014\r\n"
    '2070;använd;1071;;5;1/3 2014;2014\r\n"2071";"use";"1071";"";"2 ";"31/12 2014";"2014"\r\n'
).encode("cp1252")
_YEARS = parse_csv_mapping(
    'rows = "figures"\nunit = "tkr"\n[columns]\nfigure = "Figure"\n'
    'amount = { 2013 = "2013", 2014 = { budget = "2014" } }\n'
)
_OF_JOURNAL = parse_csv_mapping(
    'rows = "ledger"\n[columns]\nvoucher = "V"\ndate = "D"\naccount = "K"\namount = { debit = "+", credit = "-" }\n'
)
_PIECES = (b'"', b"[", b"]", b"=", b"\n", b"\0", b"-", b"9" * 30, b"\xef\xbb\xbf", b"{}", b";", b"1e9")


def _ledger_of(suffix: str, mapping: CsvMapping | None = None) -> Callable[[bytes, Path], object]:
    def read(data: bytes, folder: Path) -> object:
        path = folder / f"fil{suffix}"
        path.write_bytes(data)
        return read_general_ledger(path, mapping=mapping)

    return read


READERS: dict[str, tuple[Callable[[bytes, Path], object], bytes]] = {
    "figures.toml": (lambda data, _: parse_figures(data), _EVERY_KEY),
    "figures.json": (
        lambda data, _: parse_figures(data, format="json"),
        write_figures(parse_figures(_EVERY_KEY)).encode(),
    ),
    "events.toml": (lambda data, _: parse_events(data), EVENTS.encode()),
    "events.json": (
        lambda data, _: parse_events(data, format="json"),
        b'{"event": [{"do": "record_result", "year": 2014, "amount": "5"}]}',
    ),
    "mapping": (lambda data, _: parse_mapping(data), MAPPING.encode()),
    "roles": (lambda data, _: parse_roles(data), (_DATA / "sie" / "roller.toml").read_bytes()),
    "columns.toml": (lambda data, _: parse_csv_mapping(data), _COLUMNS.encode()),
    "events.csv": (lambda data, _: parse_event_rows(data, parse_csv_mapping(_COLUMNS)), _USES),
    "figures.csv": (
        lambda data, _: parse_figure_rows(data, _YEARS),
        b"Figure;2013;2014\nnet_result;1 000;-5\nEquity;400 000;\n",
    ),
    "register": (lambda data, _: parse_register(data), _REGISTER),
    "templates": (lambda data, _: parse_templates(data), _TEMPLATES),
    "sie": (lambda data, _: parse_sie(data), _SIE),
    "ledger.se": (_ledger_of(".se"), _SIE),
    "ledger.csv": (_ledger_of(".csv"), _CSV),
    "journal.csv": (_ledger_of(".csv", _OF_JOURNAL), b"V;D;K;+;-\nA1;2013-12-31;2071;;5.00\nA1;2013-12-31;2070;5;\n"),
}


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with up to four stretches replaced by others, or by nothing; or noise."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=200))
    data = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 20)))
        pieces = st.sampled_from(_PIECES)
        data = data[:start] + draw(pieces | st.binary(max_size=4)) + data[end:]
    return data


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=40)
@given(data=st.data())
def test_any_bytes_are_read_or_refused(
    reader: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    read, whole = READERS[reader]
    folder = tmp_path_factory.getbasetemp()
    given_bytes = data.draw(damaged(whole))
    found: Any = ()
    try:
        found = getattr(read(given_bytes, folder), "findings", ())
    except Refused as refusal:
        found = refusal.findings
        assert found
    for finding in found:
        assert finding.place
        assert finding.in_language("sv")[0]
        assert finding.in_language("en")[0]


@pytest.mark.parametrize("reader", READERS)
def test_what_is_damaged_above_is_read_when_it_is_whole(reader: str, tmp_path: Path) -> None:
    read, whole = READERS[reader]
    assert read(whole, tmp_path) is not None
