"""Findings on their way (iakttagelser): each with its line, and never more than a person can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sifund_ledger.exchange.sie.findings import SIE_MORE_FINDINGS
from sifund_ledger.files import MOST_FINDINGS
from sifund_ledger.findings import Cites, Finding, FindingCode, Severity


class Told(NamedTuple):
    """What was told with :meth:`FileFindings.add`."""

    code: FindingCode
    line: int
    severity: Severity | None
    values: Mapping[str, Any]


class FileFindings:
    """Gathers the findings about one file; ``name`` stands before every line number."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cites: Cites | None = None
        """The format of the file, where it is not that which findings cite by themselves."""
        self.element: object = ""
        """The element of SIE 5 that has been reached, which findings name in place of a ``label``."""
        self._found: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self._worst: dict[str, Severity] = {}
        self._kept: list[Told] | None = None

    def add(self, code: FindingCode, line: int = 0, *, severity: Severity | None = None, **values: Any) -> None:
        """One finding, at a line (from 1) or of the whole file (0); a ``label`` is shown as files write it."""
        if self._kept is not None:
            self._kept.append(Told(code, line, severity, dict(values)))
        self._counts[code.name] += 1
        if self._counts[code.name] <= MOST_FINDINGS:
            place = f"{self.name}:{line}" if line else self.name
            if "label" in values:
                values["label"] = str(self.element) or f"#{values['label']}"
            self._found.append(
                code.at(place, citation=self.cites if code.citation else None, severity=severity, **values)
            )
        else:
            self._worst[code.name] = severity or code.severity

    def keep_told(self) -> list[Told]:
        """A list that from now on has what is told, up to :meth:`keep_no_longer`."""
        self._kept = []
        return self._kept

    def keep_no_longer(self) -> None:
        """Keep what is told no longer."""
        self._kept = None

    def tell(self, told: Iterable[Told], after: int) -> None:
        """Tell anew what was kept, so many lines further down."""
        for code, line, severity, values in told:
            self.add(code, line + after if line else 0, severity=severity, **values)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add findings that have their places already."""
        self._found.extend(findings)

    def all(self, among: Iterable[FindingCode] | None = None) -> tuple[Finding, ...]:
        """Every finding, or those of some codes, as they were found; then the kinds that were cut off, counted."""
        kinds = self._counts.keys() if among is None else {code.name for code in among}
        found = self._found if among is None else [finding for finding in self._found if finding.code in kinds]
        cut = [
            SIE_MORE_FINDINGS.at(self.name, severity=self._worst[kind], count=count - MOST_FINDINGS, kind=kind)
            for kind, count in self._counts.items()
            if count > MOST_FINDINGS and kind in kinds
        ]
        return (*found, *cut)
