"""A project of a scenario costs nothing.

sv: Ett projekt i ett scenario kostar ingenting.
"""

from sifund_ledger.simulation import PlannedProject, Scenario


def reproduce():
    Scenario.of(first_year=2020, to=2021, project=[PlannedProject.of(project="A", board="Utb", costs={})])
