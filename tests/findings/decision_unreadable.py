"""A decision is cited without its paragraph.

sv: Ett beslut åberopas utan sin paragraf.
"""

from sifund_ledger import Decision


def reproduce():
    Decision.parse("KF 2012-04-23")
