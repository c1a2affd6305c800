"""A fund made, its policy and its purpose changed, tasks handed over, intentions stated (riktlinje, ändamål, avsikt).

All of it is the council's (R27), but the policy itself, which the executive board may adopt. Nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Final

from moneyed import Money

from sifund_ledger.authority import DELEGABLE
from sifund_ledger.errors import NotFound, Refused
from sifund_ledger.fields.annotated import ByYear, Decided, ValidFrom
from sifund_ledger.fields.composed import Meant, choice_of, key_unknown, pairs
from sifund_ledger.fields.declared import Said, fields_of, table_of
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import PARAGRAPHS, TEXT, Kind, Setting, name_of, unreadable
from sifund_ledger.findings import Bilingual, Clause, Finding, printable
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.fund.fields import FundName, Subfund
from sifund_ledger.funds.fund.rules import FundsState, council_decides, fund_known, policy_of
from sifund_ledger.funds.policy import presets
from sifund_ledger.funds.policy.choices import SetAsideRule, words_of
from sifund_ledger.funds.policy.policy import (
    Policy,
    parameter_named,
    parameter_words,
    policy_from_values,
    policy_to_values,
    read_parameter,
)
from sifund_ledger.funds.project.findings import REASON_NEEDED
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.funds.state.findings import FUND_EXISTS
from sifund_ledger.ledger.commands import Command, FaultyField
from sifund_ledger.written import as_a_choice

PRESETS: Final[dict[str, Policy]] = {name: each for name, each in vars(presets).items() if isinstance(each, Policy)}
"""The policies that can be named in a file."""


def _policy(value: object, place: str, setting: Setting) -> Policy:
    if isinstance(value, Policy):
        return value
    if isinstance(value, str) and (name := as_a_choice(value)) in PRESETS:
        return PRESETS[name]
    if isinstance(value, Mapping):
        read: Policy = _POLICY_TABLE.read(value, place, setting)
        return read
    meant = Meant(value, tuple((name, name) for name in PRESETS)) if isinstance(value, str) else ""
    raise unreadable(POLICY.words, value, place, POLICY.example, _ALL_PRESETS, meant=meant)


_ALL_PRESETS: Final = Clause("{meant} Alla som finns: {do.presets}.", "{meant} All that there are: {do.presets}.")
_THE_POLICY: Final = Bilingual("Riktlinjen", "The policy")
_POLICY_TABLE: Final = table_of(_THE_POLICY, fields_of(Policy), Policy)
"""A policy of the municipality's own, as a file has it."""


def _choices(value: object, place: str, setting: Setting) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise unreadable(CHOICES.words, value, place, EXAMPLE_OF_CHOICES)
    read: dict[str, Any] = {}
    faults = Faults()
    for key, given in value.items():
        if given == NOT_CHOSEN:
            continue
        subfund, dot, word = key.rpartition(".")
        parameter = parameter_named(word)
        with faults:
            try:
                value_read = read_parameter(parameter, given, f"{place}.{printable(key)}", setting)
            except TypeError:
                known = ((name, each.name) for each in fields_of(Policy) for name in each.words)
                faults.append(key_unknown(f"{place}.{printable(key)}", parameter, _THE_POLICY, known))
                continue
            # A sub-fund keeps what it was given; only an amount needs the unit of the file.
            of_subfund = subfund and not isinstance(value_read, Money)
            read[f"{subfund}{dot}{parameter}"] = given if of_subfund else value_read
    faults.refuse()
    return read


POLICY: Final = Kind(
    "policy", Bilingual("riktlinje", "policy"), _policy, '"tomelilla_earmark"', {"enum": list(PRESETS)}
)
NOT_CHOSEN: Final = "…"
"""What stands where a choice is to be made, in the template and in remedies: left as it is, nothing is chosen."""
EXAMPLE_OF_CHOICES: Final = Bilingual('{ uppställning = "lagens" }', '{ presentation = "strict" }')
CHOICES: Final = Kind(
    "choices",
    Bilingual("val i riktlinjen", "choices in the policy"),
    _choices,
    EXAMPLE_OF_CHOICES,
    {"type": "object"},
    pairs,
    repeated=True,
)
PolicyNamed = Annotated[Policy, POLICY, Said("riktlinje", "Riktlinjens namn.", "The policy's name.")]
Choose = Annotated[
    Mapping[str, Any],
    CHOICES,
    Said("välj", "Det som riktlinjen lämnar öppet; delfond.namn i en delfond.", "What the policy leaves open."),
]


def chosen(command: Any) -> Policy:
    """The policy with what is chosen in it. Raises :class:`FaultyField` where a choice cannot be made."""
    policy: Policy = command.policy
    try:
        for key, value in command.choose.items():
            subfund, _, parameter = key.rpartition(".")
            policy = policy.choose(subfund, **{parameter: value})
    except (NotFound, TypeError, ValueError) as fault:
        raise FaultyField("choose") from fault
    return policy


def _choices_fit(command: Any, state: FundsState) -> Iterable[Finding]:
    command.policy, command.choose  # noqa: B018  # where one is faulty, that is said already
    try:
        chosen(command)
    except FaultyField as faulty:
        place, cause = f"{command.name}.choose", faulty.__cause__
        if isinstance(cause, NotFound):  # which names the policy's sub-funds, and knows no command
            return [found.at_place(place) for found in cause.findings]
        if isinstance(cause, Refused):
            return cause.findings
        return unreadable(CHOICES.words, dict(command.choose), place, EXAMPLE_OF_CHOICES).findings
    return ()


def _policy_decided(command: Any, state: FundsState) -> Iterator[Finding]:
    policy = chosen(command)
    yield from policy_faults(policy, state.layouts, f"{command.name}.choose")
    if policy.presentation not in state.layouts:
        known = _allowed("presentation", state.layouts)
        yield codes.PRESENTATION_UNKNOWN.at(command.fund, given=policy.presentation, known=known)


def policy_faults(policy: Policy, layouts: Iterable[str] = (), place: str = "choose") -> Iterator[Finding]:
    """Why no fund can be made of a policy: a parameter is undecided, or two contradict each other.

    ``layouts`` are those that the balance requirement can be presented in, ``place`` is where a parameter is chosen.

    >>> from sifund_ledger import presets
    >>> [finding.code for finding in policy_faults(presets.budget_textbook)]
    ['POLICY_UNDECIDED']
    """
    for parameter, *says in policy.undecided:
        values: dict[str, Any] = {
            "parameter": parameter_words(parameter),
            "says": Bilingual(*says),
            "source": policy.source,
            "known": _allowed(parameter, layouts),
        }
        yield codes.POLICY_UNDECIDED.at(place, policy=policy.name, **values)
    undecided = {each.parameter for each in policy.undecided}
    for subfund in policy.subfund_names:
        place = f"{policy.name}, {subfund}" if subfund else policy.name
        for what in _contradictions(policy.of(subfund), subfund, undecided):
            yield codes.POLICY_CONTRADICTS.at(place, policy=place, what=what)


def _allowed(parameter: str, layouts: Iterable[str]) -> Bilingual:
    """What a parameter may be: one of its words, or a value of its kind."""
    name = parameter.rpartition(".")[2]
    kind = next((each.kind for each in fields_of(Policy) if each.name == name), TEXT)
    words = tuple(layouts) if name == "presentation" else tuple(kind.schema.get("enum", ()))
    if words:
        return Bilingual(", ".join(kind.said.get(word, word) for word in words), ", ".join(words))
    return Bilingual(
        f"{kind.words.sv}, till exempel {kind.typed('sv')}", f"{kind.words.en}, for example {kind.typed('en')}"
    )


_NEEDS: Final = {
    SetAsideRule.PERCENT_OF_RESULT: "set_aside_share",
    SetAsideRule.FIXED_ANNUAL: "set_aside_annual",
    SetAsideRule.TARGET_SHARE: "target_share_of_budget",
}


def _contradictions(policy: Policy, subfund: str, undecided: set[str]) -> Iterator[Bilingual]:
    rule, needs = policy.set_aside_rule, _NEEDS.get(policy.set_aside_rule)
    if needs and getattr(policy, needs) is None and not undecided & {needs, f"{subfund}.{needs}"}:
        (rule_sv, rule_en), (needs_sv, needs_en) = words_of(rule), parameter_words(needs)
        yield Bilingual(f"{rule_sv} kräver {needs_sv}", f"{rule_en} needs {needs_en}")
    if policy.repayment_floor_share > policy.repayment_cap_share:
        yield Bilingual("golvet ligger över taket", "the floor is above the cap")
    if policy.window is not None and policy.window[0] > policy.window[1]:
        yield Bilingual("löptiden slutar innan den börjar", "the window ends before it begins")
    if (policy.end_limit_years_soft or 0) > (policy.end_limit_years_hard or policy.end_limit_years_soft or 0):
        yield Bilingual("den mjuka gränsen ligger efter den hårda", "the soft limit is after the hard one")


def _new(command: CreateFund, state: FundsState) -> Iterator[Finding]:
    if command.fund in state.register.policies:
        yield FUND_EXISTS.at(command.fund, fund=command.fund)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateFund(Command, sv="inrätta_fond", cli="fund create", makes=events.FundCreated):
    """Make a fund with the policy that it follows (inrätta en fond)."""

    stored: ClassVar = {"policy": lambda record: policy_from_values(record.event.policy)}
    rules: ClassVar = (council_decides("create_fund"), _new, _choices_fit, _policy_decided)
    fund: FundName
    policy: PolicyNamed
    decision: Decided
    choose: Choose = field(default_factory=dict)

    def values(self, state: FundsState) -> dict[str, Any]:
        """The whole policy."""
        return {"policy": policy_to_values(chosen(self))}


_WITH_SUBFUNDS: Final = Clause(" med delfonderna {subfunds}", " with the sub-funds {subfunds}")
_ALONE: Final = Clause("", "")


def _later_version(command: ChangePolicy, state: FundsState) -> Iterator[Finding]:
    """It applies after the latest version, and changes neither what the money is nor drops a sub-fund."""
    fund, policy, current = command.fund, chosen(command), policy_of(command, state)
    latest = state.register.standing(fund)[-1].valid_from
    if command.valid_from <= latest:
        yield codes.POLICY_BACKWARDS.at(fund, fund=fund, valid_from=command.valid_from, latest=latest)
    if current.legal_form is not policy.legal_form or set(current.subfund_names) - set(policy.subfund_names):
        parts = _WITH_SUBFUNDS if current.subfunds else _ALONE
        names = ", ".join(current.subfund_names)
        values: dict[str, Any] = {"form": words_of(current.legal_form), "parts": parts, "subfunds": names}
        yield codes.POLICY_CHANGES_FORM.at(fund, fund=fund, **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePolicy(Command, sv="ändra_riktlinje", cli="fund change-policy", makes=events.PolicyChanged):
    """Adopt a later version of a fund's policy (ändra riktlinje), for what starts from a day on (I18)."""

    stored: ClassVar = CreateFund.stored
    rules: ClassVar = (council_decides("change_policy"), fund_known, _choices_fit, _policy_decided, _later_version)
    fund: FundName
    policy: PolicyNamed
    valid_from: ValidFrom
    decision: Decided
    choose: Choose = field(default_factory=dict)

    def values(self, state: FundsState) -> dict[str, Any]:
        """The whole policy."""
        return {"policy": policy_to_values(chosen(self))}


def _purpose_given(command: ChangePurpose, state: FundsState) -> Iterator[Finding]:
    if not command.purpose.strip():
        yield REASON_NEEDED.at(command.fund, what=command.fund)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePurpose(Command, sv="ändra_ändamål", cli="fund change-purpose", makes=events.PurposeChanged):
    """Decide anew what a fund or a sub-fund is for (ändra ändamål; R28)."""

    rules: ClassVar = (council_decides("change_purpose"), fund_known, _purpose_given)
    fund: FundName
    purpose: Annotated[str, PARAGRAPHS, Said("ändamål", "Vad fonden är till för.", "What the fund is for.")]
    decision: Decided
    subfund: Subfund = ""


_TASK: Final = choice_of(
    "task", Bilingual("uppgift", "task"), DELEGABLE, code=codes.TASK_NOT_DELEGABLE,
    sv={
        "grant": "bevilja", "amend": "ändra", "waive": "efterskänka", "reassign": "flytta krav",
        "administer": "förvalta", "carry_over": "föra över",
    },
)  # fmt: skip
_BODY: Final = name_of(Bilingual("organ", "body"), Bilingual("Organet", "The body"), '"KS"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Command, sv="delegera", cli="fund delegate", makes=events.Delegated):
    """Hand a task of the council's to another body (delegera; R27)."""

    stored: ClassVar = {"to": lambda record: record.event.body}
    rules: ClassVar = (council_decides("delegate"), fund_known)
    fund: FundName
    task: Annotated[str, _TASK, Said("uppgift", "Vad som delegeras.", "What is delegated.")]
    to: Annotated[str, _BODY, Said("till", "Vem som får besluta.", "Who may decide.")]
    decision: Decided

    def values(self, state: FundsState) -> dict[str, Any]:
        """The body that may decide."""
        return {"body": self.to}


@dataclass(frozen=True, slots=True, kw_only=True)
class StateIntention(Command, sv="ange_avsikt", cli="fund intend", makes=events.IntentionStated):
    """State what is meant to be set aside over the years (flerårig avsikt; S27); each year is decided by itself."""

    rules: ClassVar = (council_decides("state_intention"), fund_known)
    fund: FundName
    amounts: ByYear
    decision: Decided

    def values(self, state: FundsState) -> dict[str, Any]:
        """The amounts in the order of the years."""
        return {"amounts": tuple(sorted(self.amounts.items()))}


COMMANDS: tuple[type[Command], ...] = (CreateFund, ChangePolicy, ChangePurpose, Delegate, StateIntention)
