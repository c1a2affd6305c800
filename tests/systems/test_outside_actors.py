"""An effect outside the municipality is reported, and is never a claim: a region, a company, another principal (I6)."""

from __future__ import annotations

from datetime import date

import pytest
from programme_books import kf, msek, new_book, rows, warned

from sifund_ledger import Book, Refused, presets

REGION = "Region Väst"
TEXTBOOK = presets.reversal_textbook


def a_book() -> Book:
    """The region, a company and an association take part in an idea; the schools and social services are boards."""
    book = new_book(2017, "500", {})
    book.create_fund("social", policy=TEXTBOOK, decision=kf(2018))
    book.open_fund("social", msek("12"), year=2018, decision=kf(2018))
    book.reach_stage("Tidigt", "idea", day="2018-01-11", by="kurator")
    for name, kind in ((REGION, "other_principal"), ("Bolaget AB", "company"), ("Rädda Barnen", "civil_society"),
                       ("Bostads AB", "municipal_company"), ("Skola", "board")):  # fmt: skip
        book.join_project("Tidigt", name, as_what=kind, day="2018-01-12")
    return book


def grant(book: Book, **more: object) -> None:
    about = {"board": "Skola", "financing": "ur fonden", "plan": {"Skola": {2020: msek("4")}}, "decision": kf(2018, 2)}
    book.grant("social", "Tidigt", msek("4"), **{**about, "start": date(2018, 5, 1), **more})


@pytest.mark.parametrize(
    ("name", "kind"),
    [(REGION, "annan huvudman"), ("REGION  väst", "annan huvudman"), ("Bolaget AB", "företag"),
     ("Rädda Barnen", "civilsamhälle"), ("Bostads AB", "kommunalt bolag")],
)  # fmt: skip
def test_no_plan_names_one(name: str, kind: str):
    book = a_book()
    head = book.head
    with pytest.raises(Refused) as caught:
        grant(book, plan={"Skola": {2020: msek("2")}, name: {2020: msek("2")}})
    (found,) = caught.value.findings
    assert (found.code, found.place) == ("OUTSIDE_ACTOR", f"Tidigt, {name}")
    assert f"{name} ({kind}) är ingen egen nämnd" in found.text("sv")
    assert "calculate_effect" in found.remedy
    assert book.head == head


def test_nor_does_any_command_that_follows():
    """Its siblings: the board granted to, who takes part, a raise, a revision, an effect, a move, a reorganisation."""
    book = a_book()
    for more in ({"board": REGION}, {"participants": [(REGION, "Vårdcentralen")]}):
        with pytest.raises(Refused, match="OUTSIDE_ACTOR"):
            grant(book, **more)
    grant(book)
    half = {"plan": {REGION: {2021: msek("1")}}, "decision": kf(2018, 3)}
    board = {"reason": "flytt", "decision": kf(2019)}
    ended = {"last_day": date(2019, 12, 31), **board}
    opened = {"board": "Skola", "granted": msek("1"), "plan": half["plan"], "year": 2018, "decision": kf(2018)}
    refused = (
        lambda: book.amend_grant("Tidigt", msek("1"), reason="mer", **half),
        lambda: book.revise_plan("Tidigt", **half, reason="senare"),
        lambda: book.measure("Tidigt", REGION, msek("1"), effect_year=2020, decision=kf(2021)),
        lambda: book.reassign("Tidigt", "Skola", REGION, **board),
        lambda: book.reorganise("Skola", successors={REGION: 1}, **ended),
        lambda: book.register_board(REGION, valid_from=date(2018, 1, 1), decision=kf(2018)),
        lambda: book.open_project("social", "Halvvägs", **opened),
        lambda: book.implement_project(
            "Tidigt", board=REGION, status="implemented", share=1, yearly=1, from_year=2021, day="2020-12-01",
            decision=kf(2020),
        ),
    )  # fmt: skip
    for command in refused:
        head = book.head
        with pytest.raises(Refused, match="OUTSIDE_ACTOR"):
            command()
        assert book.head == head


def test_what_it_gains_is_reported_beside():
    book = a_book()
    grant(book)
    lines = ["2020:Skola:avoided:short:1 500 000", f"2020:{REGION}:avoided:short:2 500 000"]
    book.calculate_effect("Tidigt", lines, by="controllern", day="2018-03-01")
    shown = {row["actor"]: row["repaid"] for row in rows(book.programme.effects("Tidigt", language="en"))}
    assert shown == {"Skola": "yes", REGION: "no"}


def test_a_name_is_a_board_or_an_outside_actor_never_both():
    book = a_book()
    grant(book)
    book.register_board("Social", valid_from=date(2018, 1, 1), decision=kf(2018))
    for name, kind in ((REGION, "board"), ("Skola", "company"), ("Social", "other_principal")):
        with pytest.raises(Refused, match="PARTICIPANT_ELSEWHERE"):
            book.join_project("Tidigt", name, as_what=kind, day="2018-06-01")
    book.join_project("Tidigt", REGION, as_what="other_principal", operation="Vårdcentralen", day="2018-06-01")


def test_a_participation_that_was_wrong_is_corrected_and_the_board_is_one():
    book = a_book()
    joined = [r.seq for r in book.records() if getattr(r.event, "participant", "") == REGION]
    book.correct(*joined, reason="Regionen är vår egen nämnd för samverkan", decision=kf(2018))
    grant(book, plan={REGION: {2020: msek("4")}})
    assert book.project("Tidigt").claim(REGION).open == 400_000_000


def test_where_boards_are_registered_another_name_in_a_plan_is_a_warning():
    book = a_book()
    book.register_board("Skola", valid_from=date(2018, 1, 1), decision=kf(2018))
    grant(book, plan={"Skola": {2020: msek("3")}, "Vägverket": {2020: msek("1")}})
    (found,) = warned(book, "BOARD_NOT_REGISTERED")
    assert "Vägverket is not among the boards that are registered (Skola)." in found
