"""What is wrong, or worth knowing, told in full: code, place, paragraph and remedy.

A :class:`FindingCode` stands beside the rule it belongs to; each room gathers its own in a tuple
``CODES``, and ``catalogue`` joins them. A :class:`Finding` is one occurrence: a value, equal by content.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Literal, NamedTuple

Language = Literal["sv", "en"]


class Severity(StrEnum):
    """How grave a finding is (allvarlighetsgrad).

    An *error* breaks a hard limit or makes the input unusable; a *warning* is for a person to judge;
    a *note* tells what the law leaves unavoidable or what could not be checked.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One fault or remark (iakttagelse), with all a reader needs to act on it.

    >>> finding = Finding("EXAMPLE", Severity.NOTE, "Nothing is wrong.", place="2013")
    >>> print(finding)
    2013: EXAMPLE: Nothing is wrong.
    """

    code: str
    severity: Severity
    message: str
    place: str = ""
    citation: str = ""
    remedy: str = ""
    message_sv: str = ""
    remedy_sv: str = ""

    def in_language(self, language: Language) -> tuple[str, str]:
        """The message and the remedy in Swedish (``sv``) or English (``en``)."""
        if language == "sv":
            return self.message_sv or self.message, self.remedy_sv or self.remedy
        return self.message, self.remedy

    def text(self, language: Language = "en") -> str:
        """``PLACE: CODE: what is wrong [paragraph]`` and, on a line of its own, the remedy."""
        message, remedy = self.in_language(language)
        head = f"{self.place}: {self.code}: {message}" if self.place else f"{self.code}: {message}"
        if self.citation:
            head += f" [{self.citation}]"
        if not remedy:
            return head
        return f"{head}\n  {'åtgärd' if language == 'sv' else 'remedy'}: {remedy}"

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A kind of finding: a stable name, and how it is told in English and in Swedish.

    The texts are ``str.format`` templates; :meth:`at` fills them.

    >>> code = FindingCode(
    ...     "FUND_UNKNOWN", Severity.ERROR,
    ...     en="There is no fund {fund!r}.", sv="Det finns ingen fond {fund!r}.",
    ...     remedy_en="Make it first.", remedy_sv="Skapa den först.")
    >>> code.at("set_aside", fund="social").message
    "There is no fund 'social'."
    """

    name: str
    severity: Severity
    en: str
    sv: str
    remedy_en: str = ""
    remedy_sv: str = ""
    citation: str = ""

    def at(self, place: str = "", *, citation: str = "", severity: Severity | None = None, **values: object) -> Finding:
        """One finding of this kind at a place; ``values`` fill the templates."""
        return Finding(
            code=self.name,
            severity=severity or self.severity,
            message=self.en.format(**values),
            place=place,
            citation=citation or self.citation,
            remedy=self.remedy_en.format(**values),
            message_sv=self.sv.format(**values),
            remedy_sv=self.remedy_sv.format(**values),
        )


def worst(findings: tuple[Finding, ...] | list[Finding]) -> Severity | None:
    """The gravest severity among the findings, or ``None`` where there are none.

    >>> worst([Finding("A", Severity.NOTE, ""), Finding("B", Severity.ERROR, "")])
    <Severity.ERROR: 'error'>
    """
    for severity in Severity:
        if any(finding.severity is severity for finding in findings):
            return severity
    return None


def listed(items: Iterable[object], most: int = 5) -> str:
    """Items as a message can name them: the first few, and that there are more.

    >>> listed("12"), listed(range(1, 8)), listed(range(1, 8), most=3)
    ('1, 2', '1, 2, 3, 4, 5 …', '1, 2, 3 …')
    """
    first = list(islice(map(str, items), most + 1))
    return ", ".join(first[:most]) + (" …" if len(first) > most else "")
