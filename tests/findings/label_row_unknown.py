"""A file of row labels has a row that the table has not, for instance misspelt.

sv: En fil med egna benämningar har en rad som tabellen inte har, till exempel felstavad.
"""

from sifund_ledger.report import parse_labels


def reproduce():
    parse_labels('[statement]\nnet_reslt = "Årets resultat"')
