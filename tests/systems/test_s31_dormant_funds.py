"""S31 and S2: a fund that sleeps, who answers for it, what is to come back with which budget; towns side by side."""

from __future__ import annotations

from datetime import date

from programme_books import fund_book, kf, msek, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import presets
from sifund_ledger.cli.program import run

OREBRO = presets.orebro_strict.choose(presentation="strict")


def sleeping(path=None):
    """4.0 of 10 granted in 2014, to be repaid over five years; nothing since."""
    book = fund_book(path, policy=OREBRO)
    book.delegate("social", "grant", to="KS", decision=kf(2014))
    book.delegate("social", "administer", to="Socialnämnden", decision=kf(2014))
    book.grant(
        "social", "Navigator", msek("4"), board="Skola", financing="ur fonden", decision=kf(2014),
        plan={"Social": {year: msek("0.8") for year in range(2015, 2020)}}, start="2014-05-01", end="2014-12-31",
    )  # fmt: skip
    return book


def test_a_dormant_fund_has_its_balance_its_claims_and_who_answers_for_it():
    (fund,) = rows(sleeping().programme.funds(on=date(2017, 6, 30), language="en"))
    assert (fund["state"], fund["last_grant"], fund["decides"]) == ("dormant", 2014, "KF, KS")
    assert fund["administers"].startswith("KF, ")
    assert (fund["available"], fund["committed"], fund["claims"]) == (600_000_000, 400_000_000, 400_000_000)
    (woken,) = rows(sleeping().programme.funds(on=date(2015, 6, 30), language="en"))
    assert woken["state"] == "running"


def test_what_is_to_come_back_belongs_to_a_budget():
    refill = rows(sleeping().programme.refill(on=date(2016, 6, 30), language="en"))
    assert [(row["year"], row["belongs"]) for row in refill] == [
        (2015, "late, the frame of 2015"), (2016, "this year's frame, 2016"), (2017, "the budget of 2017"),
        (2018, "the plan of 2018 in the budget of 2017"), (2019, "the plan of 2019 in the budget of 2017"),
    ]  # fmt: skip
    assert sum(row["expected"] for row in refill) == 400_000_000


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    """The same fund made by both roads: 6.0 available, 4.0 of claims, dormant in 2017; 1.5 dissolved."""
    path, printed = tmp_path / "orebro.sifund", Printed(capsys)
    fund_book(path, policy=OREBRO).close()
    for task, body in (("grant", "KS"), ("administer", "Socialnämnden")):
        typed(path, "fund delegate", "social", "--task", task, "--to", body, "--decision", str(kf(2014)))
    plan = ", ".join(f'{year} = "800 000"' for year in range(2015, 2020))
    posted(
        path, 'gör = "bevilja"\nfond = "social"\nprojekt = "Navigator"\nbelopp = "4 000 000"\nnämnd = "Skola"\n'
        f'finansiering = "ur fonden"\nstart = 2014-05-01\nslut = 2014-12-31\nplan = {{ Social = {{ {plan} }} }}',
        decision=str(kf(2014)),
    )  # fmt: skip
    assert recorded(path) == recorded(sleeping())
    (fund,) = printed.page(path, "funds", "--day", "2017-06-30")
    assert [fund[name] for name in ("state", "available", "committed", "claims", "last_grant", "decides")] == [
        "dormant", "6000000", "4000000", "4000000", 2014, "KF, KS",
    ]  # fmt: skip
    typed(path, "fund dissolve", "social", "--amount", "1.5", "--unit", "mkr", "--reason", "vilande",
          "--decision", str(kf(2018)))  # fmt: skip
    book = sleeping()
    book.dissolve("social", msek("1.5"), reason="vilande", decision=kf(2018))
    assert recorded(path) == recorded(book)
    assert printed.page(path, "funds", "--day", "2018-06-30")[0]["available"] == "4500000"
    assert [row["expected"] for row in printed.page(path, "refill", "--day", "2016-06-30")] == ["800000"] * 5


def test_municipalities_side_by_side_on_the_command_line(tmp_path, capsys):
    first, second = tmp_path / "ale.sifund", tmp_path / "orebro.sifund"
    fund_book(first).close()
    sleeping(second).close()
    assert run(["programme", "compare", str(first), str(second), "-O", "csv", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert len(lines) == 3
    assert "10000000" in lines[2].replace(" ", "").replace(".00", "")
    assert run(["programme", "show", str(second), "funds", "--day", "2020-01-01"]) == 0
    assert "vilande" in capsys.readouterr().out
