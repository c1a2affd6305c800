"""Strategies (strategier) for SIE: documents that can be written, and bytes that may be anything."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from sifund_ledger.amounts import MAX_ORE
from sifund_ledger.exchange.sie.document import (
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
    SieRow,
    SieType,
    SieVoucher,
)
from sifund_ledger.exchange.sie.records.tokens import SieRecord

_CP437: Final = [*map(chr, range(32, 127)), *bytes(range(128, 256)).decode("cp437")]
_TEXTS = st.text(st.sampled_from(_CP437), max_size=12)
_ODD_TEXTS = st.sampled_from(["", " ", '"', '\\"', 'a\\"b', "{", "}", "#VER", "a\\b", '""', "C:\\x\\y", "#", "0"])
# A text that ends in a backslash cannot be written so that it reads back the same, but for the backslash alone.
_ANY_TEXT = (_TEXTS | _ODD_TEXTS).filter(lambda text: not text.endswith("\\")) | st.just("\\")
_NUMBERS = st.integers(1, 999_999).map(str)
_ORES = st.integers(-MAX_ORE, MAX_ORE) | st.integers(-500, 500)
_DAYS = st.dates().map(lambda day: f"{day:%Y%m%d}".rjust(8, "0"))
_QUANTITIES = st.sampled_from(["", "0", "-2", "3.5"])
_EXTRAS = st.lists(_ANY_TEXT, max_size=2).map(tuple)
_PAIRS = st.lists(
    st.tuples(st.integers(1, 40).map(str), _ANY_TEXT), max_size=3, unique_by=lambda pair: pair[0]
).map(tuple)  # fmt: skip
_LABELS = st.sampled_from(["PROGRAM", "GEN", "FNAMN", "ORGNR", "PROSA", "ADRESS", "VALUTA", "OKÄND", "X1"])
_RECORDS = st.builds(
    SieRecord, _LABELS, st.lists(_ANY_TEXT | _PAIRS.map(lambda each: sum(each, ())), min_size=1).map(tuple)
)
_ROWS = st.builds(
    SieRow, _NUMBERS, _ORES, _PAIRS, st.just("") | _DAYS, _ANY_TEXT, _QUANTITIES, _ANY_TEXT,
    st.sampled_from(["TRANS", "TRANS", "BTRANS"]), _EXTRAS,
)  # fmt: skip
_BALANCES = st.builds(
    SieBalance, st.sampled_from(["IB", "UB", "RES"]), st.integers(-3, 0), _NUMBERS, _ORES, st.just(()), _QUANTITIES,
    _EXTRAS,
)  # fmt: skip
_OBJECT_BALANCES = st.builds(
    SieBalance, st.sampled_from(["OIB", "OUB"]), st.integers(-3, 0), _NUMBERS, _ORES, _PAIRS, _QUANTITIES, _EXTRAS
)
_PERIODS = st.builds(
    SiePeriodBalance, st.sampled_from(["PSALDO", "PBUDGET"]), st.integers(-3, 0), st.just("201212"),
    _NUMBERS, _ORES, _PAIRS, _QUANTITIES, _EXTRAS,
)  # fmt: skip


@st.composite
def _vouchers(draw: st.DrawFn) -> SieVoucher:
    rows = draw(st.lists(_ROWS, max_size=4))
    rows = [row._replace(ore=row.ore % 1000) for row in rows]
    rest = -sum(row.ore for row in rows if row.label == "TRANS")
    if rest:
        rows.append(SieRow("2070", rest))
    others = tuple(SieRecord(f"Y{i}", fields) for i, (_, fields) in enumerate(draw(st.lists(_RECORDS, max_size=1))))
    series, number, day, text = (draw(each) for each in (_ANY_TEXT, _ANY_TEXT, _DAYS, _ANY_TEXT))
    registered, sign, extra = draw(st.just("") | _DAYS), draw(_ANY_TEXT), draw(_EXTRAS)
    return SieVoucher(series, number, day, text, rows, registered, sign, extra, others)


@st.composite
def sie_documents(draw: st.DrawFn) -> SieDocument:
    """Documents of the types that are written, 3, 4E and 4I, of texts that code page 437 has; vouchers balance."""
    accounts = [
        SieAccount(*draw(st.tuples(_NUMBERS, _ANY_TEXT, st.sampled_from(["", "T", "S", "K", "I"])))) for _ in range(2)
    ]
    dimensions = draw(st.lists(st.builds(SieDimension, _NUMBERS, _ANY_TEXT, st.just("") | _NUMBERS), max_size=2))
    objects = draw(st.lists(st.builds(SieObject, _NUMBERS, _ANY_TEXT, _ANY_TEXT, _EXTRAS), max_size=2))
    kinds: list[SieType] = ["3", "4E", "4I"]
    kind = draw(st.sampled_from(kinds))
    balances = [] if kind == "4I" else draw(st.lists(_BALANCES | _OBJECT_BALANCES, max_size=3))
    return SieDocument(
        type=kind,
        flag=draw(st.sampled_from("01")),
        records=draw(st.lists(_RECORDS, max_size=4)),
        accounts={each.number: each for each in accounts},
        dimensions={each.number: each for each in dimensions},
        objects={each[:2]: each for each in objects},
        balances=[*balances, *([SieBalance("UB", 0, "1", 5)] if kind == "4E" else [])],
        period_balances=[] if kind == "4I" else draw(st.lists(_PERIODS, max_size=2)),
        vouchers=draw(st.lists(_vouchers(), max_size=3)),
        control_sum=draw(st.booleans()),
    )


_VOUCHERS: Final = (
    b'#VER A 1 20121231 "Text"\n{\n#TRANS 1930 {} 5.00\n#TRANS 2070 {1 "10"} -5.00\n}\n',
    b'#VER "LEV" "2" "20121231" "" "" "EK"\n{\n#TRANS "1930" {1 10 6 "P1"} 5 20121231 "x" 2 EK\n}\n',
    b"#VER A 3 20121231\n{\n}\n",
    b'#VER A 3 20121231\n{\n#TRANS 1930 {1 10 6 2 "1" 11} 0.5\n}\n',
    b"#VER A 3 20121231\n{\n#TRANS 1930 {1 10} .5\n}\n",
    b"#VER A 4 20121331\n{\n#TRANS 1930 {} 5.\n}\n",
    b"#VER A 5 20121231\n{\n#RTRANS 1930 {} 5.00\n#TRANS 1930 {} 5.00\n#BTRANS 2070 {} 7\n}\n",
    b"#VER A 6 20121231\n  {\n\t#TRANS 1930 {  } 5.00  \n }\n",
    b"#VER A 7 20121231\n{\n#TRANS 1930 {} 000000000000012\n#TRANS 1930 {} 12345678901234.5\n}\n",
    b'#VER A 8 20121231 "x#TRANS 1 {} 5\n{\n#TRANS 1930 {} 5.005 \n}\n',
    b"#VER A 9 20121231\n#TRANS 1930 {} 5.00\n{\n}\n",
    b"#VER A 10 20121231\n{\n#TRANS 1930 {} 5.00 20121231 abc\r\r\n}\n",
    b"}\n#TRANS 1930 {} 5.00\n#VER A 9 20121231\n{\n}\n",
)
_PIECES: Final = (
    b"#FLAGGA 0", b"#SIETYP 4", b"#KSUMMA", b"#KSUMMA 1", b'#VER A 1 20121231 "x"', b"#TRANS 1930 {} 1.00",
    b'#RTRANS 1930 {1 "a"} 1', b"}", b"{", b"#BTRANS 1 {1} 1", b"#IB 0 1 2", b"#PSALDO 0 201213 1 {} 5", b"#RAR 0",
    b"#KTYP 1 Q", b"#OBJEKT 1 2 3", b"#UNDERDIM 1 2", b"<Sie", b"</SieEntry>",
    b'<SieEntry xmlns="http://www.sie.se/sie5">', b'<Accounts><Account id="1"><OpeningBalance/></Account></Accounts>',
    *[b"\n"] * 9, b"\r\n", b"\r", b'"', b"\\", b"#", b" ", b"\t", b"\x15", b"\x00", b"\x1a", b"9" * 40, b"<",
    b"\xff\xfe", b"\xef\xbb\xbf", "å".encode(), b"\x86",
    b"\xe5",
)  # fmt: skip


def sie_bytes_of_any_kind() -> st.SearchStrategy[bytes]:
    """Bytes of any kind, among them much that looks like SIE: sound vouchers, odd ones, pieces of records, noise."""
    parts = st.sampled_from(_PIECES) | st.sampled_from(_VOUCHERS) | st.binary(max_size=3)
    return st.binary(max_size=200) | st.lists(parts, max_size=30).map(b"".join)
