"""The few words that a fact is one of (val i programmet): stages, levels, kinds of participants, statuses."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual


class Choice(StrEnum):
    """A word that a fact is one of: as it is stored, in Swedish and in English."""

    said: Bilingual

    def __new__(cls, value: str, sv: str = "", en: str = "") -> Self:
        """A word with its name in each language."""
        member = str.__new__(cls, value)
        member._value_, member.said = value, Bilingual(sv, en)
        return member

    def words(self, language: Language) -> str:
        """The word in the language."""
        return self.said.words(language)


class Stage(Choice):
    """How far a project has come (skede): from an idea to what became of it."""

    IDEA = "idea", "idé", "idea"
    PREPARED = "prepared", "beredd", "prepared"
    APPLIED = "applied", "ansökt", "applied"
    GRANTED = "granted", "beviljad", "granted"
    REJECTED = "rejected", "avslagen", "rejected"
    RUNNING = "running", "pågående", "running"
    CLOSED = "closed", "avslutad", "closed"
    EVALUATED = "evaluated", "utvärderad", "evaluated"


ENDED = (Stage.REJECTED,)
"""After these no other stage follows."""


class Level(Choice):
    """At what level of the organisation something is done (nivå; S30)."""

    FRONT_LINE = "front_line", "frontlinjen", "the front line"
    UNIT = "unit", "enheten", "the unit"
    ADMINISTRATION = "administration", "förvaltningen", "the administration"
    BOARD = "board", "nämnden", "the board"
    EXECUTIVE = "executive", "kommunstyrelsen", "the executive board"
    COUNCIL = "council", "fullmäktige", "the council"
    OUTSIDE = "outside", "utanför kommunen", "outside the municipality"


NEAR_THE_FRONT = (Level.FRONT_LINE, Level.UNIT)
"""Where a decision is near the front line."""


class ParticipantKind(Choice):
    """What takes part in a project (deltagare; S17)."""

    BOARD = "board", "nämnd", "board"
    CIVIL_SOCIETY = "civil_society", "civilsamhälle", "civil society"
    COMPANY = "company", "företag", "company"
    MUNICIPAL_COMPANY = "municipal_company", "kommunalt bolag", "municipal company"
    OTHER_PRINCIPAL = "other_principal", "annan huvudman", "other principal"


class Status(Choice):
    """What became of a project in ordinary operations (implementering; S26)."""

    IMPLEMENTED = "implemented", "införd", "implemented"
    PARTLY = "partly", "delvis införd", "partly implemented"
    PHASED_OUT = "phased_out", "avvecklad", "phased out"


class Funding(Choice):
    """How what is made permanent is funded (S26): by need, as the project was, or by appropriation within frames."""

    NEED = "need", "efter behov", "by need"
    APPROPRIATION = "appropriation", "inom ram", "by appropriation"


class Steering(Choice):
    """What a project steers (S29): the whole organisation, or good methods within a sector."""

    STRATEGIC = "strategic", "strategisk", "strategic"
    OPERATIVE = "operative", "operativ", "operative"


class GoalLevel(Choice):
    """The level of a goal (S21, S22): the council's, a board's, an operation's."""

    STRATEGIC = "strategic", "strategiskt", "strategic"
    TACTICAL = "tactical", "taktiskt", "tactical"
    OPERATIVE = "operative", "operativt", "operative"

    @property
    def rank(self) -> int:
        """0 for the highest."""
        return [*GoalLevel].index(self)


class Dated(Choice):
    """What a day to be kept is of (delmål, utvärdering, rapport)."""

    MILESTONE = "milestone", "delmål", "milestone"
    EVALUATION = "evaluation", "utvärdering", "evaluation"
    REPORT = "report", "rapport", "report"


class CostKind(Choice):
    """What kind of cost an effect is of (slag av kostnad)."""

    AVOIDED = "avoided", "undviken kostnad", "avoided cost"
    ADDED = "added", "tillkommande kostnad", "added cost"
    INCOME = "income", "intäkt", "income"


class Term(Choice):
    """How soon an effect comes (sikt)."""

    SHORT = "short", "kort sikt", "short term"
    LONG = "long", "lång sikt", "long term"
