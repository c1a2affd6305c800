"""A project costs something after the scenario's last year.

sv: Ett projekt kostar något efter scenariots sista år.
"""

from sifund_ledger.simulation import PlannedProject, Scenario


def reproduce():
    project = PlannedProject.of(project="A", board="Utb", costs={2022: 5})
    Scenario.of(first_year=2020, to=2021, project=[project])
