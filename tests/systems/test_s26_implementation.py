"""S26 and K6: what of a project becomes ordinary operations, what is phased out for it, and what has no status."""

from __future__ import annotations

from datetime import date

import pytest
from programme_books import fund_book, kf, msek, rows

from sifund_ledger import Refused
from sifund_ledger.audit import audit
from sifund_ledger.cli.program import run

DECIDED = {"board": "Skola", "from_year": 2017, "day": "2016-11-01", "decision": "KF 2016-11-01 § 9"}


def closed_project(path=None):
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


def test_on_the_command_line(tmp_path, capsys):
    path = tmp_path / "bok.sifund"
    closed_project(path).close()
    given = ["--board", "Skola", "--status", "phased_out", "--share", "0", "--yearly", "2500000", "--from-year", "2017"]
    decided = ["--day", "2016-11-01", "--decision", "KF 2016-11-01 § 9", "--actor", "ekonomi"]
    assert run(["project", "implement", str(path), "Navigator", *given, *decided]) == 0
    capsys.readouterr()
    assert run(["programme", "show", str(path), "implementation", "--day", "2018-01-01"]) == 0
    out = capsys.readouterr().out
    assert "avvecklad" in out
    assert "saknas" in out
