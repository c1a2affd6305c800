"""Fields that read themselves, and a command declared outside the package."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

import pytest

from sifund_ledger import Decision, Refused
from sifund_ledger.fields.composed import YEARLY
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import AMOUNT, DAY, DECISION, NAME, POSITIVE, SHARE, YEAR, Setting
from sifund_ledger.findings import Finding, error
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft

TOO_MUCH = error("för mycket", "too much")


def at_most_ten(command: Any, state: Any) -> Iterable[Finding]:
    if command.amount > 1000:
        yield TOO_MUCH.at("promise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Command):
    """Promise an amount (lova)."""

    name: ClassVar[str] = "promise"
    sv: ClassVar[str] = "lova"
    cli: ClassVar[str] = "promise"
    rules: ClassVar = (at_most_ten,)
    fund: Annotated[str, NAME, Said("fond", "Fondens namn.", "The fund's name.")]
    amount: Annotated[int, POSITIVE]
    decision: Annotated[Decision, DECISION]
    on: Annotated[date | None, DAY, Said("dag")] = None

    def drafts(self, state: Any) -> Iterable[Draft]:
        return ()


def codes(command: Promise) -> list[str]:
    return [finding.code for finding in command.decide(None).findings]


def test_values_text_and_swedish_names_are_read_alike():
    decision = Decision.parse("KF 2014-04-28 § 31")
    made = Promise(fund="social", amount=550, decision=decision)
    assert Promise.from_values(fund="social", amount="5,50", decision="KF 2014-04-28 § 31") == made
    swedish = {"fond": "social", "belopp": "5,50", "beslut": decision, "dag": None}
    assert Promise.read(swedish, place="event[1]") == made
    assert made.decide(None).findings == ()


def test_every_fault_is_found_at_once_and_a_rule_is_not_run_on_a_faulty_field():
    faulty = Promise.from_values(fund=" ", amount=-1, decission="KF", on="2014-13-01")
    assert codes(faulty) == [
        "NAME_EMPTY", "AMOUNT_NOT_POSITIVE", "FIELD_UNKNOWN", "FIELD_UNREADABLE", "FIELD_MISSING"
    ]  # fmt: skip
    unknown = faulty.faults[2]
    assert unknown.place == "promise.decission"
    assert "decision" in unknown.message
    assert "Menas" in unknown.message_sv


def test_rules_run_on_what_could_be_read():
    assert codes(Promise.from_values(fund="", amount=1000, decision="KF 2014-04-28 § 31")) == ["NAME_EMPTY", ""]


@pytest.mark.parametrize("value", [True, 1.5, None, [], "2014-02-30", b"x", object(), float("nan")])
@pytest.mark.parametrize("kind", [NAME, AMOUNT, YEAR, DAY, SHARE, DECISION, YEARLY], ids=lambda kind: kind.name)
def test_values_of_any_type_are_refused_and_nothing_else_is_raised(kind, value):
    if isinstance(value, str) and kind is NAME:
        return
    with pytest.raises(Refused) as refused:
        kind.read(value, "here", Setting())
    assert all(finding.place.startswith("here") and finding.message for finding in refused.value.findings)
