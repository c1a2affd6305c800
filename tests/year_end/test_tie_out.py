"""The tie-out page: what the book, the statement and the general ledger have, and what is behind Kolada's figures."""

from __future__ import annotations

import pytest
from tomelilla import GROUNDS, tomelilla, year_end

from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.general_ledger import Accounts, Roles, propose_figures
from sifund_ledger.year_end.tie_out import tie_out

SIE = """#FLAGGA 0
#SIETYP 1
#PROGRAM P 1
#FORMAT PC8
#GEN 20140101
#FNAMN "X"
#RAR 0 20130101 20131231
#KTYP 1930 T
#KTYP 2010 S
#KTYP 2071 S
#KTYP 5010 K
#IB 0 1930 422000000
#IB 0 2010 -412000000
#IB 0 2071 -10000000
#UB 0 1930 420500000
#UB 0 2010 -414500000
#UB 0 2071 -{closing}
#RES 0 5010 1500000
"""
ROLES = Roles({"equity": Accounts(("20*",))}, {"social": Accounts(("2071",))})


@pytest.mark.parametrize(("closing", "differing"), [("7500000", []), ("7499999", ["closing_equity", "earmark.social"])])
def test_a_krona_that_the_ledger_lacks_is_found_where_it_lacks(tmp_path, closing, differing):
    (tmp_path / "2013.se").write_text(SIE.format(closing=closing), "ascii")
    proposed = propose_figures(read_general_ledger(tmp_path / "2013.se"), ROLES)
    page = tie_out(year_end(tomelilla(), grounds_decision=GROUNDS), proposed)
    assert [each.code for each in page.differing] == differing
    assert {each.difference_ore for each in page.differing} <= {-100}


def test_without_a_ledger_nothing_is_compared_that_is_not_there():
    page = tie_out(year_end(tomelilla(), grounds_decision=GROUNDS))
    assert page.differing == ()
    assert [each.ledger_ore for each in page.ties] == [None] * len(page.ties)


def test_what_is_behind_the_key_figures_is_what_the_statement_has():
    run = year_end(tomelilla())
    page = tie_out(run, inhabitants=1500)
    own = run.statement.year(2013)
    told = {each.code: each.ore for each in page.key_figures}
    assert told["N03139"] == own.balance_requirement_result_ore == -150_000_000
    assert told["N03152"] == told["N03153"] == sum(each.left_ore for each in own.deficits) == 150_000_000
    assert [each.per_inhabitant_ore for each in page.key_figures] == [-100_000, 100_000, 100_000, 0]
