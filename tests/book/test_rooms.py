"""A room of a program's own: its events are written, read and folded in; without it they are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

import pytest

from sifund_ledger import Refused, open_book
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import COUNT, NAME
from sifund_ledger.findings import Finding, error
from sifund_ledger.ledger.commands import Command, command_of
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.records import Draft, Event, Record
from sifund_ledger.ledger.rooms import Room


@dataclass(frozen=True, slots=True)
class GoalSet(Event):
    """A goal for a project, in numbers."""

    kind: ClassVar[str] = "goal_set"
    project: str
    goal: int


class Goals(EventFold):
    """The goal of each project, as last set."""

    folded = Handlers()

    def __init__(self) -> None:
        super().__init__()
        self.by_project: dict[str, int] = {}

    @folded.of(GoalSet)
    def _goal_set(self, record: Record, event: GoalSet) -> None:
        self._put(self.by_project, event.project, event.goal)


class Counted:
    """A fold that has nothing but the three methods."""

    def __init__(self) -> None:
        self.records = 0

    def evolve(self, record: Record) -> None:
        self.records += 1

    def savepoint(self) -> int:
        return self.records

    def rollback(self, mark: int) -> None:
        self.records = mark


def _raises_the_goal(command: Any, state: Any) -> Iterator[Finding]:
    if command.goal <= state.rooms["goals"].by_project.get(command.project, 0):
        yield GOAL_NOT_RAISED.at(command.project, goal=command.goal)


GOAL_NOT_RAISED = error("Målet {goal} är inte högre än det förra.", "The goal {goal} is not above the last one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGoal(Command, sv="sätt_mål", cli="project goal", makes=GoalSet):
    """Set a project's goal, above the last one."""

    rules: ClassVar = (_raises_the_goal,)
    project: Annotated[str, NAME, Said("projekt")]
    goal: Annotated[int, COUNT, Said("mål")]


ROOMS = (Room("goals", events=(GoalSet,), fold=Goals, commands=(SetGoal,)), Room("counted", fold=Counted))


def opened(path: Any, rooms: tuple[Room, ...] = ROOMS, create: str = "") -> Any:
    return open_book(path, create=create, actor="ekonomi", rooms=rooms)


def set_goal(book: Any, goal: int) -> None:
    with book.batch() as batch:
        book._recorder.record(batch, [Draft(GoalSet("Navigator", goal))])


def test_its_events_are_folded_and_read_back(tmp_path):
    path = tmp_path / "bok.sifund"
    with opened(path, create="Exempelkommunen") as book:
        set_goal(book, 5)
        with pytest.raises(KeyError), book.batch():
            book.fund(set_goal(book, 6) or {}["none"])
        with book.preview():
            set_goal(book, 7)
            assert book._state.rooms["goals"].by_project == {"Navigator": 7}
        assert book._state.rooms["goals"].by_project == {"Navigator": 5}
        assert book._state.rooms["counted"].records == book.head.seq == 2
        for goal in range(10, 20):
            set_goal(book, goal)
    with opened(path) as book:
        assert book._state.rooms["goals"].by_project == {"Navigator": 19}
        assert book._state.rooms["counted"].records == 12
        assert [*book.records()][-1].event == GoalSet("Navigator", 19)
    with pytest.raises(UnreadableInput, match="RECORD_UNDECODABLE"):
        open_book(path)


def test_an_event_that_no_reader_knows_is_refused_when_it_is_written():
    with opened(None, rooms=(), create="Exempelkommunen") as book:
        with pytest.raises(Refused) as caught:
            set_goal(book, 5)
        (finding,) = caught.value.findings
        assert (finding.code, finding.place, book.head.seq) == ("EVENT_UNKNOWN", "goal_set", 1)


def test_no_two_events_have_one_name():
    class Other(GoalSet):
        pass

    with pytest.raises(ValueError, match="goal_set"):
        opened(None, rooms=(*ROOMS, Room("other", events=(Other,))), create="Exempelkommunen")


def test_its_commands_are_done_as_the_book_s_own_are():
    book = opened(None, create="Exempelkommunen")
    document = {
        "event": [
            {"do": "set_goal", "project": "Navigator", "goal": 5},
            {"gör": "sätt_mål", "projekt": "Navigator", "mål": 7},
        ]
    }
    first, second = book.do_all(book.commands_of(document))
    assert (first.event, second.event) == (GoalSet("Navigator", 5), GoalSet("Navigator", 7))
    with pytest.raises(Refused, match="is not above the last one"):
        book.do(SetGoal(project="Navigator", goal=7))
    assert command_of(second, (SetGoal,)) == SetGoal(project="Navigator", goal=7)
    with pytest.raises(Refused, match="COMMAND_UNKNOWN"):
        opened(None, rooms=(), create="Exempelkommunen").commands_of(document)
