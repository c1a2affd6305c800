"""What can be wrong with how a command was asked (användningsfel), where the command itself has to find it."""

from __future__ import annotations

from sifund_ledger.cli import findings as codes
from sifund_ledger.findings import Finding


def without_use(option: str, chosen: str, *formats: str) -> Finding:
    """An option that changes nothing in the format chosen, and the formats in which it does."""
    named = [f"-O {each}" for each in formats]
    told, told_sv = " or ".join(named), " eller ".join(named)
    return codes.OPTION_WITHOUT_USE.at(option, option=option, format=chosen, formats=told, formats_sv=told_sv)
