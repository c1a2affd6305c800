"""A budget frame is used without a project.

sv: En budgetram tas i anspråk utan projekt.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("ram", policy=presets.sundsvall_2016, decision=KF)
    book.use("ram", 1, year=2016, decision=KF)
