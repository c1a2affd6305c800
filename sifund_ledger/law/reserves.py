"""The two reserves of the law: how much may be set aside, how long they may be used, when the first is dissolved.

Resultatutjämningsreserven (RUR) may be filled to 2023 and used to 2033; resultatreserven (RER) begins in 2024.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sifund_ledger.law.citations import KL_1991, KL_2017, Citation
from sifund_ledger.law.rules import Certainty, Rule


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
    share: Fraction
    share_if_negative: Fraction
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

    def room(self, before_ore: int, base_ore: int) -> Fraction:
        """What may still be added, exact, in öre; a base that falls forces nothing out.

        >>> STOCK_CEILING[0].room(4_000, 100_000), STOCK_CEILING[0].room(6_000, 100_000)
        (Fraction(1000, 1), Fraction(0, 1))
        """
        return max(Fraction(0), self.share * base_ore - before_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveUse(Rule):
    """What a reserve may be used for (användning). ``needs_purpose``: the annual report says to what and why.

    ``up_to_zero``: by practice it is used only where the adjusted result is negative, and no further than to zero.
    """

    reserve: Reserve
    needs_purpose: bool
    up_to_zero: bool


_ONE: Final = Fraction(1, 100)
_TWO: Final = Fraction(2, 100)
_FLOW_SV: Final = (
    "Högst det lägsta av den del av årets resultat och av resultatet efter justeringar som överstiger 1 % av skatter, "
    "generella statsbidrag och utjämning; 2 % om eget kapital inklusive ansvarsförbindelsen är negativt."
)
_FLOW_EN: Final = (
    "At most the lower of what net result and adjusted result have above 1 % of taxes, general grants and "
    "equalisation; 2 % where equity with the pension contingency is negative."
)

FLOW_CEILING: Final = (
    FlowCeiling(
        name="CAP-1",
        first_year=2010,
        last_year=2012,
        citation=Citation(KL_1991, 0, "2", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv=f"{_FLOW_SV} Beslutas av fullmäktige under 2013.",
        en=f"{_FLOW_EN} Decided by the council in 2013.",
        reserve=Reserve.EQUALISATION,
        share=_ONE,
        share_if_negative=_TWO,
        decided_in=2013,
    ),
    FlowCeiling(
        name="CAP-1",
        first_year=2013,
        last_year=2017,
        citation=Citation(KL_1991, 8, "3 d", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv=_FLOW_SV,
        en=_FLOW_EN,
        reserve=Reserve.EQUALISATION,
        share=_ONE,
        share_if_negative=_TWO,
    ),
    FlowCeiling(
        name="CAP-1",
        first_year=2018,
        last_year=2023,
        citation=Citation(KL_2017, 11, "14"),
        certainty=Certainty.STATUTE,
        sv=_FLOW_SV,
        en=_FLOW_EN,
        reserve=Reserve.EQUALISATION,
        share=_ONE,
        share_if_negative=_TWO,
    ),
    FlowCeiling(
        name="CAP-1",
        first_year=2024,
        last_year=None,
        citation=Citation(KL_2017, 11, "14", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv=_FLOW_SV,
        en=_FLOW_EN,
        reserve=Reserve.RESULT,
        share=_ONE,
        share_if_negative=_TWO,
    ),
)
"""The ceiling that the year's result sets (CAP-1). Whose equity and when is not said: the closing balance is ours."""

STOCK_CEILING: Final = (
    StockCeiling(
        name="CAP-2",
        first_year=2024,
        last_year=None,
        citation=Citation(KL_2017, 11, "14", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv="Resultatreserven får efter reserveringen vara högst 5 % av skatter, generella statsbidrag och utjämning.",
        en="After the allocation the result reserve is at most 5 % of taxes, general grants and equalisation.",
        reserve=Reserve.RESULT,
        share=Fraction(5, 100),
    ),
)
"""The ceiling that the size of the reserve sets (CAP-2); RUR has none."""

_USE_SV: Final = "Resultatutjämningsreserven används för att utjämna intäkter över en konjunkturcykel."
_USE_EN: Final = "The equalisation reserve is used to even out income over a business cycle."
EQUALISATION_USE: Final = (
    ReserveUse(
        name="USE-RUR",
        first_year=2013,
        last_year=2017,
        citation=Citation(KL_1991, 8, "3 d", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv=_USE_SV,
        en=_USE_EN,
        reserve=Reserve.EQUALISATION,
        needs_purpose=False,
        up_to_zero=True,
    ),
    ReserveUse(
        name="USE-RUR",
        first_year=2018,
        last_year=2023,
        citation=Citation(KL_2017, 11, "14"),
        certainty=Certainty.STATUTE,
        sv=_USE_SV,
        en=_USE_EN,
        reserve=Reserve.EQUALISATION,
        needs_purpose=False,
        up_to_zero=True,
    ),
    ReserveUse(
        name="USE-RUR",
        first_year=2024,
        last_year=2033,
        citation=Citation(KL_2017, 0, "3", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv=f"{_USE_SV} Det som fanns 2024-01-01 får behållas till utgången av 2033; inget reserveras.",
        en=f"{_USE_EN} What there was on 2024-01-01 may be kept to the end of 2033; nothing is added.",
        reserve=Reserve.EQUALISATION,
        needs_purpose=False,
        up_to_zero=True,
    ),
)
"""To what and how long RUR may be used (USE-RUR). That it lifts the result to zero at most is SKL's reading alone."""

RESULT_RESERVE_USE: Final = (
    ReserveUse(
        name="USE-RER",
        first_year=2024,
        last_year=None,
        citation=Citation(KL_2017, 11, "14", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv="Resultatreserven används så att god ekonomisk hushållning uppnås; till vad och varför ska anges.",
        en="The result reserve is used to attain sound financial management; to what and why is stated.",
        reserve=Reserve.RESULT,
        needs_purpose=True,
        up_to_zero=False,
    ),
)
"""To what RER may be used (USE-RER)."""

DISSOLUTION: Final = (
    Rule(
        name="DIS-1",
        first_year=2033,
        last_year=2033,
        citation=Citation(KL_2017, 0, "3", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv="Det som är kvar av resultatutjämningsreserven löses upp i övrigt eget kapital vid utgången av 2033.",
        en="What is left of the equalisation reserve is dissolved into other equity at the end of 2033.",
    ),
)
"""The end of RUR (DIS-1): a move within equity, with no effect on any result."""
