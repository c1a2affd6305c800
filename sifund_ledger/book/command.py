"""A command on a book (kommando): the lock first, then the state brought up to date, then the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sifund_ledger.book.reading import BookReader
from sifund_ledger.book.recording import Preview
from sifund_ledger.errors import AmountRefused, Refused
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Head, Plan, Record
from sifund_ledger.money import to_ore


class BookWriter(BookReader):
    """What every verb of a book stands on: recording a plan, all or nothing, or nothing at all."""

    def batch(self, *, expected_head: Head | None = None) -> AbstractContextManager[Preview]:
        """Commands within stand or fall together; ``expected_head`` refuses if others have recorded since."""
        return self._recorder.batch(expected_head=expected_head)

    def preview(self) -> AbstractContextManager[Preview]:
        """Commands within run, on proposed decisions too, and nothing is kept; ``.records`` shows what would be."""
        return self._recorder.preview()

    def do(self, command: Command) -> tuple[Record, ...]:
        """Do one command (utföra), as every method of a book does: its records, or a refusal with every reason."""
        return self.do_all((command,))

    def do_all(self, commands: Iterable[Command]) -> tuple[Record, ...]:
        """Do commands in order, each on what those before it made; all or nothing (alla eller ingen)."""
        made: list[Record] = []
        with self.batch():
            for each in commands:
                outcome = each.decide(self._state)
                errors = [finding for finding in outcome.findings if finding.severity is Severity.ERROR]
                made += self._recorder.record(outcome.drafts, errors)
                self._recorder.warnings += [finding for finding in outcome.findings if finding not in errors]
        return tuple(made)

    def _record(self, plan: Plan, faults: Iterable[Finding] = ()) -> tuple[Record, ...]:
        records = self._recorder.record(plan.drafts, (*faults, *plan.faults))
        self._recorder.warnings.extend(plan.warnings)
        return records


_P = ParamSpec("_P")
_R = TypeVar("_R")
_B = TypeVar("_B", bound=BookWriter)


def command(verb: Callable[Concatenate[_B, _P], _R]) -> Callable[Concatenate[_B, _P], _R]:
    """Run a verb within a batch: the lock is taken and the state brought up to date before anything is checked."""

    @wraps(verb)
    def locked(book: _B, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with book.batch():
            return verb(book, *args, **kwargs)

    return locked


def require_years(*years: object) -> None:
    """Refuse years that no book has. Raises :class:`~sifund_ledger.Refused`, before any date is made of them."""
    faults = [
        YEAR_OUT_OF_RANGE.at(str(year), year=year)
        for year in years
        if year is not None and not (type(year) is int and FIRST_YEAR - 1 <= year <= LAST_YEAR)
    ]
    if faults:
        raise Refused(faults)


def signed_ore(amount: object, place: str) -> tuple[int, list[Finding]]:
    """An amount of either sign in öre, and what is wrong with it; one öre stands in where something is."""
    try:
        return to_ore(amount, place=place), []
    except AmountRefused as refusal:
        return 1, list(refusal.findings)


def not_among(code: FindingCode, place: str, given: object, known: Iterable[str]) -> list[Finding]:
    """A finding where a value is none of the known ones."""
    names = tuple(known)
    return [] if given in names else [code.at(place, given=given, known=", ".join(names))]
