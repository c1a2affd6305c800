"""The policy of a fund (riktlinje): the parameters that change postings, amounts or refusals."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NamedTuple, Self


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


class Undecided(NamedTuple):
    """A parameter that the sources leave open (obestämd parameter), and what they say of it."""

    parameter: str
    sv: str
    en: str


Values = tuple[tuple[str, Any], ...]


def _share(name: str, value: object) -> Fraction | None:
    if value is None or type(value) is Fraction:
        return value
    if type(value) not in (int, str):
        raise ValueError(f"{name}: give a Fraction, an int or a text like '0.30', not {value!r}")
    return Fraction(str(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A fund's policy (riktlinje), as the council has adopted it.

    ``presentation`` is the layout of the municipality's own balanskravsutredning (ruling R34). ``set_aside_sources``
    says what may be set aside from; ``set_aside_above_surplus`` lets a set-aside exceed the year's surplus (R13).
    ``use_without_project`` lets an amount be used directly, without a grant (R14). ``overhead_in_net_cost`` lets
    internal overheads count in a project's net cost (R15); ``source`` says where the parameters were found.

    ``revolving`` is the reversal model (återföringsmodell): every grant has a plan of repayment; without it none has.
    Shares are fractions, written ``"0.30"`` or ``Fraction(3, 10)``; amounts end in ``_ore``; years are fiscal years.
    ``subfunds`` names sub-funds (delfonder) and what differs in each; ``undecided`` names what the sources leave open,
    to be chosen by :meth:`choose` before a fund is made of it. Raises ``ValueError`` for an unknown word or a float.

    >>> Policy(name="egen riktlinje", source="KF 2020-05-25 § 61").recognition
    <Recognition.RESULT_YEAR: 'result_year'>
    >>> Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30").repayment_floor_share
    Fraction(3, 10)
    """

    name: str
    source: str
    presentation: str = "strict"
    set_aside_sources: tuple[str, ...] = (SetAsideSource.SURPLUS.value, SetAsideSource.ACCUMULATED_EQUITY.value)
    set_aside_above_surplus: bool = False
    use_without_project: bool = False
    overhead_in_net_cost: bool = False
    recognition: Recognition = Recognition.RESULT_YEAR
    legal_form: LegalForm = LegalForm.EARMARKED_EQUITY
    gl_treatment: GeneralLedgerTreatment = GeneralLedgerTreatment.NOTE_ONLY
    set_aside_rule: SetAsideRule = SetAsideRule.AD_HOC
    set_aside_share: Fraction | None = None
    set_aside_annual_ore: int | None = None
    target_share_of_budget: Fraction | None = None
    window: tuple[int, int] | None = None
    annual_frame_ore: int | None = None
    revolving: bool = False
    repayment_abolished_for_starts_after: date | None = None
    payback_required_share: Fraction = Fraction(1)
    repayment_basis: RepaymentBasis = RepaymentBasis.MEASURED
    repayment_floor_share: Fraction = Fraction(0)
    floor_scope: FloorScope = FloorScope.PER_BOARD
    repayment_cap_share: Fraction = Fraction(1)
    repayment_profile: RepaymentProfile = RepaymentProfile.EQUAL
    start_deadline_years: int | None = None
    end_limit_years_soft: int | None = None
    end_limit_years_hard: int | None = None
    clawback_mode: ClawbackMode = ClawbackMode.AUTOMATIC_MEASURED
    frame_lowered_permanently: bool = False
    loss_bearer: LossBearer = LossBearer.FUND
    unused_grant_rule: UnusedGrantRule = UnusedGrantRule.RETURN_TO_FUND
    year_end_carry_over: bool = True
    reorganisation_rule: ReorganisationRule = ReorganisationRule.CLAIM_FOLLOWS_BUDGET
    subfunds: tuple[tuple[str, Values], ...] = ()
    undecided: tuple[Undecided, ...] = ()

    def __post_init__(self) -> None:
        put = object.__setattr__
        for spec in fields(self):
            if isinstance(spec.default, StrEnum):
                put(self, spec.name, type(spec.default)(getattr(self, spec.name)))
            elif "Fraction" in spec.type:
                put(self, spec.name, _share(spec.name, getattr(self, spec.name)))
        put(self, "set_aside_sources", tuple(SetAsideSource(s).value for s in self.set_aside_sources))
        put(self, "undecided", tuple(Undecided(*each) for each in self.undecided))
        if self.window is not None:
            put(self, "window", tuple(self.window))
        put(self, "subfunds", tuple((name, tuple(sorted(dict(values).items()))) for name, values in self.subfunds))
        for name, _ in self.subfunds:
            self.of(name)

    def of(self, subfund: str) -> Policy:
        """The policy of a sub-fund (delfond): this one, with what differs there. Raises ``ValueError`` for another."""
        if not subfund:
            return self
        values = dict(self.subfunds).get(subfund)
        if values is None:
            raise ValueError(f"{self.name} has no sub-fund {subfund!r}")
        return replace(self, subfunds=(), undecided=(), **dict(values))

    def choose(self, subfund: str = "", /, **values: Any) -> Self:
        """The policy with parameters decided, in one sub-fund or in all (välja): they are no longer undecided.

        Raises ``TypeError`` for a parameter that there is none of, ``ValueError`` for a value that it cannot have.

        >>> from sifund_ledger import presets
        >>> [each.parameter for each in presets.orebro_strict.undecided]
        ['presentation']
        >>> presets.orebro_strict.choose(presentation="strict").undecided
        ()
        """
        names = {f"{subfund}.{name}" if subfund else name for name in values}
        left = tuple(each for each in self.undecided if each.parameter not in names)
        if not subfund:
            return replace(self, undecided=left, **values)
        self.of(subfund)
        parts = tuple(
            (name, tuple({**dict(own), **values}.items()) if name == subfund else own) for name, own in self.subfunds
        )
        return replace(self, undecided=left, subfunds=parts)

    @property
    def ledger_treatment(self) -> GeneralLedgerTreatment:
        """How the municipality's ledger shows the fund: ``gl_treatment``, or an account where RER meets it (R46)."""
        of_reserve = self.legal_form is LegalForm.RESULT_RESERVE
        return GeneralLedgerTreatment.SUB_ACCOUNT if of_reserve else self.gl_treatment

    @property
    def subfund_names(self) -> tuple[str, ...]:
        """The names of the sub-funds; one that is called ``""`` where there are none."""
        return tuple([name for name, _ in self.subfunds]) or ("",)


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return str(value)
    return tuple(_plain(part) for part in value) if isinstance(value, tuple) else value


_NAMES: Final = tuple(spec.name for spec in fields(Policy))


def policy_to_values(policy: Policy) -> tuple[tuple[str, Any], ...]:
    """The policy as an event keeps it: every parameter by name."""
    return tuple((name, _plain(getattr(policy, name))) for name in _NAMES)


def policy_from_values(values: tuple[tuple[str, Any], ...]) -> Policy:
    """The policy that :func:`policy_to_values` made the values from."""
    return Policy(**{key: value for key, value in values if key in _NAMES})
