"""The investor assesses the outcome of its own contract.

sv: Investeraren bedömer utfallet av sitt eget kontrakt.
"""

from situations import KF, book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    terms = {"capital": 8, "guarantee": "0.4", "of_saving": "0.6", "cap": "0.2", "day": "2014-03-02", "decision": KF}
    book.sign_contract("Bryggan", investor="Stiftelsen", **terms)
    book.assess_outcome("Bryggan", saved=5, by="Stiftelsen", day="2014-05-02")
    return book.warnings
