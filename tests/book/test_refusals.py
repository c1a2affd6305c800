"""What a book refuses: every reason at once, with place, paragraph and remedy, and the file byte for byte as before."""

from __future__ import annotations

from datetime import date

import pytest
from municipal_books import BOTH_SOURCES, KF, KS, LATE, PROPOSED, REPEALED, Filed, clock, close_through

from sifund_ledger import (
    Book,
    Decision,
    DecisionState,
    OpeningDeficit,
    OwnRow,
    Policy,
    Refused,
    StaleHead,
    YearFigures,
    open_book,
    presets,
    sek,
)
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.entries import EntryDraft, Posting
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft
from sifund_ledger.store import MemoryStore
from sifund_ledger.testing import FAULT_POINTS, FaultyStore, InjectedFault

FUND = "social"
ABOVE = ("ABOVE_AVAILABLE",)


def with_citation(findings, *codes):
    return all(finding.citation for finding in findings if finding.code in codes)


# Amounts and postings


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (2.5, "AMOUNT_IS_FLOAT"),
        ("2,555", "AMOUNT_AMBIGUOUS"),
        (0, "AMOUNT_NOT_POSITIVE"),
        (-1, "AMOUNT_NOT_POSITIVE"),
        ("en krona", "AMOUNT_UNREADABLE"),
    ],
)
def test_an_amount_that_is_none(municipal: Filed, amount, code):
    for command in (
        lambda book: book.set_aside(FUND, amount, result_year=2011, decision=KF),
        lambda book: book.use(FUND, amount, year=2013, decision=KF),
        lambda book: book.grant(FUND, "Nytt", amount, board="BUN", financing="ur fonden", decision=KF),
    ):
        (finding,) = municipal.refuses(command, code)
        assert finding.place.partition(".")[0] in ("set_aside", "use", "grant")


def test_a_float_in_frames_and_net_cost(municipal: Filed):
    municipal.refuses(
        lambda book: book.grant(FUND, "Nytt", 1, board="BUN", financing="f", frames={2014: 1.0}, decision=KF),
        "AMOUNT_IS_FLOAT",
    )
    municipal.refuses(
        lambda book: book.use(FUND, 1, year=2013, project="Navigator", net_cost=1.0, decision=KF), "AMOUNT_IS_FLOAT"
    )


def test_signed_amounts_are_refused_among_the_other_reasons(municipal: Filed):
    municipal.refuses(lambda book: book.record_result(2011, 1.5), "AMOUNT_IS_FLOAT", "RESULT_RECORDED")
    municipal.refuses(
        lambda book: book.adjust_equity(2010, 1.5, reason=" ", decision=PROPOSED),
        "AMOUNT_IS_FLOAT",
        "REASON_MISSING",
        "DECISION_NOT_TAKEN",
        "PERIOD_CLOSED",
    )
    municipal.refuses(
        lambda book: book.open_equity(2009, 1.5, decision=KF),
        "AMOUNT_IS_FLOAT",
        "EQUITY_OPENED",
        "PERIOD_CLOSED",
        "PERIOD_BACKWARDS",
    )


class Unbalanced:
    kind, version, adjusting = "unbalanced", 1, True

    def draft(self):
        free, fund = earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund=FUND)
        return EntryDraft(2013, date(2013, 4, 22), "Fel", (Posting(free, 1000), Posting(fund, -999)))


def test_an_unbalanced_posting_at_the_journal():
    journal = Journal()
    with pytest.raises(Refused) as caught:
        journal.record(Draft(Unbalanced(), KF), recorded_at=clock(), actor="ekonomi")
    (finding,) = caught.value.findings
    assert (finding.code, finding.citation) == ("ENTRY_UNBALANCED", "LKBR (2018:597) 3:3")
    assert "0.01" in finding.message
    assert journal.head.seq == 0
    assert journal.balances.as_dict() == {}


def test_an_adjustment_of_zero_moves_nothing(municipal: Filed):
    municipal.refuses(lambda book: book.adjust_equity(2013, 0, reason="Ändrad princip", decision=KF), "POSTING_ZERO")


# Setting aside


@pytest.mark.parametrize(
    ("ore", "given", "codes"),
    [
        ("9", {"result_year": 2011}, ["SET_ASIDE_ABOVE_SURPLUS"]),
        ("1", {"result_year": 2013}, ["SURPLUS_MISSING"]),
        ("1", {"result_year": 2014}, ["RESULT_UNKNOWN"]),
        ("1", {}, ["RESULT_YEAR_MISSING"]),
        ("1", {"source": "lotteri"}, ["SOURCE_UNKNOWN"]),
        ("1", {"source": "accumulated_equity"}, ["SOURCE_NOT_IN_POLICY"]),
    ],
)
def test_a_set_aside_from_what_is_not_there(municipal: Filed, ore, given, codes):
    findings = municipal.refuses(lambda book: book.set_aside(FUND, sek(ore), decision=KF, **given), *codes)
    assert [finding.place for finding in findings] == [FUND]
    assert with_citation(findings, "SET_ASIDE_ABOVE_SURPLUS", "SURPLUS_MISSING", "RESULT_UNKNOWN")


def test_what_is_left_of_a_surplus_is_told(municipal: Filed):
    (finding,) = municipal.refuses(
        lambda book: book.set_aside(FUND, sek(9), result_year=2011, decision=KF), "SET_ASIDE_ABOVE_SURPLUS"
    )
    assert finding.remedy.startswith("Set aside 8 kr at most")
    municipal.book.set_aside(FUND, sek(8), result_year=2011, decision=KF)


def test_one_surplus_is_set_aside_once_over_all_funds(municipal: Filed):
    municipal.book.set_aside("egen", sek(8), result_year=2011, decision=KF)
    municipal.refuses(
        lambda book: book.set_aside(FUND, sek("0,01"), result_year=2011, decision=KF), "SET_ASIDE_ABOVE_SURPLUS"
    )


def test_a_set_aside_above_equity(municipal: Filed):
    (finding,) = municipal.refuses(
        lambda book: book.set_aside("egen", sek(110), source="accumulated_equity", year=2013, decision=KF),
        "EARMARKS_ABOVE_EQUITY",
    )
    assert (finding.place, finding.citation) == ("2013", "KRL (1997:614) 5:2-3")
    municipal.book.set_aside("egen", sek(109), source="accumulated_equity", year=2013, decision=KF)


def test_a_set_aside_above_equity_at_a_later_close(municipal: Filed):
    book = municipal.book
    book.adjust_equity(2016, sek(-80), reason="Ändrad princip", decision=KF)
    municipal.refuses(
        lambda book: book.set_aside("egen", sek(30), source="accumulated_equity", year=2013, decision=KF),
        "EARMARKS_ABOVE_EQUITY",
    )
    book.set_aside("egen", sek(29), source="accumulated_equity", year=2017, decision=KF)
    municipal.refuses(
        lambda book: book.set_aside("egen", sek(1), source="accumulated_equity", year=2013, decision=KF),
        "EARMARKS_ABOVE_EQUITY",
    )


def test_R13_the_result_after_adjustments_limits_a_surplus_from_2013_on(municipal: Filed):
    book = municipal.book
    book.year_end(2014, YearFigures(net_result=sek(9), realised_gains=sek(4))).post()
    municipal.refuses(lambda b: b.set_aside(FUND, sek(6), result_year=2014, decision=KF), "SET_ASIDE_ABOVE_SURPLUS")
    book.set_aside(FUND, sek(5), result_year=2014, decision=KF)


def test_R13_to_2012_the_limit_is_the_result_itself(municipal: Filed):
    gains = OwnRow(label="Realisationsvinster", amount=sek(-18))
    figures = YearFigures(net_result=sek(18), presentation="inside", other_adjustments=[gains])
    municipal.book.year_end(2011, figures).post()
    municipal.book.set_aside(FUND, sek(8), result_year=2011, decision=KF)


# Granting and using


def test_use_above_what_is_set_aside_or_granted(municipal: Filed):
    (finding,) = municipal.refuses(lambda book: book.use(FUND, sek(7), year=2013, decision=KF), *ABOVE)
    assert "6 kr" in finding.message
    municipal.refuses(
        lambda book: book.use(FUND, sek(5), year=2013, project="Navigator", net_cost=sek(9), decision=KF),
        "ABOVE_GRANT",
    )
    municipal.refuses(
        lambda book: book.grant(FUND, "Nytt", sek(7), board="BUN", financing="ur fonden", decision=KF),
        *ABOVE,
    )


def test_R15_use_above_net_cost_of_a_year_counts_what_was_used_before(municipal: Filed):
    municipal.refuses(
        lambda book: book.use(FUND, sek("1,50"), year=2013, net_cost=sek(1), decision=KF), "USE_ABOVE_NET_COST"
    )
    book = municipal.book
    book.use(FUND, sek(1), year=2013, project="Navigator", net_cost=sek(1), decision=KF)
    (finding,) = municipal.refuses(
        lambda book: book.use(FUND, sek(1), year=2013, project="Navigator", net_cost=sek("1,50"), decision=KF),
        "USE_ABOVE_NET_COST",
    )
    assert finding.place == "Navigator 2013"
    book.use(FUND, sek("0,50"), year=2013, project="Navigator", net_cost=sek("1,50"), decision=KF)
    book.use(FUND, sek(1), year=2014, project="Navigator", net_cost=sek(1), decision=KF)
    assert book.project("Navigator").remaining == sek("1,50")


def test_project_use_before_the_grant(municipal: Filed):
    municipal.refuses(
        lambda book: book.use(FUND, sek(1), year=2013, project="Okänt", net_cost=sek(1), decision=KF),
        "PROJECT_UNKNOWN",
    )
    findings = municipal.refuses(
        lambda book: book.use(FUND, sek(1), year=2012, project="Navigator", net_cost=sek(1), decision=KF),
        "BALANCE_ON_WRONG_SIDE",
        "USE_BEFORE_GRANT",
    )
    assert "2012" in findings[0].message
    municipal.refuses(
        lambda book: book.use("egen", sek(1), year=2013, project="Navigator", net_cost=sek(1), decision=KF),
        "PROJECT_UNKNOWN",
    )


def test_a_project_needs_a_net_cost_and_a_policy_may_need_a_project(municipal: Filed):
    municipal.refuses(
        lambda book: book.use(FUND, sek(1), year=2013, project="Navigator", decision=KF), "NET_COST_MISSING"
    )
    municipal.refuses(lambda book: book.use("egen", sek(1), year=2013, decision=KF), "USE_NEEDS_PROJECT", *ABOVE)


def test_a_grant_with_every_fault_tells_them_all(municipal: Filed):
    findings = municipal.refuses(
        lambda book: book.grant(FUND, " ", sek(99), board="", financing=" ", frames={2013: sek(98)}, decision=KS),
        "NAME_EMPTY",
        "ABOVE_AVAILABLE",
        "FRAMES_DIFFER",
        "GRANT_UNFINANCED",
        "DECISION_WITHOUT_AUTHORITY",
    )
    assert sum(finding.code == "NAME_EMPTY" for finding in findings) == 2
    assert with_citation(findings, "GRANT_UNFINANCED", "DECISION_WITHOUT_AUTHORITY", "FRAMES_DIFFER")


def test_a_project_stays_with_its_fund_and_board(municipal: Filed):
    for fund, board in ((FUND, "SN"), ("egen", "BUN")):
        findings = municipal.refuses(
            lambda book, fund=fund, board=board: book.grant(
                fund, "Navigator", sek(1), board=board, financing="ur fonden", decision=KF
            ),
            "PROJECT_ELSEWHERE",
            *(["ABOVE_AVAILABLE"] if fund == "egen" else []),
        )
        assert "BUN" in findings[0].message


def test_unknown_funds_and_projects(municipal: Filed):
    for command in (
        lambda book: book.set_aside("fel", sek(1), result_year=2011, decision=KF),
        lambda book: book.delegate("fel", "grant", to="KS", decision=KF),
        lambda book: book.fund("fel"),
    ):
        (finding,) = municipal.refuses(command, "FUND_UNKNOWN")
        assert "social, egen" in finding.remedy
    municipal.refuses(lambda book: book.project("fel"), "PROJECT_UNKNOWN")
    for command in (
        lambda book: book.use("fel", sek(1), year=2013, decision=KF),
        lambda book: book.grant("fel", "P", sek(1), board="BUN", financing="f", decision=KF),
    ):
        municipal.refuses(command, "FUND_UNKNOWN")


def test_a_set_aside_with_several_faults_tells_them_all(municipal: Filed):
    municipal.refuses(
        lambda book: book.set_aside("fel", 1.0, result_year=2009, decision=KS.in_state(DecisionState.PROPOSED)),
        "AMOUNT_IS_FLOAT",
        "DECISION_WITHOUT_AUTHORITY",
        "FUND_UNKNOWN",
        "DECISION_NOT_TAKEN",
    )


# Decisions


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (PROPOSED, "DECISION_NOT_TAKEN"),
        (REPEALED, "DECISION_NOT_TAKEN"),
        (LATE, "DECISION_LATER_THAN_RECORD"),
        (KS, "DECISION_WITHOUT_AUTHORITY"),
        (Decision.parse("Barn- och utbildningsnämnden 2013-02-20 § 9"), "DECISION_WITHOUT_AUTHORITY"),
    ],
)
def test_a_set_aside_on_a_decision_that_will_not_do(municipal: Filed, decision, code):
    (finding,) = municipal.refuses(lambda book: book.set_aside(FUND, sek(1), result_year=2011, decision=decision), code)
    assert finding.citation
    assert str(decision) in finding.message


def test_R25_what_rests_on_a_decision_repealed_since(municipal: Filed):
    book = municipal.book
    book.move_decision(KF, "appealed")
    book.set_aside(FUND, sek(1), result_year=2011, decision=KF)
    assert [finding.code for finding in book.warnings] == ["DECISION_APPEALED"]
    book.move_decision(KF, "repealed")
    municipal.refuses(lambda book: book.set_aside(FUND, sek(1), result_year=2011, decision=KF), "DECISION_NOT_TAKEN")
    for state in ("proposed", "decided", "fel"):
        municipal.refuses(lambda book, state=state: book.move_decision(KF, state), "DECISION_STATE_UNFIT")


def test_R27_grants_by_the_executive_board_need_a_delegation(municipal: Filed):
    def grant(book):
        return book.grant(FUND, "Nytt", sek(1), board="BUN", financing="ur fonden", decision=KS)

    (finding,) = municipal.refuses(grant, "DECISION_WITHOUT_AUTHORITY")
    assert "book.delegate" in finding.remedy
    municipal.book.delegate("egen", "grant", to="KS", decision=KF)
    municipal.refuses(grant, "DECISION_WITHOUT_AUTHORITY")
    municipal.book.delegate(FUND, "grant", to="ks", decision=Decision.parse("KF 2013-02-25 § 7"))
    assert grant(municipal.book).granted_ore == 100


def test_R27_only_the_council_delegates_and_only_grants(municipal: Filed):
    municipal.refuses(
        lambda book: book.delegate(FUND, "set_aside", to=" ", decision=KS),
        "DECISION_WITHOUT_AUTHORITY",
        "TASK_NOT_DELEGABLE",
        "NAME_EMPTY",
    )
    municipal.book.delegate(FUND, "grant", to="KS", decision=KF)
    municipal.refuses(
        lambda book: book.set_aside(FUND, sek(1), result_year=2011, decision=KS), "DECISION_WITHOUT_AUTHORITY"
    )
    municipal.refuses(lambda book: book.use(FUND, sek(1), year=2013, decision=KS), "DECISION_WITHOUT_AUTHORITY")


# Years


def test_records_in_closed_and_adjusting_years(municipal: Filed):
    book = municipal.book
    book.start_closing(2013)
    (finding,) = municipal.refuses(
        lambda book: book.grant(FUND, "Nytt", sek(1), board="BUN", financing="ur fonden", decision=KF),
        "PERIOD_ADJUSTING",
    )
    assert (finding.place, finding.citation) == ("2013", "KRL (1997:614) 2:3")
    book.use(FUND, sek(1), year=2013, decision=KF)
    close_through(book, 2013)
    for command in (
        lambda book: book.use(FUND, sek(1), year=2013, decision=KF),
        lambda book: book.set_aside(FUND, sek(1), result_year=2012, decision=KF),
        lambda book: book.adjust_equity(2013, sek(1), reason="Fel", decision=KF),
        lambda book: book.correct(head_of(book, "used_directly"), reason="Fel"),
    ):
        (finding,) = municipal.refuses(command, "PERIOD_CLOSED")
        assert finding.citation == "KRL (1997:614) 2:6"
    other = YearFigures(net_result=sek(book.equity_note(2013).result_ore // 100), realised_gains=sek(1))
    (finding,) = municipal.refuses(lambda book: book.year_end(2013, other).post(), "YEAR_END_CLOSED")
    assert finding.citation == "KRL (1997:614) 2:6"
    municipal.refuses(lambda book: book.start_closing(2013), "PERIOD_BACKWARDS")
    municipal.refuses(lambda book: book.close_year(2012, decision=KF), "PERIOD_BACKWARDS")


def head_of(book, kind):
    return next(record.seq for record in book.records() if record.event.kind == kind)


def test_a_result_of_zero_does_not_slip_into_a_closed_year(municipal: Filed):
    for amount in (0, 1):
        (finding,) = municipal.refuses(lambda book, amount=amount: book.record_result(2010, amount), "PERIOD_CLOSED")
        assert finding.place == "2010"


LATE_KS = Decision.parse("KS 2016-03-07 § 8")
IN_2015 = Decision.parse("KF 2015-04-27 § 30")


def test_a_year_is_closed_with_its_result_and_those_before_it(municipal: Filed):
    municipal.book.record_result(2015, sek(1))
    findings = municipal.refuses(
        lambda book: book.close_year(2015, decision=LATE_KS),
        "YEAR_NOT_POSTED",
        "DECISION_WITHOUT_AUTHORITY",
        "YEARS_CLOSE_IN_ORDER",
    )
    assert [finding.place for finding in findings if finding.code == "YEAR_NOT_POSTED"] == ["2014"]
    close_through(municipal.book, 2013)
    municipal.refuses(lambda book: book.close_year(2014, decision=IN_2015), "YEAR_NOT_POSTED")


def test_second_equity_opening_and_second_result(municipal: Filed):
    findings = municipal.refuses(
        lambda book: book.open_equity(2014, sek(1), opening_deficits=[], decision=KF), "EQUITY_OPENED"
    )
    assert "2010" in findings[0].message
    municipal.refuses(lambda book: book.record_result(2011, sek(18)), "RESULT_RECORDED")


def test_equity_opened_on_top_of_results_it_holds_already():
    for first in (
        lambda book: book.record_result(2011, sek(1)),
        lambda book: book.adjust_equity(2011, sek(1), reason="Fel", decision=KF),
    ):
        with open_book(create="Sen kommun", actor="ekonomi", clock=clock) as book:
            first(book)
            with pytest.raises(Refused, match="EQUITY_OPENED_LATE"):
                book.open_equity(2011, sek(100), opening_deficits=[], decision=KF)
            book.open_equity(2010, sek(100), opening_deficits=[], decision=KF)
            assert book.equity_note(2011).closing_ore == 101_00


def test_opening_deficits_that_no_statement_could_take():
    with open_book(create="Ny kommun", actor="ekonomi", clock=clock) as book:
        twice = [OpeningDeficit(year=2009, left=sek(1)), OpeningDeficit(year=2009, left=sek(1))]
        with pytest.raises(Refused, match="OPENING_DEFICIT_TWICE"):
            book.open_equity(2010, sek(100), opening_deficits=twice, decision=KF)
        with pytest.raises(Refused, match="OPENING_DEFICIT_YEAR"):
            book.open_equity(2010, sek(100), opening_deficits=[OpeningDeficit(year=2011, left=sek(1))], decision=KF)
        assert book.head.seq == 1


def test_a_result_of_zero_gives_way_to_another(municipal: Filed):
    book = municipal.book
    book.record_result(2014, 0)
    municipal.refuses(lambda book: book.record_result(2014, 0), "RESULT_RECORDED")
    municipal.refuses(lambda book: book.correct(book.head.seq, reason="Fel"), "NOTHING_TO_CORRECT")
    assert book.record_result(2014, sek(2)).result_ore == 200
    municipal.refuses(lambda book: book.record_result(2014, sek(3)), "RESULT_RECORDED")


@pytest.mark.parametrize("year", [1996, 2061, 20133, 0, "1996", "tolv", True, None])
def test_years_that_no_book_has(municipal: Filed, year):
    code = "YEAR_OUT_OF_RANGE" if (isinstance(year, int) and year is not True) or year == "1996" else "FIELD_UNREADABLE"
    for command in (
        lambda book: book.record_result(year, sek(1)),
        lambda book: book.start_closing(year),
        lambda book: book.adjust_equity(year, sek(1), reason="Ändrad princip", decision=KF),
        lambda book: book.year_end(year, YearFigures(net_result=sek(1))),
    ):
        (finding,) = municipal.refuses(command, code)
        assert finding.place.endswith(".year")


def test_a_year_may_be_given_as_text(municipal: Filed):
    assert municipal.book.record_result("2014", "12,50").result_ore == 1250


# Names, kinds, records


def test_names_and_kinds_that_are_missing(municipal: Filed):
    municipal.refuses(
        lambda book: book.create_fund(" ", policy=presets.tomelilla_earmark, decision=PROPOSED),
        "NAME_EMPTY",
        "DECISION_NOT_TAKEN",
    )
    municipal.refuses(lambda book: book.create_fund(FUND, policy=BOTH_SOURCES, decision=KF), "FUND_EXISTS")
    municipal.refuses(
        lambda book: book.create_fund("ny", policy=Policy(name="p", source="s", presentation="fel"), decision=KF),
        "PRESENTATION_UNKNOWN",
    )
    municipal.refuses(lambda book: book.open_entity("Annan kommun"), "BOOK_OPENED")


@pytest.mark.parametrize(("given", "code"), [({"create": " "}, "NAME_EMPTY"), ({"entity_kind": "stad"}, "ENTITY_")])
def test_a_book_for_nobody_leaves_no_file(tmp_path, given, code):
    path = tmp_path / "ny.sifund"
    with pytest.raises(Refused, match=code):
        open_book(path, **{"create": "Ny kommun", "actor": "ekonomi", **given})
    assert list(tmp_path.iterdir()) == []


def test_wrong_correction_targets(municipal: Filed):
    book = municipal.book
    set_aside = head_of(book, "set_aside")
    for seq in (0, -1, book.head.seq + 1):
        municipal.refuses(lambda book, seq=seq: book.correct(seq, reason="Fel"), "RECORD_UNKNOWN")
    municipal.refuses(lambda book: book.correct(head_of(book, "fund_created"), reason="Fel"), "NOTHING_TO_CORRECT")
    municipal.refuses(lambda book: book.correct(set_aside, reason=" ", year=2012), "REASON_MISSING",
                      "BALANCE_ON_WRONG_SIDE")  # fmt: skip
    (finding,) = municipal.refuses(
        lambda book: book.correct(head_of(book, "granted"), reason="Fel", year=2012), "CORRECTION_BEFORE_RECORD"
    )
    assert "2013" in finding.message
    for kind in ("result_recorded", "result_carried"):
        municipal.refuses(
            lambda book, kind=kind: book.correct(head_of(book, kind), reason="Fel", year=2014),
            "CORRECTION_ACROSS_YEARS",
        )
    book.correct(head_of(book, "granted"), reason="Fel nämnd", decision=KF)
    municipal.refuses(
        lambda book: book.correct(head_of(book, "granted"), reason="Igen"),
        "CORRECTED_ALREADY",
        "BALANCE_ON_WRONG_SIDE",
    )
    municipal.refuses(lambda book: book.correct(book.head.seq, reason="Ångrat"), "CORRECTS_A_CORRECTION")


def test_the_opening_of_equity_is_closed_by_itself(municipal: Filed):
    seq = head_of(municipal.book, "equity_opened")
    municipal.refuses(lambda book: book.correct(seq, reason="Fel"), "PERIOD_CLOSED")
    (finding,) = municipal.refuses(lambda book: book.correct(seq, reason="Fel", year=2011), "CORRECTION_ACROSS_YEARS")
    assert "adjust_equity" in finding.remedy


# Writing at all


def test_a_book_opened_for_reading_is_not_written_to(municipal: Filed):
    municipal.book.close()
    with open_book(municipal.path) as reader:
        read_only = Filed(municipal.path, reader)
        read_only.refuses(lambda book: book.record_result(2014, sek(1)), "READ_ONLY")
        with reader.preview() as preview:
            reader.record_result(2014, sek(1))
        assert [record.event.kind for record in preview.records] == ["result_carried", "result_recorded"]
        assert reader.head.seq == len(list(reader.records()))


def test_a_stale_head(municipal: Filed):
    book, seen = municipal.book, municipal.book.head
    with book.batch(expected_head=seen):
        book.record_result(2014, sek(1))
    before = municipal.path.read_bytes()
    with pytest.raises(StaleHead) as caught, book.batch(expected_head=seen):
        pytest.fail("the batch is not to begin")
    (finding,) = caught.value.findings
    assert finding.code == "HEAD_MOVED"
    told = [f"{record.seq} årets resultat" for record in book.records() if record.event.kind == "result_recorded"]
    assert f"Sedan dess: {seen.seq + 1} resultat fört till övrigt eget kapital, {told[-1]}." in finding.message_sv
    assert municipal.path.read_bytes() == before


def test_a_preview_within_a_batch_or_a_preview(municipal: Filed):
    book = municipal.book
    for outer in (book.batch, book.preview):
        with outer(), pytest.raises(Refused, match="BATCH_OPEN"), book.preview():
            pytest.fail("the preview is not to begin")
    with book.preview() as preview, book.batch():
        book.set_aside(FUND, sek(1), result_year=2011, decision=PROPOSED)
    assert len(preview.records) == 1
    assert book.fund(FUND).balance == sek(10)


def test_a_batch_broken_halfway(municipal: Filed):
    def by_a_refusal(book):
        with book.batch():
            book.set_aside("egen", sek(5), source="accumulated_equity", decision=KF)
            book.use(FUND, sek(7), year=2013, decision=KF)

    municipal.refuses(by_a_refusal, *ABOVE)
    assert municipal.book.fund("egen").balance == sek(0)


def test_a_batch_goes_on_after_a_refusal_that_its_caller_caught(municipal: Filed):
    book = municipal.book
    with book.batch() as batch:
        with pytest.raises(Refused, match="ABOVE_AVAILABLE"):
            book.use(FUND, sek(7), year=2013, decision=KF)
        book.use(FUND, sek(6), year=2013, decision=KF)
    assert [record.event.kind for record in batch.records] == ["used_directly"]
    assert book.fund(FUND).available == sek(0)


def test_a_command_refused_in_part_is_undone_and_the_batch_goes_on(municipal: Filed):
    book, head = municipal.book, municipal.book.head
    proposed = Decision.parse("KF 2015-04-27 § 40", state="proposed")
    with book.batch():
        book.adjust_equity(2014, sek(1), reason="Ändrad princip", decision=KF)
        run = book.year_end(2014, YearFigures(net_result=sek(-2)), grounds_decision=proposed)
        book.use(FUND, sek(1), year=2014, decision=KF)
        with pytest.raises(Refused, match="YEAR_END_OUTDATED"):
            run.post()
        run = book.year_end(2014, YearFigures(net_result=sek(-2)), grounds_decision=proposed)
        with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
            run.post()
    assert [record.event.kind for record in book.records(head.seq)] == ["equity_adjusted", "used_directly"]
    assert book.equity_note(2014).result_ore == 0


def test_commands_done_together_within_a_batch_are_all_undone_where_one_is_refused(municipal: Filed):
    book, head = municipal.book, municipal.book.head
    events = [
        {"do": "set_aside", "fund": "egen", "amount": 5, "source": "accumulated_equity", "decision": str(KF)},
        {"do": "use", "fund": FUND, "amount": 7, "year": 2013, "decision": str(KF)},
    ]
    with book.batch():
        with pytest.raises(Refused, match="ABOVE_AVAILABLE"):
            book.do_all(book.commands_of({"event": events}))
        book.use(FUND, sek(6), year=2013, decision=KF)
    assert [record.event.kind for record in book.records(head.seq)] == ["used_directly"]
    assert book.fund("egen").balance == sek(0)


@pytest.mark.parametrize("point", FAULT_POINTS)
def test_a_store_that_fails(point):
    store = FaultyStore(MemoryStore())
    book = Book(store, actor="ekonomi", clock=clock, salt=lambda: bytes(16))
    book.open_entity("Exempelkommunen")
    store.fail(point, at=2)
    book.record_result(2011, sek(1))
    head = book.head
    with pytest.raises(InjectedFault):
        book.record_result(2012, sek(2))
    if point == "acknowledge":
        assert book.head.seq > head.seq
        with pytest.raises(Refused, match="RESULT_RECORDED"):
            book.record_result(2012, sek(2))
    else:
        assert book.head == head
        assert book.equity_note(2012).closing_ore == 100
        book.record_result(2012, sek(2))
    assert book.equity_note(2012).closing_ore == 300
    assert store.balances() == {account: ore for account, ore in book._state.balances.as_dict().items() if ore}
