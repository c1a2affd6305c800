"""A year-end is drawn up with a figures file of another year.

sv: Ett bokslut upprättas med en uppgiftsfil för ett annat år.
"""

from situations import filed_book, refusing


def reproduce(folder):
    figures = folder / "figures.toml"
    figures.write_text('[[year]]\nyear = 2012\nnet_result = "4 000 000"\n', encoding="utf-8")
    refusing("year-end", **YEAR_END, book=str(filed_book(folder)), figures=str(figures), files=())


YEAR_END = {
    "year": 2013, "roles": None, "grounds_decision": None, "draft": False, "post": False, "compare": False,
    "close": False, "decision": None, "reason": "", "propose": False, "texts": False, "templates": None, "tied": False,
    "inhabitants": None, "actor": "", "refused": False, "proposals": False,
}  # fmt: skip
