"""What the rules say of every command, decided again under the law and the policy of its day (besluten)."""

from __future__ import annotations

from typing import Final

from sifund_ledger.audit import findings as codes
from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.check import Check, Stream, Tier
from sifund_ledger.authority import DECISION_WITHOUT_AUTHORITY
from sifund_ledger.balance.deficits import findings as of_deficits
from sifund_ledger.balance.equity import findings as of_equity
from sifund_ledger.balance.figures import findings as of_figures
from sifund_ledger.balance.reserves import findings as of_reserves
from sifund_ledger.balance.statement import findings as of_statements
from sifund_ledger.book import findings as of_book
from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.fund import findings as of_funds
from sifund_ledger.funds.project import findings as of_projects
from sifund_ledger.funds.repayment import findings as of_repayments
from sifund_ledger.year_end import findings as of_years

COUNCIL: Final = KL("5:1-2")


def decided_again(audited: Audited) -> int:
    """Every record whose command was decided again."""
    return audited.decided_again


CHECKS: Final = (
    Check(
        code="authority", tier=Tier.STRICT, cites=COUNCIL, examined=decided_again,
        proves=Bilingual(
            "Varje beslut är fattat av ett organ som fick fatta det, och inte före det som det bygger på.",
            "Each decision was taken by a body that may take it, and not before what it builds on.",
        ),
        finds=(
            DECISION_WITHOUT_AUTHORITY, of_projects.DECISION_BEFORE_GRANT, of_funds.HISTORY_TOO_RECENT,
            of_funds.SET_ASIDE_BY_EXECUTIVE_BOARD, of_deficits.GROUND_NOT_COUNCIL, of_reserves.RESERVE_NOT_COUNCIL,
        ),
    ),
    Check(
        code="reasons", tier=Tier.STRICT, cites=LKBR("11:10") + LKBR("11:11"), examined=decided_again,
        proves=Bilingual("Det som kräver ett skäl har ett.", "What needs a reason has one."),
        finds=(
            of_book.REASON_MISSING, of_projects.REASON_NEEDED, of_projects.RESERVE_REASON_MISSING,
            of_reserves.RESERVE_PURPOSE_MISSING, of_projects.GRANT_UNFINANCED,
        ),
    ),
    Check(
        code="earmark_limits", tier=Tier.STRICT, cites=LKBR("6:2-3"), examined=decided_again,
        proves=Bilingual(
            "Öronmärkningarna ryms i eget kapital utöver reserverna, vid varje bokslut.",
            "The earmarks are within equity apart from its reserves, at every close.",
        ),
        finds=(of_equity.EARMARKS_ABOVE_EQUITY,),
    ),
    Check(
        code="result_spent_once", tier=Tier.STRICT, cites=KL("11:12") + KL("11:14"), examined=decided_again,
        proves=Bilingual(
            "Av varje års resultat är inte mer taget än det räcker till, i vilket år det än bokfördes.",
            "No more is taken of a year's result than there is, in whichever year it was booked.",
        ),
        finds=(
            of_funds.SET_ASIDE_ABOVE_SURPLUS, of_funds.SURPLUS_MISSING, of_funds.RESULT_UNKNOWN,
            of_funds.RENEWAL_WITHOUT_ROOM, of_funds.RENEWAL_ABOVE_ENTITLEMENT, of_reserves.RESULT_SPENT_TWICE,
        ),
    ),
    Check(
        code="ceilings", tier=Tier.STRICT, cites=KL("11:14"), examined=decided_again,
        proves=Bilingual(
            "Reservernas tak, saldon och tider är hållna, och deras beslut i rätt tid.",
            "The ceilings, balances and years of the reserves are kept, and their decisions in time.",
        ),
        finds=(
            of_reserves.RESERVE_ABOVE_RESULT_CEILING, of_reserves.RESERVE_ABOVE_STOCK_CEILING,
            of_reserves.RESERVE_CLOSED, of_reserves.RESERVE_USE_ENDED, of_reserves.RESERVE_USE_ABOVE_BALANCE,
            of_reserves.RESERVE_OPENING_DIFFERS, of_reserves.RESERVE_BEFORE_ITS_LAW,
            of_reserves.RESERVE_DECIDED_OUT_OF_TIME, of_reserves.RESERVE_USED_WITHOUT_NEED,
            of_figures.FEDERATION_RESERVE, of_years.RESERVE_UNDECIDED,
        ),
    ),
    Check(
        code="grounds", tier=Tier.STRICT, cites=KL("11:13"), examined=decided_again,
        proves=Bilingual(
            "Synnerliga skäl är högst årets underskott, och högst det som använts av öronmärkningen.",
            "Exceptional grounds are at most the year's deficit, and at most what was used of the earmark.",
        ),
        finds=(
            of_deficits.GROUND_ABOVE_DEFICIT, of_deficits.GROUND_ABOVE_EARMARK_USE, of_deficits.GROUND_BEFORE_DEFICIT,
            of_deficits.GROUND_REPEALED, of_deficits.GROUND_APPEALED, of_deficits.GROUND_DECIDED_EARLY,
            of_deficits.EXTENSION_NOT_LATER, of_deficits.EXTENSION_ENDED, of_deficits.OPENING_GROUND_ELSEWHERE,
            of_deficits.VOLUNTARY_ABOVE_WAIVED, of_figures.GROUND_INCOMPLETE, of_statements.GROUND_MAKES_SURPLUS,
            of_years.GROUND_UNSUPPORTED, of_years.RESULT_UNSUPPORTED,
        ),
    ),
    Check(
        code="grants", tier=Tier.STRICT, cites=KL("11:15"), examined=decided_again,
        proves=Bilingual(
            "Varje beviljande följer fondens riktlinje vid projektets start och ryms i det disponibla.",
            "Each grant follows the fund's policy at the project's start, and is within what is available.",
        ),
        finds=(
            of_projects.ABOVE_AVAILABLE, of_projects.WINDOW_CLOSED, of_projects.ANNUAL_FRAME_EXCEEDED,
            of_projects.APPROPRIATION_EXCEEDED, of_projects.PROJECT_ENDS_EARLY, of_projects.PROJECT_ELSEWHERE,
            of_projects.PROJECT_NOT_RUNNING, of_projects.GRANT_BELOW_USED, of_funds.SOURCE_NOT_IN_POLICY,
        ),
    ),
    Check(
        code="net_cost", tier=Tier.STRICT, cites=LKBR("4:4"), examined=decided_again,
        proves=Bilingual(
            "Inget projekt har använt mer än sitt beviljande, eller mer än årets nettokostnad.",
            "No project has used more than its grant, or more than the year's net cost.",
        ),
        finds=(
            of_projects.USE_ABOVE_NET_COST, of_projects.NET_COST_MISSING, of_projects.NET_COST_DIFFERS,
            of_projects.COST_BELOW_USED, of_projects.COST_UNSOUND, of_projects.ABOVE_GRANT,
            of_projects.USE_BEFORE_GRANT, of_projects.USE_OUTSIDE_YEAR, of_projects.USE_NEEDS_PROJECT,
        ),
    ),
    Check(
        code="frames", tier=Tier.STRICT, cites=KL("11:6"), examined=decided_again,
        proves=Bilingual(
            "Ramar ändras för år som pågår eller kommer, och överförs högst med det som är kvar.",
            "Frames change for years that run or come, and no more is carried over than is left.",
        ),
        finds=(
            of_projects.FRAME_YEAR_ENDED, of_projects.FRAMES_DIFFER, of_projects.CARRY_OVER_ABOVE_FRAME,
            of_projects.CARRY_OVER_NOT_IN_POLICY,
        ),
    ),
    Check(
        code="repayments", tier=Tier.STRICT, cites=COUNCIL, examined=decided_again,
        proves=Bilingual(
            "Varje återföring, efterskänkning och slutavräkning ryms i fordran, effekten och riktlinjens tid.",
            "Each repayment, waiver and settlement is within the claim, the effect and the policy's time.",
        ),
        finds=(
            of_repayments.ABOVE_CLAIM, of_repayments.ABOVE_MEASURED, of_repayments.NOTHING_DUE,
            of_repayments.CLAIM_UNKNOWN, of_repayments.REPAID_AFTER_LIMIT, of_repayments.EFFECT_AFTER_LIMIT,
            of_repayments.SETTLED_AFTER_LIMIT, of_repayments.SETTLED_WHILE_RUNNING, of_repayments.SETTLED_ALREADY,
            of_repayments.EFFECT_NOT_MEASURED, of_repayments.PROJECT_SETTLED, of_repayments.CLAIM_MOVED_SINCE,
            of_repayments.REPAYMENT_IN_BUDGET_MODEL, of_repayments.SUCCESSION_UNSOUND,
        ),
    ),
    Check(
        code="closings", tier=Tier.STRICT, cites=KL("11:20-21") + LKBR("3:5"), examined=decided_again,
        proves=Bilingual(
            "Åren är stängda i ordning, efter sin sista dag, på fullmäktiges godkännande.",
            "The years are closed in order, after their last day, on the council's approval.",
        ),
        finds=(
            of_book.APPROVED_BEFORE_YEAR_END, of_book.APPROVED_BEFORE_EARLIER, of_book.YEARS_CLOSE_IN_ORDER,
            of_book.YEAR_NOT_POSTED, of_book.EQUITY_NOT_OPENED, of_years.APPROVED_AFTER_DISCHARGE,
            of_years.APPROVAL_REFUSED, of_years.YEAR_NOT_ENDED, of_years.YEAR_BEFORE_MISSING,
        ),
    ),
    Check(
        code="repealed", tier=Tier.STRICT, cites=KL("13:5"), examined=decided_again,
        proves=Bilingual(
            "Inget i ett stängt år vilar på ett upphävt beslut utan att det är rättat.",
            "Nothing in a closed year rests on a repealed decision without being corrected.",
        ),
        finds=(
            of_years.REPEALED_NOT_CORRECTED, of_years.REPEALED_STANDS, of_years.GROUND_REPEALED_LATER,
            of_years.EXTENSION_REPEALED, of_years.CORRECTION_REPEALED,
        ),
    ),
    Check(
        code="decided_again", tier=Tier.STRICT, cites=LKBR("3:9"), examined=decided_again, stream=Stream.COMMANDS,
        proves=Bilingual(
            "Varje kommando ger, när reglerna frågas på nytt, just den post som står i boken.",
            "Each command, decided again, gives the very record that stands in the book.",
        ),
        finds=(codes.COMMAND_DIFFERS,),
    ),
)  # fmt: skip
