"""The few words that a fact is one of (val i programmet): stages, levels, kinds of participants, statuses."""

from __future__ import annotations

from enum import StrEnum

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual


class Stage(StrEnum):
    """How far a project has come (skede): from an idea to what became of it."""

    IDEA = "idea"
    PREPARED = "prepared"
    APPLIED = "applied"
    GRANTED = "granted"
    REJECTED = "rejected"
    RUNNING = "running"
    CLOSED = "closed"
    EVALUATED = "evaluated"

    def words(self, language: Language) -> str:
        """The stage in the language."""
        return _STAGES[self].words(language)


_STAGES = {
    Stage.IDEA: Bilingual("idé", "idea"),
    Stage.PREPARED: Bilingual("beredd", "prepared"),
    Stage.APPLIED: Bilingual("ansökt", "applied"),
    Stage.GRANTED: Bilingual("beviljad", "granted"),
    Stage.REJECTED: Bilingual("avslagen", "rejected"),
    Stage.RUNNING: Bilingual("pågående", "running"),
    Stage.CLOSED: Bilingual("avslutad", "closed"),
    Stage.EVALUATED: Bilingual("utvärderad", "evaluated"),
}
ENDED = (Stage.REJECTED,)
"""After these no other stage follows."""


class Level(StrEnum):
    """At what level of the organisation something is done (nivå; S30)."""

    FRONT_LINE = "front_line"
    UNIT = "unit"
    ADMINISTRATION = "administration"
    BOARD = "board"
    EXECUTIVE = "executive"
    COUNCIL = "council"
    OUTSIDE = "outside"

    def words(self, language: Language) -> str:
        """The level in the language."""
        return _LEVELS[self].words(language)


_LEVELS = {
    Level.FRONT_LINE: Bilingual("frontlinjen", "the front line"),
    Level.UNIT: Bilingual("enheten", "the unit"),
    Level.ADMINISTRATION: Bilingual("förvaltningen", "the administration"),
    Level.BOARD: Bilingual("nämnden", "the board"),
    Level.EXECUTIVE: Bilingual("kommunstyrelsen", "the executive board"),
    Level.COUNCIL: Bilingual("fullmäktige", "the council"),
    Level.OUTSIDE: Bilingual("utanför kommunen", "outside the municipality"),
}
NEAR_THE_FRONT = (Level.FRONT_LINE, Level.UNIT)
"""Where a decision is near the front line."""


class ParticipantKind(StrEnum):
    """What takes part in a project (deltagare; S17)."""

    BOARD = "board"
    CIVIL_SOCIETY = "civil_society"
    COMPANY = "company"
    MUNICIPAL_COMPANY = "municipal_company"
    OTHER_PRINCIPAL = "other_principal"

    def words(self, language: Language) -> str:
        """The kind in the language."""
        return _PARTICIPANTS[self].words(language)


_PARTICIPANTS = {
    ParticipantKind.BOARD: Bilingual("nämnd", "board"),
    ParticipantKind.CIVIL_SOCIETY: Bilingual("civilsamhälle", "civil society"),
    ParticipantKind.COMPANY: Bilingual("företag", "company"),
    ParticipantKind.MUNICIPAL_COMPANY: Bilingual("kommunalt bolag", "municipal company"),
    ParticipantKind.OTHER_PRINCIPAL: Bilingual("annan huvudman", "other principal"),
}


class Status(StrEnum):
    """What became of a project in ordinary operations (implementering; S26)."""

    IMPLEMENTED = "implemented"
    PARTLY = "partly"
    PHASED_OUT = "phased_out"

    def words(self, language: Language) -> str:
        """The status in the language."""
        return _STATUSES[self].words(language)


_STATUSES = {
    Status.IMPLEMENTED: Bilingual("införd", "implemented"),
    Status.PARTLY: Bilingual("delvis införd", "partly implemented"),
    Status.PHASED_OUT: Bilingual("avvecklad", "phased out"),
}


class Funding(StrEnum):
    """How what is made permanent is funded (S26): by need, as the project was, or by appropriation within frames."""

    NEED = "need"
    APPROPRIATION = "appropriation"

    def words(self, language: Language) -> str:
        """The funding in the language."""
        return _FUNDINGS[self].words(language)


_FUNDINGS = {
    Funding.NEED: Bilingual("efter behov", "by need"),
    Funding.APPROPRIATION: Bilingual("inom ram", "by appropriation"),
}


class Steering(StrEnum):
    """What a project steers (S29): the whole organisation, or good methods within a sector."""

    STRATEGIC = "strategic"
    OPERATIVE = "operative"

    def words(self, language: Language) -> str:
        """The steering in the language."""
        return _STEERINGS[self].words(language)


_STEERINGS = {
    Steering.STRATEGIC: Bilingual("strategisk", "strategic"),
    Steering.OPERATIVE: Bilingual("operativ", "operative"),
}


class GoalLevel(StrEnum):
    """The level of a goal (S21, S22): the council's, a board's, an operation's."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIVE = "operative"

    def words(self, language: Language) -> str:
        """The level in the language."""
        return _GOAL_LEVELS[self].words(language)

    @property
    def rank(self) -> int:
        """0 for the highest."""
        return [*GoalLevel].index(self)


_GOAL_LEVELS = {
    GoalLevel.STRATEGIC: Bilingual("strategiskt", "strategic"),
    GoalLevel.TACTICAL: Bilingual("taktiskt", "tactical"),
    GoalLevel.OPERATIVE: Bilingual("operativt", "operative"),
}


class Dated(StrEnum):
    """What a day to be kept is of (delmål, utvärdering, rapport)."""

    MILESTONE = "milestone"
    EVALUATION = "evaluation"
    REPORT = "report"

    def words(self, language: Language) -> str:
        """The kind in the language."""
        return _DATED[self].words(language)


_DATED = {
    Dated.MILESTONE: Bilingual("delmål", "milestone"),
    Dated.EVALUATION: Bilingual("utvärdering", "evaluation"),
    Dated.REPORT: Bilingual("rapport", "report"),
}
