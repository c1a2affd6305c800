"""Who may decide what (beslutsrätt): the council, or another body to which the council has delegated (ruling R27)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sifund_ledger.citations import KL
from sifund_ledger.decisions import Decision, Organ, body_key
from sifund_ledger.findings import Bilingual, Clause, Finding, declared, error

DECISION_WITHOUT_AUTHORITY = error(
    "{decision}: {body} får inte besluta att {task}.",
    "{decision}: {body} may not decide to {task}.",
    "Ange fullmäktiges beslut{delegation}.",
    "Name the council's decision{delegation}.",
    cites=KL("5:1-2"),
)
CODES = declared(globals())

GRANT_TASK: Final = "grant"
DELEGABLE: Final = (GRANT_TASK, "amend", "waive", "reassign", "administer", "carry_over")
"""What the council may hand to another body (R27, R44)."""
TASKS: Final = {
    "set_aside": Bilingual("öronmärka", "set aside"),
    GRANT_TASK: Bilingual("bevilja", "grant"),
    "amend": Bilingual("ändra ett beviljande eller en återföringsplan", "amend a grant or a repayment plan"),
    "waive": Bilingual("efterskänka ett krav", "waive a claim"),
    "waive_floor": Bilingual("efterskänka den lägsta återföringen", "waive the floor"),
    "reassign": Bilingual("flytta ett krav mellan nämnder", "move a claim between boards"),
    "administer": Bilingual(
        "ianspråkta, återlämna, avsluta, återföra eller slutavräkna ett bidrag",
        "use, release, close, repay or settle a grant",
    ),
    "carry_over": Bilingual("föra över en ram till nästa år", "carry a frame over to the next year"),
    "renew": Bilingual("förnya en öronmärkning", "renew an earmark"),
    "use_directly": Bilingual("ianspråkta utan projekt", "use an earmark without a project"),
    "dissolve": Bilingual("upplösa en öronmärkning", "dissolve an earmark"),
    "transfer_subfund": Bilingual("föra om mellan delfonder", "transfer between sub-funds"),
    "change_purpose": Bilingual("ändra ändamål", "change the purpose"),
    "open_fund": Bilingual("fastställa en fonds ingående balans", "adopt a fund's opening balance"),
    "state_intention": Bilingual("ange en flerårig avsikt", "state an intention for several years"),
    "create_fund": Bilingual("inrätta en fond", "create a fund"),
    "change_policy": Bilingual("ändra en riktlinje", "change a policy"),
    "register_board": Bilingual("inrätta eller lägga ned en nämnd", "establish or close down a board"),
    "delegate": Bilingual("delegera", "delegate"),
    "exceptional_grounds": Bilingual("åberopa synnerliga skäl", "invoke exceptional grounds"),
    "dissolve_reserve": Bilingual("upplösa en reserv", "dissolve a reserve"),
    "correct_reserve": Bilingual("rätta ett stängt års reserv", "correct a closed year's reserve"),
    "correct_balance_result": Bilingual(
        "rätta ett stängt års balanskravsresultat", "correct the balance requirement result of a closed year"
    ),
    "adopt_plan": Bilingual("anta en åtgärdsplan", "adopt an action plan"),
    "close_year": Bilingual("godkänna årsredovisningen", "approve the annual report"),
    "decide_discharge": Bilingual("bevilja eller vägra ansvarsfrihet", "grant or refuse discharge"),
}
"""What takes a decision, and the words for it: each follows "att" and "to"."""

_DELEGATE: Final = Clause(
    ", eller registrera delegationen först: {do.delegate}", ", or record the delegation first: {do.delegate}"
)
_EXECUTIVE_BOARD_TOO: Final = frozenset({"create_fund", "change_policy"})


@lru_cache(maxsize=1024)  # an audit asks it of every record; a municipality has some tens of bodies
def same_board(body: str, board: str) -> bool:
    """Whether two names are of one board (nämnd): in full, without *nämnden*, or by its initials.

    >>> same_board("Barn- och utbildningsnämnden", "BUN"), same_board("Social", "Socialnämnden")
    (True, True)
    >>> same_board("Kulturnämnden", "Kommunnämnden"), same_board("Kulturnämnden", "BUN")
    (False, False)
    """
    return body_key(board) in _names_of(body) or body_key(body) in _names_of(board)


def _names_of(board: str) -> tuple[str, ...]:
    key = body_key(board)
    stem = key.removesuffix("NÄMNDEN")
    if stem == key:
        return (key,)
    return key, stem, "".join(word[0] for word in stem.replace("-", " ").split() if word != "OCH") + "N"


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
    return [
        DECISION_WITHOUT_AUTHORITY.at(
            fund or task,
            decision=decision,
            body=decision.body,
            task=TASKS[task],
            delegation=_DELEGATE if task in DELEGABLE else "",
            on=decision.date,
        )
    ]
