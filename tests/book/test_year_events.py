"""What a year's own records lead to at its close: proposals that can be decided and recorded as they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sifund_ledger import Policy, open_book, sek
from sifund_ledger.exchange import events_to_toml, parse_events

KF = "KF 2014-04-28 § 31"
AFTER = "KF 2018-04-23 § 31"
PLAN = {"BUN": {2017: sek("4 000 000")}}


def book_with_costs():
    """A fund under the reversal model with 20 million; two projects of 4, one of which has ended in 2016."""
    clock = lambda: datetime(2019, 6, 30, 12, tzinfo=UTC)  # noqa: E731  # as short as it is
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=clock)
    book.open_equity(2013, sek("400 000 000"), opening_deficits=[], decision=KF)
    policy = Policy(name="Riktlinje", source=KF, revolving=True, clawback_mode="automatic_plan")
    book.create_fund("social", policy=policy, decision=KF)
    book.open_fund("social", sek("20 000 000"), year=2014, decision=KF)
    for project, end in (("Navigator", date(2016, 12, 31)), ("Tidigt", date(2018, 12, 31))):
        book.grant(
            "social", project, sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF, plan=PLAN,
            start=date(2014, 8, 1), end=end,
        )  # fmt: skip
    return book


def test_a_cost_that_is_not_used_is_used_as_far_as_the_grant_reaches():
    book = book_with_costs()
    book.report_cost("social", "Navigator", sek("2 500 000"), year=2014, decision=KF)
    book.report_cost("social", "Tidigt", sek("9 000 000"), year=2014, decision=KF)
    book.use("social", sek("1 000 000"), year=2014, project="Tidigt", decision=KF)
    assert book.year_events(2014) == (
        {"do": "use", "fund": "social", "project": "Navigator", "amount": "2500000", "year": 2014},
        {"do": "use", "fund": "social", "project": "Tidigt", "amount": "3000000", "year": 2014},
    )
    assert book.head.seq == len(list(book.records()))  # nothing was recorded


def test_a_project_that_has_ended_is_closed_and_repayments_renew_within_the_result():
    book = book_with_costs()
    for year, result in ((2014, 1), (2015, 1), (2016, 1), (2017, 3_000_000)):
        book.record_result(year, sek(result))
    book.report_cost("social", "Navigator", sek("4 000 000"), year=2016, decision=KF)
    assert [event["do"] for event in book.year_events(2016)] == ["use", "close_project"]
    for project in ("Navigator",):
        book.use("social", sek("4 000 000"), year=2016, project=project, decision=AFTER)
        book.close_project(project, year=2016, decision=AFTER)
        book.repay(project, "BUN", effect_year=2017, frame_year=2017, decision="KF 2017-11-27 § 80")
    assert book.year_events(2017) == ({"do": "renew", "fund": "social", "result_year": 2017},)
    text = events_to_toml(book.year_events(2017), decision=AFTER)
    parse_events(text).post(book)
    assert book.year_events(2017) == ()
    assert book.fund("social").balance == sek("19 000 000")  # 20 less 4 used, and 3 of 4 renewed in a result of 3


def test_two_funds_do_not_renew_the_same_result_twice():
    book = book_with_costs()
    policy = Policy(name="Regel", source=KF, set_aside_rule="fixed_annual", set_aside_annual=sek("2 000 000"))
    for fund in ("ett", "två"):
        book.create_fund(fund, policy=policy, decision=KF)
    for year in (2014, 2015, 2016):
        book.record_result(year, sek(1))
    book.record_result(2017, sek("3 000 000"))
    events = book.year_events(2017)
    assert [event["fund"] for event in events if event["do"] == "set_aside_by_rule"] == ["ett", "två"]
    parse_events(events_to_toml(events, decision=AFTER)).post(book)
    assert [book.fund(fund).balance for fund in ("ett", "två")] == [sek("2 000 000"), sek("1 000 000")]


def test_events_read_back_as_the_same_under_the_names_of_either_language():
    book = book_with_costs()
    book.report_cost("social", "Navigator", sek("4 000 000"), year=2016, decision=KF)
    policy = Policy(name="Regel", source=KF, set_aside_rule="fixed_annual", set_aside_annual=sek("2 000 000"))
    book.create_fund("två", policy=policy, decision=KF)
    for year in (2014, 2015, 2016):
        book.record_result(year, sek("3 000 000"))
    events = book.year_events(2016)
    assert {event["do"] for event in events} == {"use", "close_project", "set_aside_by_rule"}
    swedish, english = (events_to_toml(events, decision=AFTER, language=language) for language in ("sv", "en"))
    assert parse_events(swedish).commands == parse_events(english).commands
    assert {line.partition(" = ")[0] for line in swedish.splitlines() if line} == {
        "beslut", "[[händelse]]", "gör", "fond", "projekt", "belopp", "år", "resultatår",
    }  # fmt: skip
