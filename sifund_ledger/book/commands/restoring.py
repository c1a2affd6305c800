"""How a deficit is restored (åtgärdsplan): what the council has adopted, which the annual report tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from sifund_ledger.authority import authority_faults
from sifund_ledger.book import findings as codes
from sifund_ledger.book.situation import Situation
from sifund_ledger.fields.annotated import Decided, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import PARAGRAPHS, YEAR
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.commands import Command
from sifund_ledger.year_end.events import PlanAdopted
from sifund_ledger.year_end.statements import statement_of


def _council_adopts(command: AdoptPlan, state: Situation) -> Iterable[Finding]:
    return authority_faults(command.decision, command.name)


def _deficit_there(command: AdoptPlan, state: Situation) -> Iterator[Finding]:
    """The year has a deficit, in its own statement or among those that the book was opened with."""
    of = statement_of(state.state, command.year)
    opening = {each.year for each in state.stated.opening_deficits or ()}
    if command.year not in opening and (of is None or of.deficit(command.year) is None):
        yield codes.PLAN_WITHOUT_DEFICIT.at(str(command.year), year=command.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptPlan(Command, sv="anta_åtgärdsplan", cli="equity plan", makes=PlanAdopted):
    """Record the council's action plan for a year's deficit: how it is restored, and by when (åtgärdsplan; KL 11:12).

    A later plan for the same year takes the place of the earlier.
    """

    rules: ClassVar = (_council_adopts, _deficit_there)
    year: Annotated[Year, Said("år", "Underskottets år.", "The year of the deficit.")]
    due_year: Annotated[int, YEAR, Said("senast_år", "Året då allt är återställt.", "The year by whose end all is.")]
    measures: Annotated[str, PARAGRAPHS, Said("åtgärder", "Hur det återställs.", "How it is restored.")]
    decision: Decided


COMMANDS: tuple[type[Command], ...] = (AdoptPlan,)
