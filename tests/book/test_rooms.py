"""A room of a program's own: its events are written, read and folded in; without it they are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from sifund_ledger import Refused, open_book
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.ledger.rooms import Room


@dataclass(frozen=True, slots=True)
class GoalSet:
    """A goal for a project, in numbers."""

    kind: ClassVar[str] = "goal_set"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    project: str
    goal: int

    def draft(self) -> None:
        """Nothing moves."""


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


ROOMS = (Room("goals", events=(GoalSet,), fold=Goals), Room("counted", fold=Counted))


def opened(path: Any, rooms: tuple[Room, ...] = ROOMS, create: str = "") -> Any:
    return open_book(path, create=create, actor="ekonomi", rooms=rooms)


def set_goal(book: Any, goal: int) -> None:
    book._recorder.record([Draft(GoalSet("Navigator", goal))])


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
