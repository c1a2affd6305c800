"""Two pages are asked for at once: ``sifund year-end ale.sifund 2013 --propose --tie-out``.

sv: Två sidor efterfrågas på en gång: ``sifund year-end ale.sifund 2013 --propose --tie-out``.
"""

from figures_year_missing import YEAR_END
from situations import refusing


def reproduce():
    refusing("year-end", **{**YEAR_END, "propose": True, "tied": True}, book="ale.sifund", figures=None, files=())
