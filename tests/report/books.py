"""Books to report on: the story of Örebro over fourteen years, and one whose names are hostile."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from sifund_ledger import Book, Decision, Policy, YearFigures, open_book, presets, sek
from sifund_ledger.exchange import read_events

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
HOSTILE = (
    "<script>alert(1)</script>",
    "=HYPERLINK(\"http://example.org\")", "\u202egnp.exe", "&amp;\"'`",
    "{{ 7 * 7 }}{% raw %}", "x" * 190, "']]> --> </style></title><img src=x onerror=alert(1)>",
)  # fmt: skip
"""Names with markup, a formula, marks from right to left, quotes, template braces, as many letters as may be."""
OBEYED = "a\x1b[31mröd\x07\u202e\x00"
"""What a book takes no name with, and a file of labels may still have: control characters."""


def clock() -> datetime:
    return datetime(2050, 6, 30, 12, 0, tzinfo=UTC)


@cache
def orebro() -> Book:
    """The story of Örebro as the documentation has it; not to be changed."""
    book = open_book(create="Örebro kommun", actor="ekonomi", clock=clock, salt=lambda: bytes(16))
    read_events(EXAMPLES / "orebro.toml").post(book)
    return book


@cache
def hostile() -> Book:
    """A fund, a project and a board for each hostile name, and decisions, reasons and own rows that have them too."""
    kf = Decision.parse("KF 2013-04-22 § 45")
    book = open_book(create="Kommunen <b>&\u202e", actor="ekonomi", clock=clock, salt=lambda: bytes(16))
    book.open_equity(2012, sek(10**9), opening_deficits=[], decision=kf)
    book.record_result(2013, sek(10**6))
    policy = Policy(
        name="<i>egen</i>", source="KF <2013>", use_without_project=True, presentation="below", revolving=True
    )
    for number, name in enumerate(HOSTILE):
        book.create_fund(name, policy=policy, decision=kf)
        book.change_purpose(name, f"Ändamål {name}", decision=kf)
        book.set_aside(name, sek(1000 + number), result_year=2013, decision=kf)
        book.grant(
            name, f"P {name}", sek(600), board=f"N {name}", financing=name, decision=kf,
            plan={f"N {name}": {2016: sek(600)}}, start=date(2013, 5, 1), end=date(2014, 12, 31),
        )  # fmt: skip
    figures = YearFigures(net_result=sek(10**6), presentation="below")
    book.year_end(2013, figures).post()
    return book


def municipal() -> Book:
    """A small book of one year, not yet closed."""
    kf = Decision.parse("KF 2012-04-23 § 45")
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=clock, salt=lambda: bytes(16))
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=kf)
    book.record_result(2011, sek("18 000 000"))
    book.record_result(2012, sek("4 000 000"))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf)
    book.set_aside("social", sek("10 000 000"), result_year=2011, decision=kf)
    book.use("social", sek("2 500 000"), year=2013, decision=Decision.parse("KF 2014-04-28 § 31"))
    return book
