"""A command on a book (kommando): the lock first, then the state brought up to date, then the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sifund_ledger.book.commands import command_named
from sifund_ledger.book.commands.files import commands_of
from sifund_ledger.book.reading import BookReader
from sifund_ledger.book.repeating import Preview
from sifund_ledger.boundary import checked
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Head, Record


class BookWriter(BookReader):
    """What every verb of a book stands on: recording a plan, all or nothing, or nothing at all."""

    @checked
    def batch(
        self, *, expected_head: Head | None = None, key: str = "", source: str = ""
    ) -> AbstractContextManager[Preview]:
        """Commands within stand or fall together; ``expected_head`` refuses if others have recorded since.

        What is recorded under a ``key`` is never recorded a second time: a file's hash, or what another system calls
        what it sends. ``source`` says where it comes from, and is kept beside the key. The same content once more under
        the key records nothing: the commands run in the book as it was then, ``.records`` of the batch are those that
        were recorded, ``.repeated`` is true, and :attr:`warnings` has ``RECORDED_BEFORE``. Other content is refused
        (``KEY_OF_OTHER_CONTENT``), naming what differs.

        >>> from sifund_ledger import open_book
        >>> book = open_book(create="Ale", actor="ekonomi")
        >>> for attempt in range(2):
        ...     with book.batch(key="bokslut 2013") as batch:
        ...         _ = book.record_result(2013, "4 000 000 kr")
        ...     print(batch.repeated, [record.seq for record in batch.records], book.head.seq)
        False [2, 3] 3
        True [2, 3] 3
        """
        return self._recorder.batch(expected_head=expected_head, key=key, source=source)

    def preview(self) -> AbstractContextManager[Preview]:
        """Commands within run, on proposed decisions too, and nothing is kept; ``.records`` shows what would be."""
        return self._recorder.preview()

    @checked
    def do(self, command: Command) -> tuple[Record, ...]:
        """Do one command (utföra), as every method of a book does: its records, or a refusal with every reason."""
        return self.do_all((command,))

    @checked
    def commands_of(self, document: Mapping[str, Any]) -> tuple[Command, ...]:
        """The commands of an events file, given as plain dictionaries; those of the book's own rooms among them.

        Raises :class:`~sifund_ledger.Refused` with every fault of the document; nothing is recorded.
        """
        return commands_of(document, self._state.commands)

    @checked
    def do_all(self, commands: Iterable[Command]) -> tuple[Record, ...]:
        """Do commands in order, each on what those before it made; all or nothing (alla eller ingen)."""
        made: list[Record] = []
        with self.batch() as batch:
            situation = self._situation
            for each in commands:
                outcome = each.decide(situation)
                # Without drafts the journal can still be asked about the decision that the command rests on.
                bare = () if outcome.drafts else each.decisions()
                made += self._recorder.record(batch, outcome.drafts, outcome.errors, bare)
                afterwards = tuple(each.afterwards(situation))
                if afterwards:
                    made += self._recorder.record(batch, afterwards)
                self._recorder.warnings += outcome.warnings
        return tuple(made)


_P = ParamSpec("_P")
_R = TypeVar("_R")
_B = TypeVar("_B", bound=BookWriter)


def does(then: Callable[Concatenate[_B, _P], _R]) -> Callable[Concatenate[_B, _P], _R]:
    """Let a method do the command of its own name with its arguments; its body gives what is to be shown of it.

    The arguments are those of the command, by name, and the body has them as they were read.
    """
    code = then.__code__
    positional = code.co_varnames[1 : code.co_argcount]

    @wraps(then)
    def done(book: _B, /, *args: Any, **values: Any) -> Any:
        surplus = {f"[{number}]": each for number, each in enumerate(args, 1) if number > len(positional)}
        given = {**dict(zip(positional, args, strict=False)), **surplus, **values}
        made = command_named(then.__name__).read(given, place=then.__name__)
        book.do(made)
        read: Any = {field.name: getattr(made, field.name) for field in made.fields()}
        return then(book, **read)  # type: ignore[call-arg]  # the command has the arguments of the method

    return done
