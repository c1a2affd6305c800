"""How the general ledger shows each fund in a year (huvudboksbehandling, ruling R29), and what a change of it asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sifund_ledger.amounts import Language, format_amount
from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import year_close
from sifund_ledger.funds.policy.choices import GeneralLedgerTreatment
from sifund_ledger.funds.policy.policy import policy_from_values
from sifund_ledger.funds.state.fund_events import FundCreated, PolicyChanged
from sifund_ledger.ledger.accounts import FREE_EQUITY, Account, earmark
from sifund_ledger.ledger.entries import Posting
from sifund_ledger.ledger.records import Record


class _Balance(NamedTuple):
    """An account and what it had."""

    code: str
    ore: int

    def words(self, language: Language) -> str:
        return f"{self.code} {format_amount(self.ore, language=language)}"


def treatments(records: Sequence[Record], year: int) -> dict[str, GeneralLedgerTreatment]:
    """How a year shows each fund: by the version of its policy that is in force on the year's last day."""
    found: dict[str, GeneralLedgerTreatment] = {}
    for record in records:
        event = record.event
        later = isinstance(event, PolicyChanged) and event.valid_from > year_close(year)
        if isinstance(event, FundCreated | PolicyChanged) and not later:
            found[event.fund] = policy_from_values(event.policy).ledger_treatment
    return found


def note_only_funds(records: Sequence[Record], year: int) -> frozenset[str]:
    """The funds that a year shows in notes alone, and whose entries stay here (noter)."""
    chosen = treatments(records, year).items()
    return frozenset(fund for fund, treatment in chosen if treatment is GeneralLedgerTreatment.NOTE_ONLY)


def _changed(records: Sequence[Record], year: int) -> dict[str, GeneralLedgerTreatment]:
    """The funds that a year shows in another way than the year before, and how."""
    before, now = treatments(records, year - 1), treatments(records, year)
    return {fund: chosen for fund, chosen in now.items() if before.get(fund, chosen) is not chosen}


def _opening(records: Sequence[Record], year: int, funds: Collection[str]) -> Counter[Account]:
    """What some funds' accounts had when a year began, öre, debit positive."""
    opening: Counter[Account] = Counter()
    for record in records if funds else ():
        if record.entry is not None and record.entry.year < year:
            for account, ore in record.entry.postings:
                if account.book == "EARMARK" and account.fund in funds:
                    opening[account] += ore
    return opening


def booked_by_hand(records: Sequence[Record], year: int) -> tuple[Posting, ...]:
    """What is booked by hand in the ledger on the first day of a year, where it shows funds in another way than the
    year before: what they had, onto their accounts or off them, against other equity."""
    changed = _changed(records, year)
    moved = [
        Posting(account, ore if changed[account.fund] is GeneralLedgerTreatment.SUB_ACCOUNT else -ore)
        for account, ore in sorted(_opening(records, year, changed).items())
        if ore
    ]
    return (*moved, Posting(earmark(FREE_EQUITY), -sum(ore for _, ore in moved))) if moved else ()


def treatment_changes(records: Sequence[Record], year: int) -> Iterator[Finding]:
    """The funds that a year shows in another way than the year before, and what they had when it began."""
    before, changed = treatments(records, year - 1), _changed(records, year)
    opening: Counter[tuple[str, str]] = Counter()
    for account, ore in _opening(records, year, changed).items():
        opening[account.fund, account.code] -= ore
    for fund in sorted(changed):
        parts = {code: ore for (owner, code), ore in sorted(opening.items()) if owner == fund and ore}
        if parts:
            yield codes.VOUCHER_TREATMENT_CHANGED.at(
                str(year), year=year, fund=fund, now=changed[fund], before=before[fund],
                sum=sum(parts.values()),
                balances=[_Balance(code, ore) for code, ore in parts.items()],
            )  # fmt: skip
