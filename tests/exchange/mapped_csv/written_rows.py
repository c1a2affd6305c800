"""CSV and mappings as somebody else would write them (andras filer): in every form that a mapping can declare."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from sifund_ledger.amounts import DECIMALS, Unit, canonical_amount

DAY_FORMS = {
    "YYYY-MM-DD": "{0:04}-{1:02}-{2:02}",
    "YYYYMMDD": "{0:04}{1:02}{2:02}",
    "ÅÅMMDD": "{3:02}{1:02}{2:02}",
    "D/M YYYY": "{2}/{1} {0:04}",
    "MM/DD/ÅÅÅÅ": "{1:02}/{2:02}/{0:04}",
    "DD.MM.YYYY": "{2:02}.{1:02}.{0:04}",
}


@dataclass(frozen=True)
class Written:
    """How a file is written."""

    encoding: str
    delimiter: str
    mark: str
    thousands: str
    day: str
    unit: Unit
    reversed: bool
    two_columns: bool
    titles: int
    bom: bool
    end: str
    quoted: bool

    def amount(self, ore: int) -> str:
        """An amount by the file's form."""
        digits = canonical_amount(abs(ore), self.unit)
        whole, _, part = digits.partition(".")
        groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
        text = self.thousands.join(groups) + (self.mark + part if part else "")
        return f"-{text}" if ore < 0 else text

    def on(self, day: date) -> str:
        return DAY_FORMS[self.day].format(day.year, day.month, day.day, day.year % 100)

    def cells(self, ore: int) -> tuple[str, ...]:
        """An amount in its one or two columns, by the sign rule."""
        said = -ore if self.reversed else ore
        if not self.two_columns:
            return (self.amount(said),)
        return (self.amount(said), "") if said >= 0 else ("", self.amount(-said))

    def text(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
        """The file."""
        out = io.StringIO(newline="")
        quoting = csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator=self.end, quoting=quoting)
        for number in range(self.titles):
            writer.writerow([f"Rapport {number}"])
        writer.writerow(headings)
        writer.writerows(rows)
        codec = {"windows-1252": "cp1252"}.get(self.encoding, self.encoding)
        if self.encoding == "utf-8" and self.bom:
            codec = "utf-8-sig"
        return out.getvalue().encode(codec)

    def declared(self) -> dict[str, Any]:
        """What a mapping says of it."""
        return {
            "teckenkodning": self.encoding,
            "avgränsare": "tabb" if self.delimiter == "\t" else self.delimiter,
            "rubrikrad": self.titles + 1,
            "decimaltecken": self.mark,
            "datumform": self.day,
            "enhet": self.unit,
            "tecken": "omvänt" if self.reversed else "som_skrivet",
        }


@st.composite
def forms(draw: st.DrawFn) -> Written:
    mark = draw(st.sampled_from((",", ".")))
    return Written(
        encoding=draw(st.sampled_from(("utf-8", "windows-1252", "iso-8859-1", "utf-16", "cp850"))),
        delimiter=draw(st.sampled_from((";", ",", "\t", "|"))),
        mark=mark,
        thousands=draw(st.sampled_from(("", " ", "." if mark == "," else ","))),
        day=draw(st.sampled_from(sorted(DAY_FORMS))),
        unit=draw(st.sampled_from(sorted(DECIMALS))),
        reversed=draw(st.booleans()),
        two_columns=draw(st.booleans()),
        titles=draw(st.integers(0, 3)),
        bom=draw(st.booleans()),
        end=draw(st.sampled_from(("\n", "\r\n"))),
        quoted=draw(st.booleans()),
    )


HEADINGS = st.lists(
    st.text(alphabet="abcåäöÅÄÖ %()/_-.0123456789", min_size=1, max_size=12).map(str.strip).filter(bool),
    min_size=8,
    max_size=8,
    unique=True,
)
"""Headings of somebody's own, that every encoding has."""


def column(written: Written, headings: Sequence[str]) -> Any:
    """What a mapping says of the column or columns of an amount."""
    return {"debet": headings[0], "kredit": headings[1]} if written.two_columns else headings[0]


def mapping_text(tree: Mapping[str, Any]) -> str:
    """A mapping as TOML."""
    from sifund_ledger.exchange.escapes import toml_key, toml_value

    return "\n".join(f"{toml_key(key)} = {toml_value(value)}" for key, value in tree.items())
