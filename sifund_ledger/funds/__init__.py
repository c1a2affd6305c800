"""Social investment funds and other earmarks (sociala investeringsfonder, öronmärkningar): labels on equity."""

from sifund_ledger.funds import (
    boards,
    correcting,
    grant,
    life,
    opening,
    plan,
    register,
    release,
    repay,
    set_aside,
    settlement,
    use,
)

CODES = (
    *register.CODES,
    *life.CODES,
    *opening.CODES,
    *boards.CODES,
    *set_aside.CODES,
    *grant.CODES,
    *plan.CODES,
    *use.CODES,
    *release.CODES,
    *repay.CODES,
    *settlement.CODES,
    *correcting.CODES,
)
