"""What a policy chooses among is read and said in Swedish as in English, and what is left open in either."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest
from fund_books import fund_with, kf, new_book

from sifund_ledger import Policy, PolicyRefused, Refused, presets, sek
from sifund_ledger.balance.figures.figure_kinds import Presentation
from sifund_ledger.fields.declared import fields_of
from sifund_ledger.fields.layouts import LAYOUTS
from sifund_ledger.funds.policy.choices import IN_SWEDISH, SetAsideSource

BASE = {"name": "p", "source": "s"}
KF = kf(2014)


def refused(command):
    with pytest.raises(Refused) as caught:
        command()
    return caught.value.findings


def test_every_word_has_its_own_in_swedish():
    for words, said in IN_SWEDISH.items():
        assert [*said] == [str(word) for word in words]
        assert len({*said.values()}) == len(said)
    assert [*LAYOUTS] == [str(layout) for layout in Presentation]
    chosen = {type(field.default) for field in fields_of(Policy) if isinstance(field.default, StrEnum)}
    assert chosen | {SetAsideSource} == {*IN_SWEDISH}


@pytest.mark.parametrize("field", [each for each in fields_of(Policy) if each.kind.said], ids=lambda each: each.name)
def test_a_parameter_is_read_in_swedish_as_in_english(field):
    for word, sv in field.kind.said.items():
        assert Policy(**BASE, **{field.name: sv}) == Policy(**BASE, **{field.name: word})
        part, same = (
            Policy(**BASE, subfunds={"A": {field.words.sv: sv}}),
            Policy(**BASE, subfunds={"A": {field.name: word}}),
        )
        assert part == same


def test_a_source_is_read_and_said_in_swedish():
    book = new_book()
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    found = refused(lambda: book.set_aside("social", sek(1), source="tidigare eget kapital", decision=KF))
    (finding,) = [each for each in found if each.code == "SOURCE_NOT_IN_POLICY"]
    assert "ur tidigare eget kapital. " in f"{finding.message_sv} "
    assert finding.in_language("sv")[1] == "Ange en av dess källor: överskott."


def test_a_source_that_a_remedy_names_can_be_given():
    book = new_book()
    policy = Policy(**BASE, set_aside_sources=("renewal", "afa_refund", "surplus"))
    book.create_fund("social", policy=policy, decision=KF)
    found = refused(lambda: book.set_aside("social", sek(1), source="ram", decision=KF))
    (finding,) = [each for each in found if each.code == "SOURCE_NOT_IN_POLICY"]
    assert finding.in_language("sv")[1] == "Ange en av dess källor: överskott, AFA-återbetalning."


def test_what_is_left_open_may_be_named_in_swedish_and_is_chosen_in_either():
    policy = Policy(**BASE, undecided=[["uppställning", "inget sägs", "nothing is said"]])
    assert policy.undecided == Policy(**BASE, undecided=[["presentation", "inget sägs", "nothing is said"]]).undecided
    assert not policy.choose(presentation="lagens").undecided
    part = Policy(**BASE, subfunds={"A": {}}, undecided=[["A.avsättningsandel", "inget sägs", "nothing is said"]])
    assert not part.choose("A", set_aside_share="0.1").undecided


def test_what_could_never_be_chosen_is_not_left_open():
    with pytest.raises(PolicyRefused) as caught:
        Policy(**BASE, undecided=[["uppstälning", "inget sägs", "nothing is said"]])
    (finding,) = caught.value.findings
    assert finding.code == "FIELD_UNKNOWN"
    assert finding.message_sv.endswith("Menas uppställning?")


def test_the_form_of_a_fund_is_named_in_words():
    book = new_book()
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    other = presets.sundsvall_2016
    (found,) = refused(lambda: book.change_policy("social", policy=other, valid_from=date(2017, 1, 1), decision=KF))
    assert found.code == "POLICY_CHANGES_FORM"
    assert found.message_sv.startswith("social är öronmärkt eget kapital; ")


def test_a_project_that_repays_nothing_has_no_board_to_name_a_claim_on():
    book = fund_with(Policy(**BASE), "10")
    book.grant("social", "Nytt", sek(1), board="BUN", financing="ur fonden", decision=kf(2013))
    (finding,) = refused(lambda: book.deviation("Nytt", "BUN", year=2014, frame=sek(9)))
    assert (finding.code, finding.in_language("sv")[1]) == (
        "REPAYMENT_IN_BUDGET_MODEL", "Låt besparingen stanna hos nämnden.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("subfunds", "given", "said", "mend"),
    [
        ({}, "A", "social: fonden har inga delfonder, alltså ingen ”A”.", "Ta bort subfund=…."),
        ({"A": {}, "B": {}}, "C", "social: fonden har ingen delfond ”C”, bara A, B.", "Ange en av dem: subfund=…."),
        ({"A": {}, "B": {}}, "", "social: ingen delfond är angiven. Fonden har: A, B.", "Ange en av dem: subfund=…."),
    ],
)
def test_a_subfund_that_there_is_none_of_is_said_with_those_there_are(subfunds, given, said, mend):
    book = new_book()
    book.create_fund("social", policy=Policy(**BASE, subfunds=subfunds), decision=KF)
    found = refused(lambda: book.set_aside("social", sek(1), result_year=2014, subfund=given, decision=KF))
    (finding,) = [each for each in found if each.code == "SUBFUND_UNKNOWN"]
    assert (finding.message_sv, finding.in_language("sv")[1]) == (said, mend)


@pytest.mark.parametrize(
    ("subfunds", "name", "said"),
    [({}, "", "social: beloppet skulle stanna i fonden."), ({"A": {}}, "A", "social: beloppet skulle stanna i ”A”.")],
)
def test_an_amount_that_would_stay_is_said_with_where(subfunds, name, said):
    book = new_book()
    book.create_fund("social", policy=Policy(**BASE, subfunds=subfunds), decision=KF)
    found = refused(lambda: book.transfer("social", sek(1), from_subfund=name, to_subfund=name, decision=KF))
    assert said in [each.message_sv for each in found]
