"""Corrections of closed years (R43, R43b, R45): rows of their own, decisions, and years that print as they closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from models.drawn import assert_drawn
from tomelilla import codes

from sifund_ledger import (
    Book,
    Decision,
    ExceptionalGround,
    OpeningDeficit,
    Policy,
    Refused,
    YearFigures,
    open_book,
    presets,
    sek,
)
from sifund_ledger.balance import Comparison
from sifund_ledger.balance.statement.explaining import explain

KF = Decision.parse("KF 2013-04-22 § 45")
BOOKS: list[Book] = []


@pytest.fixture(autouse=True)
def statements_are_those_drawn_up_from_the_first_year() -> Iterator[None]:
    """Whatever a test has done to closed years, what its books keep of them is what all years anew would give."""
    BOOKS.clear()
    yield
    for book in BOOKS:
        assert_drawn(book._state, last=9)


def kf(year: int, paragraph: int = 30) -> Decision:
    return Decision.parse(f"KF {year}-04-28 § {paragraph}")


def book_of(today: int = 2018, **opening) -> Book:
    """Equity of 1 000 kr at the close of 2012, and a fund with 40 of 2013's result of 100; whole kronor."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(today, 6, 30, tzinfo=UTC))
    BOOKS.append(book)
    book.open_equity(2012, sek(1000), opening_deficits=[], decision=KF, **opening)
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    return book


def post(book: Book, year: int, result: int, *, grounds: Decision | None = None, **figures) -> None:
    book.year_end(year, YearFigures(net_result=sek(result), **figures), grounds_decision=grounds).post()


def seq_of(book: Book, kind: str, number: int = -1) -> int:
    return [record.seq for record in book.records() if record.event.kind == kind][number]


def closed_with_a_use() -> Book:
    """2013 closed with 40 set aside; 2014 closed with a loss of 10, 8 used and 8 invoked as a ground."""
    book = book_of()
    post(book, 2013, 100)
    book.set_aside("social", sek(40), result_year=2013, decision=kf(2014))
    book.close_year(2013, decision=kf(2014))
    book.use("social", sek(8), year=2014, decision=kf(2015))
    post(book, 2014, -10, grounds=kf(2015, 31))
    book.close_year(2014, decision=kf(2015))
    return book


def pages(book: Book, year: int) -> tuple[str, str, str]:
    return (
        book.statement(year).only(year).text(),
        book.equity_note(year).text(),
        "\n".join(book.statement(year).only(year).text("en").split("\n")),
    )


def test_R43_a_use_of_a_closed_year_is_corrected_in_a_row_of_its_own_and_by_a_decision():
    book = closed_with_a_use()
    before, use = pages(book, 2014), seq_of(book, "used_directly")
    with pytest.raises(Refused, match="CORRECTION_UNDECIDED"):
        book.correct(use, reason="Fel belopp", year=2015)
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.correct(use, reason="Fel belopp", year=2015, decision="Kulturnämnden 2015-09-01 § 3")
    book.correct(use, reason="Fel belopp", year=2015, decision=kf(2016))
    post(book, 2015, 0)
    year = book.fund("social").account().years[-1]
    assert (year.first_year, year.used_ore, year.corrected_ore) == (2015, 0, 800)
    assert book.statement(2015).year(2015).figures.ore("earmark_used") == 0
    (found,) = [each for each in book.statement(2015).findings if each.code == "GROUND_UNSUPPORTED"]
    assert found.severity == "warning"
    assert dict(found.values) == {"year": 2014, "amount": 800, "used": 0}
    assert book.statement(2014).year(2014).waived == sek(8)
    assert pages(book, 2014) == before


def closed_with_a_project() -> Book:
    """2013 closed with 40 set aside; 2014 closed with a loss of 10 and 8 of a grant of 20 used, at a net cost of 8."""
    book = book_of()
    post(book, 2013, 100)
    book.set_aside("social", sek(40), result_year=2013, decision=kf(2014))
    book.close_year(2013, decision=kf(2014))
    book.grant("social", "Navigator", sek(20), board="BUN", financing="ur fonden", decision=kf(2014))
    book.use("social", sek(8), project="Navigator", net_cost=sek(8), year=2014, decision=kf(2015))
    post(book, 2014, -10, grounds=kf(2015, 31))
    book.close_year(2014, decision=kf(2015))
    return book


def test_R43_the_right_amount_of_a_closed_years_use_is_recorded_without_a_false_net_cost():
    book = closed_with_a_project()
    before = pages(book, 2014)
    book.correct(seq_of(book, "used"), reason="Fel belopp", year=2015, decision=kf(2016))
    right = {"project": "Navigator", "net_cost": sek(6), "year": 2015, "of_year": 2014, "decision": kf(2016)}
    book.use("social", sek(5), **right)
    with pytest.raises(Refused, match="USE_ABOVE_NET_COST") as refusal:
        book.use("social", sek(2), **right)
    (found,) = refusal.value.findings
    assert dict(found.values) == {"year": 2014, "amount": 700, "cost": 600}
    # The year that it is booked in has its own cost, of 3, and no more.
    own = {"project": "Navigator", "net_cost": sek(3), "year": 2015, "decision": kf(2016)}
    book.use("social", sek(3), **own)
    with pytest.raises(Refused, match="USE_ABOVE_NET_COST"):
        book.use("social", sek(1), **own)
    post(book, 2015, 0)
    account = book.fund("social").account()
    year = account.years[-1]
    assert (year.used_ore, year.corrected_ore, year.closing_ore) == (300, 300, 3200)
    assert "Rättelse av tidigare år" in str(account)
    assert book.statement(2015).year(2015).figures.ore("earmark_used") == 300
    (found,) = [each for each in book.statement(2015).findings if each.code == "GROUND_UNSUPPORTED"]
    assert dict(found.values) == {"year": 2014, "amount": 800, "used": 500}
    assert book.project("Navigator").used_ore == 800
    assert pages(book, 2014) == before
    book.close_year(2015, decision=kf(2016))


def test_R43_a_use_that_was_forgotten_is_recorded_for_its_closed_year_and_can_be_corrected_in_turn():
    book = closed_with_a_use()
    book.use("social", sek(3), year=2015, of_year=2014, decision=kf(2016))
    (record,) = [each for each in book.records() if each.entry and "Rättelse" in each.entry.text]
    assert (record.entry.year, record.entry.event_date.isoformat()) == (2015, "2015-12-31")
    assert record.entry.text == "Rättelse av tidigare år: ianspråktaget ur social 2014"
    post(book, 2015, 0)
    book.close_year(2015, decision=kf(2016))
    book.correct(record.seq, reason="Fanns redan", year=2016, decision=kf(2017))
    post(book, 2016, 0)
    *_, year, last = book.fund("social").account().years
    assert (year.used_ore, year.corrected_ore, last.used_ore, last.corrected_ore) == (0, -300, 0, 300)
    # Taken back of the year that it was recorded for: 2014 is again as it closed.
    assert heads(book.statement(2016).table()) == ["2013", "2014", "2015", "2016"]
    assert heads(book.fund("social").account().table())[:4] == ["2013", "2014", "2015", "2015 omräknad"]


def test_R43_a_use_is_of_a_closed_year_before_the_one_it_is_booked_in():
    book = closed_with_a_use()
    for of_year in (2015, 2016):
        with pytest.raises(Refused, match="USE_OF_OPEN_YEAR"):
            book.use("social", sek(1), year=2015, of_year=of_year, decision=kf(2016))
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.use("social", sek(1), year=2015, of_year=2014, decision="Kulturnämnden 2016-03-01 § 3")


def test_R43_a_closed_years_use_of_the_result_reserve_is_recorded_a_year_later():
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2028, 6, 30, tzinfo=UTC))
    book.open_equity(2024, sek(1000), opening_deficits=[], decision=kf(2025))
    policy = Policy(name="egen", source="KF 2025-04-28 § 60", legal_form="result_reserve", presentation="strict")
    book.create_fund("social", policy=policy, decision=kf(2025))
    post(book, 2025, 100, taxes_and_grants=5000)
    book.set_aside("social", sek(40), result_year=2025, decision=kf(2026))
    book.grant("social", "Navigator", sek(20), board="BUN", financing="ur reserven", decision=kf(2026))
    use = {"project": "Navigator", "reason": "Färre placeringar", "decision": kf(2027)}
    book.use("social", sek(8), net_cost=sek(8), year=2026, **use)
    post(book, 2026, -8)
    for year in (2025, 2026):
        book.close_year(year, decision=kf(2027))
    before = pages(book, 2026)
    book.correct(seq_of(book, "used_of_reserve"), reason="Fel belopp", year=2027, decision=kf(2028))
    book.use("social", sek(5), net_cost=sek(5), year=2027, of_year=2026, **(use | {"decision": kf(2028)}))
    run = book.year_end(2027, YearFigures(net_result=sek(0)))
    (found,) = [each for each in run.findings if each.code == "RESULT_UNSUPPORTED"]
    values = dict(found.values)
    assert (values["year"], values["amount"], values["now"]) == (2026, 800, 500)
    assert "8 kr använt ur reserven; som rättat är det 5 kr" in found.message_sv
    run.post()
    (account,) = [each for each in book.statement(2027).year(2027).reserves if each.reserve == "result_reserve"]
    assert (account.opening_ore, account.used_ore, account.corrected_ore, account.closing_ore) == (3200, 0, 300, 3500)
    year = book.fund("social").account().years[-1]
    assert (year.used_ore, year.corrected_ore, year.closing_ore) == (0, 300, 3500)
    statement = book.correct_balance_result(2026, sek(-3), year=2027, reason="Mindre ur reserven", decision=kf(2028))
    assert statement.year(2027).to_restore == sek(3)
    assert "RESULT_UNSUPPORTED" not in codes(statement.findings)
    assert pages(book, 2026) == before
    book.close_year(2027, decision=kf(2028))


def test_R43_a_set_aside_corrected_a_year_later_and_made_anew_prints_each_by_itself():
    book = book_of()
    post(book, 2013, 100)
    book.set_aside("social", sek(50), result_year=2013, decision=kf(2014))
    book.close_year(2013, decision=kf(2014))
    post(book, 2014, 100)
    book.correct(seq_of(book, "set_aside"), reason="Fel fond", year=2014, decision=kf(2015))
    book.set_aside("social", sek(20), result_year=2014, decision=kf(2015))
    (_, year) = book.fund("social").account().years
    assert (year.set_aside_ore, year.corrected_ore, year.closing_ore) == (2000, -5000, 2000)
    assert book.statement(2014).year(2014).figures.ore("earmark_set_aside") == 2000


def reserve_of_2013() -> Book:
    """50 kr in RUR at the close of 2012, of which 5 are used for 2013."""
    book = book_of(equalisation_reserve=50)
    post(book, 2013, -5, reserve_used=5, reserve_decision=kf(2014))
    return book


def test_R43_a_reserves_use_corrected_in_a_later_year_is_not_undone_by_the_next_year_end():
    book = reserve_of_2013()
    book.close_year(2013, decision=kf(2014))
    with pytest.raises(Refused, match="CORRECTION_UNDECIDED"):
        book.correct(seq_of(book, "reserve_used"), reason="Fel belopp", year=2014)
    book.correct(seq_of(book, "reserve_used"), reason="Fel belopp", year=2014, decision=kf(2015))
    run = book.year_end(2014, YearFigures(net_result=sek(10)))
    assert run.errors == ()
    run.post()
    assert book.equity_note(2014).equalisation_reserve_ore == 5000
    (account,) = book.statement(2014).year(2014).reserves
    assert (account.opening_ore, account.corrected_ore, account.closing_ore) == (4500, 500, 5000)
    assert "Rättelse av tidigare år" in book.statement(2014).only(2014).text()
    assert not codes(run.findings) & {"EQUITY_RESERVE_DIFFERS", "RESERVE_OPENING_DIFFERS"}
    book.close_year(2014, decision=kf(2015))
    assert book.year_end(2015, YearFigures(net_result=sek(1))).errors == ()


def test_R43b_a_reserves_use_corrected_in_its_open_year_can_be_posted_anew():
    book = reserve_of_2013()
    book.correct(seq_of(book, "reserve_used"), reason="Fel dag")
    assert book.statement(2013).year(2013).figures.ore("reserve_used") == 0
    post(book, 2013, -5, reserve_used=5, reserve_decision=kf(2014))
    assert book.equity_note(2013).equalisation_reserve_ore == 4500
    book.close_year(2013, decision=kf(2014))
    assert book.year_end(2014, YearFigures(net_result=sek(1))).errors == ()


def test_a_reserve_dissolved_before_its_end_is_in_the_statement_too():
    book = book_of(equalisation_reserve=50)
    book.dissolve_reserve("equalisation_reserve", sek(20), year=2013, decision=kf(2014))
    post(book, 2013, 10)
    (account,) = book.statement(2013).year(2013).reserves
    assert (account.dissolved_ore, account.closing_ore) == (2000, 3000)
    book.close_year(2013, decision=kf(2014))


def test_R43b_a_result_taken_back_leaves_no_balance_requirement_result():
    book = book_of()
    post(book, 2013, 100)
    post(book, 2014, -30)
    book.correct(seq_of(book, "result_recorded"), reason="Fel siffra")
    with pytest.raises(Refused, match="YEAR_NOT_SHOWN"):
        book.statement(2014).year(2014)
    with pytest.raises(Refused, match="YEAR_BEFORE_MISSING"):
        post(book, 2015, 10)
    post(book, 2014, -30)
    post(book, 2015, 10)
    assert book.statement(2015).year(2015).to_restore == sek(20)


def test_R43b_a_deficit_stated_anew_below_what_was_waived_is_printed_with_a_warning():
    book = book_of()
    ground = ExceptionalGround(amount=sek(100), deficit_year=2013, reason="Sparade medel", decision=kf(2014, 31))
    post(book, 2013, -100, exceptional_grounds=[ground])
    book.correct(seq_of(book, "result_recorded"), reason="Fel siffra")
    book.record_result(2013, sek(-60))
    (found,) = [each for each in book.statement(2013).findings if each.code == "GROUND_ABOVE_DEFICIT"]
    assert found.severity == "warning"
    assert book.statement(2013).year(2013).to_restore == sek(0)
    assert book.year_end(2014, YearFigures(net_result=sek(1))).errors == ()
    with pytest.raises(Refused, match="GROUND_ABOVE_DEFICIT"):
        book.close_year(2013, decision=kf(2014))
    book.close_year(2013, decision=kf(2014), reason="Fullmäktige godkänner ändå årsredovisningen")
    assert "GROUND_ABOVE_DEFICIT" in codes(book.statement(2013).findings)


def test_R43_a_wrong_result_of_a_closed_year_is_corrected_with_the_original_deadline():
    book = book_of()
    post(book, 2013, -10)
    book.close_year(2013, decision=kf(2014))
    before = pages(book, 2013)
    post(book, 2014, 4)
    statement = book.correct_balance_result(2013, sek(-25), year=2014, reason="En kostnad saknades", decision=kf(2015))
    year = statement.year(2014)
    assert (year.brought_forward, year.restated_ore, year.restored, year.to_restore) == (sek(10), 1500, sek(4), sek(21))
    assert [part.due_year for part in year.deficit(2013).parts] == [2016]
    assert "Rättelse av tidigare år" in statement.only(2014).text()
    assert str(statement.explain("to_restore"))
    assert pages(book, 2013) == before
    book.correct_balance_result(2013, sek(-20), year=2014, reason="Fel igen", decision=kf(2015))
    assert book.statement(2014).year(2014).to_restore == sek(16)
    for of_year, year in ((2014, 2015), (2013, 2013)):
        with pytest.raises(Refused, match="CORRECTION_OF_OPEN_YEAR"):
            book.correct_balance_result(of_year, sek(-1), year=year, reason="Fel", decision=kf(2016))


def test_R45_a_ground_repealed_after_the_close_comes_back_in_the_year_of_the_repeal():
    book = closed_with_a_use()
    before = pages(book, 2014)
    for year in (2015, 2016, 2017):
        post(book, year, 0)
    book.move_decision(kf(2015, 31), "repealed")
    assert pages(book, 2014) == before
    assert book.statement(2017).year(2017).to_restore == sek(2)
    run = book.year_end(2018, YearFigures(net_result=sek(0), kind="forecast"))
    year = run.statement.year(2018)
    assert (year.repealed_ore, year.to_restore, year.deficit(2014).due_year) == (800, sek(10), 2017)
    assert {"GROUND_REPEALED_LATER", "DEFICIT_OVERDUE"} <= codes(run.findings)
    assert "Upphävda synnerliga skäl" in str(run)


def test_R54_what_is_left_of_RUR_is_dissolved_by_the_year_end_of_2033():
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2036, 6, 30, tzinfo=UTC))
    book.open_equity(2032, sek(1000), opening_deficits=[], decision=kf(2033), equalisation_reserve=50)
    book.record_result(2033, sek(1))
    with pytest.raises(Refused, match="EQUITY_RESERVE_DIFFERS"):
        book.close_year(2033, decision=kf(2034))
    run = book.year_end(2033, YearFigures(net_result=sek(1)))
    (draft,) = [each for each in run.drafts if each.event.kind == "reserve_dissolved"]
    assert (draft.decision, draft.event.ore) == (None, 5000)
    assert "2023:643" in draft.note or "2023:642" in draft.note
    run.post()
    assert book.equity_note(2033).equalisation_reserve_ore == 0
    book.close_year(2033, decision=kf(2034))
    post(book, 2034, 1)


def test_R55_earmarks_above_equity_close_only_with_the_councils_reason():
    book = book_of()
    post(book, 2013, 990)
    book.set_aside("social", sek(990), result_year=2013, decision=kf(2014))
    book.close_year(2013, decision=kf(2014))
    post(book, 2014, -1490)
    with pytest.raises(Refused, match="EARMARKS_ABOVE_EQUITY"):
        book.close_year(2014, decision=kf(2015))
    book.close_year(2014, decision=kf(2015), reason="Fullmäktige omprövar fonden i juni")
    assert book.equity_note(2014).closing_ore == 50000


def test_R47_closing_posting_and_recording_in_time():
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2026, 11, 28, tzinfo=UTC))
    book.open_equity(2024, sek(1000), opening_deficits=[], decision=kf(2025))
    book.record_result(2025, sek(1))
    for command, code in (
        (lambda: book.close_year(2025, decision="KF 2025-12-15 § 3"), "APPROVED_BEFORE_YEAR_END"),
        (lambda: post(book, 2026, 1), "YEAR_NOT_ENDED"),
        (lambda: book.record_result(2026, sek(1)), "YEAR_NOT_ENDED"),
        (lambda: book.adjust_equity(2052, sek(1), reason="Fel", decision=kf(2026)), "YEAR_NOT_BEGUN"),
    ):
        with pytest.raises(Refused, match=code):
            command()
    missing = book_of(today=2017)
    run = missing.year_end(2014, YearFigures(net_result=sek(1)))
    assert "YEAR_BEFORE_MISSING" in codes(run.findings)
    with pytest.raises(Refused, match="YEAR_BEFORE_MISSING"):
        run.post()


def test_what_post_would_refuse_is_found_before_it_is_posted():
    book = book_of(equalisation_reserve=50)
    run = book.year_end(2013, YearFigures(net_result=sek(-5), reserve_used=5))
    assert "RESERVE_UNDECIDED" in codes(run.errors) & codes(run.findings)
    undecided = Decision.parse("KF 2014-04-28 § 30", state="proposed")
    run = book.year_end(2013, YearFigures(net_result=sek(-5), reserve_used=5, reserve_decision=undecided))
    assert "DECISION_NOT_TAKEN" in codes(run.errors)
    with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
        run.post()


def test_nothing_is_posted_that_was_not_printed():
    book = book_of()
    book.record_result(2013, sek(100))
    run = book.year_end(2013, YearFigures(net_result=sek(100)))
    book.adjust_equity(2013, sek(1), reason="Ändrad princip", decision=kf(2014))
    with pytest.raises(Refused, match="YEAR_END_OUTDATED"):
        run.post()


def heads(table) -> list[str]:
    return [*table.heads][1:]


def test_R43_comparatives_show_what_was_printed_and_beside_it_what_was_corrected_marked_omräknad():
    book = closed_with_a_use()
    before = pages(book, 2014), book.fund("social").account().table().text()
    book.correct(seq_of(book, "used_directly"), reason="Fel belopp", year=2015, decision=kf(2016))
    book.use("social", sek(5), year=2015, of_year=2014, decision=kf(2016))
    book.correct_balance_result(2014, sek(-12), year=2015, reason="En kostnad saknades", decision=kf(2016))
    run = book.year_end(2015, YearFigures(net_result=sek(0)))
    run.post()
    statement = book.statement(2015)
    assert heads(statement.table()) == ["2013", "2014", "2014 omräknad", "2015"]
    rows = {row.code: row.cells[1:] for row in statement.table().rows}
    assert rows["earmark_used"] == (0, 800, 500, 0)
    assert rows["balance_requirement_result"] == (10000, -1000, -1200, 0)
    assert rows["balance_requirement_result_corrected"] == (None, None, -200, None)
    explained = explain(statement.restated[0], "balance_requirement_result", "kr", "sv")
    assert "+ Rättelse utöver raderna ovan: −2 kr" in str(explained)
    assert rows["to_restore"] == (0, 200, 400, 400)
    assert "2014 står som den trycktes" in statement.text()
    assert "2014 restated" in statement.text("en")
    (restated,) = statement.restated
    compared = Comparison(main=statement.year(2015), last_year=statement.year(2014), last_year_restated=restated)
    assert heads(compared.table()) == ["2015", "2014", "2014 omräknad"]
    # The page of a year has no other year on it, but the note has what it has corrected.
    assert heads(run.statement.table()) == ["2015"]
    note = book.equity_note(2015)
    assert note == run.equity_note
    assert heads(note.table()) == ["2015", "2014", "2014 omräknad"]
    assert [row.cells[1:] for row in note.table().rows if row.code == "earmark"] == [(3500, 3200, 3500)]
    account = book.fund("social").account()
    assert heads(account.table()) == ["2013", "2014", "2014 omräknad", "2015", "2013–2015"]
    assert [each.used_ore for each in account.restated] == [500]
    assert [each.closing_ore for each in account.restated] == [3500]
    book.close_year(2015, decision=kf(2016))
    assert pages(book, 2014) == before[0]
    # What a year has corrected of the year before is no news to those after it.
    post(book, 2016, 0)
    assert heads(book.statement(2016).table()) == ["2013", "2014", "2014 omräknad", "2015", "2016"]
    assert book.equity_note(2016).compared == ()


def test_R43_a_corrected_reserve_stands_omräknad_beside_what_was_printed():
    book = reserve_of_2013()
    book.close_year(2013, decision=kf(2014))
    book.correct(seq_of(book, "reserve_used"), reason="Fel belopp", year=2014, decision=kf(2015))
    post(book, 2014, 10)
    statement = book.statement(2014)
    assert heads(statement.table()) == ["2013", "2013 omräknad", "2014"]
    (table,) = [each for each in statement.tables() if each.code == "reserves"]
    rows = {row.code: row.cells[1:] for row in table.rows}
    assert rows["equalisation_reserve.closing"] == (4500, 5000, 5000)
    assert heads(table) == ["2013", "2013 omräknad", "2014"]
    assert heads(book.equity_note(2014).table()) == ["2014", "2013", "2013 omräknad"]


def closed_with_an_extension(**opening) -> Book:
    """2013 closed with a deficit of 100, of which 60 are extended to 2020, through 2016 with results of zero."""
    book = book_of()
    ground = ExceptionalGround(
        amount=sek(60), deficit_year=2013, reason="Stora investeringar", decision=kf(2014, 31), effect="extend",
        due_year=2020,
    )  # fmt: skip
    post(book, 2013, -100, exceptional_grounds=[ground])
    for year in (2014, 2015, 2016):
        post(book, year, 0)
    for year in (2013, 2014, 2015, 2016):
        book.close_year(year, decision=kf(2017))
    return book


def test_R45_an_extension_that_is_repealed_gives_back_the_original_deadline_in_the_year_of_the_repeal():
    book = closed_with_an_extension()
    before = [pages(book, year) for year in (2013, 2016)]
    post(book, 2017, 0)
    book.move_decision(kf(2014, 31), "repealed")
    assert book.statement(2017).year(2017).deficit(2013).parts == ((4000, 2016), (6000, 2020))
    run = book.year_end(2018, YearFigures(net_result=sek(0), kind="forecast"))
    deficit = run.statement.year(2018).deficit(2013)
    assert (deficit.parts, deficit.extended_ore, deficit.overdue_ore) == (((10000, 2016),), 0, 10000)
    (found,) = [each for each in run.findings if each.code == "EXTENSION_REPEALED"]
    assert dict(found.values) | {"decision": ""} == {"decision": "", "amount": 6000, "year": 2013, "due": 2020}
    assert "DEFICIT_OVERDUE" in codes(run.findings)
    assert [pages(book, year) for year in (2013, 2016)] == before


def test_R45_a_repeal_that_is_set_aside_lets_the_ground_and_the_extension_stand_again():
    extended = closed_with_an_extension()
    for state in ("repealed", "final", "repealed", "repealed", "final"):
        extended.move_decision(kf(2014, 31), state)
    post(extended, 2017, 0)
    run = extended.year_end(2018, YearFigures(net_result=sek(0), kind="forecast"))
    assert run.statement.year(2018).deficit(2013).parts == ((4000, 2016), (6000, 2020))
    assert "GROUND_STANDS_AGAIN" in codes(run.findings)
    waived = closed_with_a_use()
    for state in ("repealed", "final"):
        waived.move_decision(kf(2015, 31), state)
    for year in (2015, 2016, 2017):
        post(waived, year, 0)
    year = waived.year_end(2018, YearFigures(net_result=sek(0), kind="forecast")).statement.year(2018)
    assert (year.repealed_ore, year.to_restore, year.deficit(2014).waived_ore) == (0, sek(2), 800)


def test_R45_the_grounds_of_deficits_taken_over_fall_with_their_decision_too():
    waived = ExceptionalGround(amount=sek(7), deficit_year=2011, reason="Brand", decision=kf(2012, 31))
    extended = ExceptionalGround(
        amount=sek(5), deficit_year=2011, reason="Brand", decision=kf(2012, 32), effect="extend", due_year=2019
    )
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2014, 6, 30, tzinfo=UTC))
    deficit = OpeningDeficit(year=2011, left=sek(20), grounds=(waived, extended))
    book.open_equity(2012, sek(1000), opening_deficits=[deficit], decision=KF)
    for paragraph in (31, 32):
        book.move_decision(kf(2012, paragraph), "repealed")
    post(book, 2013, 0)
    run = book.year_end(2014, YearFigures(net_result=sek(0), kind="forecast"))
    year = run.statement.year(2014)
    assert (year.repealed_ore, year.deficit(2011).parts) == (700, ((2700, 2014),))
    assert {"GROUND_REPEALED_LATER", "EXTENSION_REPEALED"} <= codes(run.findings)


def test_R43_a_deficit_corrected_below_what_was_waived_of_it_leaves_nothing_waived_above_it():
    book = book_of()
    ground = ExceptionalGround(amount=sek(100), deficit_year=2013, reason="Sparade medel", decision=kf(2014, 31))
    post(book, 2013, -100, exceptional_grounds=[ground])
    book.close_year(2013, decision=kf(2014))
    post(book, 2014, 0)
    book.correct_balance_result(2013, sek(-60), year=2014, reason="Dubbel kostnad", decision=kf(2015))
    deficit = book.statement(2014).year(2014).deficit(2013)
    assert (deficit.arisen_ore, deficit.waived_ore, deficit.left_ore) == (6000, 6000, 0)
    book.close_year(2014, decision=kf(2015))
    for year in (2015, 2016, 2017):
        post(book, year, 0)
    book.move_decision(kf(2014, 31), "repealed")
    year = book.year_end(2018, YearFigures(net_result=sek(0), kind="forecast")).statement.year(2018)
    assert (year.repealed_ore, year.to_restore) == (6000, sek(60))


def test_R45_a_corrected_result_falls_with_its_decision_and_stands_again_with_it():
    book = book_of()
    post(book, 2013, -10)
    book.close_year(2013, decision=kf(2014))
    post(book, 2014, 0)
    book.correct_balance_result(2013, sek(-25), year=2014, reason="En kostnad saknades", decision=kf(2015))
    book.close_year(2014, decision=kf(2015, 31))
    before = pages(book, 2014)
    book.correct_balance_result(2013, sek(-20), year=2015, reason="Fel igen", decision=kf(2016))
    post(book, 2015, 0)
    assert book.statement(2015).year(2015).to_restore == sek(20)
    book.move_decision(kf(2016), "repealed")
    assert book.statement(2015).year(2015).to_restore == sek(25)
    assert "CORRECTION_REPEALED" in codes(book.statement(2015).findings)
    # What was corrected anew since does not fall with what came before it.
    book.correct_balance_result(2013, sek(-22), year=2015, reason="Till slut", decision=kf(2016, 40))
    book.move_decision(kf(2015), "repealed")
    assert book.statement(2015).year(2015).to_restore == sek(22)
    book.move_decision(kf(2016, 40), "repealed")
    assert book.statement(2015).year(2015).to_restore == sek(10)
    book.move_decision(kf(2016, 40), "final")
    assert book.statement(2015).year(2015).to_restore == sek(22)
    assert pages(book, 2014) == before


@pytest.mark.parametrize("kind", ["result_recorded", "equity_opened"])
def test_R45_a_result_and_an_opening_that_cannot_be_taken_back_keep_no_later_year_from_closing(kind):
    book = book_of()
    book.record_result(2013, sek(10), decision=kf(2014, 77))
    book.close_year(2013, decision=kf(2014))
    book.move_decision(kf(2014, 77) if kind == "result_recorded" else KF, "repealed")
    with pytest.raises(Refused):
        book.correct(seq_of(book, kind), reason="Upphävt", year=2014, decision=kf(2015))
    book.record_result(2014, sek(10))
    run = book.year_end(2014, YearFigures(net_result=sek(10)))
    assert any(found.place == f"post {seq_of(book, kind, 0)}" for found in run.findings)
    assert "REPEALED_STANDS" in codes(run.findings)
    book.close_year(2014, decision=kf(2015))


def test_R45_what_moves_no_amount_is_told_as_open_until_it_is_decided_anew():
    book = closed_with_a_project()
    decided = kf(2015, 60)
    book.report_cost("social", "Navigator", sek(9), year=2015, decision=decided)
    book.measure("Navigator", "BUN", sek(1), effect_year=2015, decision=decided)
    book.close_project("Navigator", year=2015, decision=decided)
    book.move_decision(decided, "repealed")

    def told() -> set[str]:
        run = book.year_end(2015, YearFigures(net_result=sek(0)))
        seqs = [int(found.place.removeprefix("post ")) for found in run.findings if found.code == "REPEALED_STANDS"]
        kinds = {record.seq: record.event.kind for record in book.records()}
        return {kinds[seq] for seq in seqs}

    assert told() == {"cost_reported", "effect_measured", "project_moved"}
    book.report_cost("social", "Navigator", sek(9), year=2015, decision=kf(2016))
    book.measure("Navigator", "BUN", sek(1), effect_year=2015, decision=kf(2016))
    book.reopen_project("Navigator", reason="Upphävt", decision=kf(2016))
    assert told() == set()


def test_R43b_a_reserves_use_that_a_later_year_end_has_lowered_is_taken_back_from_the_last_on():
    book = reserve_of_2013()
    post(book, 2013, -5, reserve_used=3, reserve_decision=kf(2014))
    first, last = seq_of(book, "reserve_used", 0), seq_of(book, "reserve_used")
    with pytest.raises(Refused, match="RESERVE_LOWERED_SINCE"):
        book.correct(first, reason="Fel belopp")
    assert book.equity_note(2013).equalisation_reserve_ore == 4700
    for seq in (last, first):
        book.correct(seq, reason="Fel belopp")
    assert book.statement(2013).year(2013).figures.ore("reserve_used") == 0
    assert book.equity_note(2013).equalisation_reserve_ore == 5000


def test_R43_the_right_use_of_a_reserve_is_recorded_for_its_closed_year_after_the_wrong_one_is_corrected():
    book = reserve_of_2013()
    book.close_year(2013, decision=kf(2014))
    before = pages(book, 2013)
    book.correct(seq_of(book, "reserve_used"), reason="Fel belopp", year=2014, decision=kf(2015))
    right = {"of_year": 2013, "year": 2014, "decision": kf(2015)}
    with pytest.raises(Refused, match="USE_OF_OPEN_YEAR"):
        book.correct_reserve("equalisation_reserve", "used", sek(3), **right | {"of_year": 2014})
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.correct_reserve("equalisation_reserve", "used", sek(3), **right | {"decision": "KS 2015-04-01 § 2"})
    with pytest.raises(Refused, match="BALANCE_ON_WRONG_SIDE"):
        book.correct_reserve("equalisation_reserve", "used", sek(51), **right)
    book.correct_reserve("equalisation_reserve", "used", sek(3), **right)
    book.correct_balance_result(2013, sek(-2), year=2014, reason="Mindre ur reserven", decision=kf(2015))
    post(book, 2014, 10)
    statement = book.statement(2014)
    (account,) = statement.year(2014).reserves
    assert (account.opening_ore, account.used_ore, account.corrected_ore, account.closing_ore) == (4500, 0, 200, 4700)
    (restated,) = statement.restated
    assert (restated.figures.ore("reserve_used"), restated.balance_requirement_result) == (300, sek(-2))
    assert restated.to_restore == sek(2)
    assert pages(book, 2013) == before
    book.close_year(2014, decision=kf(2015))
    book.correct_reserve("equalisation_reserve", "allocated", sek(1), of_year=2014, year=2015, decision=kf(2016))
    post(book, 2015, 0)
    assert book.equity_note(2015).equalisation_reserve_ore == 4800
    assert book.equity_note(2015).compared[1].equalisation_reserve_ore == 4800


def test_a_year_whose_result_is_taken_back_is_not_among_the_years_with_one():
    book = book_of()
    post(book, 2013, 100)
    assert book.years == (2013,)
    book.correct(seq_of(book, "result_recorded"), reason="Fel år")
    assert book.years == ()
    with pytest.raises(Refused, match="NO_YEARS"):
        book.statement(2013)
