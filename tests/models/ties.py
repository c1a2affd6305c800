"""Whether the journal's balances tie to the funds, the projects and the claims (avstämning): they do, always.

The register keeps sums of its own, so that a command need not add up the journal; an audit compares the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.accounts import BOARD_DEBT, FUND_AVAILABLE, FUND_CLAIM, FUND_COMMITTED
from sifund_ledger.ledger.balances import Balances


def sums_that_differ(register: FundRegister, balances: Balances) -> list[str]:
    """Every sum of the register that is not the journal's, and every project whose own sums do not agree; empty where
    all is well. Amounts are öre."""
    sums: dict[tuple[str, ...], int] = defaultdict(int)
    for account, ore in (*balances.as_dict().items(), *register.reserved.as_dict().items()):
        if account.code == FUND_AVAILABLE:
            sums["available", account.fund, account.subfund] -= ore
        elif account.code == FUND_COMMITTED:
            sums["committed", account.fund, account.subfund] -= ore
            sums["left", account.project] -= ore
        elif account.code == FUND_CLAIM:
            sums["claim", account.project, account.board, str(account.year)] += ore
        elif account.code == BOARD_DEBT:
            sums["claim", account.project, account.board, f"{account.year} debt"] -= ore
    kept = dict(_kept(register))
    keys = sorted({*sums, *kept})
    pairs = [(key, sums.get(key, 0), kept.get(key, 0)) for key in keys]
    wrong = [f"{key}: {posted} posted, {known} kept" for key, posted, known in pairs if posted != known]
    return [*wrong, *_differing_projects(register)]


def _kept(register: FundRegister) -> Iterator[tuple[tuple[str, ...], int]]:
    for (fund, subfund), pot in register.pots.items():
        if register.policies[fund].legal_form is not LegalForm.OPERATING_FRAME:
            yield ("available", fund, subfund), pot.available
            yield ("committed", fund, subfund), pot.committed
    for state in register.projects.values():
        if register.policies[state.fund].legal_form is not LegalForm.OPERATING_FRAME:
            yield ("left", state.name), state.left
    for (project, board), claim in register.claims.items():
        for year, ore in claim.open_lines:
            yield ("claim", project, board, str(year)), ore
            yield ("claim", project, board, f"{year} debt"), ore


def _differing_projects(register: FundRegister) -> Iterator[str]:
    committed: dict[tuple[str, str], int] = defaultdict(int)
    for state in register.projects.values():
        committed[state.fund, state.subfund] += state.left
        if state.left < 0 or (state.standing is not ProjectStanding.RUNNING and state.left):
            yield f"{state.name}: {state.left} left, {state.standing}"
        for board in state.boards:
            claim = register.claims[state.name, board]
            if claim.open and state.standing is ProjectStanding.SETTLED:
                yield f"{state.name}, {board}: settled, with {claim.open} open"
            if claim.repaid + claim.waived + claim.borne + claim.open < claim.planned:
                yield f"{state.name}, {board}: less has become of the plan than it was"
    for key, pot in register.pots.items():
        if pot.committed != committed[key]:
            yield f"{key}: {pot.committed} committed, {committed[key]} left in projects"
