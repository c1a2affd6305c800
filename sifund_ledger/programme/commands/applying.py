"""What an application declares, a fund's programme, and in-year estimates (S10, S12, S19)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Organ
from sifund_ledger.errors import Refused
from sifund_ledger.fields.annotated import Day, Decided, Positive, Reason, ValidFrom, Year
from sifund_ledger.fields.composed import list_of
from sifund_ledger.fields.declared import Said, fields_of, table_of
from sifund_ledger.fields.kinds import COUNT, FLAG, NOT_NEGATIVE, PARAGRAPHS, TEXT, YEAR, Kind, Setting
from sifund_ledger.findings import Bilingual, Finding, shown
from sifund_ledger.funds.fund.fields import FundName
from sifund_ledger.funds.project.fields import FirstDay, LastDay, ProjectName
from sifund_ledger.funds.state.register import fund_faults
from sifund_ledger.ledger.commands import Command
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import ProgrammeState
from sifund_ledger.programme.choices import Steering
from sifund_ledger.programme.commands.fields import MaybeDecided, OnDay, said_of, word_of
from sifund_ledger.programme.eligibility import AMOUNTS, RULES
from sifund_ledger.programme.estimates import available_for
from sifund_ledger.programme.events import ApplicationDeclared, CostEstimated, ProgrammeAdopted, RuleText
from sifund_ledger.programme.presets import PROGRAMMES, ProgrammePreset
from sifund_ledger.written import as_a_choice


@dataclass(frozen=True, slots=True, kw_only=True)
class _OwnRule:
    """A rule of one's own, as a file has it."""

    rule: Annotated[str, TEXT, Said("regel", "Regelns kod.", "The rule's code.")]
    value: Annotated[str, TEXT, Said("värde", "Vad den kräver.", "What it asks.")] = ""
    source: Annotated[str, PARAGRAPHS, Said("källa", "Var den står.", "Where it stands.")] = ""
    refuses: Annotated[bool, FLAG, Said("nekar", "Ett brott mot den nekas.", "A breach is refused.")] = False


_OWN: Final = list_of(table_of(Bilingual("Regeln", "The rule"), fields_of(_OwnRule), _OwnRule))


def _programme(value: Any, place: str, setting: Setting) -> ProgrammePreset:
    if isinstance(value, ProgrammePreset):
        return value
    if isinstance(value, str) and (name := as_a_choice(value)) in PROGRAMMES:
        return PROGRAMMES[name]
    if isinstance(value, str | bytes) or not hasattr(value, "__iter__"):
        raise Refused([codes.PROGRAMME_UNKNOWN.at(place, given=shown(value), known=", ".join(PROGRAMMES))])
    return ProgrammePreset("", tuple(_rule(each, place, setting) for each in _OWN.read(value, place, setting)))


def _rule(own: _OwnRule, place: str, setting: Setting) -> RuleText:
    if own.rule not in RULES:
        raise Refused([codes.RULE_UNKNOWN.at(f"{place}.{own.rule}", given=own.rule, known=", ".join(RULES))])
    kind = RULES[own.rule]
    value = str(setting.ore(own.value, f"{place}.{own.rule}")) if own.rule in AMOUNTS else own.value
    try:
        kind.read(value if value or kind.read not in (int, Fraction) else "?")
    except (ValueError, ZeroDivisionError, IndexError):
        at = f"{place}.{own.rule}"
        raise Refused([codes.RULE_VALUE_UNFIT.at(at, value=own.value, rule=own.rule)]) from None
    return own.rule, value, own.source, own.refuses


_PROGRAMME: Final = Kind(
    "programme",
    Bilingual("programregler", "programme"),
    _programme,
    '"ale"',
    {"anyOf": [{"enum": list(PROGRAMMES)}, {"type": "array"}]},
)


def _fund_known(command: Any, state: ProgrammeState) -> Iterator[Finding]:
    if command.fund:
        yield from fund_faults(state.register, command.fund)


def _who_adopts(command: AdoptProgramme, state: ProgrammeState) -> Iterator[Finding]:
    """The council, or, as of a fund's policy, the executive board."""
    if command.decision.organ is not Organ.EXECUTIVE_BOARD:
        yield from authority_faults(command.decision, "change_policy", fund=command.fund)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptProgramme(Command, sv="anta_program", cli="programme adopt", makes=ProgrammeAdopted):
    """Adopt the rules of eligibility of a fund (programregler): those of a municipality by name, or one's own."""

    stored: ClassVar = {"programme": lambda record: ProgrammePreset(record.event.programme, record.event.rules)}
    rules: ClassVar = (_fund_known, _who_adopts)
    fund: FundName
    programme: Annotated[
        ProgrammePreset, _PROGRAMME,
        Said("program", "Namnet på en kommuns regler, eller egna regler.", "A municipality's rules by name, or own."),
    ]  # fmt: skip
    valid_from: ValidFrom
    decision: Decided

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The rules as they are adopted."""
        own = self.programme
        return {"programme": own.name, "rules": own.rules, "year": self.valid_from.year}


_AGES: Final = list_of(COUNT, most=2)
Flag = Annotated[bool | None, FLAG]
Ore = Annotated[int | None, NOT_NEGATIVE]
_Year = Annotated[int | None, YEAR]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareApplication(Command, sv="redovisa_ansökan", cli="project declare", makes=ApplicationDeclared):
    """Declare the facts of an application (ansökan); what is left out stays as it was declared."""

    stored: ClassVar = {"steering": lambda record: record.event.steering or None}
    rules: ClassVar = (_fund_known,)
    project: ProjectName
    day: OnDay
    fund: Annotated[str, TEXT, Said("fond", "Fonden som söks.", "The fund applied to.")] = ""
    sought: Annotated[Ore, Said("sökt", "Sökt belopp.", "The amount sought.")] = None
    effort: Annotated[Ore, Said("insats", "Hela insatsens kostnad.", "The cost of the whole effort.")] = None
    co_financing: Annotated[Ore, Said("medfinansiering", "Vad andra bidrar med.", "What others put in.")] = None
    effect: Annotated[Ore, Said("effekt", "Beräknad återföring i allt.", "The calculated repayment in all.")] = None
    start: FirstDay | None = None
    end: LastDay | None = None
    first_effect: Annotated[_Year, Said("första_effekt", "År för den första besparingen.", "First saving.")] = None
    effect_until: Annotated[_Year, Said("effekt_till", "Sista år som effekten räknas.", "Last year counted.")] = None
    ages: Annotated[tuple[int, ...], _AGES, Said("ålder", "Målgruppens ålder: lägst, högst.", "Lowest, highest.")] = ()
    reinforcement: Annotated[Flag, Said("förstärkning", "En allmän förstärkning.", "A general reinforcement.")] = None
    is_new: Annotated[Flag, Said("ny", "Insatsen är ny.", "The effort is new.")] = None
    calculable: Annotated[Flag, Said("räknebar", "Effekten går att räkna på.", "It can be calculated.")] = None
    measurable: Annotated[Flag, Said("mätbar", "Effekten går att mäta.", "It can be measured.")] = None
    small: Annotated[Flag, Said("mindre", "En mindre insats.", "A small effort.")] = None
    exit_plan: Annotated[
        str, PARAGRAPHS, Said("utgångsplan", "Hur den blir ordinarie verksamhet.", "How it becomes ordinary.")
    ] = ""
    endorsed_by: Annotated[str, TEXT, Said("tillstyrkt_av", "Behörig chef.", "The authorised manager.")] = ""
    steering: Annotated[
        str | None, word_of("steering", Bilingual("styrning", "steering"), Steering), said_of("styrning", Steering)
    ] = None  # fmt: skip
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The fiscal year of its day; an empty text where it says nothing of steering."""
        return {"steering": self.steering or "", "year": self.day.year}


def _within_available(command: EstimateCost, state: ProgrammeState) -> Iterator[Finding]:
    """What is expected of the year's projects is within what the fund has for them."""
    available, others = available_for(state, command.fund, command.project, command.year)
    excess = command.amount + others - available
    if excess > 0:
        values: dict[str, Any] = {"amount": command.amount, "available": max(0, available - others), "excess": excess}
        yield codes.ESTIMATE_ABOVE_AVAILABLE.at(command.project, project=command.project, year=command.year, **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateCost(Command, sv="beräkna_kostnad", cli="project estimate", makes=CostEstimated):
    """State what a project is expected to cost in a year (beräknad årskostnad; S12); every estimate is kept."""

    rules: ClassVar = (_fund_known, _within_available)
    fund: FundName
    project: ProjectName
    amount: Positive
    year: Year
    day: Day
    reason: Reason = ""
    decision: MaybeDecided = None


COMMANDS: tuple[type[Command], ...] = (AdoptProgramme, DeclareApplication, EstimateCost)
