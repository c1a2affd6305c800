"""What the programme's records amount to (programmets läge): its facts, by kind and by what they are about.

A fact that is taken back is out of every view. Views are made when they are asked for, so that a book without a
programme pays nothing for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar, cast

from sifund_ledger.decisions import Decision, body_key
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.programme import events
from sifund_ledger.programme.choices import ParticipantKind

_Stated = TypeVar("_Stated", bound=Event)
_ABOUT: Final = ("project", "goal", "about", "fund")
"""The field that says what a fact is about: the first of these that it has."""


class Fact(NamedTuple):
    """A fact with the number of its record and the decision that it rests on, if any."""

    seq: int
    event: Any
    decision: Decision | None


class Programme(EventFold):
    """The facts of a book's programme, in order."""

    folded = Handlers()

    def __init__(self) -> None:
        super().__init__()
        self.facts: dict[int, Fact] = {}
        self.corrected: dict[int, int] = {}
        self._by_kind: dict[type, list[int]] = {}
        self._about: dict[tuple[type, str], list[int]] = {}
        self._joined: dict[str, list[int]] = {}

    @folded.of(*events.EVENTS)
    def _stated(self, record: Record, event: Any) -> None:
        self._put(self.facts, record.seq, Fact(record.seq, event, record.decision))
        about = next(getattr(event, name) for name in _ABOUT if hasattr(event, name))
        places: list[tuple[dict[Any, list[int]], Any]] = [
            (self._by_kind, type(event)),
            (self._about, (type(event), about)),
        ]
        if isinstance(event, events.ParticipantJoined):
            places.append((self._joined, body_key(event.participant)))
        for where, key in places:
            if key not in where:
                self._put(where, key, [])
            self._append(where[key], record.seq)

    @folded.of(EntryCorrected)
    def _taken_back(self, record: Record, event: EntryCorrected) -> None:
        if event.corrects in self.facts:
            self._put(self.corrected, event.corrects, record.seq)

    def all_of(self, kind: type[_Stated]) -> Iterator[tuple[_Stated, Fact]]:
        """Every fact of a kind that stands, with its record, in order."""
        return self._standing(self._by_kind.get(kind, ()))

    def about(self, kind: type[_Stated], name: str) -> Iterator[tuple[_Stated, Fact]]:
        """Those of them about a project, a goal or a fund."""
        return self._standing(self._about.get((kind, name), ()))

    def _standing(self, seqs: Any) -> Iterator[tuple[Any, Fact]]:
        return ((self.facts[seq].event, self.facts[seq]) for seq in seqs if seq not in self.corrected)

    def joined(self, name: str) -> Iterator[tuple[events.ParticipantJoined, Fact]]:
        """Wherever somebody takes part, by whichever form of the name."""
        return self._standing(self._joined.get(body_key(name), ()))

    def outside(self, name: str) -> ParticipantKind | None:
        """What an actor outside the municipality takes part as; ``None`` for a board, and for a name not known."""
        kinds = (ParticipantKind(event.as_what) for event, _ in self.joined(name))
        return next((kind for kind in kinds if kind is not ParticipantKind.BOARD), None)

    def latest(self, kind: type[_Stated], name: str) -> _Stated | None:
        """The last fact of a kind about something; ``None`` where there is none."""
        found = None
        for event, _ in self.about(kind, name):
            found = event
        return found

    def projects(self) -> tuple[str, ...]:
        """Every project that a fact is about, in the order first named."""
        of_projects = (events.StageReached, events.ApplicationDeclared, events.ParticipantJoined)
        named = ((fact.seq, event.project) for kind in of_projects for event, fact in self.all_of(cast(Any, kind)))
        return tuple(dict.fromkeys(name for _, name in sorted(named)))

    def programme_of(self, fund: str, on: date) -> events.ProgrammeAdopted | None:
        """The programme of a fund in force on a day: the last adopted that applies by then."""
        adopted = [event for event, _ in self.about(events.ProgrammeAdopted, fund) if event.valid_from <= on]
        return adopted[-1] if adopted else None
