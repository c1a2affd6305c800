"""A project is implemented in whole, with half of its cost.

sv: Ett projekt införs helt, med halva kostnaden.
"""

from situations import KF, book_with_a_programme

from sifund_ledger import sek


def reproduce():
    book = book_with_a_programme()
    about = {"board": "Skola", "yearly": sek(10), "from_year": 2015, "day": "2014-11-02", "decision": KF}
    book.implement_project("Navigator", status="implemented", share="0.5", **about)
