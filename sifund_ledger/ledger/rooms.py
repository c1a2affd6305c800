"""Rooms (rum) above the funds: what a program of its own adds to a book when it opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sifund_ledger.ledger.folds import Fold
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class Room:
    """Events that a book may hold beside its own, what folds them, and the commands that record them.

    ``open_book(rooms=(Room("programme", events=(…,), fold=Programme, commands=(…,)),))``. ``fold`` makes an empty
    fold. A book that holds such events can only be opened with the room.
    """

    name: str
    events: tuple[type[Event], ...] = ()
    fold: Callable[[], Fold] | None = None
    commands: tuple[type, ...] = ()
