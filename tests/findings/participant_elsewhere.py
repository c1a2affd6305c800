"""A board that has been granted money takes part in a project as a company.

sv: En nämnd som har beviljats medel deltar i ett projekt som företag.
"""

from situations import book_with_a_programme


def reproduce():
    book_with_a_programme().join_project("Bryggan", "BUN", as_what="company", day="2014-02-02")
