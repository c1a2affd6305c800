"""A project used half of its grant, and the floor of its plan is a larger share of what was used.

sv: Ett projekt använde halva sitt bidrag, och planens golv är en större andel av det som använts.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets, sek


def reproduce():
    book = book_with_a_fund()
    book.create_fund("golv", policy=presets.orebro_strict.choose(presentation="strict"), decision=KF)
    book.set_aside("golv", sek(4000), result_year=2012, decision=KF)
    grant = {"board": "BUN", "financing": "ur fonden", "plan": {"Skola": {2015: sek(4000)}}, "decision": KF}
    book.grant("golv", "Bryggan", sek(4000), end="2014-12-31", **grant)
    book.use("golv", sek(2000), year=2013, project="Bryggan", net_cost=sek(2000), decision=KF)
    book.close_project("Bryggan", year=2013, decision=KF)
    book.measure("Bryggan", "Skola", 0, effect_year=2014, decision=KF)
    book.settle("Bryggan", frame_year=2015, decision=KF)
    return book.warnings
