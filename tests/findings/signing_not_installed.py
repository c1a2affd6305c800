"""A checkpoint is to be signed where the library that signs is not installed.

sv: En kontrollpunkt ska signeras där biblioteket som signerar inte är installerat.
"""

from sifund_ledger.store import findings as codes


def reproduce():
    return [codes.SIGNING_NOT_INSTALLED.at("key", package="cryptography")]
