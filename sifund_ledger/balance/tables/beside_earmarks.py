"""The result beside the earmarks (resultatet och öronmärkningarna): with and without what funds met, and where it went.

Both stand beside the statement, and change nothing in it: the statutory result does not depend on an earmark (R1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.figures.year_figures import StatementKind
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.layout import year_columns
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, heading
from sifund_ledger.table import LABEL, ONE_AMOUNT, Row, Table

WITH_AND_WITHOUT: Final = Form(
    "with_and_without",
    Bilingual("Resultatet med och utan det som fonder har mött", "The result with and without what funds have met"),
    (
        amount("result", "Årets balanskravsresultat", "Balance requirement result", "decisive_result_ore"),
        amount("used", "Kostnader som öronmärkt eget kapital har mött", "Costs that earmarked equity has met"),
        amount("without", "Resultatet utan dessa kostnader", "The result without these costs", total=True),
    ),
    (
        Bilingual(
            "Bara en upplysning: lagens resultat är det första. Kostnaderna är vanliga kostnader i det året.",
            "A disclosure alone: the result of the law is the first. The costs are ordinary costs of that year.",
        ),
    ),
)


def with_and_without_table(years: Sequence[YearStatement], unit: Unit, language: Language = "sv") -> Table:
    """The decisive result, the earmarks used, and their sum; a column for each year. ``code`` is ``with_and_without``.

    >>> from sifund_ledger import YearFigures, balance_requirement, sek
    >>> figures = [YearFigures(year=2015, net_result=sek(-5), earmark_used=sek(3))]
    >>> table = with_and_without_table(balance_requirement(figures, opening_deficits=[]).years, "kr")
    >>> [row.cells[1] for row in table.rows]
    [-500, 300, -200]
    """
    used = [year.figures.ore("earmark_used") or 0 for year in years]
    result = [year.decisive_result_ore for year in years]
    rows = (
        WITH_AND_WITHOUT.row("result", *result),
        WITH_AND_WITHOUT.row("used", *used),
        WITH_AND_WITHOUT.row("without", *(sum(pair) for pair in zip(result, used, strict=True))),
    )
    return WITH_AND_WITHOUT.table(year_columns(years), rows, language, unit=unit)


class Share(NamedTuple):
    """A part of a flow: its code, and öre, positive."""

    code: str
    ore: int


class ResultFlow(NamedTuple):
    """Where a year's result came from and went to (resultatets väg), in öre; both sides have the same sum.

    ``sources`` is the surplus, what reserves give, and what of a deficit is waived or restored later; ``uses`` is the
    deficit, what reserves take, earlier deficits restored, what is earmarked, and what is left.
    """

    sources: tuple[Share, ...]
    uses: tuple[Share, ...]


def result_flow(year: YearStatement) -> ResultFlow:
    """The way of a year's result. What is earmarked is within what is left of the result: it is a label on it.

    >>> from sifund_ledger import YearFigures, balance_requirement, sek
    >>> figures = [YearFigures(year=2015, net_result=sek(9), earmark_set_aside=sek(3))]
    >>> result_flow(balance_requirement(figures, opening_deficits=[]).years[0]).uses
    (Share(code='earmarked', ore=300), Share(code='left_over', ore=600))
    """
    after, decisive = year.result_after_adjustments_ore, year.decisive_result_ore
    own = year.deficit(year.year) if year.kind is StatementKind.OUTCOME else None
    due = own.left_ore if own is not None else year.foreseen_ore
    marked = min(year.figures.ore("earmark_set_aside") or 0, year.remaining_result_ore)
    sources = (
        ("surplus", after), ("from_reserve", decisive - after), ("waived", max(0, -decisive) - due), ("due", due),
    )  # fmt: skip
    uses = (
        ("deficit", -after), ("to_reserve", after - decisive), ("restored", year.restored_ore), ("earmarked", marked),
        ("left_over", year.remaining_result_ore - marked),
    )  # fmt: skip
    return ResultFlow(*(tuple(Share(code, ore) for code, ore in side if ore > 0) for side in (sources, uses)))


FLOW: Final = Form(
    "result_flow",
    Bilingual("Vad årets resultat {year} gick till", "Where the result of {year} went"),
    (
        heading("sources", "Kommer från", "Comes from"),
        amount("surplus", "Resultat efter balanskravsjusteringar", "Result after balance requirement adjustments"),
        amount("from_reserve", "Använt ur reserv", "Used of a reserve"),
        amount("waived", "Efterges, synnerliga skäl", "Waived on exceptional grounds"),
        amount("due", "Att återställa senare", "To be restored later"),
        heading("uses", "Går till", "Goes to"),
        amount("deficit", "Underskott efter balanskravsjusteringar", "Deficit after balance requirement adjustments"),
        amount("to_reserve", "Reserverat", "Set aside in a reserve"),
        amount("restored", "Återställda underskott", "Deficits restored"),
        amount("earmarked", "Öronmärkt", "Earmarked"),
        amount("left_over", "Kvar i övrigt", "Left otherwise"),
    ),
)


def flow_table(year: YearStatement, unit: Unit, language: Language = "sv") -> Table:
    """The way of a year's result as a table: where it comes from, and where it goes. ``code`` is ``result_flow``."""
    return FLOW.table((LABEL, ONE_AMOUNT), _flow_rows(year), language, unit=unit, year=year.year)


def _flow_rows(year: YearStatement) -> Iterator[Row]:
    for name, shares in result_flow(year)._asdict().items():
        yield FLOW.row(name)
        yield from (FLOW.row(share.code, share.ore) for share in shares)
