"""A project's net cost is one figure, in what is reported, used and carried over (R15, R49); grants keep the window."""

from __future__ import annotations

import pytest
from fund_books import fund_with, kf, msek, new_book, refused

from sifund_ledger import presets, sek

YEARLY = presets.budget_textbook.choose(window=(2013, 2016))


def project(policy=YEARLY):
    book = fund_with(policy, "40")
    book.grant("social", "Navigator", msek(8), board="BUN", financing="ur fonden", decision=kf(2013))
    return book


def report(book, amount, **more):
    return book.report_cost("social", "Navigator", msek(amount), year=2013, decision=kf(2014), **more)


def use(book, amount, stated=None):
    net_cost = None if stated is None else msek(stated)
    return book.use("social", msek(amount), year=2013, project="Navigator", net_cost=net_cost, decision=kf(2014))


def last(book, kind):
    return [record.seq for record in book.records() if record.event.kind == kind][-1]


def test_a_stated_net_cost_does_not_outbid_the_reported_one():
    book = project()
    report(book, 1)
    refused(lambda: use(book, 5, 9), "NET_COST_DIFFERS", book=book)
    refused(lambda: use(book, 1, 9), "NET_COST_DIFFERS", book=book)
    refused(lambda: use(book, 5), "USE_ABOVE_NET_COST", book=book)
    report(book, 9)
    use(book, 5, 9)
    assert book.project("Navigator").used_ore == 500_000_000


def test_the_reported_net_cost_applies_where_none_is_stated():
    book = project()
    report(book, 6, contributions=msek(2))
    use(book, 3, 3)
    use(book, 1)
    refused(lambda: use(book, sek("0.01")), "USE_ABOVE_NET_COST", book=book)


@pytest.mark.parametrize("reported", ["6", None])
def test_a_cost_below_what_was_used_waits_until_the_use_is_taken_back(reported):
    """R15: whether the use went by a reported cost or by one that it stated itself."""
    book = project()
    if reported:
        report(book, reported)
    use(book, 5, 6)
    refused(lambda: report(book, 6, contributions=msek(2)), "COST_BELOW_USED", book=book)
    book.correct(last(book, "used"), reason="Ett statsbidrag saknades", decision=kf(2014))
    report(book, 6, contributions=msek(2))
    use(book, 4)
    assert book.project("Navigator").used_ore == 400_000_000


def test_a_cost_of_a_closed_year_is_lowered_once_the_use_is_corrected_in_a_later_one():
    book = project()
    use(book, 5, 6)
    book.record_result(2013, msek(1))
    book.close_year(2013, decision=kf(2014))
    refused(lambda: report(book, 4), "COST_BELOW_USED", book=book)
    book.correct(last(book, "used"), reason="Ett statsbidrag saknades", year=2014, decision=kf(2014))
    assert report(book, 4)


def warned(book, code):
    return [dict(found.values) for found in book.warnings if found.code == code]


def test_a_report_that_takes_the_place_of_another_says_so_with_both_net_costs_and_the_year():
    book = project()
    report(book, 1)
    assert warned(book, "COST_REPLACED") == []
    report(book, 6, contributions=msek(2))
    [told] = warned(book, "COST_REPLACED")
    assert (told["project"], told["year"]) == ("Navigator", 2013)
    assert (told["earlier"], told["cost"]) == (100_000_000, 400_000_000)
    book.report_cost("social", "Navigator", msek(1), year=2014, decision=kf(2015))
    assert len(warned(book, "COST_REPLACED")) == 1, "another year's report takes nothing's place"


def test_a_report_that_is_refused_replaces_nothing():
    book = project()
    report(book, 5)
    use(book, 4)
    refused(lambda: report(book, 3), "COST_BELOW_USED", book=book)
    assert warned(book, "COST_REPLACED") == []


def test_a_lower_cost_of_a_frame_is_told_as_its_use_has_no_entry():
    book = new_book(results={2014: "6"})
    book.create_fund("social", policy=presets.lulea.choose(legal_form="operating_frame"), decision=kf(2014))
    book.set_aside("social", msek(10), result_year=2014, source="operating_frame", decision=kf(2014))
    book.grant("social", "Navigator", msek(3), board="BUN", financing="ur ramen", decision=kf(2014))
    about = {"year": 2014, "decision": kf(2015)}
    book.use("social", msek(2), project="Navigator", net_cost=msek(3), **about)
    book.report_cost("social", "Navigator", msek(1), **about)
    [told] = [found for found in book.warnings if found.code == "COST_BELOW_USED"]
    assert (dict(told.values)["used"], dict(told.values)["cost"]) == (200_000_000, 100_000_000)


def test_a_cost_that_takes_what_was_carried_over_is_told():
    """R49: frame 8, cost 5, 3 carried over; with a cost of 6 it was 2."""
    book = project()
    report(book, 5)
    book.carry_over("Navigator", msek(3), year=2013, decision=kf(2014))
    report(book, 5)
    assert [found.code for found in book.warnings if found.code == "COST_ABOVE_CARRIED"] == []
    report(book, 6)
    [told] = [found for found in book.warnings if found.code == "COST_ABOVE_CARRIED"]
    assert (dict(told.values)["carried"], dict(told.values)["left"]) == (300_000_000, 200_000_000)
    book.correct(last(book, "frame_carried"), reason="Kostnaden blev högre", decision=kf(2014))
    refused(lambda: book.carry_over("Navigator", msek(3), year=2013, decision=kf(2014)), "CARRY_OVER_ABOVE_FRAME")
    book.carry_over("Navigator", msek(2), year=2013, decision=kf(2014))


def test_no_grant_is_raised_outside_the_window():
    book = project()
    raised = {"reason": "Fler deltagare", "decision": kf(2017)}
    refused(lambda: book.amend_grant("Navigator", msek(1), **raised), "WINDOW_CLOSED", book=book)
    book.amend_grant("Navigator", msek(-1), **raised)
    book.amend_grant("Navigator", 0, frames={2017: msek(-1), 2018: msek(1)}, **raised)
    book.amend_grant("Navigator", msek(1), reason="Fler deltagare", decision=kf(2016))
    later = YEARLY.choose(window=(2013, 2019))
    book.change_policy("social", policy=later, valid_from=kf(2017).date, decision=kf(2017))
    refused(lambda: book.amend_grant("Navigator", msek(1), **raised), "WINDOW_CLOSED", book=book)
    book.grant("social", "Nytt", msek(1), board="BUN", financing="ur fonden", decision=kf(2017))
    book.dissolve("social", reason="Löptiden är slut", decision=kf(2017))
