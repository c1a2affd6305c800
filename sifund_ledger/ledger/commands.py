"""A command, declared once (kommando): its fields read themselves, its rules give findings, its drafts are recorded.

From the one declaration come the method of a book, an entry of an events file, the options of the command line, a row
of a workbook, a page of the reference and a JSON Schema. To add a command, declare a frozen dataclass below
:class:`Command` with slots, and name it in its room's tuple ``COMMANDS``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from sifund_ledger.errors import SifundError
from sifund_ledger.fields.declared import Field, fields_of, read_fields
from sifund_ledger.fields.kinds import KRONOR, Setting
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.ledger.records import Draft

Rule = Callable[[Any, Any], Iterable[Finding]]
"""Why a command cannot be done, or what is worth knowing: from the command and the state of the book."""


class Outcome(NamedTuple):
    """What a command comes to: drafts to record, none where there is an error, and every finding."""

    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether an error forbids it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class FaultyField(SifundError):
    """A rule asked for a field whose value could not be read; such a rule is not run, for it would say nonsense."""


class Command(ABC):
    """What all commands are: fields, words, rules, and the drafts that are recorded where no rule forbids it.

    ``name`` is the same in Python and in an events file, ``sv`` its Swedish name there, ``cli`` its place on the
    command line. :meth:`of` reads values of any type; a command whose fields are faulty is refused when it is done,
    with every reason that its other fields let be found.
    """

    __slots__ = ("faults",)

    name: ClassVar[str]
    sv: ClassVar[str]
    cli: ClassVar[str]
    rules: ClassVar[Sequence[Rule]] = ()
    faults: tuple[Finding, ...]

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """The fields, in the order declared."""
        return fields_of(cls)

    @classmethod
    def words(cls) -> Bilingual:
        """The command's name in both languages."""
        return Bilingual(cls.sv, cls.name)

    @classmethod
    def of(cls, **values: object) -> Self:
        """A command from Python values, text or both; amounts are kronor."""
        return cls.read(values, place=cls.name)

    @classmethod
    def read(cls, values: Mapping[str, Any], *, place: str, setting: Setting = KRONOR) -> Self:
        """A command from values by name, as a file has them, in English or Swedish."""
        read, faults = read_fields(cls.fields(), values, what=cls.words(), place=place, setting=setting)
        command = object.__new__(cls)
        for name, value in read.items():
            object.__setattr__(command, name, value)
        object.__setattr__(command, "faults", tuple(faults))
        return command

    def __getattr__(self, name: str) -> Any:
        # Reached only where a slot is empty: in a command made directly, ``faults``; in a read one, a faulty field.
        if name == "faults":
            return ()
        if any(field.name == name for field in type(self).fields()):
            raise FaultyField(name)
        raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")

    def decide(self, state: Any) -> Outcome:
        """What the command comes to in a state: every finding, and drafts where none is an error."""
        findings = list(self.faults)
        for rule in type(self).rules:
            try:
                findings += rule(self, state)
            except FaultyField:
                continue
        outcome = Outcome((), tuple(dict.fromkeys(findings)))
        return outcome if outcome.refused else outcome._replace(drafts=tuple(self.drafts(state)))

    @abstractmethod
    def drafts(self, state: Any) -> Iterable[Draft]:
        """What is recorded; called where no finding is an error."""
