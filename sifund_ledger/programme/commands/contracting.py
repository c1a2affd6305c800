"""Outcome contracts signed, and their outcomes assessed (utfallskontrakt; S23); nothing is posted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from sifund_ledger.fields.annotated import Decided, Positive
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import FLAG, NOT_NEGATIVE, TEXT, name_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.parameters import PART
from sifund_ledger.funds.project.fields import ProjectName
from sifund_ledger.ledger.commands import Command, FaultyField
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import ProgrammeState
from sifund_ledger.programme.commands.fields import Actor, MaybeDecided, OnDay, project_is_known
from sifund_ledger.programme.contracts import OutcomeContract
from sifund_ledger.programme.events import ContractSigned, OutcomeAssessed
from sifund_ledger.written import cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class SignContract(Command, sv="teckna_utfallskontrakt", cli="project contract", makes=ContractSigned):
    """State the terms of an outcome contract about a project (utfallskontrakt; S23)."""

    stored: ClassVar = {"capital": lambda record: record.event.ore}
    rules: ClassVar = (project_is_known,)
    project: ProjectName
    investor: Annotated[
        str, name_of(Bilingual("investerare", "investor"), Bilingual("Investeraren", "The investor"), '"Stiftelsen"'),
        Said("investerare", "Den som betalar insatsen.", "Who pays for the effort."),
    ]  # fmt: skip
    capital: Annotated[Positive, Said("kapital", "Investerarens kapital.", "The investor's capital.")]
    guarantee: Annotated[
        Fraction, PART, Said("garanti", "Andel som betalas i vart fall.", "The share paid in any case.")
    ]
    of_saving: Annotated[
        Fraction, PART, Said("av_besparing", "Andel av det sparade, till kapitalet.", "Of what is saved.")
    ]
    cap: Annotated[
        Fraction, PART, Said("tak", "Högsta vinst, andel av kapitalet.", "The highest gain, of the capital.")
    ]
    day: OnDay
    decision: Decided
    of_excess: Annotated[
        Fraction, PART, Said("av_överskott", "Andel av det som sparas utöver.", "Of what is saved beyond.")
    ] = Fraction(0)
    condition: Annotated[str, TEXT, Said("villkor", "Villkoret för en vinst.", "The condition of a gain.")] = ""
    assessor: Annotated[str, TEXT, Said("bedömare", "Den som bedömer utfallet.", "Who assesses the outcome.")] = ""

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The capital, and the fiscal year of the day."""
        return {"ore": self.capital, "year": self.day.year}


def terms_of(signed: ContractSigned) -> OutcomeContract:
    """The terms of a contract, as they are reckoned with."""
    return OutcomeContract(signed.ore, signed.guarantee, signed.of_saving, signed.cap, signed.of_excess)


def _contract_known(command: AssessOutcome, state: ProgrammeState) -> Iterator[Finding]:
    if state.programme.latest(ContractSigned, command.project) is None:
        yield codes.CONTRACT_UNKNOWN.at(command.project, project=command.project)


def _no_party_assesses(command: AssessOutcome, state: ProgrammeState) -> Iterator[Finding]:
    """Neither party assesses what it is paid for."""
    signed = state.programme.latest(ContractSigned, command.project)
    if signed is not None and cleaned(command.by).casefold() == cleaned(signed.investor).casefold():
        yield codes.ASSESSED_BY_PARTY.at(command.project, project=command.project, by=command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessOutcome(Command, sv="bedöm_utfall", cli="project assess", makes=OutcomeAssessed):
    """State what the activity of an outcome contract has saved in all, and whether its condition is met."""

    rules: ClassVar = (_contract_known, _no_party_assesses)
    project: ProjectName
    saved: Annotated[int, NOT_NEGATIVE, Said("sparat", "Sparat i allt.", "What is saved in all.")]
    by: Actor
    day: OnDay
    met: Annotated[bool, FLAG, Said("villkor_nått", "Villkoret är nått.", "The condition is met.")] = False
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """What the municipality pays for the outcome in all by the contract, and the fiscal year of the day."""
        signed = state.programme.latest(ContractSigned, self.project)
        if signed is None:
            raise FaultyField("project")
        return {"ore": terms_of(signed).pays(self.saved, met=self.met), "year": self.day.year}


COMMANDS: tuple[type[Command], ...] = (SignContract, AssessOutcome)
