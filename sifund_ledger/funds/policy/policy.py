"""The policy of a fund (riktlinje): the parameters that change postings, amounts or refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Final, Self

from moneyed import Money

from sifund_ledger.boundary import checked_methods, looked_up
from sifund_ledger.errors import PolicyRefused
from sifund_ledger.fields.composed import key_unknown
from sifund_ledger.fields.declared import Said, fields_of
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import COUNT, DAY, FLAG, KRONOR, NAME, PARAGRAPHS, Kind, Setting, unreadable
from sifund_ledger.findings import Bilingual, Named, printable
from sifund_ledger.funds.policy.choices import (
    ClawbackMode,
    FloorScope,
    GeneralLedgerTreatment,
    LegalForm,
    LossBearer,
    Recognition,
    ReorganisationRule,
    RepaymentBasis,
    RepaymentProfile,
    SetAsideRule,
    SetAsideSource,
    UnusedGrantRule,
)
from sifund_ledger.funds.policy.parameters import (
    LAYOUT,
    MONEY,
    MULTIPLE,
    PART,
    POLICY_NAME,
    SOURCES,
    UNDECIDED,
    WINDOW,
    Undecided,
    Values,
    as_given,
    one_of,
    stored,
)
from sifund_ledger.money import from_ore, to_ore
from sifund_ledger.written import as_a_choice, cleaned


def _subfunds(value: Any, place: str, setting: Setting) -> tuple[tuple[str, Values], ...]:
    """Sub-funds with what differs in each, amounts under the names that an event keeps them by."""
    read: list[tuple[str, Values]] = []
    faults = Faults()
    try:
        parts = value.items() if isinstance(value, Mapping) else value
        given = [(NAME.read(name, place, setting), {**dict(own)}) for name, own in parts]
    except (TypeError, ValueError):
        raise unreadable(_SUBFUNDS.words, value, place, _SUBFUNDS.example) from None
    for name, own in given:
        kept: dict[str, Any] = {}
        for word, each in own.items():
            parameter = parameter_named(word)
            if parameter.endswith("_ore") and type(each) is int:
                parameter, each = parameter.removesuffix("_ore"), from_ore(each)
            with faults:
                try:
                    chosen = read_parameter(parameter, each, f"{place}.{name}.{word}", setting)
                except TypeError:
                    raise unreadable(_SUBFUNDS.words, parameter, f"{place}.{name}", _SUBFUNDS.example) from None
                money = isinstance(chosen, Money)
                kept |= dict([stored(parameter, chosen)]) if money else {parameter: as_given(each, chosen)}
        read.append((name, tuple(sorted(kept.items()))))
    faults.refuse()
    return tuple(read)


def parameter_named(word: str) -> str:
    """A parameter by its name in either language; another word is left as it is.

    >>> parameter_named("avsättningsandel")
    'set_aside_share'
    """
    text = cleaned(word) if isinstance(word, str) else word
    return next((each.name for each in fields_of(Policy) if text in each.words), word)


def parameter_words(parameter: str) -> Named:
    """What a parameter is called in both languages, in a sub-fund ``subfund.name``.

    >>> parameter_words("A.set_aside_share")
    Named(sv='A.avsättningsandel', en='A.set_aside_share')
    """
    subfund, dot, name = parameter.rpartition(".")
    words = next((each.words for each in fields_of(Policy) if each.name == name), Bilingual(name, name))
    return Named(*(f"{subfund}{dot}{word}" for word in words))


_SUBFUNDS: Final = Kind(
    "subfunds", Bilingual("delfonder", "sub-funds"), _subfunds, '[["A", { revolving = true }]]', {"type": "array"}
)


_THE_POLICY: Final = Bilingual("Riktlinjen", "The policy")


def _undecided(value: Any, place: str, setting: Setting) -> tuple[Undecided, ...]:
    """What is left open, each parameter under its name in English: what has no name could never be chosen."""
    read: list[Undecided] = []
    faults = Faults()
    known = {word: each.name for each in fields_of(Policy) for word in each.words}
    for each in UNDECIDED.read(value, place, setting):
        subfund, dot, word = each.parameter.rpartition(".")
        if parameter_named(word) not in known:
            faults.append(key_unknown(f"{place}.{printable(word)}", word, _THE_POLICY, known.items()))
        read.append(each._replace(parameter=f"{subfund}{dot}{parameter_named(word)}"))
    faults.refuse()
    return tuple(read)


_UNDECIDED: Final = replace(UNDECIDED, read=_undecided)


@checked_methods
@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A fund's policy (riktlinje), as the council has adopted it.

    ``presentation`` is the layout of the municipality's own balanskravsutredning (ruling R34). ``set_aside_sources``
    says what may be set aside from; ``set_aside_above_surplus`` lets a set-aside exceed the year's surplus (R13).
    ``use_without_project`` lets an amount be used directly, without a grant (R14). ``overhead_in_net_cost`` lets
    internal overheads count in a project's net cost (R15); ``source`` says where the parameters were found.

    ``revolving`` is the reversal model (återföringsmodell): every grant has a plan of repayment; without it none has.
    Shares are fractions from 0 to 1, written ``"0.30"`` or ``Fraction(3, 10)``; the required share of a plan and the
    cap may exceed 1. Amounts are kronor, above zero, with öre beside (``annual_frame_ore``); years are fiscal years.
    ``subfunds`` names sub-funds (delfonder) and what differs in each; ``undecided`` names what the sources leave open,
    to be chosen by :meth:`choose` before a fund is made of it. Raises :class:`~sifund_ledger.PolicyRefused` with every
    parameter that is out of bounds (ruling R64).

    >>> Policy(name="egen riktlinje", source="KF 2020-05-25 § 61").recognition
    <Recognition.RESULT_YEAR: 'result_year'>
    >>> Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30").repayment_floor_share
    Fraction(3, 10)
    >>> Policy(name="p", source="s", annual_frame="4 000 000").annual_frame_ore
    400000000
    """

    name: Annotated[str, POLICY_NAME, Said("namn")]
    source: Annotated[str, PARAGRAPHS, Said("källa")]
    presentation: Annotated[str, LAYOUT, Said("uppställning")] = "strict"
    set_aside_sources: Annotated[tuple[str, ...], SOURCES, Said("avsättningskällor")] = (
        SetAsideSource.SURPLUS.value,
        SetAsideSource.ACCUMULATED_EQUITY.value,
    )
    set_aside_above_surplus: Annotated[bool, FLAG, Said("avsättning_över_överskott")] = False
    use_without_project: Annotated[bool, FLAG, Said("användning_utan_projekt")] = False
    overhead_in_net_cost: Annotated[bool, FLAG, Said("overhead_i_nettokostnad")] = False
    recognition: Annotated[Recognition, one_of(Recognition, "redovisningsår"), Said("redovisningsår")] = (
        Recognition.RESULT_YEAR
    )
    legal_form: Annotated[LegalForm, one_of(LegalForm, "redovisningsform"), Said("redovisningsform")] = (
        LegalForm.EARMARKED_EQUITY
    )
    gl_treatment: Annotated[
        GeneralLedgerTreatment, one_of(GeneralLedgerTreatment, "huvudboken"), Said("huvudboken")
    ] = GeneralLedgerTreatment.NOTE_ONLY
    set_aside_rule: Annotated[SetAsideRule, one_of(SetAsideRule, "avsättningsregel"), Said("avsättningsregel")] = (
        SetAsideRule.AD_HOC
    )
    set_aside_share: Annotated[Fraction | None, PART, Said("avsättningsandel")] = None
    set_aside_annual: Annotated[Money | None, MONEY, Said("årlig_avsättning")] = None
    target_share_of_budget: Annotated[Fraction | None, PART, Said("målandel_av_budget")] = None
    window: Annotated[tuple[int, int] | None, WINDOW, Said("löptid")] = None
    annual_frame: Annotated[Money | None, MONEY, Said("årlig_ram")] = None
    revolving: Annotated[bool, FLAG, Said("återföring")] = False
    repayment_abolished_for_starts_after: Annotated[date | None, DAY, Said("återföring_upphör_för_start_efter")] = None
    payback_required_share: Annotated[Fraction, MULTIPLE, Said("krav_på_återföring")] = Fraction(1)
    repayment_basis: Annotated[RepaymentBasis, one_of(RepaymentBasis, "återföringsgrund"), Said("återföringsgrund")] = (
        RepaymentBasis.MEASURED
    )
    repayment_floor_share: Annotated[Fraction, PART, Said("lägsta_återföring")] = Fraction(0)
    floor_scope: Annotated[FloorScope, one_of(FloorScope, "golv"), Said("golv")] = FloorScope.PER_BOARD
    repayment_cap_share: Annotated[Fraction, MULTIPLE, Said("högsta_återföring")] = Fraction(1)
    repayment_profile: Annotated[
        RepaymentProfile, one_of(RepaymentProfile, "återföringsprofil"), Said("återföringsprofil")
    ] = RepaymentProfile.EQUAL
    start_deadline_years: Annotated[int | None, COUNT, Said("år_till_start")] = None
    end_limit_years_soft: Annotated[int | None, COUNT, Said("år_till_slut_mål")] = None
    end_limit_years_hard: Annotated[int | None, COUNT, Said("år_till_slut_gräns")] = None
    clawback_mode: Annotated[ClawbackMode, one_of(ClawbackMode, "återföringsmetod"), Said("återföringsmetod")] = (
        ClawbackMode.AUTOMATIC_MEASURED
    )
    frame_lowered_permanently: Annotated[bool, FLAG, Said("ram_sänks_varaktigt")] = False
    loss_bearer: Annotated[LossBearer, one_of(LossBearer, "förlustregel"), Said("förlustregel")] = LossBearer.FUND
    unused_grant_rule: Annotated[
        UnusedGrantRule, one_of(UnusedGrantRule, "outnyttjade medel"), Said("outnyttjade_medel")
    ] = UnusedGrantRule.RETURN_TO_FUND
    year_end_carry_over: Annotated[bool, FLAG, Said("överföring_mellan_år")] = True
    reorganisation_rule: Annotated[
        ReorganisationRule, one_of(ReorganisationRule, "omorganisation"), Said("omorganisation")
    ] = ReorganisationRule.CLAIM_FOLLOWS_BUDGET
    subfunds: Annotated[tuple[tuple[str, Values], ...], _SUBFUNDS, Said("delfonder")] = ()
    undecided: Annotated[tuple[Undecided, ...], _UNDECIDED, Said("obestämt")] = ()

    def __post_init__(self) -> None:
        faults = Faults()
        place = self.name if isinstance(self.name, str) else "policy"
        for spec in fields(self):
            with faults:
                value = read_parameter(spec.name, getattr(self, spec.name), f"{place}.{spec.name}", KRONOR)
                object.__setattr__(self, spec.name, value)
        if faults:
            raise PolicyRefused(faults)

    def of(self, subfund: str) -> Policy:
        """The policy of a sub-fund (delfond): this one, with what differs there.

        Raises :class:`~sifund_ledger.errors.NotFound` for another.
        """
        if not subfund:
            return self
        values = looked_up(dict(self.subfunds), subfund, f"{self.name}.subfund")
        return _restored(self, **{**dict(values), "subfunds": (), "undecided": ()})

    def choose(self, subfund: str = "", /, **values: Any) -> Self:
        """The policy with parameters decided, in one sub-fund or in all (välja): they are no longer undecided.

        Raises ``TypeError`` for a parameter that there is none of, :class:`~sifund_ledger.PolicyRefused` for a value
        that it cannot have.

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
    def set_aside_annual_ore(self) -> int | None:
        """What is set aside each year, in öre."""
        return None if self.set_aside_annual is None else to_ore(self.set_aside_annual)

    @property
    def annual_frame_ore(self) -> int | None:
        """The most that is granted in a year, in öre."""
        return None if self.annual_frame is None else to_ore(self.annual_frame)

    @property
    def ledger_treatment(self) -> GeneralLedgerTreatment:
        """How the municipality's ledger shows the fund: ``gl_treatment``, or an account where RER meets it (R46)."""
        of_reserve = self.legal_form is LegalForm.RESULT_RESERVE
        return GeneralLedgerTreatment.SUB_ACCOUNT if of_reserve else self.gl_treatment

    @property
    def subfund_names(self) -> tuple[str, ...]:
        """The names of the sub-funds; one that is called ``""`` where there are none."""
        return tuple([name for name, _ in self.subfunds]) or ("",)


_NONE: Final = ("ingen", "inget", "none")


def read_parameter(name: str, value: Any, place: str, setting: Setting) -> Any:
    """A parameter of a policy from what was given for it, amounts in kronor unless the ``setting`` says otherwise.

    What may be left out is ``None``, in a file "ingen" or "none". Raises :class:`~sifund_ledger.Refused`
    for a value that it cannot have, ``TypeError`` where there is no such one.
    """
    field = next((each for each in fields_of(Policy) if each.name == name), None)
    if field is None:
        raise TypeError(f"a policy has no parameter {name!r}")
    if field.default is None and (value is None or (isinstance(value, str) and as_a_choice(value) in _NONE)):
        return None
    return field.kind.read(value, place, setting)


def policy_to_values(policy: Policy) -> tuple[tuple[str, Any], ...]:
    """The policy as an event keeps it: every parameter by name."""
    return tuple(stored(spec.name, getattr(policy, spec.name)) for spec in fields(Policy))


def _restored(like: Policy, **kept: Any) -> Policy:
    """A policy with parameters as an event keeps them, without a question: what once was decided is read for ever."""
    policy: Policy = object.__new__(Policy)
    for spec in fields(Policy):
        value = getattr(like, spec.name)
        if f"{spec.name}_ore" in kept:
            ore = kept[f"{spec.name}_ore"]
            value = None if ore is None else from_ore(ore)
        elif spec.name in kept:
            value = kept[spec.name]
            if isinstance(spec.default, StrEnum):
                value = type(spec.default)(value)
            elif spec.name.endswith("_share") or spec.name == "target_share_of_budget":
                value = None if value is None else Fraction(value)
            elif spec.name == "undecided":
                value = tuple(Undecided(*each) for each in value)
        object.__setattr__(policy, spec.name, value)
    return policy


def policy_from_values(values: tuple[tuple[str, Any], ...]) -> Policy:
    """The policy that :func:`policy_to_values` made the values from."""
    return _restored(_ANY, **dict(values))


_ANY: Final = Policy(name="–", source="")
