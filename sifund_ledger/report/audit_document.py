"""An audit as a report (granskningsrapport): one document with summary, checks, findings with evidence, and records.

It goes through the same document as the reports of a year, and so has every form that those have.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language, format_amount
from sifund_ledger.audit import words as of_audit
from sifund_ledger.audit.check import Found, Tier
from sifund_ledger.audit.report import AuditReport
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.findings import Bilingual, Severity
from sifund_ledger.forms import Form as TableForm
from sifund_ledger.forms import count, number, text
from sifund_ledger.report import words
from sifund_ledger.report.changes_document import parts_of_changes
from sifund_ledger.report.document import (
    Figures,
    Form,
    Observations,
    Part,
    Prose,
    Report,
    Section,
)
from sifund_ledger.report.records import Records
from sifund_ledger.table import Row, Table
from sifund_ledger.wording import Calls, in_python

_SUMMARY: Final = TableForm(
    "audit_summary",
    Bilingual("Granskat, nivå för nivå", "Examined, tier by tier"),
    (
        text("tier", "Nivå", "Tier"), count("checks", "Moment", "Checks"), count("clean", "Utan anmärkning", "Clean"),
        count("empty", "Inget att granska", "Nothing to examine"),
        count("error", "Fel", "Errors"), count("warning", "Varningar", "Warnings"),
        count("note", "Upplysningar", "Notes"),
    ),
)  # fmt: skip
_EVIDENCE: Final = TableForm(
    "audit_evidence",
    Bilingual("Bevis", "Evidence"),
    (
        number("number", "Nr", "No."), text("check", "Moment", "Check"), text("code", "Kod", "Code"),
        text("place", "Ställe", "Place"), text("amounts", "Belopp, kr", "Amounts, kr"),
        text("records", "Poster", "Records"), text("rows", "Huvudboken", "General ledger"),
        text("citation", "Lagrum", "Paragraph"),
    ),
)  # fmt: skip
_SAID: Final = {
    "clean": Bilingual(
        "Boken är granskad på nivån {tier}: {checks} moment över {count} poster. Inget moment ger fel eller varning.",
        "The book was audited at the tier {tier}: {checks} checks over {count} records. None gives an error or a "
        "warning.",
    ),
    "found": Bilingual(
        "Boken är granskad på nivån {tier}: {checks} moment över {count} poster. {found} av dem ger fel eller varning.",
        "The book was audited at the tier {tier}: {checks} checks over {count} records. {found} of them give an error "
        "or a warning.",
    ),
    "letter": Bilingual(
        "Granskningen säger inget om det som följer här. Den som undertecknar rapporten svarar inte heller för det.",
        "The audit says nothing of what follows here. Whoever signs the report does not answer for it either.",
    ),
    "signs": Bilingual(
        "Rapporten gäller boken till och med post {count}, med kontrollpunkten {checkpoint}. Den som har "
        "kontrollpunkten kan pröva att det är just den bok som är granskad.",
        "The report is about the book to record {count}, with the checkpoint {checkpoint}. Whoever has the checkpoint "
        "can prove that a book is the one that was audited.",
    ),
    "line": Bilingual(
        "Ort och datum: ______________________  Underskrift: ______________________________",
        "Place and date: ______________________  Signature: ______________________________",
    ),
}


def audit_report(report: AuditReport, *, language: Language = "sv", calls: Calls = in_python) -> Report:
    """An audit as a document (granskningsrapport), in every form that reports have: ``audit_report(…).html()``.

    ``calls`` says how a command that a finding names is called where the reader stands.

    >>> from sifund_ledger import open_book
    >>> from sifund_ledger.audit import audit
    >>> made = audit_report(audit(open_book(create="Ale kommun", actor="ekonomi")))
    >>> made.title, [section.code for section in made.sections]
    ('Granskning', ['summary', 'findings', 'checks', 'not_examined', 'signing'])
    """
    return _AuditReport(report, language).made(calls)


class _AuditReport:
    """What the sections of an audit are made from."""

    def __init__(self, report: AuditReport, language: Language) -> None:
        self.report, self.records, self.language = report, Records(report.evidence), language
        self.checks = {id(each): run.check.name for run in report.checks for each in run.found or ()}

    def made(self, calls: Calls) -> Report:
        """The report of the sections that have something in them."""
        sections = [section for section in self._sections() if section.parts]
        title = words.TITLES["audit"].words(self.language)
        return Report(
            title, self.report.entity, Form.AUDIT, self.language, str(self.report.checkpoint), tuple(sections),
            calls=calls,
        )  # fmt: skip

    def _section(self, code: str, *parts: Part) -> Section:
        return Section(code, words.HEADINGS[code].words(self.language), parts)

    def _said(self, code: str, **values: object) -> str:
        return _SAID[code].filled(**values).words(self.language)

    def _sections(self) -> Iterator[Section]:
        yield self._section("summary", Prose(tuple(self._in_brief()), boxed=True), Figures(self._by_tier()))
        yield self._section("findings", *self._findings())
        if self.report.findings:
            yield self._section("evidence", Figures(self._evidence(self.report.findings)))
        checks, *sums = self.report.tables(self.language)
        yield self._section("checks", Figures(checks, rules=self._paragraphs()))
        yield self._section("general_ledger", *map(Figures, sums))
        if self.report.since is not None:
            brief = Prose((self.report.since.in_brief(self.language),))
            yield self._section("since", brief, *parts_of_changes(self.report.since, self.language))
        left_out = tuple(each.words(self.language) for each in self.report.not_examined)
        yield self._section("not_examined", Prose((self._said("letter"), *left_out)))
        signs = self._said("signs", count=self.report.records, checkpoint=str(self.report.checkpoint))
        yield self._section("signing", Prose((signs, self._said("line"))))
        if self.records.by_seq:
            yield self._section("records", self.records.vouchers(self.records.by_seq, self.language))

    def _in_brief(self) -> Iterator[str]:
        found = sum(run.status == "found" for run in self.report.checks)
        yield self._said(
            "found" if found else "clean", tier=of_audit.TIERS[self.report.tier], checks=len(self.report.checks),
            count=self.report.records, found=found,
        )  # fmt: skip
        yield from (each.words(self.language) for each in self.report.facts())

    def _by_tier(self) -> Table:
        rows = []
        for tier in Tier:
            runs = [run for run in self.report.checks if run.check.tier is tier]
            severities = [each.finding.severity for run in runs for each in run.found or ()]
            counted = (severities.count(severity) for severity in Severity)
            clean, empty = (sum(run.status == status for run in runs) for status in ("passed", "empty"))
            if runs:
                rows.append(Row((of_audit.TIERS[tier], len(runs), clean, empty, *counted), code=tier.value))
        return _SUMMARY.table(_SUMMARY.columns, rows, self.language)

    def _paragraphs(self) -> dict[int, str]:
        """The paragraph of each check, by its row."""
        return {at: run.check.cites.words(self.language) for at, run in enumerate(self.report.checks)}

    def _findings(self) -> Iterator[Part]:
        """What is material, and what is below."""
        found = self.report.findings
        material = tuple(placed_in_words(each.finding) for each in found if self.report.is_material(each))
        below = tuple(placed_in_words(each.finding) for each in found if not self.report.is_material(each))
        yield Observations(material)
        if below:
            yield Prose((), heading=words.BELOW_MATERIALITY.words(self.language))
            yield Observations(below)

    def _evidence(self, found: tuple[Found, ...]) -> Table:
        rows = (
            (
                at, self.checks[id(each)], each.finding.code, placed_in_words(each.finding).placed(self.language),
                self._amounts(each), ", ".join(map(str, each.records)), ", ".join(each.rows),
                each.finding.cited(self.language),
            )
            for at, each in enumerate(found, 1)
        )  # fmt: skip
        return _EVIDENCE.listing(rows, self.language)

    def _amounts(self, found: Found) -> str:
        return "; ".join(format_amount(ore, language=self.language) for _, ore in found.amounts)
