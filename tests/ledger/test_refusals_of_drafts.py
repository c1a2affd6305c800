"""Why a draft cannot be recorded: entry, decision, actor, salt. Every reason at once, and nothing has changed."""

from datetime import UTC, date, datetime

import pytest
from ledger_cases import ACTOR, AT, DAY, KF, SetAside, Told, moved, record, whole_state

from sifund_ledger.amounts import MAX_ORE
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, Account, earmark
from sifund_ledger.ledger.canonical.writing import note_digest
from sifund_ledger.ledger.entries import EntryDraft, Posting, entry_faults, transfer
from sifund_ledger.ledger.events import CheckpointWritten, DecisionMoved, EntryCorrected, JournalOpened, PeriodMoved
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft, Note

FREE, SOCIAL = earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="social")
STRAY = FREE._replace(book="FRAME")  # a code that is of another book


def refused(journal, event, **how):
    """The codes of a refusal, which must leave the journal as it was."""
    before = whole_state(journal)
    draft = Draft(event, how.pop("decision", KF), how.pop("note", ""))
    how = {"recorded_at": AT, "actor": ACTOR, **how}
    with pytest.raises(Refused) as refusal:
        journal.record(draft, **how)
    assert whole_state(journal) == before
    how.pop("salt", None)
    assert list(refusal.value.findings) == journal.faults(draft, **how)
    return [finding.code for finding in refusal.value.findings]


def entry(*postings, text="Flytt", year=2012):
    return EntryDraft(year, DAY, text, postings)


class TestEntries:
    @pytest.mark.parametrize(
        ("draft", "codes"),
        [
            (entry(*transfer(FREE, SOCIAL, 5)), []),
            (entry(Posting(FREE, 5), Posting(SOCIAL, -2), Posting(SOCIAL, -3)), []),
            (entry(), ["ENTRY_TOO_SHORT"]),
            (entry(Posting(FREE, 5)), ["ENTRY_TOO_SHORT", "ENTRY_UNBALANCED"]),
            (entry(*transfer(FREE, SOCIAL, 5), text=" \t"), ["ENTRY_INCOMPLETE"]),
            (entry(Posting(FREE, 5), Posting(SOCIAL, -4)), ["ENTRY_UNBALANCED"]),
            (entry(Posting(FREE, 0), Posting(SOCIAL, 0)), ["POSTING_ZERO", "POSTING_ZERO"]),
            (entry(*transfer(FREE, SOCIAL, MAX_ORE)), []),
            (entry(*transfer(FREE, SOCIAL, MAX_ORE + 1)), ["POSTING_TOO_LARGE", "POSTING_TOO_LARGE"]),
            (entry(Posting(FREE, 5.0), Posting(SOCIAL, -5)), ["POSTING_NOT_ORE", "ENTRY_UNBALANCED"]),
            (entry(Posting(FREE, 5), Posting(SOCIAL, "-5")), ["POSTING_NOT_ORE", "ENTRY_UNBALANCED"]),
            (entry(Posting(FREE, ore=True), Posting(SOCIAL, -1)), ["POSTING_NOT_ORE", "ENTRY_UNBALANCED"]),
            (entry(Posting(Account("EARMARK", "kassa"), 5), Posting(SOCIAL, -5)), ["ACCOUNT_UNKNOWN"]),
            (entry(*transfer(STRAY, STRAY._replace(code="net_assets"), 5)), ["ACCOUNT_UNKNOWN"] * 2),
            (entry(*transfer(STRAY, SOCIAL, 5)), ["ACCOUNT_UNKNOWN", "ENTRY_UNBALANCED", "ENTRY_UNBALANCED"]),
        ],
    )
    def test_what_is_wrong_with_them(self, draft, codes):
        assert [fault.code for fault in entry_faults(draft)] == codes

    def test_the_journal_tells_all_of_it_and_the_period_too(self):
        journal = Journal()
        record(journal, PeriodMoved(2012, "closed"))
        event = moved(2012, (Posting(Account("EARMARK", "kassa"), 5), Posting(SOCIAL, 0)), text="")
        assert refused(journal, event) == [
            "ENTRY_INCOMPLETE",
            "ACCOUNT_UNKNOWN",
            "POSTING_ZERO",
            "ENTRY_UNBALANCED",
            "PERIOD_CLOSED",
        ]

    @pytest.mark.parametrize(
        "postings", [transfer(FREE, SOCIAL, 5), (*transfer(FREE, SOCIAL, 5), *transfer(FREE, SOCIAL, 1))]
    )
    def test_a_year_and_a_day_of_another_type_are_a_mistake_in_the_program(self, postings):
        draft = entry(*postings)
        for wrong in (
            draft._replace(year=2012.0),
            draft._replace(year=True),
            draft._replace(event_date=datetime(2012, 1, 1, tzinfo=UTC)),
            draft._replace(event_date="2012-01-01"),
        ):
            with pytest.raises(TypeError, match="year of type int"):
                entry_faults(wrong)


class TestDecisions:
    """Ruling R25: a proposed decision never posts; a decided, final or appealed one does; a repealed one does not."""

    @pytest.mark.parametrize(
        ("state", "codes"),
        [
            ("proposed", ["DECISION_NOT_TAKEN"]),
            ("decided", []),
            ("appealed", []),
            ("final", []),
            ("repealed", ["DECISION_NOT_TAKEN"]),
        ],
    )
    def test_by_their_state(self, state, codes):
        decision = Decision.parse("KF 2012-04-23 § 45", state=state)
        draft = Draft(Told("x"), decision)
        assert [fault.code for fault in Journal().faults(draft, recorded_at=AT, actor=ACTOR)] == codes
        assert decision.may_post == (not codes)

    def test_a_preview_goes_on_proposed_ones_of_a_later_day_but_not_on_repealed_ones(self):
        journal = Journal()
        later = Decision("KF", date(2014, 6, 16), "60", DecisionState.PROPOSED)
        assert refused(journal, Told("x"), decision=later) == ["DECISION_NOT_TAKEN", "DECISION_LATER_THAN_RECORD"]
        assert journal.record(Draft(Told("x"), later), recorded_at=AT, actor=ACTOR, proposed=True)
        repealed = later.in_state(DecisionState.REPEALED)
        assert refused(journal, Told("x"), decision=repealed, proposed=True) == ["DECISION_NOT_TAKEN"]

    def test_a_decision_of_the_same_day_has_been_taken(self):
        journal = Journal()
        record(journal, Told("x"), decision=Decision("KF", AT.date(), "31"))
        assert journal.head.seq == 1

    def test_follow_what_has_been_recorded_of_them(self):
        journal = Journal()
        record(journal, Told("x"), DecisionMoved(KF, "appealed"), Told("x"))
        assert journal.state_of(KF) is DecisionState.APPEALED
        record(journal, DecisionMoved(KF, "repealed"), decision=None)
        for cited in (KF, KF.in_state(DecisionState.FINAL), Decision.parse("Kommunfullmäktige 2012-04-23 § 45, dnr 7")):
            assert journal.state_of(cited) is DecisionState.REPEALED
            assert refused(journal, Told("x"), decision=cited) == ["DECISION_NOT_TAKEN"]
        other = Decision("KF", DAY, "46")
        assert journal.state_of(other) is DecisionState.DECIDED
        record(journal, Told("x"), decision=other)

    def test_are_not_needed_by_every_record(self):
        (sealed,) = record(Journal(), Told("x"), decision=None)
        assert sealed.record.decision is None
        assert sealed.data.decode().split("\n")[1] == ""


class TestActorsAndNotes:
    def test_somebody_records(self):
        assert refused(Journal(), Told("x"), actor="") == ["ACTOR_MISSING"]
        assert refused(Journal(), SetAside("social", 0, 2012, DAY), actor="") == [
            "ACTOR_MISSING",
            *["POSTING_ZERO"] * 2,
        ]

    def test_a_note_is_kept_by_its_digest(self):
        draft = Draft(Told("x"), KF, "Enligt protokollet.")
        salt = bytes(range(16))
        sealed = Journal().record(draft, recorded_at=AT, actor=ACTOR, salt=salt)
        assert sealed.record.note == Note(salt, draft.note)
        assert sealed.record.note_digest == note_digest(sealed.record.note)
        assert sealed.record.note_digest.hex() in sealed.data.decode()
        assert draft.note not in sealed.data.decode()

    @pytest.mark.parametrize("salt", [b"", b"short", bytes(17)])
    def test_a_note_needs_a_salt_of_sixteen_bytes(self, salt):
        journal = Journal()
        before = whole_state(journal)
        with pytest.raises(ValueError, match="16 bytes"):
            journal.record(Draft(Told("x"), KF, "Namn"), recorded_at=AT, actor=ACTOR, salt=salt)
        assert whole_state(journal) == before


class TestCorrections:
    LINES = tuple((*line.account, -line.ore) for line in transfer(FREE, SOCIAL, 1000))

    def test_once_only(self):
        journal = Journal()
        record(journal, SetAside("social", 1000, 2012, DAY), SetAside("social", 1000, 2012, DAY))
        first = EntryCorrected(1, "set_aside", "A 1", 2013, DAY, self.LINES)
        record(journal, first)
        assert refused(journal, first) == ["CORRECTED_ALREADY"]
        with pytest.raises(Refused) as refusal:
            journal.record(Draft(first, KF), recorded_at=AT, actor=ACTOR)
        assert "corrected by record 3" in str(refusal.value)
        record(journal, EntryCorrected(2, "set_aside", "A 2", 2013, DAY, self.LINES))
        assert journal.corrections == {1: 3, 2: 4}

    def test_meet_the_limits_as_anything_else(self):
        journal = Journal()
        lines = [*transfer(SOCIAL, FREE, 600)]
        record(journal, SetAside("social", 1000, 2012, DAY), moved(2012, lines))
        assert refused(journal, EntryCorrected(1, "set_aside", "A 1", 2013, DAY, self.LINES)) == [
            "BALANCE_ON_WRONG_SIDE"
        ]


def test_what_the_journal_is_and_what_has_been_checked():
    journal = Journal()
    opened = JournalOpened("Tomelilla kommun", "municipality", "212000-0886")
    assert journal.opened is None
    record(journal, opened, decision=None)
    checkpoint = CheckpointWritten(2012, 1, journal.head.hash.hex())
    record(journal, checkpoint, decision=None)
    assert journal.opened == opened
    assert journal.checkpoints == [checkpoint]
    assert journal.head.seq == 2


def test_text_that_cannot_be_written_leaves_the_journal_as_it_was():
    journal = Journal()
    before = whole_state(journal)
    with pytest.raises(UnicodeEncodeError):
        record(journal, Told("\ud800"))
    assert whole_state(journal) == before
