"""Models side by side (jämförelse av modeller): the same projects, costs and effects under each policy.

Each policy has a book of its own in memory, and the library's own commands are done in it: what a policy refuses is
refused here too. ``scenario`` says what is the same for all, ``from_book`` makes one of a book, ``models`` is what
differs, ``running`` does a scenario under a model, ``comparison`` sets the outcomes side by side, ``ranges`` draws
effects that are given as ranges. It knows books and how they are opened, and no rule of its own.

No model is called best: each criterion of the source has its measure beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.simulation.comparison import Comparison, compare
    from sifund_ledger.simulation.from_book import scenario_of_book
    from sifund_ledger.simulation.models import Model, model_named
    from sifund_ledger.simulation.outcomes import ModelRun
    from sifund_ledger.simulation.running import run_model
    from sifund_ledger.simulation.scenario import PlannedProject, Scenario
    from sifund_ledger.simulation.scenario_file import parse_scenario, read_scenario

__all__ = [
    "Comparison", "Model", "ModelRun", "PlannedProject", "Scenario", "compare", "model_named", "parse_scenario",
    "read_scenario", "run_model", "scenario_of_book",
]  # fmt: skip
_HOMES: Final = {
    "comparison": ("Comparison", "compare"),
    "from_book": ("scenario_of_book",),
    "models": ("Model", "model_named"),
    "outcomes": ("ModelRun",),
    "running": ("run_model",),
    "scenario": ("PlannedProject", "Scenario"),
    "scenario_file": ("parse_scenario", "read_scenario"),
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES)
