"""S13, Tomelilla, and K3: heads prepare, a steering group of politicians decides (lines 836–842, 876–879).

Six applications: in the second the applicant prepares, in the fifth the applicant decides; what is in one hand is
flagged, by Python and from an events file.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import fund_book, kf, msek, new_book, rows, warned

from sifund_ledger import Book, presets

STEERING = "KS-AU och familjenämnden"
START = """
equity open BOOK 2015 --amount 210 --unit mkr --opening-deficits inga --decision "KF 2016-04-22 § 1"
fund create BOOK social --policy tomelilla_earmark --decision "KF 2016-04-22 § 1"
fund open BOOK social --amount 3 --unit mkr --year 2016 --decision "KF 2016-04-22 § 1"
post BOOK roller.toml
"""


def _roles() -> list[tuple[str, str, str, str]]:
    """Each application, who prepares it, applies, and decides."""
    listed = []
    for number in range(1, 7):
        applicant = f"enhetschef {number}"
        preparer, decider = applicant if number == 2 else "ekonomichef", applicant if number == 5 else STEERING
        listed.append((f"Ansökan {number}", preparer, applicant, decider))
    return listed


def _events() -> str:
    events = ""
    for name, preparer, applicant, decider in _roles():
        for stage, day, by in (("prepared", 3, preparer), ("applied", 4, applicant)):
            events += f'[[händelse]]\ngör = "nå_skede"\nprojekt = "{name}"\nskede = "{stage}"\n'
            events += f'dag = 2016-0{day}-01\nav = "{by}"\n'
        events += f'[[händelse]]\ngör = "nå_skede"\nprojekt = "{name}"\nskede = "granted"\ndag = 2016-05-01\n'
        events += f'av = "{decider}"\nnivå = "executive"\nbeslut = "KS 2016-05-01 § 9"\n'
    return events


def by_python() -> Book:
    book = new_book(2015, "210", {})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf(2016))
    book.open_fund("social", msek("3"), year=2016, decision=kf(2016))
    for name, preparer, applicant, decider in _roles():
        book.reach_stage(name, "prepared", day="2016-03-01", by=preparer)
        book.reach_stage(name, "applied", day="2016-04-01", by=applicant)
        book.reach_stage(name, "granted", day="2016-05-01", by=decider, level="executive", decision="KS 2016-05-01 § 9")
    return book


def test_six_applications_and_exactly_two_flags():
    book = by_python()
    flags = warned(book, "ROLES_IN_ONE_HAND")
    assert [text.partition(":")[0] for text in flags] == ["Ansökan 2", "Ansökan 5"]
    assert "both preparer and applicant" in flags[0]
    assert "both applicant and decider" in flags[1]
    matrix = {row["project"]: row["conflict"] for row in rows(book.programme.roles(language="en"))}
    assert {name for name, conflict in matrix.items() if conflict} == {"Ansökan 2", "Ansökan 5"}


def test_by_an_events_file_and_the_command_line(console: Console):
    """The file says the two as it is recorded, and the page of roles says them of the book."""
    (console.folder / "roller.toml").write_text(_events(), encoding="utf-8")
    console.same_book(by_python(), START)
    matrix = console.done("programme show book.sifund roles")
    hands = {f"Ansökan {number}": row_of(matrix, f"Ansökan {number}")[-1] for number in range(1, 7)}
    flagged = {name: hand for name, hand in hands.items() if " – " in hand}
    assert flagged == {"Ansökan 2": "beredare – sökande", "Ansökan 5": "sökande – beslutande"}
    assert row_of(matrix, "Ansökan 1") == ["ekonomichef", "enhetschef 1", STEERING]


def test_a_unit_in_two_roles_is_one_hand_too_and_so_is_who_calculates_and_reviews():
    book = fund_book()
    book.reach_stage("A", "prepared", day="2016-03-01", by="controller", operation="Ekonomi")
    book.reach_stage("A", "applied", day="2016-04-01", by="ekonomichef", operation="Ekonomi")
    book.calculate_effect("A", ["2018:Skola:avoided:short:100"], by="forskaren", day="2016-04-02")
    book.reach_stage("A", "evaluated", day="2019-04-01", by="Forskaren")
    assert len(warned(book, "ROLES_IN_ONE_HAND")) == 2
