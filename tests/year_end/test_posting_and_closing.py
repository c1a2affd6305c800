"""From draft to locked year: nothing before post(), proposed decisions, contradictions, the checkpoint."""

from __future__ import annotations

import pytest
from tomelilla import APPROVAL, GROUNDS, KF, USE, close_before, codes, new_book, tomelilla, year_end

from sifund_ledger import Decision, ExceptionalGround, Refused, YearFigures, sek

PROPOSED = Decision.parse("KF 2014-04-28 § 32", state="proposed")


def kinds(book, after):
    return [record.event.kind for record in book.records(after)]


def test_nothing_is_recorded_before_post():
    book = tomelilla()
    head = book.head
    run = year_end(book, grounds_decision=GROUNDS)
    assert str(run)
    assert run.text("en")
    assert book.head == head
    posted = run.post()
    assert kinds(book, head.seq) == ["result_carried", "result_recorded", "figures_stated", "ground_invoked"]
    assert [record.event for record in posted] == [draft.event for draft in run.drafts]
    assert posted[-1].decision == GROUNDS


def test_posting_the_same_again_changes_nothing():
    book = tomelilla()
    run = year_end(book, grounds_decision=GROUNDS)
    run.post()
    head = book.head
    for again in (run, year_end(book, grounds_decision=GROUNDS)):
        assert tuple(again.post()) == ()
        assert book.head == head
    again = year_end(book, grounds_decision=GROUNDS)
    assert again.is_recorded
    assert codes(again.standing) == {"YEAR_END_RECORDED"}
    assert again.errors == ()
    close_before(book)
    again.close(APPROVAL)
    assert tuple(year_end(book, grounds_decision=GROUNDS).post()) == ()


def test_R43_a_changed_result_is_a_correction_of_the_earlier_run():
    book = tomelilla()
    year_end(book, grounds_decision=GROUNDS).post()
    head = book.head
    changed = year_end(book, result="-1 500 001", grounds_decision=GROUNDS)
    assert "RESULT_CORRECTED" in codes(changed.findings)
    changed.post()
    assert kinds(book, head.seq) == ["entry_corrected", "result_recorded", "figures_stated", "ground_invoked"]
    taken_back, anew, *_ = book.records(head.seq)
    assert taken_back.entry.postings[0].ore == 150_000_000  # net assets, which the loss had lowered
    assert taken_back.note.text == "Ändrade uppgifter i bokslutet för 2013"
    assert anew.event.ore == -150_000_100
    assert book.equity_note(2013) == changed.equity_note
    assert changed.equity_note.closing_ore == 42_200_000_000 - 150_000_100
    assert book.statement(2013).year(2013).waived == sek("1 500 001")
    assert tuple(year_end(book, result="-1 500 001", grounds_decision=GROUNDS).post()) == ()


@pytest.mark.parametrize("last", ["-1 500 000", "0", "7"])
def test_R43_changed_back_and_forth_no_amount_is_counted_twice(last):
    book = tomelilla()
    for result in ("-1 500 000", "0", "3", "-1 500 001", last):
        year_end(book, result=result).post()
        assert book.equity_note(2013).result_ore == sek(result).amount * 100
    assert book.equity_note(2013).closing_ore == 42_200_000_000 + sek(last).amount * 100
    close_before(book)
    book.record_result(2014, sek(1))
    assert [account.year for account in book._state.balances.as_dict() if account.code == "result_of_year"] == [2014]


def test_R43_a_year_changed_after_the_next_is_posted_rolls_into_it():
    book = tomelilla()
    year_end(book).post()
    book.year_end(2014, YearFigures(net_result=sek("5 000 000"))).post()
    year_end(book, result="-2 000 000").post()
    assert book.equity_note(2014).opening_ore == 42_000_000_000
    assert book.statement(2014).year(2014).deficits[0].arisen_ore == 200_000_000
    close_before(book)
    book.close_year(2013, decision=APPROVAL)
    book.close_year(2014, decision=Decision.parse("KF 2015-04-27 § 30"))
    assert [account.year for account in book._state.balances.as_dict() if account.code == "result_of_year"] == [2014]


def test_a_draft_shows_what_a_refused_year_end_has_wrong():
    book = tomelilla()
    with pytest.raises(Refused, match="EARMARK_DIFFERS"):
        year_end(book, earmark_used=sek(1))
    drawn = year_end(book, earmark_used=sek(1), draft=True)
    assert "EARMARK_DIFFERS" in codes(drawn.errors)
    assert "(*)" in drawn.text()
    head = book.head
    with pytest.raises(Refused, match="EARMARK_DIFFERS"):
        drawn.post()
    assert book.head == head
    sound = year_end(book, draft=True)
    assert str(sound) == str(year_end(book))
    sound.post()


def test_figures_stated_anew_take_the_place_of_the_earlier_and_of_their_grounds():
    book = tomelilla()
    year_end(book, grounds_decision=GROUNDS).post()
    head = book.head
    year_end(book, taxes_and_grants=sek("900 000 000")).post()
    assert kinds(book, head.seq) == ["figures_stated"]
    assert book.statement(2013).year(2013).to_restore == sek("1 500 000")
    assert book.equity_note(2013).closing_ore == 42_050_000_000


def test_what_was_printed_is_what_is_posted():
    book = tomelilla()
    run = year_end(book, grounds_decision=GROUNDS)
    use = next(record.seq for record in book.records() if record.event.kind == "used_directly")
    book.correct(use, reason="Fel belopp", decision=USE)
    head = book.head
    with pytest.raises(Refused, match="YEAR_END_OUTDATED"):
        run.post()
    assert book.head == head
    assert year_end(book, grounds_decision=GROUNDS).statement.year(2013).waived == sek(0)


def test_R25_proposed_decisions_print_a_draft_and_post_nothing():
    book = tomelilla()
    run = year_end(book, grounds_decision=PROPOSED)
    assert run.is_draft
    assert "föreslås" in str(run)
    assert run.statement.year(2013).to_restore == sek(0)
    head = book.head
    with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
        run.post()
    assert book.head == head
    with book.preview() as preview:
        run.post()
    assert [record.event.kind for record in preview.records][-1] == "ground_invoked"
    assert book.head == head
    assert not year_end(book, grounds_decision=GROUNDS).is_draft


def test_R25_every_proposed_ground_is_named_in_the_refusal():
    grounds = [
        ExceptionalGround(amount=sek(amount), deficit_year=2013, reason="Skäl", decision=decision)
        for amount, decision in (
            ("500 000", PROPOSED),
            ("400 000", Decision.parse("KF 2014-05-26 § 50", state="proposed")),
        )
    ]
    run = year_end(tomelilla(), exceptional_grounds=grounds)
    with pytest.raises(Refused) as caught:
        run.post()
    assert [finding.code for finding in caught.value.findings] == ["DECISION_NOT_TAKEN"] * 2
    assert "§ 50" in str(caught.value)


def test_close_locks_the_year_and_writes_a_checkpoint():
    book = tomelilla()
    close_before(book)
    run = year_end(book, grounds_decision=GROUNDS)
    with pytest.raises(Refused, match="YEAR_NOT_POSTED"):
        run.close(APPROVAL)
    run.post()
    book.start_closing(2013)
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        run.close(Decision.parse("KS 2014-04-02 § 9"))
    before = book.equity_note(2013)
    checkpoint = run.close(APPROVAL)
    *_, moved, written = book.records()
    assert (moved.event.year, moved.event.state, moved.decision) == (2013, "closed", APPROVAL)
    assert (written.event.year, written.event.at_seq, written.event.at_hash) == (2013, moved.seq, moved.hash.hex())
    assert str(checkpoint) == f"{moved.seq}:{moved.hash.hex()[:16]}"
    with pytest.raises(Refused, match="PERIOD_CLOSED"):
        book.use("social", sek(1), year=2013, decision=USE)
    other = year_end(book)
    assert codes(other.standing) == {"YEAR_END_CLOSED"}
    with pytest.raises(Refused, match="YEAR_END_CLOSED"):
        other.post()
    book.record_result(2014, sek(1))
    assert book.equity_note(2013) == before


def test_results_recorded_out_of_order_do_not_lock_the_book_out():
    book = new_book()
    book.open_equity(2010, sek(100), opening_deficits=[], decision=KF)
    book.record_result(2012, sek(4))
    book.record_result(2011, sek(18))
    close_before(book)
    book.record_result(2013, sek(1))
    assert [book.equity_note(year).closing_ore for year in (2011, 2012, 2013)] == [11800, 12200, 12300]
    assert kinds(book, 0).count("result_carried") == 2


def test_a_result_corrected_after_it_joined_other_equity():
    book = tomelilla()
    seq = next(record.seq for record in book.records() if record.event.kind == "result_recorded")
    book.correct(seq, reason="Fel resultat")
    assert book.equity_note(2012).opening_ore == 40_000_000_000
    book.record_result(2011, sek("17 000 000"))
    book.record_result(2013, sek(0))
    assert book.equity_note(2013).closing_ore == 42_100_000_000
    carried = [account for account in book._state.balances.as_dict() if account.code == "result_of_year"]
    assert [account.year for account in carried] == []


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"result": "-2 000 000"}, "RESULT_DIFFERS"),
        ({"earmark_used": sek("2 000 000")}, "EARMARK_DIFFERS"),
        ({"earmark_set_aside": sek("1")}, "EARMARK_DIFFERS"),
    ],
)
def test_figures_that_contradict_the_book(figures, code):
    book = tomelilla()
    book.record_result(2013, sek("-1 500 000"))
    with pytest.raises(Refused) as caught:
        year_end(book, **figures)
    (finding,) = caught.value.findings
    assert finding.code == code
    assert finding.place.startswith("2013.")
    assert year_end(book, earmark_used=sek("2 500 000")).statement.year(2013)


def test_all_contradictions_are_told_at_once():
    book = tomelilla()
    book.record_result(2013, sek("-1 500 000"))
    with pytest.raises(Refused) as caught:
        book.year_end(2013, YearFigures(year=2012, net_result=sek(1), earmark_used=sek(1), earmark_set_aside=sek(1)))
    assert [finding.code for finding in caught.value.findings] == [
        "FIGURES_OF_OTHER_YEAR",
        "RESULT_DIFFERS",
        "EARMARK_DIFFERS",
        "EARMARK_DIFFERS",
    ]


def test_a_stated_equity_that_is_not_the_books_is_warned_of():
    book = tomelilla()
    assert "EQUITY_DIFFERS" in codes(year_end(book, equity=sek("420 000 000")).findings)
    assert "EQUITY_DIFFERS" not in codes(year_end(book, equity=sek("420 500 000")).findings)


@pytest.mark.parametrize("kind", ["forecast", "interim", "budget"])
def test_only_an_outcome_is_recorded(kind):
    book = tomelilla()
    run = year_end(book, kind=kind, presentation="strict")
    assert str(run)
    with pytest.raises(Refused, match="YEAR_END_PRELIMINARY"):
        run.post()
    assert not [record for record in book.records() if record.event.kind == "figures_stated"]


def test_a_zero_result_is_replaced_by_the_year_ends():
    book = tomelilla()
    book.record_result(2013, sek(0))
    run = year_end(book, grounds_decision=GROUNDS)
    assert run.equity_note.closing_ore == 42_050_000_000
    run.post()
    assert book.equity_note(2013) == run.equity_note
