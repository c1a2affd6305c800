"""S26 and K6: what of a project becomes ordinary operations, what is phased out for it, and what has no status."""

from __future__ import annotations

from datetime import date

import pytest
from programme_books import fund_book, kf, msek, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book, Refused
from sifund_ledger.audit import audit

DECIDED = {"board": "Skola", "from_year": 2017, "day": "2016-11-01", "decision": "KF 2016-11-01 § 9"}


def closed_project(path: object = None) -> Book:
    book = fund_book(path)
    for name in ("Navigator", "Bryggan"):
        book.grant("social", name, msek("2.5"), board="Skola", financing="ur fonden", decision=kf(2014))
        book.use("social", msek("2.5"), year=2014, project=name, net_cost=msek("2.5"), decision=kf(2015))
        book.close_project(name, year=2014, decision=kf(2015))
    return book


def test_what_is_made_permanent_and_what_is_phased_out():
    """60 % of 2.5 implemented is 1.5 permanent, 0.9 phased out, net +0.6 in the frames."""
    book = closed_project()
    book.implement_project(
        "Navigator", status="partly", share="60 %", yearly=msek("2.5"), phased_out="Två tjänster",
        phased_out_cost=msek("0.9"), funding="need", **DECIDED,
    )  # fmt: skip
    navigator, bryggan = rows(book.programme.implementation(on=date(2016, 12, 31), language="en"))
    shown = (navigator["permanent"], navigator["phased_out_cost"], navigator["net"], navigator["funding"])
    assert shown == (150_000_000, 90_000_000, 60_000_000, "by need")
    assert (bryggan["project"], bryggan["status"]) == ("Bryggan", "missing")
    assert not [each for each in audit(book.store).findings if each.finding.code == "COMMAND_DIFFERS"]


def test_no_status_is_listed_twelve_months_after_the_end():
    book = closed_project()
    assert rows(book.programme.implementation(on=date(2016, 4, 22))) == []
    assert len(rows(book.programme.implementation(on=date(2016, 4, 23)))) == 2


def test_a_status_fits_its_share():
    for status, share in (("implemented", "0.5"), ("partly", "1"), ("phased_out", "0.1")):
        with pytest.raises(Refused, match="STATUS_CONTRADICTS"):
            closed_project().implement_project("Navigator", status=status, share=share, yearly=1, **DECIDED)


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    """The first, 60 % of 2.5, by a file; the second, phased out, by a command; without it its status is missing."""
    path, printed = tmp_path / "bok.sifund", Printed(capsys)
    closed_project(path).close()
    posted(
        path, 'gör = "inför_projekt"\nprojekt = "Navigator"\nnämnd = "Skola"\nläge = "delvis införd"\nandel = "60 %"\n'
        'årskostnad = "2 500 000"\navvecklar = "Två tjänster"\navvecklad_kostnad = "900 000"\nfrån_år = 2017\n'
        'finansiering = "efter behov"\ndag = 2016-11-01\nbeslut = "KF 2016-11-01 § 9"',
    )  # fmt: skip
    navigator, bryggan = printed.page(path, "implementation", "--day", "2016-12-31")
    shown = ("permanent", "phased_out_cost", "net", "funding")
    assert [navigator[name] for name in shown] == ["1500000", "900000", "600000", "by need"]
    assert (bryggan["project"], bryggan["status"]) == ("Bryggan", "missing")
    given = ("--board", "Skola", "--status", "avvecklad", "--share", "0", "--yearly", "2500000", "--from-year", "2017")
    typed(path, "project implement", "Bryggan", *given, "--day", "2016-11-01", "--decision", "KF 2016-11-01 § 9")
    book = closed_project()
    book.implement_project(
        "Navigator", status="partly", share="60 %", yearly=msek("2.5"), phased_out="Två tjänster",
        phased_out_cost=msek("0.9"), funding="need", **DECIDED,
    )  # fmt: skip
    book.implement_project("Bryggan", status="phased_out", share="0", yearly=msek("2.5"), **DECIDED)
    assert recorded(path) == recorded(book)
    assert [row["status"] for row in printed.page(path, "implementation", "--day", "2018-01-01")] == [
        "partly implemented", "phased out",
    ]  # fmt: skip
