"""A file of row labels has a table that no report has: ``[utredning]`` instead of ``[statement]``.

sv: En fil med egna benämningar har en tabell som rapporten inte har: ``[utredning]`` i stället för ``[statement]``.
"""

from sifund_ledger.report import parse_labels


def reproduce():
    parse_labels('[utredning]\nnet_result = "Årets resultat"')
