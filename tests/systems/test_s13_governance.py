"""S13 and K3: who prepares, applies, decides, calculates, reviews; what is in one hand is flagged."""

from __future__ import annotations

from programme_books import fund_book, rows, warned


def test_six_applications_and_exactly_two_flags():
    """In one the applicant prepares, in one the applicant decides."""
    book = fund_book()
    for number in range(1, 7):
        name, applicant = f"Ansökan {number}", f"enhetschef {number}"
        preparer = applicant if number == 2 else "ekonomichef"
        decider = applicant if number == 5 else "KS-AU och familjenämnden"
        book.reach_stage(name, "prepared", day="2016-03-01", by=preparer)
        book.reach_stage(name, "applied", day="2016-04-01", by=applicant)
        book.reach_stage(name, "granted", day="2016-05-01", by=decider, level="executive", decision="KS 2016-05-01 § 9")
    flags = warned(book, "ROLES_IN_ONE_HAND")
    assert [text.partition(":")[0] for text in flags] == ["Ansökan 2", "Ansökan 5"]
    assert "both preparer and applicant" in flags[0]
    assert "both applicant and decider" in flags[1]
    matrix = {row["project"]: row["conflict"] for row in rows(book.programme.roles(language="en"))}
    assert {name for name, conflict in matrix.items() if conflict} == {"Ansökan 2", "Ansökan 5"}


def test_a_unit_in_two_roles_is_one_hand_too_and_so_is_who_calculates_and_reviews():
    book = fund_book()
    book.reach_stage("A", "prepared", day="2016-03-01", by="controller", operation="Ekonomi")
    book.reach_stage("A", "applied", day="2016-04-01", by="ekonomichef", operation="Ekonomi")
    book.calculate_effect("A", ["2018:Skola:avoided:short:100"], by="forskaren", day="2016-04-02")
    book.reach_stage("A", "evaluated", day="2019-04-01", by="Forskaren")
    assert len(warned(book, "ROLES_IN_ONE_HAND")) == 2
