"""A balance requirement statement as a report (balanskravsutredning), from figures alone: no book stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.balance.statement.lines import TERMS
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.tables.layout import foot, zero_rows
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Severity
from sifund_ledger.report import words
from sifund_ledger.report.arranging import relabelled, with_columns
from sifund_ledger.report.charts import drawn_from
from sifund_ledger.report.document import FORM, Figures, Form, Observations, Part, Pictures, Report, Section
from sifund_ledger.report.labels import NO_LABELS, Labels
from sifund_ledger.report.origins.deficits import origins_of_deficits
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.origins.statement import origins_of_statement, rules_of_statement
from sifund_ledger.report.own_rows import laid_out
from sifund_ledger.report.records import Records
from sifund_ledger.table import Table
from sifund_ledger.wording import Calls, in_python

_BESIDE: Final = 6
"""How many years stand beside each other; more stand in tables below each other."""


def statement_report(
    statement: BalanceRequirementStatement, *, form: Form | str = Form.ANNUAL, language: Language = "sv",
    labels: Labels = NO_LABELS, calls: Calls = in_python,
) -> Report:  # fmt: skip
    """The statement, its reserves and its deficits as a report: the last year first, in the unit of the statement.

    ``form`` is ``annual``, for an annual report, or ``working``, with findings, and where each amount comes from.
    ``labels`` are row labels of one's own, and in the annual form the rows in an order of one's own.
    ``calls`` says how a command that a finding names is called where the reader stands.

    >>> from sifund_ledger import YearFigures, balance_requirement, sek
    >>> figures = YearFigures(year=2013, net_result=sek(154), realised_gains=sek(33))
    >>> report = statement_report(balance_requirement([figures], opening_deficits=[], entity="Malmö stad"))
    >>> report.title, report.entity, [table.code for table in report.tables]
    ('Balanskravsutredning 2013', 'Malmö stad', ['statement'])
    """
    form = Form(FORM.read(form, "form", KRONOR))
    sections = [each for each in _Sections(statement, form is Form.WORKING, language, labels).made() if each.parts]
    years = list(dict.fromkeys(year.year for year in statement.years))
    span = "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) if years else ""
    title = f"{words.HEADINGS['statement'].words(language)} {span}".strip()
    errors = any(found.severity is Severity.ERROR for found in statement.findings)
    draft = "errors" if errors else "proposed" if any(year.is_draft for year in statement.years) else ""
    return Report(
        title, statement.entity, form, language, "", tuple(sections),
        words.DRAFTS[draft].words(language) if draft else "", tuple(foot(statement.years, language)), calls,
    )  # fmt: skip


class _Sections:
    """What the sections of a statement are made from."""

    def __init__(
        self, statement: BalanceRequirementStatement, working: bool, language: Language, labels: Labels
    ) -> None:  # fmt: skip
        self.statement, self.working, self.language, self.labels = statement, working, language, labels
        self.making = Making(Records(()), language)

    def made(self) -> Iterator[Section]:
        """Each section, with nothing in it where there is nothing to say."""
        tables = self.statement.tables(self.language)
        reserves, deficits = (
            next((table for table in tables if table.code == code), None) for code in ("reserves", "deficits")
        )
        if self.working:
            yield self._section("findings", Observations(tuple(map(placed_in_words, self.statement.findings))))
        own = [table for table in tables if table is not reserves and table is not deficits]
        results = drawn_from.of_results(tables[0], deficits)
        pictures = [Pictures((results,))] if results is not None else []
        yield self._section("statement", *(part for table in own for part in self._by_year(table)), *pictures)
        if reserves is not None:
            drawn = tuple(drawn_from.of_reserves(reserves))
            yield self._section("reserves", *self._by_year(reserves), *([Pictures(drawn)] if drawn else []))
        if deficits is not None:
            origins = origins_of_deficits(deficits, self.statement, self.making) if self.working else {}
            yield self._section("deficits", Figures(self._named(deficits), origins))

    def _section(self, code: str, *parts: Part) -> Section:
        return Section(code, words.HEADINGS[code].words(self.language), parts)

    def _by_year(self, table: Table) -> Iterator[Figures]:
        """The last years first, as many beside each other as are easily read."""
        if not self.working:
            more = zero_rows(self.statement.columns) if table.code == "statement" else ()
            table = laid_out(table, self.labels.order_of(table.code), more, never_left_out=TERMS)
        label, *years = (column.code for column in table.columns)
        years.reverse()
        for start in range(0, len(years), _BESIDE):
            picked = with_columns(self._named(table), [label, *years[start : start + _BESIDE]])
            if self.working:
                rules = rules_of_statement(picked, self.statement.years[-1], self.making)
                yield Figures(picked, origins_of_statement(picked, self.statement.columns, self.making), rules)
            else:
                yield Figures(picked)

    def _named(self, table: Table) -> Table:
        return relabelled(table, self.labels.of(table.code))
