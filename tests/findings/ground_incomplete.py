"""An exceptional ground is invoked without the reason that the annual report must give.

sv: Synnerliga skäl åberopas utan den motivering som årsredovisningen måste innehålla.
"""

from sifund_ledger import Decision, ExceptionalGround, sek


def reproduce():
    decision = Decision.parse("KF 2015-04-27 § 40")
    ExceptionalGround(amount=sek("1 000 000"), deficit_year=2014, reason=" ", decision=decision)
