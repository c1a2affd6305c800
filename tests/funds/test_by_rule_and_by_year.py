"""What a fund's rule gives, once and where it is known; what it lasts; what it may renew; a fund met by the reserve."""

from __future__ import annotations

from fund_books import fund_with, kf, msek, new_book, refused

from sifund_ledger import Policy, presets, sek
from sifund_ledger.year_end.roads import road_of_earmark

SHARE = Policy(name="egen", source="KF § 61", set_aside_rule="percent_of_result", set_aside_share="0.075")


def test_what_the_rule_gives_is_given_once():
    """R52: a second call gives the difference: 7.5 % of 100 is 7.5 in all."""
    book = new_book(results={2014: "100"})
    book.create_fund("egen", policy=SHARE, decision=kf(2014))
    book.set_aside_by_rule("egen", result_year=2014, decision=kf(2015))
    assert book.fund("egen").available == msek("7.5")
    assert book.proposed_set_aside_ore("egen", result_year=2014) == 0
    again = {"result_year": 2014, "decision": kf(2015)}
    refused(lambda: book.set_aside_by_rule("egen", **again), "RULE_GIVES_NOTHING", book=book)
    assert book.fund("egen").available == msek("7.5")


def test_what_was_set_aside_by_hand_counts_towards_the_rule():
    book = new_book(results={2014: "100"})
    book.create_fund("egen", policy=SHARE, decision=kf(2014))
    book.set_aside("egen", msek(5), result_year=2014, decision=kf(2015))
    assert book.proposed_set_aside_ore("egen", result_year=2014) == 250_000_000
    before = len(book.warnings)
    book.set_aside_by_rule("egen", result_year=2014, decision=kf(2015))
    assert book.fund("egen").available == msek("7.5")
    assert len(book.warnings) == before


def test_a_fixed_amount_a_year_is_given_once_and_each_sub_fund_by_itself():
    policy = Policy(
        name="p", source="s", set_aside_rule="fixed_annual", set_aside_annual=sek(4_000_000),
        subfunds=(("A", ()), ("B", ())),
    )  # fmt: skip
    book = new_book(results={2014: "100"})
    book.create_fund("dubbel", policy=policy, decision=kf(2014))
    for subfund in ("A", "B"):
        book.set_aside_by_rule("dubbel", result_year=2014, subfund=subfund, decision=kf(2015))
        assert book.proposed_set_aside_ore("dubbel", result_year=2014, subfund=subfund) == 0
    assert book.fund("dubbel").available == msek(8)


def test_what_cannot_be_known_is_no_zero():
    """A target is a share of a budget that is not given; a share of a result that is not recorded."""
    book = new_book(results={2014: "100"})
    orebro = presets.orebro_strict.choose(presentation="strict")
    book.create_fund("social", policy=orebro, decision=kf(2014))
    book.create_fund("egen", policy=SHARE, decision=kf(2014))
    assert book.proposed_set_aside_ore("social", result_year=2014) is None
    assert book.proposed_set_aside_ore("social", result_year=2014, budget=msek(1000)) == 20 * 100_000_000
    assert book.proposed_set_aside_ore("egen", result_year=2015) is None


def test_an_appropriation_takes_nothing_of_the_result():
    """R40: what posts nothing against free equity is none of the surplus."""
    book = new_book(results={2014: "6"})
    book.create_fund("ram", policy=presets.lulea.choose(legal_form="operating_frame"), decision=kf(2014))
    book.create_fund("social", policy=presets.upplands_bro, decision=kf(2014))
    book.set_aside("ram", msek(4), result_year=2014, source="operating_frame", decision=kf(2014))
    book.set_aside("social", msek(6), result_year=2014, decision=kf(2015))
    assert book.fund("social").available == msek(6)


def test_the_runway_of_a_year_counts_no_grant_of_a_later_one():
    book = fund_with(presets.upplands_bro, "10")
    for year, amount in ((2013, 1), (2014, 2), (2015, 3)):
        book.grant("social", f"P {year}", msek(amount), board="B", financing="f", decision=kf(year))
    found = book.runway("social", year=2013)
    assert (found.pace_ore, found.state) == (100_000_000, "running")
    assert book.runway("social", year=2015).pace_ore == 200_000_000


def double():
    """Ale's double model, with a repayment of part B."""
    policy = (
        presets.ale_double_2017.choose(presentation="strict", window=(2017, 2021), annual_frame=None)
        .choose("A", set_aside_share="0.10", year_end_carry_over=True)
        .choose("B", repayment_floor_share="0.20", loss_bearer="fund")
    )
    book = new_book(results={2016: "40"}, opened=2015)
    book.create_fund("dubbel", policy=policy, decision=kf(2017))
    for subfund, amount in (("A", 4), ("B", 4)):
        book.set_aside("dubbel", msek(amount), result_year=2016, subfund=subfund, decision=kf(2017))
    book.grant(
        "dubbel", "Tidigt", msek(2), board="BUN", financing="f", subfund="B", plan={"SN": {2018: msek(2)}},
        decision=kf(2017),
    )  # fmt: skip
    book.grant("dubbel", "Öppet", msek(1), board="BUN", financing="f", subfund="A", decision=kf(2017))
    book.repay("Tidigt", "SN", msek(2), effect_year=2018, frame_year=2018, decision=kf(2018))
    return book


def test_entitlements_of_a_fund_with_sub_funds_are_those_of_all_of_them_or_of_one():
    book = double()
    assert [row.cells for row in book.entitlements("dubbel").rows] == [(2018, 0, 200_000_000, 0, 200_000_000)]
    assert book.entitlements("dubbel", subfund="").rows == book.entitlements("dubbel").rows
    assert book.entitlements("dubbel", subfund="B").rows == book.entitlements("dubbel").rows
    assert book.entitlements("dubbel", subfund="A").rows == ()


def test_the_runway_of_a_fund_with_sub_funds_is_of_all_of_them_or_of_one():
    book = double()
    whole, *parts = (book.runway("dubbel", year=2017, subfund=subfund) for subfund in ("", "A", "B"))
    for name in ("available_ore", "committed_ore", "pace_ore", "open_claims_ore"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts)
    assert (whole.available_ore, whole.committed_ore) == (500_000_000, 300_000_000)


def reserved():
    """A fund met by the result reserve: 15 allocated, 6 granted, 2 used."""
    book = new_book(results={2024: "30"}, opened=2023)
    book.create_fund("framtid", policy=presets.result_reserve_2024, decision=kf(2024))
    book.set_aside("framtid", msek(15), result_year=2024, decision=kf(2025))
    book.grant("framtid", "Navigator", msek(6), board="BUN", financing="RER", decision=kf(2025))
    book.record_result(2025, msek(-2))
    book.use(
        "framtid", msek(2), year=2025, project="Navigator", net_cost=msek(2), reason="Tidiga insatser",
        decision=kf(2026),
    )  # fmt: skip
    return book


def test_what_can_be_granted_of_the_result_reserve_is_shown_as_of_an_earmark():
    """R46: available, account, runway and the planner."""
    book = reserved()
    fund = book.fund("framtid")
    assert (fund.available, fund.committed) == (msek(9), msek(4))
    years = {year.first_year: year for year in fund.account().years}
    assert (years[2024].set_aside_ore, years[2024].available_ore) == (1_500_000_000, 1_500_000_000)
    assert (years[2025].opening_ore, years[2025].used_ore) == (1_500_000_000, 200_000_000)
    assert (years[2025].available_ore, years[2025].committed_ore) == (900_000_000, 400_000_000)
    assert book.runway("framtid", year=2025).available_ore == 900_000_000
    first, second = road_of_earmark(book._state, "framtid", 2024, 2025).years
    assert (first.earmarked_ore, second.reserve_used_ore) == (1_500_000_000, 200_000_000)


def test_a_fund_met_by_the_result_reserve_is_none_of_the_earmarks():
    """R46: neither in the note nor among what equity must hold (R12); its account says what it is."""
    book = reserved()
    note = book.equity_note(2025)
    assert (note.earmarks, note.result_reserve_ore) == ((), 1_300_000_000)
    year = book.statement(2025).year(2025)
    assert (year.figures.ore("earmark_set_aside"), year.figures.ore("earmark_used")) == (0, 0)
    for language, title in (("sv", "Fondens del av resultatreserven"), ("en", "The fund's part of the result")):
        text = book.fund("framtid").account().text(language)
        assert text.startswith(title)
        assert "Öronmärkt" not in text


def test_a_corrected_allocation_to_the_reserve_leaves_the_fund_as_before():
    book = new_book(results={2024: "30"}, opened=2023)
    book.create_fund("framtid", policy=presets.result_reserve_2024, decision=kf(2024))
    before = book.fund("framtid")
    book.set_aside("framtid", msek(15), result_year=2024, decision=kf(2025))
    book.correct(book.head.seq, reason="Fel", decision=kf(2025))
    after = book.fund("framtid")
    assert (after.available, after.balance) == (before.available, before.balance)


def test_what_is_granted_again_of_the_reserve_cannot_be_taken_back_under_it():
    """A released amount is granted anew: correcting the release would leave less than nothing to grant."""
    book = reserved()
    book.release("Navigator", msek(4), year=2025, decision=kf(2025))
    seq = book.head.seq
    book.grant("framtid", "Nytt", msek(13), board="BUN", financing="RER", decision=kf(2025))
    refused(lambda: book.correct(seq, reason="Fel", decision=kf(2026)), "BALANCE_ON_WRONG_SIDE", book=book)


def test_what_the_reserve_held_for_a_fund_is_there_at_every_close_as_an_earmark_is():
    """What was granted in 2025 and released in 2026 needs, at the close of 2025, what was set aside for it."""
    book = new_book(results={2024: "30", 2025: "1"}, opened=2023)
    book.create_fund("framtid", policy=presets.result_reserve_2024, decision=kf(2024))
    book.set_aside("framtid", msek(15), result_year=2024, decision=kf(2025))
    set_aside = book.head.seq
    book.grant("framtid", "Navigator", msek(4), board="BUN", financing="RER", decision=kf(2025))
    book.release("Navigator", msek(4), year=2026, decision=kf(2026))
    assert book.fund("framtid").available == msek(15)
    [message] = refused(
        lambda: book.correct(set_aside, reason="Fel", decision=kf(2026)), "BALANCE_ON_WRONG_SIDE", book=book
    )
    assert "2025" in message


def test_a_frame_of_a_closed_year_never_changes():
    """R41: a grant, an instalment, a carry-over that names it is refused."""
    book = fund_with(presets.reversal_textbook, "10")
    plan = {"SN": {2015: msek(2)}}
    book.grant("social", "P", msek(2), board="BUN", financing="f", plan=plan, decision=kf(2013))
    book.measure("P", "SN", msek(2), effect_year=2013, decision=kf(2014))
    book.record_result(2013, msek(1))
    book.close_year(2013, decision=kf(2014))
    late = {"decision": kf(2014)}
    closed = "PERIOD_CLOSED"
    refused(lambda: book.repay("P", "SN", msek(1), effect_year=2013, frame_year=2013, **late), closed, book=book)
    refused(
        lambda: book.grant(
            "social", "P", msek(1), board="BUN", financing="f", plan={"SN": {2015: msek(1)}}, frames={2013: msek(1)},
            **late,
        ),
        closed, book=book,
    )  # fmt: skip
    refused(lambda: book.carry_over("P", msek(1), year=2013, **late), closed, book=book)
    book.repay("P", "SN", msek(1), effect_year=2013, frame_year=2014, **late)
