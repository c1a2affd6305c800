"""A file of another kind is read as CSV: ``sifund import csv 2012.se``.

sv: En fil av annat slag läses som CSV: ``sifund import csv 2012.se``.
"""

from situations import refusing


def reproduce():
    refusing("import", kind="csv", files=("2012.se",), year=None, roles=None, unit="kr", entity=None)
