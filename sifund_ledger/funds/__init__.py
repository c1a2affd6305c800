"""Social investment funds and other earmarks (sociala investeringsfonder, öronmärkningar): labels on equity."""

from sifund_ledger.funds import grant, register, set_aside, use

CODES = (*register.CODES, *set_aside.CODES, *grant.CODES, *use.CODES)
