"""What a policy chooses among (val i riktlinjen): each parameter that is one of a few words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from sifund_ledger.findings import Bilingual


class SetAsideSource(StrEnum):
    """Where a set-aside comes from (medelskälla; rulings R13, R34).

    ``surplus`` of a named year; ``accumulated_equity``; ``afa_refund``, a one-off refund within a named year's result;
    ``operating_frame``, what a named year's frames leave; ``renewal``, what repayments give a right to.
    """

    SURPLUS = "surplus"
    ACCUMULATED_EQUITY = "accumulated_equity"
    AFA_REFUND = "afa_refund"
    OPERATING_FRAME = "operating_frame"
    RENEWAL = "renewal"


class Recognition(StrEnum):
    """In which year a set-aside is booked (ruling R26): the result's year, or the year it is decided."""

    RESULT_YEAR = "result_year"
    DECISION_YEAR = "decision_year"


class LegalForm(StrEnum):
    """What carries the money (redovisningsform; rulings R18, R34): an earmark, budget frames alone, or RER."""

    EARMARKED_EQUITY = "earmarked_equity"
    OPERATING_FRAME = "operating_frame"
    RESULT_RESERVE = "result_reserve"


class SetAsideRule(StrEnum):
    """How much is set aside (avsättningsregel): case by case, a share of the result, fixed, or towards a target."""

    AD_HOC = "ad_hoc"
    PERCENT_OF_RESULT = "percent_of_result"
    FIXED_ANNUAL = "fixed_annual"
    TARGET_SHARE = "target_share"


class RepaymentBasis(StrEnum):
    """What a settlement goes by (återföringsgrund): the plan, the measured effect, or the latter above a floor."""

    PLAN = "plan"
    MEASURED = "measured"
    MAX_FLOOR_MEASURED = "max_floor_measured"


class FloorScope(StrEnum):
    """Whether the floor (golv) binds each board, or all boards of a project together (ruling R24)."""

    PER_BOARD = "per_board"
    POOLED = "pooled"


class RepaymentProfile(StrEnum):
    """How a plan divides an amount over years (återföringsprofil): in equal parts, or as the decision says."""

    EQUAL = "equal"
    CUSTOM = "custom"


class ClawbackMode(StrEnum):
    """How a board's frame is lowered (återföringsmetod): by the plan, by the measured effect, after the frame has been
    rebased for everything else, or as agreed each time."""

    AUTOMATIC_PLAN = "automatic_plan"
    AUTOMATIC_MEASURED = "automatic_measured"
    AFTER_REBASE = "after_rebase"
    NEGOTIATED = "negotiated"


class LossBearer(StrEnum):
    """Who bears what a project does not repay (förlustregel): the fund, the unit that carried it out, those that were
    to benefit, or the fund for what lies above the floor."""

    FUND = "fund"
    IMPLEMENTING_UNIT = "implementing_unit"
    BENEFITING_UNITS = "benefiting_units"
    FLOOR_THEN_FUND = "floor_then_fund"


class UnusedGrantRule(StrEnum):
    """Where what a closed project has not used goes (outnyttjade projektmedel): back to the fund, or to free equity."""

    RETURN_TO_FUND = "return_to_fund"
    LAPSE_TO_EQUITY = "lapse_to_equity"


class ReorganisationRule(StrEnum):
    """What happens to a claim when a board's budget moves (vid omorganisation; example D14)."""

    CLAIM_FOLLOWS_BUDGET = "claim_follows_budget"
    CLAIM_STAYS = "claim_stays"
    WAIVE = "waive"


class GeneralLedgerTreatment(StrEnum):
    """How the municipality's own ledger shows the earmark (ruling R29): on an account of its own, or in the note."""

    SUB_ACCOUNT = "sub_account"
    NOTE_ONLY = "note_only"


IN_SWEDISH: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    SetAsideSource: {
        "surplus": "överskott", "accumulated_equity": "tidigare eget kapital", "afa_refund": "AFA-återbetalning",
        "operating_frame": "ram", "renewal": "förnyelse",
    },
    Recognition: {"result_year": "resultatår", "decision_year": "beslutsår"},
    LegalForm: {
        "earmarked_equity": "öronmärkt eget kapital", "operating_frame": "anslag", "result_reserve": "resultatreserv",
    },
    SetAsideRule: {
        "ad_hoc": "från fall till fall", "percent_of_result": "andel av resultatet",
        "fixed_annual": "fast belopp per år", "target_share": "målandel av budgeten",
    },
    RepaymentBasis: {
        "plan": "plan", "measured": "uppmätt effekt", "max_floor_measured": "uppmätt effekt men minst golvet",
    },
    FloorScope: {"per_board": "per nämnd", "pooled": "gemensamt"},
    RepaymentProfile: {"equal": "lika delar", "custom": "enligt beslut"},
    ClawbackMode: {
        "automatic_plan": "enligt plan", "automatic_measured": "enligt uppmätt effekt",
        "after_rebase": "efter omräknad ram", "negotiated": "efter överenskommelse",
    },
    LossBearer: {
        "fund": "fonden", "implementing_unit": "genomförande enhet", "benefiting_units": "enheter med nytta",
        "floor_then_fund": "fonden över golvet",
    },
    UnusedGrantRule: {"return_to_fund": "tillbaka till fonden", "lapse_to_equity": "till eget kapital"},
    ReorganisationRule: {
        "claim_follows_budget": "kravet följer budgeten", "claim_stays": "kravet ligger kvar",
        "waive": "kravet efterskänks",
    },
    GeneralLedgerTreatment: {"sub_account": "eget konto", "note_only": "bara i not"},
}  # fmt: skip
"""What each word is in Swedish; both are read as the same."""


def words_of(word: StrEnum) -> Bilingual:
    """A word in both languages.

    >>> words_of(LegalForm.OPERATING_FRAME)
    Bilingual(sv='anslag', en='operating_frame')
    """
    return Bilingual(IN_SWEDISH[type(word)][word], word.value)
