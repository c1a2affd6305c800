"""The two reserves of the law: how much may be set aside, how long they may be used, when the first is dissolved.

Resultatutjämningsreserven (RUR) may be filled to 2023 and used to 2033; resultatreserven (RER) begins in 2024.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sifund_ledger.citations import KL_1991, KL_2017
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rules import Rule, holds


class Reserve(StrEnum):
    """A reserve within equity: resultatutjämningsreserv (RUR) or resultatreserv (RER)."""

    EQUALISATION = "equalisation_reserve"
    RESULT = "result_reserve"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowCeiling(Rule):
    """What a year's result leaves room for (tak för reservering): what of it exceeds a share of taxes and grants.

    ``share_if_negative`` is the share where equity less the pension contingency (ansvarsförbindelse) is below zero.
    ``decided_in`` is the year the council must have decided in; ``None`` where the statute names none.
    """

    reserve: Reserve
    share: Fraction = Fraction(1, 100)
    share_if_negative: Fraction = Fraction(2, 100)
    decided_in: int | None = None

    def room(self, net_result_ore: int, adjusted_ore: int, base_ore: int, *, negative_equity: bool) -> Fraction:
        """The most that may be set aside, exact, in öre: the lower of the two results, less the share of the base.

        >>> ceiling = FLOW_CEILING[1]
        >>> ceiling.room(93_800, 50_200, 2_895_600, negative_equity=False)
        Fraction(21244, 1)
        """
        share = self.share_if_negative if negative_equity else self.share
        return max(Fraction(0), min(net_result_ore, adjusted_ore) - share * base_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockCeiling(Rule):
    """How large a reserve may be after a reservation (tak för reservens storlek), as a share of taxes and grants."""

    reserve: Reserve
    share: Fraction

    def ceiling(self, base_ore: int) -> Fraction:
        """The largest that the reserve may be, exact, in öre."""
        return self.share * base_ore

    def room(self, before_ore: int, base_ore: int) -> Fraction:
        """What may still be added, exact, in öre; a base that falls forces nothing out.

        >>> STOCK_CEILING[0].room(4_000, 100_000), STOCK_CEILING[0].room(6_000, 100_000)
        (Fraction(1000, 1), Fraction(0, 1))
        """
        return max(Fraction(0), self.ceiling(base_ore) - before_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveUse(Rule):
    """What a reserve may be used for (användning). ``needs_purpose``: the annual report says to what and why.

    ``up_to_zero``: by practice it is used only where the adjusted result is negative, and no further than to zero.
    """

    reserve: Reserve
    needs_purpose: bool = False
    up_to_zero: bool = False


_FLOW: Final = Bilingual(
    "Högst det lägsta av den del av årets resultat och av resultatet efter justeringar som överstiger 1 % av skatter, "
    "generella statsbidrag och utjämning; 2 % om eget kapital inklusive ansvarsförbindelsen är negativt.",
    "At most the lower of what net result and adjusted result have above 1 % of taxes, general grants and "
    "equalisation; 2 % where equity with the pension contingency is negative.",
)
_FLOW_2010: Final = Bilingual(
    f"{_FLOW.sv} Beslutas av fullmäktige under 2013.", f"{_FLOW.en} Decided by the council in 2013."
)
_RUR, _RER = Reserve.EQUALISATION, Reserve.RESULT
_RER_2024: Final = KL_2017("11:14", "2023:642")
_RUR_2018: Final = (
    (2018, 2018, KL_2017("11:14")),
    (2019, 2019, KL_2017("11:14", "2018:600")),
    (2020, 2023, KL_2017("11:14", "2019:835")),
)
_RUR_LEFT: Final = KL_2017("p. 3", "2023:642")
FLOW_CEILING: Final = (
    FlowCeiling("CAP-1", 2010, 2012, KL_1991("p. 2", "2012:800"), _FLOW_2010, reserve=_RUR, decided_in=2013),
    FlowCeiling("CAP-1", 2013, 2017, KL_1991("8:3 d", "2012:800"), _FLOW, reserve=_RUR),
    *(FlowCeiling("CAP-1", first, last, place, _FLOW, reserve=_RUR) for first, last, place in _RUR_2018),
    FlowCeiling("CAP-1", 2024, None, _RER_2024, _FLOW, reserve=_RER),
)
"""The ceiling that the year's result sets (CAP-1). Whose equity and when is not said: the closing balance is ours."""


def open_reserve(year: int) -> Reserve | None:
    """The reserve that a result of the year may be set aside to; ``None`` to 2009.

    >>> open_reserve(2009), open_reserve(2023), open_reserve(2024)
    (None, <Reserve.EQUALISATION: 'equalisation_reserve'>, <Reserve.RESULT: 'result_reserve'>)
    """
    return next((ceiling.reserve for ceiling in FLOW_CEILING if holds(ceiling, year)), None)


_STOCK: Final = Bilingual(
    "Resultatreserven får efter reserveringen vara högst 5 % av skatter, generella statsbidrag och utjämning.",
    "After the allocation the result reserve is at most 5 % of taxes, general grants and equalisation.",
)
STOCK_CEILING: Final = (StockCeiling("CAP-2", 2024, None, _RER_2024, _STOCK, reserve=_RER, share=Fraction(5, 100)),)
"""The ceiling that the size of the reserve sets (CAP-2); RUR has none."""

_RUR_USE: Final = Bilingual(
    "Resultatutjämningsreserven används för att utjämna intäkter över en konjunkturcykel.",
    "The equalisation reserve is used to even out income over a business cycle.",
)
_RUR_LEFT_USE: Final = Bilingual(
    f"{_RUR_USE.sv} Det som fanns 2024-01-01 får behållas till utgången av 2033; inget reserveras.",
    f"{_RUR_USE.en} What there was on 2024-01-01 may be kept to the end of 2033; nothing is added.",
)
EQUALISATION_USE: Final = (
    ReserveUse("USE-RUR", 2013, 2017, KL_1991("8:3 d", "2012:800"), _RUR_USE, reserve=_RUR, up_to_zero=True),
    *(
        ReserveUse("USE-RUR", first, last, place, _RUR_USE, reserve=_RUR, up_to_zero=True)
        for first, last, place in _RUR_2018
    ),
    ReserveUse("USE-RUR", 2024, 2033, _RUR_LEFT, _RUR_LEFT_USE, reserve=_RUR, up_to_zero=True),
)
"""To what and how long RUR may be used (USE-RUR). That it lifts the result to zero at most is SKL's reading alone."""

_RER_USE: Final = Bilingual(
    "Resultatreserven används så att god ekonomisk hushållning uppnås; ange till vad och varför.",
    "The result reserve is used to attain sound financial management; state to what and why.",
)
RESULT_RESERVE_USE: Final = (ReserveUse("USE-RER", 2024, None, _RER_2024, _RER_USE, reserve=_RER, needs_purpose=True),)
"""To what RER may be used (USE-RER)."""

_DISSOLVED: Final = Bilingual(
    "Det som är kvar av resultatutjämningsreserven löses upp i övrigt eget kapital vid utgången av 2033.",
    "What is left of the equalisation reserve is dissolved into other equity at the end of 2033.",
)
DISSOLUTION: Final = (Rule("DIS-1", 2033, 2033, _RUR_LEFT, _DISSOLVED),)
"""The end of RUR (DIS-1): a move within equity, with no effect on any result."""
