"""Social investment funds and other earmarks (sociala investeringsfonder, öronmärkningar): labels on equity.

``policy`` says what a fund may do; ``state`` has the events and their fold; ``fund``, ``project`` and ``repayment``
have the commands and the rules of each; ``tables`` what is shown. It knows the ledger, and nothing of the
statement. To add an event, declare it in ``state`` with its handler in ``state.folding``; to add a command, declare
it beside its like.
"""
