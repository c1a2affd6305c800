"""A printed statement by the law (utredningen enligt lagen): the figures of its rows drawn up anew, and its layout."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sifund_ledger.audit.printed.adding import DEDUCTIONS, Added, TableKind, kind_of
from sifund_ledger.audit.printed.reading import PrintedPage, PrintedRow
from sifund_ledger.audit.printed.rows import Role, folded
from sifund_ledger.balance.figures.year_figures import OwnRow, Presentation, YearFigures
from sifund_ledger.balance.statement.statement import balance_requirement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.money import from_ore

LAYOUTS: Final = {
    Presentation.STRICT: Bilingual("lagens rader, och inget annat i resultatet", "the statute's rows, nothing besides"),
    Presentation.INSIDE: Bilingual(
        "egna rader mellan reserven och resultatet", "own rows between the reserve and the result"
    ),
    Presentation.BELOW: Bilingual("öronmärkning under resultatet", "earmarking below the result"),
    Presentation.GROUNDS: Bilingual(
        "öronmärkning som synnerliga skäl under resultatet", "earmarking as exceptional grounds below the result"
    ),
    Presentation.ADDED_BACK: Bilingual(
        "egna rader före resultatet efter justeringar", "own rows before the adjusted result"
    ),
}
NO_FORMULA: Final = Bilingual("före 2013: lagen har ingen uppställning", "before 2013: the law has no layout")

_FIGURES: Final[dict[Role, tuple[str, str]]] = {
    Role.REALISED_GAINS: ("realised_losses_exempt", "realised_gains"),
    Role.REALISED_GAINS_EXEMPT: ("realised_gains_exempt", ""),
    Role.REALISED_LOSSES_EXEMPT: ("realised_losses_exempt", ""),
    Role.UNREALISED: ("unrealised_losses", "unrealised_gains"),
    Role.UNREALISED_REVERSED: ("unrealised_gains_reversed", "unrealised_losses_reversed"),
    Role.RESERVE_ALLOCATED: ("", "reserve_allocated"),
    Role.RESERVE_USED: ("reserve_used", ""),
    Role.EARMARK_SET_ASIDE: ("", "earmark_set_aside"),
    Role.EARMARK_USED: ("earmark_used", ""),
}
"""The figure of a row, by whether its amount is added to the result or deducted."""
_OWN: Final = {Role.OWN, Role.GROUNDS, Role.EARMARKING, None}
_EARMARKS: Final = {Role.EARMARK_SET_ASIDE, Role.EARMARK_USED, Role.EARMARKING}
_RER_FROM: Final = 2024


class ByLaw(NamedTuple):
    """A column of a printed statement drawn up by the law: its layout, the statement, or why there is none."""

    column: int
    layout: Presentation
    statement: YearStatement | None
    refused: tuple[Finding, ...] = ()


def by_law(page: PrintedPage, added: Added) -> tuple[ByLaw, ...]:
    """Each column of a balanskravsutredning with a known year and a result, drawn up from the rows that are known."""
    if kind_of(page) is not TableKind.STATEMENT:
        return ()
    found = []
    for column, head in enumerate(page.columns):
        net = [row for row in page.rows if row.role is Role.NET_RESULT and row.ore[column] is not None]
        unread = any(column in row.unread for row in page.rows)
        if head.year is not None and len(net) == 1 and not unread:
            found.append(_drawn(page, added, column, head.year))
    return tuple(found)


def _drawn(page: PrintedPage, added: Added, column: int, year: int) -> ByLaw:
    layout = layout_of(page, column)
    try:
        figures = _figures(page, added, column, year, layout)
        statement = balance_requirement([figures], unit=page.unit or "kr", opening_deficits=[])
    except Refused as refusal:
        return ByLaw(column, layout, None, refusal.findings)
    return ByLaw(column, layout, statement.years[0])


def _figures(page: PrintedPage, added: Added, column: int, year: int, layout: Presentation) -> YearFigures:
    sums: dict[str, int] = {}
    own: list[OwnRow] = []
    last = _last_result(page, column)
    for at, row in enumerate(page.rows):
        ore = row.ore[column]
        if ore is None or not (ore or row.role is Role.NET_RESULT):
            continue
        ore = -ore if added.unsigned and row.role in DEDUCTIONS else ore
        if row.role is Role.NET_RESULT:
            sums["net_result"] = ore
        elif at < last and _is_own(row, ore, year) and (row.role is not None or added.counted):
            own.append(OwnRow(label=row.label, amount=from_ore(ore)))
        elif row.role in _FIGURES:
            key = _key(row, ore, year)
            sums[key] = sums.get(key, 0) + abs(ore)
    kind = page.columns[column].kind
    amounts: dict[str, Any] = {key: from_ore(ore) for key, ore in sums.items()}
    return YearFigures(year=year, kind=kind, presentation=layout, other_adjustments=tuple(own), **amounts)


def _key(row: PrintedRow, ore: int, year: int) -> str:
    role = row.role
    assert role is not None
    if role is Role.RESERVE_USED and year >= _RER_FROM and "resultatreserv" not in folded(row.label):
        return "equalisation_reserve_used"
    return _FIGURES[role][0 if ore > 0 else 1]


def _is_own(row: PrintedRow, ore: int, year: int) -> bool:
    """Whether a term is no row of the year's law: one of one's own, or printed against its sign."""
    if row.role in _OWN:
        return True
    if row.role not in _FIGURES:
        return False
    if not regime_of(year).has_formula:
        return True
    return not _FIGURES[row.role][0 if ore > 0 else 1]


def _last_result(page: PrintedPage, column: int) -> int:
    """Where the result of a column stands, or what stands in for it."""
    for role in (Role.RESULT, Role.PRESENTED, Role.ADJUSTED):
        for at, row in enumerate(page.rows):
            if row.role is role and row.ore[column] is not None:
                return at
    return len(page.rows)


def layout_of(page: PrintedPage, column: int) -> Presentation:
    """Which layout a column has, by where rows stand that are not the statute's (ruling R34)."""

    def place(role: Role) -> int | None:
        rows = (at for at, row in enumerate(page.rows) if row.role is role and row.ore[column] is not None)
        return next(rows, None)

    adjusted, result = place(Role.ADJUSTED), place(Role.RESULT)
    presented = place(Role.PRESENTED)
    decisive = result if result is not None else presented
    for at, row in enumerate(page.rows):
        if not row.ore[column] or row.role not in _OWN | _EARMARKS:
            continue
        if adjusted is not None and at < adjusted:
            return Presentation.ADDED_BACK
        if decisive is not None and at < decisive:
            return Presentation.INSIDE if adjusted is not None or result is not None else Presentation.ADDED_BACK
        if presented is not None and at < presented and row.role in _EARMARKS:
            said = folded(row.label) + folded(page.rows[presented].label)
            return Presentation.GROUNDS if "synnerlig" in said else Presentation.BELOW
    return Presentation.STRICT
