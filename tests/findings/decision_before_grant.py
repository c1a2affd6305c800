"""A use rests on a decision taken before the project was granted anything.

sv: Ett ianspråktagande vilar på ett beslut som fattades innan projektet beviljades något.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.use("social", 1, year=2013, project="Navigator", net_cost=1, decision="KF 2013-01-02 § 1")
