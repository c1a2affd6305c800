"""A board is to repay a project of a fund where nothing is repaid.

sv: En nämnd ska återföra för ett projekt i en fond där inget återförs.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().repay("Navigator", "SN", 1, effect_year=2014, frame_year=2015, decision=KF)
