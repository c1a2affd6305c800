"""A workbook is to be written, and neither a book nor the template is named: ``sifund export xlsx -o mall.xlsx``.

sv: En arbetsbok ska skrivas, och varken en bok eller mallen anges: ``sifund export xlsx -o mall.xlsx``.
"""

from situations import exporting


def reproduce():
    exporting("xlsx", book=None, template=False, fund="", years=(), unit="kr", names=None, compare=None)
