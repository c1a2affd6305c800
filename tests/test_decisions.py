"""Decisions as Swedish minutes cite them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger.decisions import Decision, DecisionState, Organ, body_key
from sifund_ledger.errors import Refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KF 2012-04-23 § 45", ("KF", "45", "")),
        ("KF 2012-04-23 §45", ("KF", "45", "")),
        ("  KF  2012-04-23,  § 45  ", ("KF", "45", "")),
        ("Kommunfullmäktige 2012-04-23 § 45", ("Kommunfullmäktige", "45", "")),
        ("Barn- och utbildningsnämnden 2012-04-23 § 45", ("Barn- och utbildningsnämnden", "45", "")),
        ("KS 2012-04-23 § 198, dnr Ks 954/2016", ("KS", "198", "Ks 954/2016")),
        ("KS 2012-04-23 § 45 dnr 2012/7", ("KS", "45", "2012/7")),
        ("KF 2012-04-23 § 45:2", ("KF", "45:2", "")),
        ("KF 2012-04-23 § 45/12", ("KF", "45/12", "")),
        ("KF 2012-04-23 § 45a", ("KF", "45a", "")),
    ],
)
def test_are_read(text, expected):
    decision = Decision.parse(text)
    assert (decision.body, decision.paragraph, decision.case_number) == expected
    assert decision.date == date(2012, 4, 23)
    assert decision.state is DecisionState.DECIDED
    assert Decision.parse(str(decision)) == decision


@pytest.mark.parametrize(
    "text",
    [
        *["", "KF", "KF § 45", "2012-04-23 § 45", "KF 2012-04-23", "KF 2012-04-23 §", "KF 2012-04-23 § x"],
        *["KF 2012-13-01 § 45", "KF 2012-02-30 § 45", "KF 12-04-23 § 45", "KF 2012-04-23 § 45 och 46"],
    ],
)
def test_that_are_none(text):
    with pytest.raises(Refused) as refusal:
        Decision.parse(text)
    (finding,) = refusal.value.findings
    assert finding.code == "DECISION_UNREADABLE"
    assert f"“{text}”" in finding.message


def test_in_a_state_that_is_none():
    with pytest.raises(Refused):
        Decision.parse("KF 2012-04-23 § 45", state="likely")
    with pytest.raises(ValueError, match="likely"):
        Decision("KF", date(2012, 4, 23), "45", "likely")


@given(st.text(max_size=60))
def test_any_text_is_a_decision_or_refused(text):
    with suppress(Refused):
        decision = Decision.parse(text)
        assert Decision.parse(str(decision)).reference == decision.reference


@pytest.mark.parametrize(
    ("body", "organ"),
    [
        ("KF", Organ.COUNCIL),
        ("kf", Organ.COUNCIL),
        ("Regionfullmäktige", Organ.COUNCIL),
        ("Direktionen", Organ.COUNCIL),
        ("KS", Organ.EXECUTIVE_BOARD),
        ("Kommunstyrelsen", Organ.EXECUTIVE_BOARD),
        ("RS", Organ.EXECUTIVE_BOARD),
        ("Socialnämnden", Organ.BOARD),
        ("KSAU", Organ.BOARD),
    ],
)
def test_what_kind_of_body_decides(body, organ):
    assert Decision(body, date(2012, 4, 23), "45").organ is organ


def test_one_decision_however_it_is_cited():
    short = Decision.parse("KF 2012-04-23 § 45")
    for text in ("Kommunfullmäktige 2012-04-23 § 45", "kf 2012-04-23 § 45, dnr KS 2012/7"):
        assert Decision.parse(text, state="appealed").reference == short.reference
    assert Decision.parse("KF 2012-04-23 § 46").reference != short.reference
    assert body_key(" barn-  och ungdomsnämnden ") == "BARN- OCH UNGDOMSNÄMNDEN"


@pytest.mark.parametrize("state", DecisionState)
def test_only_a_decision_taken_and_standing_may_post(state):
    decision = Decision.parse("KF 2012-04-23 § 45").in_state(state)
    assert decision.may_post == (state in {"decided", "final", "appealed"})
    assert decision.in_state(DecisionState.DECIDED) == Decision.parse("KF 2012-04-23 § 45")


def test_is_a_value():
    one, other = (Decision.parse("KF 2012-04-23 § 45", kept_at="arkivet") for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert Decision("KF", date(2012, 4, 23), "45", "final").state is DecisionState.FINAL
    with pytest.raises(AttributeError):
        one.body = "KS"
