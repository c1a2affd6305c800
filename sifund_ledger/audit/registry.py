"""The register of checks (granskningsmomenten): every one, in the order in which an audit runs them."""

from __future__ import annotations

from typing import Final

from sifund_ledger.audit import command_checks, fund_checks, journal_checks, ledger_checks, year_checks
from sifund_ledger.audit.check import Check

CHECKS: Final[tuple[Check, ...]] = (
    *journal_checks.CHECKS, *command_checks.CHECKS, *fund_checks.CHECKS, *year_checks.CHECKS,
    *ledger_checks.CHECKS,
)  # fmt: skip
"""To add a check, declare it beside those of its kind."""
CLAIMED: Final = frozenset(code.name for check in CHECKS if check.examine is None for code in check.finds)
"""The codes that a check takes from the reading; what is left of a stream is for the check of the stream."""
EXAMINED_RECORDS: Final = frozenset(check.code for check in journal_checks.CHECKS) - {"fold"}
"""The checks that can be run on records that could not all be folded."""
