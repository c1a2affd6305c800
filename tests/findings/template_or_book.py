"""A workbook is to be written, and it is not said that it is the template: ``sifund export xlsx -o mall.xlsx``.

sv: En arbetsbok ska skrivas, men det sägs inte att det är mallen: ``sifund export xlsx -o mall.xlsx``.
"""

from situations import exporting


def reproduce():
    exporting("xlsx", template=False, fund="", years=(), unit="kr", names=None)
