"""Policies of real municipalities (förlagor), each citing its source.

What a source does not say is not filled in: it is ``undecided``, and a fund is made of the preset once the
municipality has chosen it (:meth:`Policy.choose`). "The thesis" is Larsson & Södergren, *Budget – ett hinder för ett
minskat utanförskap?* (University of Gothenburg, 2016).
"""

from dataclasses import replace
from datetime import date as _date
from fractions import Fraction
from typing import Final

from sifund_ledger.funds.policy.choices import (
    ClawbackMode,
    LegalForm,
    LossBearer,
    RepaymentBasis,
    SetAsideRule,
    SetAsideSource,
)
from sifund_ledger.funds.policy.parameters import Undecided
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.money import sek

__all__ = [
    "ale_2012",
    "ale_double_2017",
    "budget_textbook",
    "gavleborg",
    "lulea",
    "norrkoping_2010",
    "norrkoping_2021",
    "orebro_strict",
    "plain_budget",
    "result_reserve_2024",
    "reversal_textbook",
    "stockholms_lan_2014",
    "sundsvall_2016",
    "tomelilla_earmark",
    "upplands_bro",
]

_THESIS = "Larsson & Södergren, Budget – ett hinder för ett minskat utanförskap? (Göteborgs universitet 2016), "
_SURPLUS = (SetAsideSource.SURPLUS.value,)
_SURPLUS_AND_RENEWAL = (SetAsideSource.SURPLUS.value, SetAsideSource.RENEWAL.value)


def _silent(parameter: str, sv: str, en: str) -> Undecided:
    """A parameter that the source says nothing of."""
    return Undecided(parameter, f"inget sägs om {sv}", f"nothing is said of {en}")


_LAYOUT = _silent(
    "presentation",
    "hur fonden visas i balanskravsutredningen",
    "how the fund is shown in the balance requirement statement",
)
_FLOOR = ("en lägsta återföring", "a least repayment")

reversal_textbook: Final = Policy(
    name="reversal_textbook",
    source=_THESIS + "återföringsmodellen: enheter med lägre kostnader återför när vinsten uppstår",
    set_aside_sources=(*_SURPLUS_AND_RENEWAL, SetAsideSource.ACCUMULATED_EQUITY.value),
    revolving=True,
)
"""The reversal model as in the textbook (S2, S3): what is saved comes back; the fund bears what does not."""

budget_textbook: Final = Policy(
    name="budget_textbook",
    source=_THESIS + "budgetmodellen: ett engångsbelopp under en bestämd tid",
    set_aside_sources=(*_SURPLUS, SetAsideSource.ACCUMULATED_EQUITY.value),
    undecided=(
        Undecided(
            "window",
            "en bestämd tid, men inte vilka år: ange första och sista året",
            "a fixed period, but not which years: give the first and the last",
        ),
    ),
)
"""The budget model (S4): one amount, a fixed period, nothing repaid."""

orebro_strict: Final = Policy(
    name="orebro_strict",
    source=_THESIS + "om Örebro; Riktlinjer för sociala investeringar, Ks 954/2016, KS 2016-09-20 § 198",
    set_aside_sources=(*_SURPLUS_AND_RENEWAL, SetAsideSource.AFA_REFUND.value),
    set_aside_rule=SetAsideRule.TARGET_SHARE,
    target_share_of_budget=Fraction(2, 100),
    revolving=True,
    repayment_basis=RepaymentBasis.MAX_FLOOR_MEASURED,
    repayment_floor_share=Fraction(30, 100),
    start_deadline_years=3,
    end_limit_years_soft=8,
    end_limit_years_hard=10,
    clawback_mode=ClawbackMode.AUTOMATIC_PLAN,
    loss_bearer=LossBearer.FLOOR_THEN_FUND,
    undecided=(_LAYOUT,),
)
"""Örebro (S15, S16): plans that repay all of the grant, 30 % per board at least, 2 % of the budget as target."""

tomelilla_earmark: Final = Policy(
    name="tomelilla_earmark",
    source=_THESIS + "om Tomelilla: öronmärkning av positivt resultat, ianspråktagande som synnerliga skäl",
    presentation="grounds",
    set_aside_sources=_SURPLUS,
    use_without_project=True,
)
"""Tomelilla: part of a positive result is earmarked; a use is printed among the exceptional grounds (S11, D6)."""

ale_2012: Final = Policy(
    name="ale_2012",
    source=_THESIS + "om Ale 2012–2016: 10 miljoner av AFA-återbetalningen, återföring som gjordes om",
    set_aside_sources=(SetAsideSource.AFA_REFUND.value, SetAsideSource.RENEWAL.value),
    revolving=True,
    clawback_mode=ClawbackMode.AUTOMATIC_PLAN,
    repayment_basis=RepaymentBasis.PLAN,
    undecided=(
        _silent("repayment_floor_share", *_FLOOR),
        _silent(
            "start_deadline_years",
            "när återföringen ska ha börjat (”ingen”, om det inte finns någon frist)",
            "when repayment must have begun (none, where there is no deadline)",
        ),
        _silent(
            "end_limit_years_hard",
            "när den ska vara klar (”ingen”, om det inte finns någon frist)",
            "when it must be done (none, where there is no deadline)",
        ),
        _silent("loss_bearer", "vem som bär förlusten", "who bears the loss"),
        _LAYOUT,
    ),
)
"""Ale's first fund (S6, S7): AFA money, a reversal model whose terms the sources do not give."""

ale_double_2017: Final = Policy(
    name="ale_double_2017",
    source=_THESIS + "om Ales dubbla modell från 2017, prövad fyra år framåt",
    set_aside_sources=(*_SURPLUS_AND_RENEWAL, SetAsideSource.ACCUMULATED_EQUITY.value),
    subfunds=(
        ("A", (("set_aside_rule", "percent_of_result"), ("loss_bearer", "fund"))),
        (
            "B",
            (
                ("revolving", True),
                ("clawback_mode", "automatic_plan"),
                ("repayment_basis", "plan"),
                ("start_deadline_years", 3),
            ),
        ),
    ),
    undecided=(
        Undecided(
            "A.set_aside_share",
            "en viss procent av resultatet, men inte vilken",
            "a percentage of the result, but not which",
        ),
        _silent(
            "A.year_end_carry_over",
            "vad som händer med outnyttjade medel i del A",
            "what becomes of unused money in part A",
        ),
        Undecided(
            "window",
            "prövad fyra år framåt från 2017: till 2020 eller 2021",
            "tried for four years ahead from 2017: to 2020 or 2021",
        ),
        Undecided(
            "annual_frame",
            "en årlig ram, men inte hur stor (”ingen”, om det inte finns någon)",
            "a yearly frame, but not how large (none, where there is none)",
        ),
        _silent("B.repayment_floor_share", *_FLOOR),
        _silent("B.loss_bearer", "vem som bär förlusten i del B", "who bears the loss in part B"),
        _LAYOUT,
    ),
)
"""Ale's double model (S8–S10): part A a share of the result without repayment, part B repaid by the boards."""

norrkoping_2010: Final = Policy(
    name="norrkoping_2010",
    source="Norrköpings kommun, Hantering av kommunens sociala investeringsfond, KS-605/2010; Budget 2022",
    set_aside_sources=(*_SURPLUS_AND_RENEWAL, SetAsideSource.ACCUMULATED_EQUITY.value),
    revolving=True,
    clawback_mode=ClawbackMode.AUTOMATIC_MEASURED,
)
"""Norrköping's first fund (S5): boards' frames are lowered by what is saved, and the surplus is earmarked again."""

norrkoping_2021: Final = replace(
    norrkoping_2010,
    name="norrkoping_2021",
    source="Norrköpings kommun, Social investeringsfond (webbplatsen): återföring avskaffad för projekt efter 2021",
    repayment_abolished_for_starts_after=_date(2021, 12, 31),
)
"""Norrköping from 2021: projects that start after 2021 repay nothing; earlier ones keep their repayments (I18)."""

upplands_bro: Final = Policy(
    name="upplands_bro",
    source="Upplands-Bro, social investeringsfond, balanskravsutredning 2013–2020 (socialdemokraternaupplands-bro.se)",
    presentation="below",
    set_aside_sources=_SURPLUS,
)
"""Upplands-Bro: set aside in equity from surpluses, 47 in all; a row of its own below the requirement (D10)."""

sundsvall_2016: Final = Policy(
    name="sundsvall_2016",
    source="Sundsvalls kommun, KF 2015-06-22 § 243: 6 miljoner i kommunstyrelsens ram för 2016",
    legal_form=LegalForm.OPERATING_FRAME,
    set_aside_sources=(SetAsideSource.OPERATING_FRAME.value,),
    annual_frame=sek(6_000_000),
    window=(2016, 2016),
    year_end_carry_over=False,
)
"""Sundsvall: six million of the year's budget, outside equity altogether; each later year has its own decision."""

lulea: Final = Policy(
    name="lulea",
    source="Luleå kommun, Sociala investeringsmedel (webbplatsen): 4 miljoner om året",
    set_aside_sources=(SetAsideSource.OPERATING_FRAME.value,),
    set_aside_rule=SetAsideRule.FIXED_ANNUAL,
    set_aside_annual=sek(4_000_000),
    annual_frame=sek(4_000_000),
    undecided=(
        Undecided(
            "legal_form",
            "4 miljoner om året, men inte om de är ram eller öronmärkt eget kapital",
            "4 million a year, but not whether that is frame or earmarked equity",
        ),
    ),
)
"""Luleå: four million a year, nothing repaid."""

stockholms_lan_2014: Final = Policy(
    name="stockholms_lan_2014",
    source="Stockholms läns landsting, Årsredovisning 2014, LS 1410-1162, 2015-04-01: tidigare års överskott, 5,3 "
    "miljarder reserverade enligt balanskravet för omställningskostnader, överförs till 2015–2018",
    set_aside_sources=(SetAsideSource.ACCUMULATED_EQUITY.value,),
    use_without_project=True,
    window=(2014, 2018),
    undecided=(_LAYOUT,),
)
"""Stockholm's county council 2014–2018: an earmark of 5.3 thousand million kronor of the surpluses of earlier years,
carried from year to year by the council's decision, used for the costs of transition."""

gavleborg: Final = Policy(
    name="gavleborg",
    source="Region Gävleborg, Kriterier för att ansöka om sociala investeringsmedel (samverkanswebben): högst 500 000 "
    "kronor om året i upp till tre år, högst hälften av kostnaden, minst två organisationer i samverkan",
    set_aside_sources=(SetAsideSource.OPERATING_FRAME.value,),
    undecided=(
        Undecided(
            "legal_form",
            "regionala medel, men inte om de är ram eller öronmärkt eget kapital",
            "regional money, but not whether that is frame or earmarked equity",
        ),
        _LAYOUT,
    ),
)
"""Region Gävleborg: nothing repaid; the source's limits on an application (500 000 a year for three years, half of the
cost, two organisations) stand in ``source`` and are not checked."""

result_reserve_2024: Final = Policy(
    name="result_reserve_2024",
    source="Kommunallagen 11 kap. 14 §, lagen om kommunal bokföring och redovisning 11 kap. 10 §, från 2024",
    legal_form=LegalForm.RESULT_RESERVE,
    set_aside_sources=_SURPLUS,
)
"""The same projects met by the result reserve (RER) instead of an earmark, from 2024 (ruling R18)."""

plain_budget: Final = Policy(
    name="plain_budget",
    source=_THESIS + "alternativet att pröva nya metoder inom ordinarie budget, utan fond",
    legal_form=LegalForm.OPERATING_FRAME,
    set_aside_sources=(),
)
"""No fund at all (S14): projects and their costs within the boards' own frames; nothing is set aside or granted."""
