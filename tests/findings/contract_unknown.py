"""An outcome is assessed of a project without an outcome contract.

sv: Ett utfall bedöms för ett projekt utan utfallskontrakt.
"""

from situations import book_with_a_programme


def reproduce():
    book_with_a_programme().assess_outcome("Bryggan", saved=5, by="revisor", day="2014-05-02")
