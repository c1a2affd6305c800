"""A command, declared once (kommando): its fields read themselves, its rules give findings, its drafts are recorded.

From the one declaration come the method of a book, an entry of an events file, the options of the command line, a row
of a workbook, a page of the reference and a JSON Schema. To add a command, declare a frozen dataclass below
:class:`Command` with slots, and name it in its room's tuple ``COMMANDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from sifund_ledger.decisions import Decision
from sifund_ledger.errors import SifundError
from sifund_ledger.fields.declared import Field, fields_of, read_fields
from sifund_ledger.fields.kinds import KRONOR, Setting
from sifund_ledger.findings import Bilingual, Finding, Named, Severity
from sifund_ledger.ledger.canonical.writing import field_names
from sifund_ledger.ledger.records import Draft, Event, Record

Rule = Callable[[Any, Any], Iterable[Finding]]
"""Why a command cannot be done, or what is worth knowing: from the command and the state of the book."""


class Outcome(NamedTuple):
    """What a command comes to: drafts to record, and every finding.

    Where it is refused, the drafts are what could be made of it, so that the journal can be asked for its reasons
    too; they are not recorded.
    """

    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> list[Finding]:
        """The findings that forbid it."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Finding]:
        """What is worth knowing of it."""
        return [finding for finding in self.findings if finding.severity is not Severity.ERROR]

    @property
    def refused(self) -> bool:
        """Whether an error forbids it."""
        return bool(self.errors)


class FaultyField(SifundError, AttributeError):
    """A rule asked for what could not be read, or is not there, and another finding says so: it has nothing to say."""


class Command:
    """What all commands are: fields, words, rules, and the drafts that are recorded where no rule forbids it.

    ``class SetAside(Command, sv="öronmärk", cli="fund set-aside", makes=events.SetAside)``: its name, in Python and in
    an events file, is that of the class (``set_aside``), ``sv`` the Swedish one, ``cli`` its place on the command line,
    and ``makes`` the event that it records, or ``kinds`` the kinds where there are several. ``stored`` says how a field
    is had from such a record where the event has no value of its name. :meth:`from_values` reads values of any type; a
    command whose fields are faulty is refused when it is done, with every reason that its other fields let be found.
    """

    __slots__ = ("faults",)

    name: ClassVar[str]
    sv: ClassVar[str]
    cli: ClassVar[str]
    rules: ClassVar[Sequence[Rule]] = ()
    makes: ClassVar[type[Event]]
    kinds: ClassVar[Sequence[str]] = ()
    stored: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    faults: tuple[Finding, ...]

    def __init_subclass__(cls, sv: str = "", cli: str = "", makes: type[Event] | None = None) -> None:
        """Keep what a class is declared with; where its slots are made, it is made once more, with nothing said."""
        cls.name = cls.__dict__.get("name") or re.sub(r"(?<=.)([A-Z])", r"_\1", cls.__name__).lower()
        for key, said in (("sv", sv), ("cli", cli), ("makes", makes)):
            if said:
                setattr(cls, key, said)
        if makes and "kinds" not in cls.__dict__:
            cls.kinds = (makes.kind,)

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """The fields, in the order declared."""
        return fields_of(cls)  # type: ignore[arg-type]  # a class hashes as itself

    @classmethod
    def words(cls) -> Bilingual:
        """The command's name in both languages."""
        return Bilingual(cls.sv, cls.name)

    @classmethod
    def from_values(cls, **values: object) -> Self:
        """A command from Python values, text or both; amounts are kronor."""
        return cls.read(values, place=cls.name)

    @classmethod
    def read(cls, values: Mapping[str, Any], *, place: str, setting: Setting = KRONOR) -> Self:
        """A command from values by name, as a file has them, in English or Swedish."""
        read, faults = read_fields(cls.fields(), values, what=Named(*cls.words()), place=place, setting=setting)
        return cls._of(read, faults)

    @classmethod
    def _of(cls, values: Mapping[str, Any], faults: Iterable[Finding]) -> Self:
        command = object.__new__(cls)
        for name, value in {**values, "faults": tuple(faults)}.items():
            object.__setattr__(command, name, value)
        return command

    def completed(self, **values: Any) -> Self:
        """The same command with values for fields that could not be read or were not given, without their faults."""
        names = [field.name for field in self.fields() if hasattr(self, field.name)]
        left = [fault for fault in self.faults if fault.place.rpartition(".")[2] not in values]
        return self._of({**{name: getattr(self, name) for name in names}, **values}, left)

    def __getattr__(self, name: str) -> Any:
        # Reached where a slot is empty: ``faults`` in a command made directly, a faulty field in one that was read,
        # or what is made of such a field.
        if name == "faults":
            return ()
        raise FaultyField(name) if self.faults else AttributeError(f"{type(self).__name__} has no {name!r}")

    @classmethod
    def made(cls, record: Record) -> bool:
        """Whether it is what made a record."""
        return record.event.kind in cls.kinds

    @classmethod
    def of_record(cls, record: Record) -> Self:
        """The command that made a record, with the amounts decided: the event's values by name, or as in ``stored``."""
        known: dict[str, Any] = {"decision": record.decision, "amount": getattr(record.event, "ore", None)}
        for field in cls.fields():
            if field.name in cls.stored:
                known[field.name] = cls.stored[field.name](record)
                continue
            for name in (field.name, f"{field.name}_ore"):
                if hasattr(record.event, name):
                    value = getattr(record.event, name)
                    known[field.name] = field.kind.restored(value) if field.kind.restored else value
        return cls(**{field.name: known[field.name] for field in cls.fields() if field.name in known})

    def decisions(self) -> list[Decision]:
        """The decisions that it names, as far as they could be read."""
        values = [getattr(self, field.name, None) for field in type(self).fields()]
        return [value for value in values if isinstance(value, Decision)]

    def decide(self, state: Any) -> Outcome:
        """What the command comes to in a state: every finding, and drafts."""
        findings = list(self.faults)
        for rule in self.rules:
            try:
                findings.extend(rule(self, state))
            except FaultyField:
                continue
        outcome = Outcome((), tuple(dict.fromkeys(findings)))
        try:
            return Outcome(tuple(self.drafts(state)), outcome.findings)
        except FaultyField:
            if not outcome.refused:
                raise
            return outcome

    def event_type(self, state: Any) -> type[Event]:
        """The type of event that it records, where that is not always the same."""
        return self.makes

    def values(self, state: Any) -> Mapping[str, Any]:
        """What the event has that is not a field of its name, the ``amount`` as ``ore`` or the decision's day."""
        return {}

    def drafts(self, state: Any) -> Iterable[Draft]:
        """What is recorded; where the command is refused, it is asked too, and may raise :class:`FaultyField`."""
        own, makes = self.values(state), self.event_type(state)
        values = {name: own[name] if name in own else self._value(name) for name in field_names(makes)}
        decided = any(field.name == "decision" for field in self.fields())
        return [Draft(makes(**values), self.decision if decided else None)]

    def _value(self, name: str) -> Any:
        if name == "ore":
            return self.amount
        return self.decision.date if name == "event_date" else getattr(self, name.removesuffix("_ore"))

    def afterwards(self, state: Any) -> Iterable[Draft]:
        """What is recorded when the drafts are, because it names their hashes; mostly nothing."""
        return ()


def in_open_year(command: Any, state: Any) -> Iterable[Finding]:
    """The year that it moves something in is not closed: its own, or that of its decision."""
    found: Iterable[Finding] = state.closed(command.year or command.decision.date.year)
    return found


def command_of(record: Record, commands: Iterable[type[Command]]) -> Command | None:
    """The command that made a record, to be decided again; ``None`` where the event does not say enough."""
    return next((command.of_record(record) for command in commands if command.made(record)), None)
