"""A year is to be closed with figures other than those recorded.

sv: Ett år ska stängas med andra uppgifter än de som är registrerade.
"""

from figures_year_missing import YEAR_END
from situations import APPROVED, filed_book, refusing


def reproduce(folder):
    book, figures = str(filed_book(folder)), folder / "f.toml"
    figures.write_text('[[year]]\nyear = 2013\nnet_result = "-1 500 000"\n', encoding="utf-8")
    closing = {**YEAR_END, "close": True, "decision": str(APPROVED), "actor": "ekonomi"}
    refusing("year-end", **closing, book=book, figures=str(figures), files=())
