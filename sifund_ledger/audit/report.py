"""The report of an audit (granskningsrapport): what was examined, what was found with its evidence, and what was not
examined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from sifund_ledger.amounts import Language
from sifund_ledger.audit import words
from sifund_ledger.audit.changes import Changes
from sifund_ledger.audit.check import CheckRun, Found, Tier
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.boundary import checked_methods, looked_up
from sifund_ledger.findings import Bilingual, Severity
from sifund_ledger.general_ledger.reconciled import Reconciliation
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.records import Record
from sifund_ledger.money import Amount, to_ore
from sifund_ledger.table import Printed, Row, Table
from sifund_ledger.wording import Calls, in_python


@checked_methods
@dataclass(frozen=True, slots=True)
class AuditReport(Printed):
    """What an audit came to (granskningsrapport).

    ``checks`` has every check that belongs to the tier, with how much it examined; ``findings`` what they found, the
    gravest first; ``not_examined`` says in words what the audit cannot answer for. ``checkpoint`` is the head that was
    read: whoever signs the report signs it. ``evidence`` has the records that findings name. ``materiality_ore`` is
    the amount from which a finding is material (väsentlighetsgräns): it sorts findings, and hides none. ``since`` has
    what was recorded after a checkpoint that was asked for; ``None`` where that is not in the chain. ``against_ledger``
    has every row held against the general ledger, where there is one and a mapping.
    """

    entity: str
    tier: Tier
    records: int
    checkpoint: Checkpoint
    checks: tuple[CheckRun, ...]
    not_examined: tuple[Bilingual, ...]
    evidence: tuple[Record, ...] = ()
    materiality_ore: int = 0
    since: Changes | None = None
    against_ledger: Reconciliation | None = None

    @property
    def findings(self) -> tuple[Found, ...]:
        """What was found: what is material first, then errors first, in the order of the checks."""
        found = [each for run in self.checks for each in run.found or ()]

        def grave(each: Found) -> tuple[bool, int]:
            return not self.is_material(each), each.finding.severity.rank

        return tuple(sorted(found, key=grave))

    def is_material(self, found: Found) -> bool:
        """Whether a finding reaches the materiality; one that has no amount always does."""
        ore = [abs(ore) for _, ore in found.amounts]
        return not ore or max(ore) >= self.materiality_ore

    def with_materiality(self, amount: Amount) -> AuditReport:
        """The same report with a materiality (väsentlighetsgräns), in kronor, by which its findings are sorted.

        Raises :class:`~sifund_ledger.Refused` for what is not an amount.
        """
        return replace(self, materiality_ore=abs(to_ore(amount, place="materiality")))

    def check(self, code: str) -> CheckRun:
        """A check by its code. Raises :class:`~sifund_ledger.errors.NotFound` for one that was not run."""
        return looked_up({run.check.code: run for run in self.checks}, code, "check.code")

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The checks, each with what it proves, how much it examined, and whether it found anything; and the sums by
        account against the general ledger, where rows were held against it."""
        rows = [_row(run) for run in self.checks]
        about: dict[str, Any] = {"entity": self.entity, "tier": words.TIERS[self.tier]}
        checks = words.CHECKS.table(words.CHECKS.columns, rows, language, remarks=self.facts(), **about)
        return (checks, *(self.against_ledger.sums(language) if self.against_ledger is not None else ()))

    def facts(self) -> list[Bilingual]:
        """The audit in numbers: records, checkpoint, findings by severity, and by materiality where there is one."""
        severities = [each.finding.severity for each in self.findings]
        facts = [
            words.FACTS.filled(
                count=self.records, checkpoint=str(self.checkpoint), errors=severities.count(Severity.ERROR),
                warnings=severities.count(Severity.WARNING), notes=severities.count(Severity.NOTE),
            )
        ]  # fmt: skip
        if self.materiality_ore:
            material = sum(map(self.is_material, self.findings))
            below = len(severities) - material
            facts.append(words.MATERIAL.filled(limit=self.materiality_ore, material=material, below=below))
        return facts

    def text(self, language: Language = "sv", calls: Calls = in_python) -> str:
        """All of it as text; ``calls`` says how a command that a finding names is called where the reader stands."""
        found = [placed_in_words(each.finding).text(language, calls) for each in self.findings]
        return "\n\n".join([self.summary(language), *found])

    def summary(self, language: Language = "sv") -> str:
        """The checks and what was not examined, without the findings."""
        parts = [table.text() for table in self.tables(language)]
        if self.since is not None:
            parts.append(self.since.text(language))
        return "\n\n".join([*parts, "\n".join(self._letter(language))])

    def _repr_html_(self) -> str:
        since = "" if self.since is None else self.since._repr_html_()
        letter = "".join(f"<p>{escape(line)}</p>" for line in self._letter("sv"))
        return Printed._repr_html_(self) + since + letter

    def _letter(self, language: Language) -> Iterator[str]:
        yield f"{words.NOT_EXAMINED.words(language)}:"
        yield from (f"– {each.words(language)}" for each in self.not_examined)


def _row(run: CheckRun) -> Row:
    examined = run.examined if run.found is not None else None
    cells = (run.check.name, examined, words.STATUSES[run.status], run.check.proves)
    return Row(cells, code=run.check.code)
