"""When a negative balance requirement result is to be restored, and when it need not be (återställande)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from sifund_ledger.citations import KL_1991, KL_2017, KRL, LKBR
from sifund_ledger.findings import Bilingual
from sifund_ledger.fiscal import year_close
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class DeficitRule(Rule):
    """How long a deficit of a year may wait (återställandetid), keyed by the year in which it arose.

    ``years`` is the number of years after it. ``plan`` says whether the council adopts an action plan
    (åtgärdsplan). ``decide_within`` is the number of years after it by whose end the council has decided on the
    restoration; ``None`` where the statute sets no such day.
    """

    years: int = 3
    plan: bool = True
    decide_within: int | None = None

    def due_year(self, deficit_year: int) -> int:
        """The fiscal year at whose end the deficit is to have been restored.

        >>> DEFICITS[0].due_year(2004), DEFICITS[1].due_year(2005)
        (2006, 2008)
        """
        return deficit_year + self.years

    def decide_by(self, deficit_year: int) -> date | None:
        """The last day for the council's decision on how to restore, or ``None`` where the statute names none.

        The decision stands in the budget for the third year at the latest, and that budget is decided in the year
        before: by :meth:`budgeted_by`, on special grounds by this day.

        >>> DEFICITS[2].decide_by(2013), DEFICITS[2].budgeted_by(2013)
        (datetime.date(2015, 12, 31), datetime.date(2015, 11, 30))
        """
        return None if self.decide_within is None else year_close(deficit_year + self.decide_within)

    def budgeted_by(self, deficit_year: int) -> date | None:
        """The day by which the budget that holds the decision is ordinarily decided; ``None`` where there is none."""
        return None if self.decide_within is None else date(deficit_year + self.decide_within, 11, 30)


_WITHIN_TWO: Final = Bilingual(
    "Ett negativt resultat regleras i budgeten senast två år efter det år då det uppkom.",
    "A negative result is made good in the budget within two years of the year it arose in.",
)
_WITHIN_THREE: Final = Bilingual(
    "Ett negativt resultat regleras inom tre år, enligt en åtgärdsplan som fullmäktige antar.",
    "A negative result is made good within three years, by an action plan that the council adopts.",
)
_WITH_PLAN: Final = Bilingual(
    "Ett negativt balanskravsresultat regleras inom tre år; fullmäktige antar en åtgärdsplan.",
    "A negative balance requirement result is made good within three years; the council adopts an action plan.",
)
DEFICITS: Final = (
    DeficitRule("DEF-1", 1998, 2004, KL_1991("8:5", "1997:615"), _WITHIN_TWO, years=2, plan=False),
    DeficitRule("DEF-2", 2005, 2012, KL_1991("8:5 a", "2004:775"), _WITHIN_THREE),
    # The decision is to stand in the budget for the third year, and that budget is adopted in the second.
    DeficitRule("DEF-3", 2013, 2017, KL_1991("8:5 a", "2012:800"), _WITH_PLAN, decide_within=2),
    DeficitRule("DEF-3", 2018, 2018, KL_2017("11:12"), _WITH_PLAN, decide_within=2),
    DeficitRule("DEF-3", 2019, None, KL_2017("11:12", "2018:600"), _WITH_PLAN, decide_within=2),
)
"""By the year in which the deficit arose."""

_GROUNDS: Final = Bilingual(
    "Fullmäktige får vid synnerliga skäl besluta att ett underskott inte ska regleras.",
    "The council may decide on exceptional grounds that a deficit is not to be made good.",
)
_PRACTICE: Final = Bilingual(
    "Att bara en del av underskottet undantas, eller att tiden för återställande förlängs, är praxis.",
    "That only a part of a deficit is waived, or that its deadline is extended, is practice.",
)
_ground = partial(Rule, "DEF-4", text=_GROUNDS, practice=_PRACTICE)
EXCEPTIONAL_GROUNDS: Final = (
    _ground(1998, 2004, KL_1991("8:5", "1997:615")),
    _ground(2005, 2012, KL_1991("8:5 b", "2004:775"), certainty=Certainty.SECONDARY),
    _ground(2013, 2017, KL_1991("8:5 b", "2012:800")),
    _ground(2018, None, KL_2017("11:13")),
)
"""The council may decide that a deficit need not be restored (synnerliga skäl)."""

_OLDEST_FIRST: Final = Bilingual(
    "Senare positiva resultat återställer det äldsta underskottet först.",
    "Later positive results restore the oldest deficit first.",
)
RESTORATION: Final = (
    Rule("DEF-5", 1998, 1999, KL_1991("8:5", "1997:615"), _OLDEST_FIRST, certainty=Certainty.INFERENCE),
    Rule("DEF-5", 2000, 2004, KRL("4:4"), _OLDEST_FIRST, certainty=Certainty.INFERENCE),
    Rule("DEF-5", 2005, 2012, KRL("4:4", "2004:776"), _OLDEST_FIRST, certainty=Certainty.INFERENCE),
    Rule("DEF-5", 2013, 2017, KRL("4:4", "2012:799"), _OLDEST_FIRST, certainty=Certainty.INFERENCE),
    Rule("DEF-5", 2018, 2018, KRL("4:4", "2017:739"), _OLDEST_FIRST, certainty=Certainty.INFERENCE),
    Rule("DEF-5", 2019, None, LKBR("11:11"), _OLDEST_FIRST, certainty=Certainty.INFERENCE),
)
"""A later positive result restores the oldest deficit first (återställt). The order is a convention: the statute
prescribes what the annual report states, how earlier deficits were restored and what remains."""
