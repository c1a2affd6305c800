"""What exclusion costs a person at the lowest is above what it costs at the highest.

sv: Den lägsta kostnaden för utanförskap är högre än den högsta.
"""

from sifund_ledger.programme.exclusion import exclusion_cost


def reproduce():
    exclusion_cost(1150, person=("15", "10"), unit="mkr")
