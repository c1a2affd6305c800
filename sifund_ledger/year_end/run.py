"""A year-end drawn up and not yet recorded (bokslutskörning): statement, note, funds, findings; then post and close."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sifund_ledger.amounts import Language
from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.funds.tables.account import FundAccount
from sifund_ledger.ledger.chain import Checkpoint
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.table import Printed, Table


@dataclass(frozen=True, slots=True)
class YearEnd(Printed):
    """A year-end (bokslut): all that is printed, and nothing recorded before :meth:`post`.

    ``is_draft`` says that a decision it rests on is only proposed: it can be printed, not posted (ruling R25).
    """

    year: int
    statement: BalanceRequirementStatement
    equity_note: EquityNote
    accounts: tuple[FundAccount, ...]
    findings: tuple[Finding, ...]
    drafts: tuple[Draft, ...]
    is_draft: bool
    _post: Callable[[], Sequence[Record]] = field(repr=False, compare=False)
    _close: Callable[[Decision], Checkpoint] = field(repr=False, compare=False)

    def post(self) -> Sequence[Record]:
        """Record it, all or nothing. Raises :class:`~sifund_ledger.Refused`, for a proposed decision first of all."""
        return self._post()

    def close(self, decision: Decision) -> Checkpoint:
        """Lock the year, on the council's approval of the annual report (KL 11:21); gives the checkpoint to print."""
        return self._close(decision)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The statement's tables, the note on equity, and the account of each fund."""
        accounts = (account.table(language) for account in self.accounts)
        return (*self.statement.tables(language), self.equity_note.table(language), *accounts)

    def text(self, language: Language = "sv") -> str:
        """All of it as text: the statement, the note on equity, the funds, the findings."""
        tables = self.tables(language)[len(self.statement.tables(language)) :]
        shown = {*self.statement.findings}
        more = [finding.text(language) for finding in self.findings if finding not in shown]
        return "\n\n".join([self.statement.text(language), *(table.text() for table in tables), *more])
