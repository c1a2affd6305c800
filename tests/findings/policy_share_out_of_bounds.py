"""A policy has a floor of five times the plan: a share was written as per cent.

sv: En riktlinje har ett golv på fem gånger planen: en andel är skriven i procent.
"""

from sifund_ledger import Policy


def reproduce():
    Policy(name="egen", source="KF § 61", revolving=True, repayment_floor_share=5)
