"""The fields of commands on projects and on what boards repay (projektfält): names, frames and plans by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Annotated, Any, Final

from sifund_ledger.fields import composed, kinds
from sifund_ledger.fields.annotated import Day
from sifund_ledger.fields.composed import list_of, mapping_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import Kind, Setting, name_of, unreadable
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.state.postings import PlanLine

ByYear = Mapping[int, int]
Equal = tuple[int, int, int]
"""An amount in öre, its first and its last year: divided equally over them."""
PlanByBoard = Mapping[str, ByYear | Equal]
"""A plan of repayment (återföringsplan) by board."""

BOARD: Final = name_of(Bilingual("nämnd", "board"), Bilingual("Nämnden", "The board"), '"Skola"')


def _instalments(yearly: Kind, value: Any, place: str, setting: Setting) -> ByYear | Equal:
    if not isinstance(value, list | tuple):
        return yearly.read(value, place, setting)  # type: ignore[no-any-return]
    if len(value) != 3:
        raise unreadable(_INSTALMENTS.words, value, place, _INSTALMENTS.example)
    read: list[int] = []
    faults = Faults()
    for kind, part in zip((kinds.POSITIVE, kinds.YEAR, kinds.YEAR), value, strict=True):
        with faults:
            read.append(kind.read(part, place, setting))
    faults.refuse()
    return read[0], read[1], read[2]


def _plans(texts: Sequence[str]) -> dict[str, Any]:
    """``Skola:2017=100,2018=200`` as a file has it; ``Skola:2017-2019=100`` is an equal division."""
    plan: dict[str, Any] = {}
    for text in texts:
        board, _, parts = (part.strip() for part in text.rpartition(":"))
        years, _, amount = parts.partition("=")
        first, to, last = years.partition("-")
        by_year, before = composed.pairs([parts]), plan.get(board)
        plan[board] = (amount, first, last) if to else {**before, **by_year} if isinstance(before, dict) else by_year
    return plan


def _pair(value: Any, place: str, setting: Setting) -> tuple[str, str]:
    pair = value.split(":", 1) if isinstance(value, str) else value
    if not isinstance(pair, list | tuple) or len(pair) != 2 or not all(isinstance(text, str) for text in pair):
        raise unreadable(_PAIR.words, value, place, _PAIR.example)
    return pair[0], pair[1]


def _instalments_of(yearly: Kind) -> Kind:
    words, example = Bilingual("belopp per år", "amounts by year"), '{ 2017 = "2 400 000" }'
    return Kind("instalments", words, partial(_instalments, yearly), example, yearly.schema)


_INSTALMENTS: Final = _instalments_of(composed.YEARLY)
PLAN: Final = mapping_of(BOARD, _INSTALMENTS, parts=_plans, restored=lambda lines: plan_of(lines))
PLAN_CHANGES: Final = mapping_of(
    BOARD, _instalments_of(composed.YEARLY_CHANGES), parts=_plans, restored=lambda lines: plan_of(lines)
)
_PAIR: Final = Kind(
    "participant",
    Bilingual("nämnd och enhet", "board and unit"),
    _pair,
    '"Skola:Elevhälsan"',
    {"type": "array"},
    many=Bilingual("nämnder och enheter", "boards and units"),
)

ProjectName = Annotated[
    str,
    name_of(Bilingual("projekt", "project"), Bilingual("Projektet", "The project"), '"Navigator"'),
    Said("projekt", "Projektets namn.", "The project's name."),
]
Board = Annotated[str, BOARD, Said("nämnd", "Nämnden.", "The board.")]
Financing = Annotated[
    str,
    kinds.TEXT,
    Said("finansiering", "Finansieringen enligt beslutet.", "How it is financed, as the decision has it."),
]
Frames = Annotated[
    ByYear, composed.YEARLY, Said("ramar", "Belopp per år i nämndens ram.", "Amounts by year in the frame.")
]
FrameChanges = Annotated[Frames, composed.YEARLY_CHANGES]
RepaymentPlan = Annotated[
    PlanByBoard, PLAN, Said("plan", "Återföring per nämnd och år.", "Repayment by board and year.")
]
PlanChanges = Annotated[RepaymentPlan, PLAN_CHANGES]
Participants = Annotated[
    tuple[tuple[str, str], ...],
    list_of(_PAIR),
    Said("deltagare", "Nämnder och enheter som deltar.", "Boards and units that take part."),
]
FirstDay = Annotated[Day, Said("start", "Projektets första dag.", "The project's first day.")]
LastDay = Annotated[Day, Said("slut", "Projektets sista dag.", "The project's last day.")]
AmountsByBoard = Annotated[
    Mapping[str, int],
    mapping_of(BOARD, kinds.POSITIVE),
    Said("återfört", "Återfört per nämnd.", "Repaid so far, by board."),
]
Successors = Annotated[
    Mapping[str, Fraction],
    mapping_of(BOARD, kinds.SHARE),
    Said("efterföljare", "Andel av budgeten per nämnd.", "Share of the budget by board."),
]
CostPart = Annotated[int, kinds.NOT_NEGATIVE]
FrameYear = Annotated[int, kinds.YEAR, Said("ramår", "Året vars ram sänks.", "The year whose frame is lowered.")]
EffectYear = Annotated[
    int, kinds.YEAR, Said("effektår", "Året då effekten uppstod.", "The year that the effect arose.")
]


def equal_profile(ore: int, first_year: int, last_year: int) -> dict[int, int]:
    """An amount in equal parts over years (jämn fördelning): what does not divide falls in the last year.

    >>> equal_profile(100, 2026, 2028)
    {2026: 33, 2027: 33, 2028: 34}
    """
    years = range(first_year, max(first_year, last_year) + 1)
    each = ore // len(years)
    parts = dict.fromkeys(years, each)
    parts[years[-1]] += ore - each * len(years)
    return parts


def lines_of(plan: PlanByBoard | None) -> tuple[PlanLine, ...]:
    """A plan as lines by board and year, none of zero.

    >>> lines_of({"SN": (100, 2016, 2018)})
    (('SN', 2016, 33), ('SN', 2017, 33), ('SN', 2018, 34))
    """
    return tuple(
        (board, year, ore)
        for board, parts in (plan or {}).items()
        for year, ore in sorted((equal_profile(*parts) if isinstance(parts, tuple) else parts).items())
        if ore
    )


def plan_of(lines: Iterable[PlanLine]) -> dict[str, dict[int, int]]:
    """The plan that lines are of, by board and year."""
    plan: dict[str, dict[int, int]] = {}
    for board, year, ore in lines:
        by_year = plan.setdefault(board, {})
        by_year[year] = by_year.get(year, 0) + ore
    return plan
