"""Drafts for the council and the annual report: what they say, and that every number of theirs stands in the tables."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_books import GROUNDS, book_of, new_book

from sifund_ledger import Decision, Policy, Refused, YearFigures, sek
from sifund_ledger.year_end.texts.drafting import text_of, year_end_texts
from sifund_ledger.year_end.texts.sentences import TEMPLATES


def paragraphs(run, code, **more):
    return {each.code: each.paragraphs for each in year_end_texts(run, **more)}.get(code, ())


def test_what_the_council_decides_on_a_loss_that_projects_have_caused():
    run = book_of().year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision=GROUNDS)
    assert paragraphs(run, "decision") == (
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
        "att godkänna årsredovisningen för 2013, med ett resultat om −1 500 000 kr och ett balanskravsresultat om "
        "−1 500 000 kr,",
        "att med stöd av 8 kap. 5 b § kommunallagen (1991:900) inte återställa 1 000 000 kr av underskottet 2013 på "
        "grund av synnerliga skäl: Användning av öronmärkt eget kapital: social,",
        "samt att anta en åtgärdsplan för att återställa 500 000 kr av underskottet 2013 senast 2016.",
    )
    assert paragraphs(run, "funds")[0] == (
        "I fonden social var 10 000 000 kr öronmärkt vid årets början. Under året öronmärktes 0 kr och ianspråktogs "
        "1 000 000 kr. Vid årets slut är 9 000 000 kr öronmärkt, varav 6 000 000 kr är disponibelt och 3 000 000 kr är "
        "beviljat men inte förbrukat."
    )
    assert paragraphs(run, "lacking") == (
        "Hur underskottet 2013, 500 000 kr, ska återställas: senast 2015-11-30, vid särskilda skäl 2015-12-31.",
    )


def test_a_good_year_has_one_clause_and_nothing_left_to_restore():
    run = book_of(0).year_end(2013, YearFigures(net_result=sek("2 000 000")))
    assert paragraphs(run, "decision")[1:] == (
        "att godkänna årsredovisningen för 2013, med ett resultat om 2 000 000 kr och ett balanskravsresultat om "
        "2 000 000 kr.",
    )
    assert paragraphs(run, "disclosures")[-1] == TEMPLATES["nothing_left"]
    assert paragraphs(run, "lacking") == ()


def test_what_is_left_when_its_time_is_out_is_not_said_to_be_restored_in_time():
    book = book_of()
    for year, result in ((2013, "-1 500 000"), (2014, "0"), (2015, "0")):
        book.year_end(year, YearFigures(net_result=sek(result))).post()
    told = paragraphs(book.year_end(2016, YearFigures(net_result=sek("500 000"))), "disclosures")
    assert "Av underskottet 2013 återstår 1 000 000 kr, som skulle ha återställts senast 2016." in told


def test_a_proposed_decision_is_listed_as_lacking():
    proposed = Decision.parse("KF 2014-04-28 § 32", state="proposed")
    run = book_of().year_end(2013, YearFigures(net_result=sek("-1 000 000")), grounds_decision=proposed)
    told = (
        "1 000 000 kr av underskottet 2013: beslutet om synnerliga skäl är bara föreslaget. Det fattas senast "
        "2015-11-30, vid särskilda skäl 2015-12-31."
    )
    assert paragraphs(run, "lacking") == (told,)


def test_an_allocation_to_the_reserve_is_decided_and_disclosed():
    figures = YearFigures(net_result=sek(9), taxes_and_grants=sek(100), reserve_allocated=sek(2), equity=sek(1))
    run = book_of(0).year_end(2013, figures)
    assert "att reservera 2 kr av 2013 års resultat till resultatutjämningsreserven." in paragraphs(run, "decision")[-1]
    assert "Till resultatutjämningsreserven föreslås 2 kr reserveras." in paragraphs(run, "disclosures")
    assert paragraphs(run, "lacking") == (TEMPLATES["decide_reserve"].format(year=2013),)


def test_R46_what_a_fund_of_the_reserve_has_moved_is_decided_and_not_proposed_once_more():
    book = new_book("Exempelby kommun", 2028)
    kf, later = Decision.parse("KF 2025-04-28 § 40"), Decision.parse("KF 2027-04-26 § 31")
    book.open_equity(2024, sek(1000), opening_deficits=[], decision=kf)
    policy = Policy(name="egen", source="KF 2025-04-28 § 60", legal_form="result_reserve", presentation="strict")
    book.create_fund("social", policy=policy, decision=kf)
    book.year_end(2025, YearFigures(net_result=sek(100), taxes_and_grants=sek(5000))).post()
    book.set_aside("social", sek(40), result_year=2025, decision=Decision.parse("KF 2026-04-27 § 30"))
    book.grant("social", "Navigator", sek(20), board="BUN", financing="ur reserven", decision="KF 2026-04-27 § 31")
    book.use("social", sek(8), net_cost=sek(8), year=2026, project="Navigator", reason="Färre", decision=later)
    figures = YearFigures(net_result=sek(-8), taxes_and_grants=sek(5000))
    run = book.year_end(2026, figures)
    assert paragraphs(run, "decision")[1:] == (
        "att godkänna årsredovisningen för 2026, med ett resultat om −8 kr och ett balanskravsresultat om 0 kr.",
    )
    assert "Ur resultatreserven används 8 kr." in paragraphs(run, "disclosures")
    assert paragraphs(run, "lacking") == ()
    more = replace(figures, net_result=sek(-11), reserve_used=sek(11), reserve_purpose="Lågkonjunktur")
    run = book.year_end(2026, more)
    assert "samt att använda 3 kr ur resultatreserven för 2026." in paragraphs(run, "decision")
    assert "Ur resultatreserven föreslås 11 kr användas." in paragraphs(run, "disclosures")
    assert paragraphs(run, "lacking") == (TEMPLATES["decide_reserve"].format(year=2026),)


def test_a_municipality_has_words_of_its_own():
    run = book_of(0).year_end(2013, YearFigures(net_result=sek(5)))
    own = paragraphs(run, "decision", templates={"approve": "att lägga {year} års bokslut till handlingarna,"})
    assert own[-1] == "att lägga 2013 års bokslut till handlingarna."


def test_every_fault_of_the_words_of_ones_own_is_told_at_once():
    run = book_of(0).year_end(2013, YearFigures(net_result=sek(5)))
    templates = {"okänd": "…", "approve": "{kommun}", "plan": "{", "left": "{amount!r}", "nothing_left": "{{}}"}
    with pytest.raises(Refused) as refused:
        year_end_texts(run, templates=templates)
    assert [(each.code, each.place) for each in refused.value.findings] == [
        ("TEMPLATE_UNKNOWN", "okänd"),
        ("TEMPLATE_FIELD_UNKNOWN", "approve"),
        ("TEMPLATE_UNREADABLE", "plan"),
        ("TEMPLATE_UNREADABLE", "left"),
    ]


AMOUNT = re.compile(r"−?\d[\d ]*(?:,\d\d)?(?= kr)")


@settings(max_examples=60, deadline=None)
@given(
    result=st.integers(-30, 30).map(lambda count: count * 123_456),
    use=st.sampled_from([0, 1_000_000, 2_345_678]),
    with_ground=st.booleans(),
)
def test_every_number_of_the_texts_stands_in_the_tables(result, use, with_ground):
    grounds = GROUNDS if with_ground and result < 0 and use else None
    run = book_of(use).year_end(2013, YearFigures(net_result=sek(result)), grounds_decision=grounds)
    printed = run.text().replace("\xa0", " ")
    sections = year_end_texts(run)
    cells = {cell.lstrip("−") for cell in re.split(r" {2,}|\n", printed)}
    told = {amount.lstrip("−") for amount in AMOUNT.findall(text_of(sections).replace("\xa0", " "))}
    assert told <= cells
