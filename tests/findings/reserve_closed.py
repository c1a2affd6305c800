"""A program asks whether the equalisation reserve may still be set aside to in 2024.

sv: Ett program frågar om det 2024 fortfarande går att avsätta till resultatutjämningsreserven.
"""

from sifund_ledger.balance.reserves.checks import allocation_faults
from sifund_ledger.law import Reserve


def reproduce():
    return allocation_faults(Reserve.EQUALISATION, 2024, 1_000_000_00)
