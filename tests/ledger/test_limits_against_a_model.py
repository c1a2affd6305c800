"""Invariant 4, the ledger's part: no limited account is ever on its wrong side, at the close of the record's year or of
any later one. A model of a dozen lines says which drafts may be recorded; the journal must agree with every one."""

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_cases import (
    ACCOUNTS,
    ACTOR,
    AT,
    DAY,
    KF,
    YEARS,
    SetAside,
    Used,
    balanced_postings,
    moved,
    record,
)

from sifund_ledger.ledger.accounts import CHART, FUND_AVAILABLE, FUND_CLAIM, Account, Limit, earmark
from sifund_ledger.ledger.balances import account_text
from sifund_ledger.ledger.entries import transfer
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft

LIMITED = {account: CHART[account.book, account.code].limit for account in ACCOUNTS}
CLOSES = range(min(YEARS), max(YEARS) + 2)


class Model:
    """Every posting there ever was, summed anew at each question."""

    def __init__(self):
        self.lines = []

    def balance(self, account, close):
        return sum(ore for year, posted, ore in self.lines if posted == account and year <= close)

    def right_side(self, account, ore):
        limit = LIMITED[account]
        return limit is Limit.EITHER or (ore <= 0 if limit is Limit.CREDIT else ore >= 0)

    def takes(self, year, postings):
        """Whether the postings leave each account that they move towards its limit on its right side."""
        after = Model()
        after.lines = [*self.lines, *((year, account, ore) for account, ore in postings)]
        return all(
            after.right_side(account, after.balance(account, close))
            for account in LIMITED
            for close in CLOSES
            if close >= year
        )


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(YEARS), balanced_postings()), max_size=25))
def test_the_journal_refuses_just_what_the_model_refuses(drawn):
    journal, model = Journal(), Model()
    for year, postings in drawn:
        event = moved(year, postings)
        faults = journal.faults(Draft(event, KF), recorded_at=AT, actor=ACTOR)
        assert (not faults) == model.takes(year, postings)
        assert {fault.code for fault in faults} <= {"BALANCE_ON_WRONG_SIDE"}
        if not faults:
            record(journal, event)
            model.lines += [(year, account, ore) for account, ore in postings]
        for account in LIMITED:
            for close in CLOSES:
                assert journal.balances.balance(account, at=close) == model.balance(account, close)
                assert model.right_side(account, model.balance(account, close))


def test_a_use_in_an_earlier_year_must_leave_enough_at_every_later_close():
    journal = Journal()
    record(journal, SetAside("social", 1000, 2011, DAY), Used("social", 900, 2013))
    assert journal.faults(Draft(Used("social", 100, 2012), KF), recorded_at=AT, actor=ACTOR) == []
    (fault,) = journal.faults(Draft(Used("social", 101_00, 2012), KF), recorded_at=AT, actor=ACTOR)
    assert fault.code == "BALANCE_ON_WRONG_SIDE"
    assert fault.place == "öronmärkt, disponibelt (social)"
    assert "would lack 91 kr at the close of 2012" in fault.message
    (fault,) = journal.faults(Draft(Used("social", 101, 2012), KF), recorded_at=AT, actor=ACTOR)
    assert "would lack 0.01 kr at the close of 2013" in fault.message


def test_money_set_aside_later_does_not_help_an_earlier_close():
    journal = Journal()
    record(journal, SetAside("social", 1000, 2013, DAY))
    (fault,) = journal.faults(Draft(Used("social", 1, 2012), KF), recorded_at=AT, actor=ACTOR)
    assert "2012" in fault.message


def test_both_sides_of_a_claim_have_their_limits():
    claim = Account("CLAIM", FUND_CLAIM, fund="social", project="skolan", board="BUN")
    debt = claim._replace(code="board_debt")
    wrong_way = moved(2013, transfer(debt, claim, 5))
    faults = Journal().faults(Draft(wrong_way, KF), recorded_at=AT, actor=ACTOR)
    assert [fault.place for fault in faults] == [
        "nämndens skuld till fonden (social, skolan, BUN)",
        "fondens fordran på nämnden (social, skolan, BUN)",
    ]


def test_what_an_account_is_called():
    assert (
        account_text(earmark(FUND_AVAILABLE, fund="social", subfund="unga")) == "öronmärkt, disponibelt (social, unga)"
    )
    assert account_text(earmark("result_of_year", year=2013)) == "årets resultat (2013)"
    assert account_text(Account("EARMARK", "net_assets")) == "nettotillgångar (motkonto)"
    assert account_text(Account("GENERAL", "3010")) == "GENERAL.3010"
