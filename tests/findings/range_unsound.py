"""An effect's least amount is above its most.

sv: Det minsta beloppet för en effekt är större än det mesta.
"""

from sifund_ledger.simulation import PlannedProject


def reproduce():
    PlannedProject.of(project="A", board="Utb", costs={2020: 5}, effects={"Skola": {2022: [3, 1]}})
