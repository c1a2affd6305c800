"""A scenario has two projects of one name.

sv: Ett scenario har två projekt med samma namn.
"""

from sifund_ledger.simulation import PlannedProject, Scenario


def reproduce():
    project = PlannedProject.of(project="A", board="Utb", costs={2020: 5})
    Scenario.of(first_year=2020, to=2021, project=[project, project])
