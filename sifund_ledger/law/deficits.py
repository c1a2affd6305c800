"""When a negative balance requirement result is to be restored, and when it need not be (återställande)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sifund_ledger.fiscal import year_close
from sifund_ledger.law.citations import KL_1991, KL_2017, KRL, LKBR, Citation
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class DeficitRule(Rule):
    """How long a deficit of a year may wait (återställandetid), keyed by the year in which it arose.

    ``years`` is the number of years after it. ``plan`` says whether the council adopts an action plan
    (åtgärdsplan). ``decide_within`` is the number of years after it by whose end the council has decided on the
    restoration; ``None`` where the statute sets no such day.
    """

    years: int
    plan: bool
    decide_within: int | None

    def due_year(self, deficit_year: int) -> int:
        """The fiscal year at whose end the deficit is to have been restored.

        >>> DEFICITS[0].due_year(2004), DEFICITS[1].due_year(2005)
        (2006, 2008)
        """
        return deficit_year + self.years

    def decide_by(self, deficit_year: int) -> date | None:
        """The last day for the council's decision on how to restore, or ``None`` where the statute names none.

        >>> DEFICITS[2].decide_by(2013)
        datetime.date(2015, 12, 31)
        """
        return None if self.decide_within is None else year_close(deficit_year + self.decide_within)


DEFICITS: Final = (
    DeficitRule(
        name="DEF-1",
        first_year=1998,
        last_year=2004,
        citation=Citation(KL_1991, 8, "5", amended_by="1997:615"),
        certainty=Certainty.STATUTE,
        sv="Ett negativt resultat regleras i budgeten senast två år efter det år då det uppkom.",
        en="A negative result is made good in the budget within two years of the year it arose in.",
        years=2,
        plan=False,
        decide_within=None,
    ),
    DeficitRule(
        name="DEF-2",
        first_year=2005,
        last_year=2012,
        citation=Citation(KL_1991, 8, "5 a", amended_by="2004:775"),
        certainty=Certainty.STATUTE,
        sv="Ett negativt resultat regleras inom tre år, enligt en åtgärdsplan som fullmäktige antar.",
        en="A negative result is made good within three years, by an action plan that the council adopts.",
        years=3,
        plan=True,
        decide_within=None,
    ),
    # The decision is to stand in the budget for the third year, and that budget is adopted in the second.
    DeficitRule(
        name="DEF-3",
        first_year=2013,
        last_year=2017,
        citation=Citation(KL_1991, 8, "5 a", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv="Ett negativt balanskravsresultat regleras inom tre år; fullmäktige antar en åtgärdsplan.",
        en="A negative balance requirement result is made good within three years; the council adopts an action plan.",
        years=3,
        plan=True,
        decide_within=2,
    ),
    DeficitRule(
        name="DEF-3",
        first_year=2018,
        last_year=None,
        citation=Citation(KL_2017, 11, "12"),
        certainty=Certainty.STATUTE,
        sv="Ett negativt balanskravsresultat regleras inom tre år; fullmäktige antar en åtgärdsplan.",
        en="A negative balance requirement result is made good within three years; the council adopts an action plan.",
        years=3,
        plan=True,
        decide_within=2,
    ),
)
"""By the year in which the deficit arose."""

EXCEPTIONAL_GROUNDS: Final = (
    Rule(
        name="DEF-4",
        first_year=1998,
        last_year=2004,
        citation=Citation(KL_1991, 8, "5", amended_by="1997:615"),
        certainty=Certainty.STATUTE,
        sv="Fullmäktige får vid synnerliga skäl besluta att ett underskott, helt eller delvis, inte ska regleras.",
        en="The council may decide on exceptional grounds that a deficit, whole or in part, is not to be made good.",
    ),
    Rule(
        name="DEF-4",
        first_year=2005,
        last_year=2012,
        citation=Citation(KL_1991, 8, "5 b", amended_by="2004:775"),
        certainty=Certainty.SECONDARY,
        sv="Fullmäktige får vid synnerliga skäl besluta att ett underskott, helt eller delvis, inte ska regleras.",
        en="The council may decide on exceptional grounds that a deficit, whole or in part, is not to be made good.",
    ),
    Rule(
        name="DEF-4",
        first_year=2013,
        last_year=2017,
        citation=Citation(KL_1991, 8, "5 b", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv="Fullmäktige får vid synnerliga skäl besluta att ett underskott, helt eller delvis, inte ska regleras.",
        en="The council may decide on exceptional grounds that a deficit, whole or in part, is not to be made good.",
    ),
    Rule(
        name="DEF-4",
        first_year=2018,
        last_year=None,
        citation=Citation(KL_2017, 11, "13"),
        certainty=Certainty.STATUTE,
        sv="Fullmäktige får vid synnerliga skäl besluta att ett underskott, helt eller delvis, inte ska regleras.",
        en="The council may decide on exceptional grounds that a deficit, whole or in part, is not to be made good.",
    ),
)
"""The council may decide that a deficit, whole or in part, need not be restored (synnerliga skäl)."""

RESTORATION: Final = (
    Rule(
        name="DEF-5",
        first_year=1998,
        last_year=1999,
        citation=Citation(KL_1991, 8, "5", amended_by="1997:615"),
        certainty=Certainty.INFERENCE,
        sv="Senare positiva resultat återställer det äldsta underskottet först.",
        en="Later positive results restore the oldest deficit first.",
    ),
    Rule(
        name="DEF-5",
        first_year=2000,
        last_year=2018,
        citation=Citation(KRL, 4, "4"),
        certainty=Certainty.INFERENCE,
        sv="Senare positiva resultat återställer det äldsta underskottet först.",
        en="Later positive results restore the oldest deficit first.",
    ),
    Rule(
        name="DEF-5",
        first_year=2019,
        last_year=None,
        citation=Citation(LKBR, 11, "11"),
        certainty=Certainty.INFERENCE,
        sv="Senare positiva resultat återställer det äldsta underskottet först.",
        en="Later positive results restore the oldest deficit first.",
    ),
)
"""A later positive result restores the oldest deficit first (återställt). The order is a convention; the statute
has what the annual report tells: how earlier deficits were restored and what remains."""
