"""What the facts of the programme are about, as the journal prints it (avser)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.programme.choices import GoalLevel, Stage, Status

_OWN: Final = Bilingual("egna regler", "own rules")
_FROM: Final = Bilingual("{fund}: {programme}, från {valid_from}", "{fund}: {programme}, from {valid_from}")
_SAID: Final = Bilingual("{about}: {what}, {beside}", "{about}: {what}, {beside}")
_BECAME: Final = Bilingual(
    "{project}: {status}, {share:%} från {from_year} i {board}",
    "{project}: {status}, {share:%} from {from_year} in {board}",
)
_DUE: Final = Bilingual("{about}: {milestone}, senast {due}", "{about}: {milestone}, by {due}")


def _plain(text: str) -> Bilingual:
    return Bilingual(text, text)


_ABOUT: Final[dict[str, Callable[[Any], Bilingual]]] = {
    "programme_adopted": lambda event: _FROM.filled(
        fund=event.fund, programme=event.programme or _OWN, valid_from=event.valid_from
    ),
    "stage_reached": lambda event: _SAID.filled(about=event.project, what=Stage(event.stage).said, beside=event.by),
    "participant_joined": lambda event: _plain(
        f"{event.project}: {', '.join(filter(None, (event.participant, event.operation)))}"
    ),
    "application_declared": lambda event: _plain(", ".join(filter(None, (event.project, event.fund)))),
    "cost_estimated": lambda event: _plain(f"{event.project}, {event.fund}, {event.year}"),
    "implementation_decided": lambda event: _BECAME.filled(
        project=event.project, status=Status(event.status).said, share=event.share, from_year=event.from_year,
        board=event.board,
    ),
    "goal_stated": lambda event: _SAID.filled(
        about=event.goal, what=GoalLevel(event.level).said, beside=f"{event.first_year}–{event.last_year}"
    ),
    "goal_linked": lambda event: _plain(f"{event.project} → {event.goal}"),
    "milestone_set": lambda event: _DUE.filled(about=event.about, milestone=event.milestone, due=event.due),
    "effect_calculated": lambda event: _plain(f"{event.project}, {event.by}"),
    "contract_signed": lambda event: _plain(f"{event.project}: {event.investor}"),
    "outcome_assessed": lambda event: _plain(f"{event.project}, {event.by}"),
}  # fmt: skip


def about_fact(event: Any) -> Bilingual:
    """What a fact is about, in few words."""
    return _ABOUT[event.kind](event)
