"""The report of an audit (granskningsrapport): what was examined, what was found with its evidence, and what was not
examined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.audit.check import CheckRun, Found, Tier
from sifund_ledger.findings import Bilingual, Severity
from sifund_ledger.forms import Form, FormField, text
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.table import ColumnKind, Printed, Row, Table
from sifund_ledger.wording import Calls, in_python

TIERS: Final = {
    Tier.ALWAYS: Bilingual("alltid", "always"),
    Tier.STRICT: Bilingual("strikt", "strict"),
    Tier.FULL: Bilingual("full", "full"),
}
STATUSES: Final = {
    "passed": Bilingual("utan anmärkning", "nothing found"),
    "found": Bilingual("anmärkning", "found"),
    "not_examined": Bilingual("ej granskat", "not examined"),
}
_CHECKS: Final = Form(
    "checks",
    Bilingual("Granskning av {entity}, nivå {tier}", "Audit of {entity}, tier {tier}"),
    (
        text("code", "Moment", "Check"),
        FormField("examined", Bilingual("Granskat", "Examined"), ColumnKind.COUNT),
        text("status", "Utfall", "Outcome"),
        text("proves", "Vad det visar", "What it proves"),
    ),
)
_FACTS: Final = Bilingual(
    "Poster: {count}. Kontrollpunkt: {checkpoint}. Fel: {errors}. Varningar: {warnings}. Upplysningar: {notes}.",
    "Records: {count}. Checkpoint: {checkpoint}. Errors: {errors}. Warnings: {warnings}. Notes: {notes}.",
)
_NOT_EXAMINED: Final = Bilingual("Ej granskat", "Not examined")


@dataclass(frozen=True, slots=True)
class AuditReport(Printed):
    """What an audit came to (granskningsrapport).

    ``checks`` has every check that belongs to the tier, with how much it examined; ``findings`` what they found, the
    gravest first; ``not_examined`` says in words what the audit cannot answer for. ``checkpoint`` is the head that was
    read: whoever signs the report signs it.
    """

    entity: str
    tier: Tier
    records: int
    checkpoint: Checkpoint
    checks: tuple[CheckRun, ...]
    not_examined: tuple[Bilingual, ...]

    @property
    def findings(self) -> tuple[Found, ...]:
        """What was found, errors first, in the order of the checks."""
        found = [each for run in self.checks for each in run.found or ()]
        return tuple(sorted(found, key=lambda each: _ORDER.index(each.finding.severity)))

    def check(self, code: str) -> CheckRun:
        """A check by its code. Raises ``KeyError`` for one that was not run."""
        return {run.check.code: run for run in self.checks}[code]

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The checks, each with what it proves, how much it examined, and whether it found anything."""
        rows = [_row(run) for run in self.checks]
        about: dict[str, Any] = {"entity": self.entity, "tier": TIERS[self.tier].words(language)}
        return (_CHECKS.table(_CHECKS.columns, rows, language, remarks=[self._facts()], **about),)

    def _facts(self) -> Bilingual:
        severities = [each.finding.severity for each in self.findings]
        return _FACTS.filled(
            count=self.records, checkpoint=str(self.checkpoint), errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING), notes=severities.count(Severity.NOTE),
        )  # fmt: skip

    def text(self, language: Language = "sv", calls: Calls = in_python) -> str:
        """All of it as text; ``calls`` says how a command that a finding names is called where the reader stands."""
        found = [each.finding.text(language, calls) for each in self.findings]
        return "\n\n".join([self.summary(language), *found])

    def summary(self, language: Language = "sv") -> str:
        """The checks and what was not examined, without the findings."""
        tables = [table.text() for table in self.tables(language)]
        return "\n\n".join([*tables, "\n".join(self._letter(language))])

    def _letter(self, language: Language) -> Iterator[str]:
        yield f"{_NOT_EXAMINED.words(language)}:"
        yield from (f"– {each.words(language)}" for each in self.not_examined)


_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def _row(run: CheckRun) -> Row:
    examined = run.examined if run.found is not None else None
    cells = (run.check.code, examined, STATUSES[run.status], run.check.proves)
    return Row(cells, code=run.check.code)
