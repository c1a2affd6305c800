"""Grants amended, openings corrected, reserves within their ceilings, and every table in both languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fund_books import KF, claims, fund_with, kf, msek, new_book, refused
from models.ties import sums_that_differ

from sifund_ledger import Policy, YearFigures, presets
from sifund_ledger.funds.repayment.deviation import deviation_report
from sifund_ledger.funds.tables import repayment_reports, reports
from sifund_ledger.ledger.accounts import BOARD_FRAME, frame

BY_PLAN = presets.reversal_textbook.choose(clawback_mode="automatic_plan")


def tied(book):
    return sums_that_differ(book._state.register, book._state.balances) == []


def granted(policy=BY_PLAN, plan=None):
    book = fund_with(policy, "10")
    plan = {"Social": {2015: msek(2)}} if plan is None else plan
    book.grant("social", "Navigator", msek(2), board="Utb", financing="f", plan=plan, decision=KF)
    return book


# Grants amended


def test_a_grant_is_raised_when_the_plan_repays_it():
    book = granted()
    more = {"reason": "Fler elever", "decision": kf(2014)}
    refused(lambda: book.amend_grant("Navigator", msek(1), **more), "PLAN_BELOW_GRANT", book=book)
    book.revise_plan("Navigator", {"Social": {2015: msek(2), 2016: msek(1)}}, reason="Fler", decision=kf(2014))
    assert book.amend_grant("Navigator", msek(1), **more).remaining == msek(3)
    refused(lambda: book.amend_grant("Navigator", msek(9), **more), "ABOVE_AVAILABLE", book=book)
    amended = next(record.seq for record in book.records() if record.event.kind == "grant_amended")
    book.correct(amended, reason="Fel", decision=kf(2014))
    assert book.project("Navigator").remaining == msek(2)
    assert tied(book)


def test_a_grant_is_lowered_and_its_frames_are_moved():
    book = granted()
    book.amend_grant("Navigator", msek(-1), reason="Färre", decision=kf(2014), frames={2013: msek(-1)})
    move = {2013: msek(-1), 2014: msek(1)}
    book.amend_grant("Navigator", 0, reason="Senare start", decision=kf(2014), frames=move)
    frames = [book._state.balances.balance(frame(BOARD_FRAME, board="Utb", year=year)) for year in (2013, 2014)]
    assert frames == [0, 100_000_000]
    differ = {2013: msek(1)}
    refused(
        lambda: book.amend_grant("Navigator", msek(-1), reason="x", decision=kf(2014), frames=differ), "FRAMES_DIFFER",
        book=book,
    )  # fmt: skip
    refused(lambda: book.amend_grant("Okänt", 1, reason="x", decision=KF), "PROJECT_UNKNOWN", book=book)
    assert tied(book)


def test_what_is_released_of_the_frames_is_what_is_released():
    book = granted()
    for frames in ({2013: msek("0.5")}, {2013: msek(1), 2014: msek("0.5")}):
        refused(
            lambda frames=frames: book.release("Navigator", msek(1), year=2013, frames=frames, decision=kf(2013)),
            "FRAMES_DIFFER", book=book,
        )  # fmt: skip


def test_unused_money_lapses_where_the_policy_says_so():
    book = granted(BY_PLAN.choose(unused_grant_rule="lapse_to_equity"))
    book.release("Navigator", msek("0.5"), year=2013, decision=KF)
    book.close_project("Navigator", year=2014, decision=KF)
    assert book.fund("social").balance == msek(8)
    assert book.fund("social").account().total.dissolved_ore == 200_000_000
    assert tied(book)
    refused(lambda: book.release("Navigator", 1, year=2014, decision=KF), "PROJECT_NOT_RUNNING", book=book)


def test_a_frame_is_granted_raised_used_and_given_back():
    book = new_book(opened=2014)
    book.create_fund("ram", policy=presets.lulea.choose(legal_form="operating_frame"), decision=kf(2015))
    for year in (2015, 2016):
        book.set_aside_by_rule("ram", result_year=year, decision=kf(year))
    book.grant("ram", "P", msek(3), board="BUN", financing="ramen", decision=kf(2015))
    refused(
        lambda: book.amend_grant("P", msek(2), reason="Fler", decision=kf(2015)), "APPROPRIATION_EXCEEDED", book=book
    )
    book.amend_grant("P", msek(1), reason="Fler", decision=kf(2015))
    book.use("ram", msek(1), year=2015, project="P", net_cost=msek(1), decision=kf(2016))
    refused(
        lambda: book.use("ram", msek(1), year=2015, project="P", net_cost=msek(1), decision=kf(2016)),
        "USE_ABOVE_NET_COST", book=book,
    )  # fmt: skip
    first = next(record.seq for record in book.records() if record.event.kind == "set_aside_in_frame")
    refused(lambda: book.correct(first, reason="Fel", decision=KF), "ABOVE_AVAILABLE", book=book)
    project = book.close_project("P", year=2015, decision=kf(2016))
    assert (project.used_ore, project.released_ore) == (100_000_000, 300_000_000)
    assert book._state.balances.balance(frame(BOARD_FRAME, board="BUN", year=2015)) == 100_000_000
    assert tied(book)


# Openings taken back


def test_a_project_taken_over_with_the_wrong_figures_is_corrected():
    book = new_book(opened=2015)
    book.create_fund("social", policy=BY_PLAN, decision=kf(2016))
    plan = {"Social": {2016: msek(2)}}
    common = {"board": "Utb", "plan": plan, "to_repay": plan, "year": 2016, "decision": kf(2016)}
    book.open_project("social", "Tidigt", granted=msek(3), used=msek(1), **common)
    book.correct(book.head.seq, reason="Fel belopp", decision=kf(2016))
    refused(lambda: book.project("Tidigt"), "PROJECT_UNKNOWN")
    assert tied(book)
    assert book.open_project("social", "Tidigt", granted=msek(2), **common).to_repay == msek(2)
    assert claims(book, "Tidigt") == {"Social": 200_000_000}
    assert tied(book)


# The result reserve


def test_an_allocation_keeps_within_both_ceilings():
    book = new_book(opened=2023)
    book.create_fund("rer", policy=presets.result_reserve_2024, decision=kf(2024))
    figures = YearFigures(net_result=msek(30), taxes_and_grants=msek(2000), reserve_before=0)
    book.year_end(2024, figures).post()
    told = refused(
        lambda: book.set_aside("rer", msek(11), result_year=2024, decision=kf(2025)), "RESERVE_ABOVE_RESULT_CEILING",
        book=book,
    )  # fmt: skip
    assert "10 000 000" in told[0]
    book.set_aside("rer", msek(10), result_year=2024, decision=kf(2025))
    year = book.statement(2024).year(2024)
    assert (year.figures.reserve_allocated, year.balance_requirement_result) == (msek(10), msek(20))
    before = new_book(results={2023: "30"}, opened=2022)
    before.create_fund("rer", policy=presets.result_reserve_2024, decision=kf(2023))
    refused(
        lambda: before.set_aside("rer", msek(1), result_year=2023, decision=kf(2024)), "RESERVE_CLOSED", book=before
    )


# Claw-back


def test_after_rebasing_and_by_agreement():
    book = granted(presets.reversal_textbook.choose(clawback_mode="after_rebase"))
    repay = {"effect_year": 2015, "frame_year": 2015, "decision": kf(2015)}
    refused(lambda: book.repay("Navigator", "Social", **repay), "REBASE_MISSING", book=book)
    book.measure("Navigator", "Social", msek("1.5"), effect_year=2015, decision=kf(2015))
    assert book.repay("Navigator", "Social", rebased=True, **repay).repaid == msek("1.5")
    book = granted(presets.reversal_textbook.choose(clawback_mode="negotiated"))
    refused(lambda: book.repay("Navigator", "Social", **repay), "NOTHING_DUE", book=book)
    assert book.repay("Navigator", "Social", msek("0.7"), **repay).repaid == msek("0.7")


def test_a_cap_above_the_plan_shares_the_excess_with_the_fund():
    policy = BY_PLAN.choose(repayment_cap_share="1.5", repayment_basis="max_floor_measured", repayment_floor_share=0)
    book = granted(policy)
    book.use("social", msek(2), year=2013, project="Navigator", net_cost=msek(2), decision=KF)
    book.close_project("Navigator", year=2013, decision=KF)
    book.measure("Navigator", "Social", msek(5), effect_year=2015, decision=kf(2016))
    project = book.settle("Navigator", frame_year=2016, decision=kf(2016))
    assert (project.repaid, project.loss) == (msek(3), msek(-1))
    assert tied(book)


def test_R23_a_gain_and_a_shortfall_at_once():
    plan = {"Social": {2015: msek(8)}}
    book = fund_with(BY_PLAN.choose(repayment_basis="measured"), "10")
    book.grant("social", "P", msek(8), board="Utb", financing="f", plan=plan, decision=KF)
    book.use("social", msek(5), year=2013, project="P", net_cost=msek(5), decision=KF)
    book.close_project("P", year=2013, decision=KF)
    book.measure("P", "Social", msek("6.5"), effect_year=2015, decision=kf(2015))
    book.settle("P", frame_year=2015, decision=kf(2015))
    found = book.settlement("P")
    assert (found.loss_ore, found.shortfall_ore) == (-150_000_000, 150_000_000)


def test_a_frame_that_is_lowered_for_good_is_lower_every_year():
    book = granted(BY_PLAN.choose(frame_lowered_permanently=True))
    book.repay("Navigator", "Social", effect_year=2015, frame_year=2015, decision=kf(2015))
    rows = [row.cells for row in book.frames("social", budget_year=2015).rows]
    assert [(row[0], row[3]) for row in rows] == [(year, -200_000_000) for year in (2015, 2016, 2017)]


# Policies


def test_policies_that_contradict_themselves():
    book = new_book()
    policy = Policy(
        name="p", source="s", window=(2016, 2013), set_aside_rule="fixed_annual", end_limit_years_soft=10,
        end_limit_years_hard=8,
    )  # fmt: skip
    told = refused(lambda: book.create_fund("p", policy=policy, decision=KF), "POLICY_CONTRADICTS", book=book)
    assert len(told) == 3


# Tables


def test_every_table_in_both_languages():
    book = granted()
    book.set_aside("social", msek(1), source="accumulated_equity", decision=KF)
    book.report_cost("social", "Navigator", msek(1), year=2013, decision=KF)
    register = book._state.register
    state = register.project("Navigator")
    changes = repayment_reports.frame_changes(register, "social", 2013, 2016)
    made = {
        language: [
            reports.deposits_table(register, "social", language),
            book.target("social", {2013: msek(500)}).table(language),
            reports.runway(register, "social", year=2013).table(language),
            reports.intentions_table(register, "social", language),
            reports.entitlements_table(register, "social", "", language),
            book.repayment_plan("Navigator", language=language),
            repayment_reports.settlement_statement(register, state).table(language),
            repayment_reports.overdue_table(register, "social", 2016, language),
            repayment_reports.frames_table(changes, "social", language),
            repayment_reports.carry_over_table(register, "social", language),
            repayment_reports.costs_table(register, "social", language),
            book.fund("social").account().table(language),
            book.roads("social", first_year=2014, last_year=2014).table(language),
            deviation_report(frame_ore=100, cost_before_ore=110, saving_ore=5, plan_ore=10, mode="negotiated").table(
                language
            ),
        ]
        for language in ("sv", "en")
    }
    for swedish, english in zip(made["sv"], made["en"], strict=True):
        assert swedish.title != english.title
        assert [len(row.cells) for row in swedish.rows] == [len(row.cells) for row in english.rows]
        assert list(swedish.amounts()) == list(english.amounts())
        assert swedish.text()
        assert english.text()


def test_the_repayment_plan_adds_up():
    book = granted(plan={"Social": (msek(1), 2015, 2017), "Skola": (msek(1), 2015, 2015)})
    book.repay("Navigator", "Social", msek("0.4"), effect_year=2015, frame_year=2015, decision=kf(2015))
    book.waive("Navigator", "Skola", msek("0.5"), reason="Flytt", decision=kf(2015))
    *rows, total = [row.cells for row in book.repayment_plan("Navigator").rows]
    assert total[1:] == tuple(sum(row[i] for row in rows) for i in range(1, 7))
    assert total[1:] == (200_000_000, 200_000_000, 40_000_000, 50_000_000, 0, 110_000_000)
    assert book.project("Navigator").original_plan[0] == ("Social", 2015, 33_333_333)


def test_the_runway_counts_years():
    book = fund_with(presets.upplands_bro, "10")
    for year in (2013, 2014):
        book.grant("social", f"P {year}", msek(2), board="B", financing="f", decision=kf(year))
    found = book.runway("social", year=2014)
    assert (found.pace_ore, found.years_left, found.state) == (200_000_000, Fraction(3), "running")
    assert "räcker i 3,0 år i den takt som hittills har beviljats. Läge: pågår." in str(found.table())


def test_boards_are_named_on_their_days():
    book = granted()
    refused(
        lambda: book.reorganise(
            "Social", successors={"Social": 1}, last_day=date(2014, 12, 31), reason=" ", decision=kf(2014)
        ),
        "SUCCESSION_UNSOUND", "REASON_NEEDED", book=book,
    )  # fmt: skip
    book.register_board("Ny", valid_from=date(2015, 1, 1), units=["Enhet 1"], decision=kf(2014))
    refused(
        lambda: book.reassign("Navigator", "Social", "Ny", reason="x", decision=kf(2014)), "BOARD_NOT_BEGUN", book=book
    )
    book.reassign("Navigator", "Social", "Ny", reason="Flytt", decision=kf(2015))
    assert claims(book, "Navigator") == {"Social": 0, "Ny": 200_000_000}


def test_a_registered_board_ends_once_and_a_registered_successor_is_not_registered_again():
    book = granted()
    for board in ("Social", "Vård"):
        book.register_board(board, valid_from=date(2013, 1, 1), decision=kf(2013))
    about = {"reason": "Ny organisation", "decision": kf(2014)}
    book.reorganise("Social", successors={"Vård": "1/2", "Ny": "1/2"}, last_day=date(2014, 12, 31), **about)
    registered = [record.event.board for record in book.records() if record.event.kind == "board_registered"]
    assert registered == ["Social", "Vård", "Ny"]
    again = {"last_day": date(2015, 12, 31), **about}
    refused(lambda: book.reorganise("Social", successors={"Vård": 1}, **again), "BOARD_ENDS_TWICE", book=book)
    refused(lambda: book.reorganise("Vård", successors={"Social": 1}, **again), "BOARD_ENDED", book=book)
    book.reorganise("Vård", successors={"Ny": 1}, **again)


def test_a_board_does_not_end_before_it_began():
    book = granted()
    book.register_board("Vård", valid_from=date(2015, 1, 1), decision=kf(2014))
    about = {"successors": {"Ny": 1}, "reason": "Ny organisation", "decision": kf(2014)}
    refused(lambda: book.reorganise("Vård", last_day=date(2014, 12, 31), **about), "BOARD_NOT_BEGUN", book=book)
    book.reorganise("Vård", last_day=date(2015, 1, 1), **about)
