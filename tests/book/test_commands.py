"""Every command is declared once: its method, an entry of an events file, a click command, a schema follow from it."""

from __future__ import annotations

import inspect
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from municipal_books import KF, KS, clock, close_through, furnish

from sifund_ledger import Book, OpeningDeficit, Refused, open_book, presets, sek
from sifund_ledger.audit.deciding import NOT_DECIDED_AGAIN
from sifund_ledger.book.commands import _HOMES, all_commands, command_named
from sifund_ledger.book.commands.files import commands_of, schema_of
from sifund_ledger.book.situation import Situation
from sifund_ledger.cli.book.commands import click_command
from sifund_ledger.fields.annotated import Decided, Positive
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import NAME
from sifund_ledger.findings import Finding, error
from sifund_ledger.funds.state.fund_events import IntentionStated
from sifund_ledger.ledger.commands import Command, command_of
from sifund_ledger.year_end.book_state import EVENT_TYPES, BookState

COMMANDS = all_commands()
ONLY_SHOWN = {"draft"}
"""What a method is told of how to show what would be recorded."""


@pytest.fixture
def book() -> Book:
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=clock)
    furnish(book)
    return book


def refused(do: Any) -> list[str]:
    with pytest.raises(Refused) as caught:
        do()
    assert all(finding.text("sv") and finding.text("en") for finding in caught.value.findings)
    return sorted({finding.code for finding in caught.value.findings})


def test_names_are_unique_and_each_command_has_its_home():
    assert {command.name for command in COMMANDS} == set(_HOMES)
    for names in ([c.name for c in COMMANDS], [c.sv for c in COMMANDS], [c.cli for c in COMMANDS]):
        assert len(set(names)) == len(names)
    for command in COMMANDS:
        assert command_named(command.name) is command_named(command.sv) is command
        assert command.__doc__
        swedish = [field.words.sv for field in command.fields()]
        assert len(set(swedish)) == len(swedish), command.name


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_method_of_a_book_has_the_fields_of_its_command(command):
    _, *taken = inspect.signature(getattr(Book, command.name)).parameters.values()
    parameters = [each for each in taken if each.name not in ONLY_SHOWN]
    assert {p.name: p.default for p in parameters if p.default is not p.empty} == {
        field.name: field.default for field in command.fields() if not field.required
    }
    assert {p.name for p in parameters} == {field.name for field in command.fields()}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_schema_and_a_click_command_follow(command):
    schema = json.loads(json.dumps(schema_of(command)))
    assert set(schema["required"]) <= set(schema["properties"])
    read: list[Command] = []
    made = click_command(command, lambda _, command: read.append(command))
    helped = CliRunner().invoke(made, ["--help"]).output
    for field in command.fields():
        assert field.name.upper() in helped or f"--{field.name.replace('_', '-')}" in helped
    assert CliRunner().invoke(made, ["tomelilla.sifund"]).exit_code == 0
    assert {finding.code for finding in read[0].faults} == {"FIELD_MISSING"}
    assert len(read[0].faults) == sum(field.required for field in command.fields())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_is_missing_is_placed_where_the_values_stand(command):
    missing = [field.name for field in command.fields() if field.required]
    for read, place in ((command.read({}, place="event[3]"), "event[3]"), (command.from_values(), command.name)):
        assert [fault.place for fault in read.faults] == [f"{place}.{name}" for name in missing]


def test_options_are_read_as_a_file_is(book):
    made = click_command(command_named("set_aside"), lambda _, command: book.do(command))
    given = ["bok.sifund", "social", "--amount", "0,001", "--unit", "tkr", "--result-year", "2011"]
    CliRunner().invoke(made, [*given, "--decision", str(KF)], catch_exceptions=False)
    assert book.fund("social").balance == sek(11)
    intend = click_command(command_named("state_intention"), lambda _, command: book.do(command))
    amounts = ["--amounts", "2019=1,2020=2", "--amounts", "2021=3"]
    CliRunner().invoke(intend, ["bok.sifund", "social", *amounts, "--decision", str(KF)], catch_exceptions=False)
    assert len(book.intentions("social").rows) >= 3


EVENTS = {
    "beslut": str(KF),
    "händelse": [
        {"gör": "inrätta_fond", "fond": "ny", "riktlinje": "orebro_strict", "välj": {"presentation": "strict"}},
        {"do": "set_aside", "fund": "social", "amount": "1", "result_year": 2011},
        {"gör": "rätta", "post": 8, "skäl": "Fel belopp"},
    ],
}


def test_an_events_file_is_done_all_or_nothing(book):
    seq = next(record.seq for record in book.records() if record.event.kind == "granted")
    EVENTS["händelse"][2]["post"] = seq
    records = book.do_all(commands_of(EVENTS))
    assert [record.event.kind for record in records] == ["fund_created", "set_aside", "entry_corrected"]
    assert all(record.decision == KF for record in records)
    head = book.head
    with pytest.raises(Refused, match="FUND_EXISTS"):
        book.do_all(commands_of(EVENTS))
    assert book.head == head


def test_everything_wrong_in_an_events_file_is_told_at_once():
    document = {
        "unit": "öre",
        "event": [
            {"do": "set_asid"},
            {"fund": "social"},
            7,
            {"do": "set_aside", "fond": "", "amount": 1.5, "desicion": str(KF)},
            {"do": "create_fund", "fund": "x", "policy": "okänd", "choose": {"window": object()}, "decision": "KF"},
        ],
    }
    assert refused(lambda: commands_of(document)) == ["FIELD_UNREADABLE", "FIELD_WORD_UNKNOWN"]
    del document["event"][2], document["unit"]
    assert refused(lambda: commands_of(document)) == [
        "AMOUNT_IS_FLOAT", "COMMAND_UNKNOWN", "DECISION_UNREADABLE", "FIELD_MISSING", "FIELD_UNKNOWN",
        "FIELD_UNREADABLE", "NAME_EMPTY",
    ]  # fmt: skip


def test_what_cannot_be_chosen_in_a_policy_is_refused(book):
    for choose, code in (
        ({"lotteri": 1}, "FIELD_UNKNOWN"),
        ({"C.loss_bearer": "fund"}, "NAME_UNKNOWN"),
        ({"loss_bearer": "ingen"}, "FIELD_WORD_UNKNOWN"),
    ):
        made = {"policy": "tomelilla_earmark", "choose": choose, "decision": KF}
        assert refused(lambda made=made: book.create_fund("ny", **made)) == [code]


TOO_MUCH = error("{amount:kr} kr är för mycket.", "{amount:kr} kr is too much.", "Lova mindre.", "Promise less.")


def at_most_a_thousand(command: Any, state: Any) -> Iterator[Finding]:
    if command.amount > 1000_00:
        yield TOO_MUCH.at(command.fund, amount=command.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Command, sv="lova", cli="fund promise", makes=IntentionStated):
    """Promise an amount for a year (lova)."""

    rules: ClassVar = (at_most_a_thousand,)
    stored: ClassVar = {"amount": lambda record: record.event.amounts[0][1]}
    fund: Annotated[str, NAME, Said("fond", "Fondens namn.", "The fund's name.")]
    amount: Positive
    decision: Decided

    def values(self, state: Any) -> dict[str, Any]:
        return {"amounts": ((self.decision.date.year + 1, self.amount),)}


def test_a_command_declared_elsewhere_works_everywhere(book):
    made = Promise.from_values(fund="social", amount="100", decision=KF)
    (record,) = book.do(made)
    assert record.event.amounts == ((2014, 100_00),)
    assert refused(
        lambda: book.do(Promise.from_values(fund="social", amount="2000", decision="KF 2013-04-22 § 45"))
    ) == [""]
    assert command_of(record, (Promise,)) == made
    document = {"decision": str(KF), "event": [{"gör": "lova", "fond": "social", "belopp": "100"}]}
    assert commands_of(document, (Promise,)) == (made,)
    assert schema_of(Promise)["properties"]["do"] == {"const": "promise"}
    read: list[Command] = []
    click_made = click_command(Promise, lambda _, command: read.append(command))
    CliRunner().invoke(click_made, ["bok", "social", "--amount", "100", "--decision", str(KF)], catch_exceptions=False)
    assert read == [made]


def test_every_event_leads_back_to_a_command_or_is_listed():
    kinds = {kind for command in COMMANDS for kind in command.kinds}
    assert {kind for kind, _ in EVENT_TYPES} - kinds == set(NOT_DECIDED_AGAIN)


def decided_again(book: Book) -> int:
    """Decide every record's command in the state before it; how many were, and all give the very event."""
    state, parts, number = BookState(), deque[Any](), 0
    for record in book.records():
        if parts and parts[0] == record.event:
            parts.popleft()
        elif record.event.kind not in NOT_DECIDED_AGAIN:
            command = command_of(record, COMMANDS)
            situation = Situation(state, record.recorded_at.date(), {r.seq: r for r in book.records()}.get)
            outcome = command.decide(situation)
            events = [draft.event for draft in outcome.drafts]
            assert not outcome.refused, outcome.findings
            assert record.event in events
            parts = deque(events[events.index(record.event) + 1 :])
            number += 1
        state.evolve(record)
    return number


def test_every_command_is_decided_again_from_the_journal(book):
    book.set_aside("egen", sek(5), source="accumulated_equity", decision=KS, as_history=True)
    book.delegate("social", "grant", to="KS", decision=KF)
    book.change_purpose("social", "Sociala investeringar", decision=KF)
    book.change_policy("social", policy=presets.tomelilla_earmark, valid_from=date(2015, 1, 1), decision=KF)
    book.state_intention("social", {2015: 1, 2016: 2}, decision=KF)
    book.dissolve("egen", sek(1), reason="Behovet har upphört", decision=KF)
    book.create_fund("ingående", policy=presets.tomelilla_earmark, decision=KF)
    book.open_fund("ingående", sek(3), year=2013, decision=KF)
    book.adjust_equity(2013, sek(2), reason="Ändrad princip", decision=KF)
    book.correct(book.head.seq, reason="Fel", decision=KF)
    book.blot_note(book.head.seq, decision=KF)
    book.move_decision(KS, "final")
    book.compare_equity(2012, net_result=sek(4), equalisation_reserve=0, earmarks={"social": sek(10)}, decision=KF)
    book.start_closing(2013)
    close_through(book, 2013)
    assert decided_again(book) > 20


ANY = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.decimals(), st.fractions(),
    st.dates(), st.datetimes(), st.lists(st.integers() | st.text(), max_size=3),
    st.dictionaries(st.text() | st.integers(), st.integers() | st.text() | st.none(), max_size=3),
    st.sampled_from([object(), Book, KF, presets.orebro_strict, OpeningDeficit(year=2012, left=sek(1)), Decimal("NaN"),
                     Fraction(1, 3), ()]),
)  # fmt: skip
FITTING = st.sampled_from(
    ["social", "egen", "Navigator", "BUN", "SN", "KF 2013-04-22 § 45", KF, KS, "1", 1, sek(2), 7, 2012, 2013, 2014,
     "grant", "final", "result_reserve", "surplus", "accumulated_equity", date(2014, 1, 1), presets.tomelilla_earmark,
     {2014: 1}, {"SN": {2015: 1}}, {"loss_bearer": "fund"}, [], "", "Därför"]
)  # fmt: skip
_BOOKS: list[Book] = []


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(COMMANDS), st.data())
def test_a_command_with_values_of_any_type_is_done_or_refused(command, data):
    if not _BOOKS:
        _BOOKS.append(open_book(create="Exempelkommunen", actor="ekonomi", clock=clock))
        furnish(_BOOKS[0])
    fields = [field for field in command.fields() if field.required or data.draw(st.booleans())]
    values = {field.name: data.draw(FITTING | ANY, label=field.name) for field in fields}
    with _BOOKS[0].preview():
        try:
            getattr(_BOOKS[0], command.name)(**values)
        except Refused as refusal:
            texts = [(finding.text("sv"), finding.text("en")) for finding in refusal.findings]
        else:
            texts = [("", "")]
    assert texts


@pytest.mark.parametrize("given", [{}, {"amount": 1, "desicion": KF}, {"fond": "social"}])
def test_missing_and_unknown_arguments_are_refused_and_nothing_is_recorded(book, given):
    head = book.head
    refused(lambda: book.set_aside("social", **given))
    refused(lambda: book.set_aside("social", 1, 2, 3, 4))
    assert book.head == head


def test_a_book_as_an_object(book):
    assert repr(book) == "<Book of Exempelkommunen: 20 records, 2 funds>" or "2 funds" in repr(book)
    assert tuple(book.funds) == ("social", "egen")
    assert book.funds["social"].balance == sek(10)
    assert [name for name, project in book.projects.items() if project.granted_ore] == ["Navigator"]
    with pytest.raises(KeyError):
        book.funds["fel"]
    assert sum(amount.amount for account, amount in book.balances.items() if account.book == "EARMARK") == 0
    assert refused(lambda: book.fund(["social"])) == ["FIELD_UNREADABLE"]
    assert refused(lambda: book.runway("fel", year="tolv")) == ["FIELD_UNREADABLE"]
    assert refused(lambda: book.runway("fel", year=2013)) == ["FUND_UNKNOWN"]
    assert refused(lambda: book.settlement("fel")) == ["PROJECT_UNKNOWN"]
