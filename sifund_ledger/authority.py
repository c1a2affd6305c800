"""Who may decide what (beslutsrätt): the council, or another body to which the council has delegated (ruling R27)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sifund_ledger.decisions import Decision, Organ, body_key
from sifund_ledger.findings import Finding, declared, error

DECISION_WITHOUT_AUTHORITY = error(
    "{decision}: {body} får inte besluta detta ({task_sv}).",
    "{decision}: {body} may not decide this ({task}).",
    "Ange fullmäktiges beslut{delegation_sv}.",
    "Name the council's decision{delegation}.",
    "KL (2017:725) 5:1-2",
)
CODES = declared(globals())

GRANT_TASK: Final = "grant"
DELEGABLE: Final = (GRANT_TASK, "amend", "waive", "reassign")
"""What the council may hand to another body (R27)."""
TASKS: Final = {
    "set_aside": "öronmärka",
    GRANT_TASK: "bevilja",
    "amend": "ändra ett beviljande eller en återföringsplan",
    "waive": "efterskänka ett krav",
    "reassign": "flytta ett krav mellan nämnder",
    "renew": "förnya en öronmärkning",
    "use_directly": "ianspråkta utan projekt",
    "dissolve": "upplösa en öronmärkning",
    "transfer_subfund": "föra om mellan delfonder",
    "change_purpose": "ändra ändamål",
    "open_fund": "fastställa en fonds ingående balans",
    "state_intention": "ange en flerårig avsikt",
    "create_fund": "inrätta en fond",
    "change_policy": "ändra en riktlinje",
    "register_board": "inrätta eller lägga ned en nämnd",
    "delegate": "delegera",
    "exceptional_grounds": "åberopa synnerliga skäl",
    "dissolve_reserve": "upplösa en reserv",
    "close_year": "godkänna årsredovisningen",
}
"""What takes a decision, with the Swedish words for it."""

_EXECUTIVE_BOARD_TOO: Final = frozenset({"create_fund", "change_policy"})


def authority_faults(
    decision: Decision, task: str, *, fund: str = "", delegations: Iterable[tuple[str, str, str]] = ()
) -> list[Finding]:
    """Why a body may not decide a task: the council may; another body only what is delegated to it (R27).

    A fund's policy may be the executive board's too, as in Norrköping and Örebro: it moves nothing by itself.

    >>> authority_faults(Decision.parse("KF 2012-04-23 § 45"), "set_aside")
    []
    >>> [finding.code for finding in authority_faults(Decision.parse("KS 2012-02-01 § 8"), "set_aside")]
    ['DECISION_WITHOUT_AUTHORITY']
    """
    if decision.organ is Organ.EXECUTIVE_BOARD and task in _EXECUTIVE_BOARD_TOO:
        return []
    if decision.organ is Organ.COUNCIL or (fund, task, body_key(decision.body)) in set(delegations):
        return []
    delegable = task in DELEGABLE
    return [
        DECISION_WITHOUT_AUTHORITY.at(
            fund or task,
            decision=decision,
            body=decision.body,
            task=task,
            task_sv=TASKS[task],
            delegation=", or record the delegation first: book.delegate(…)" if delegable else "",
            delegation_sv=", eller registrera delegationen först: book.delegate(…)" if delegable else "",
        )
    ]
