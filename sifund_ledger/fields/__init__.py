"""Fields that read themselves (fält): one declaration serves Python, files, the command line and workbooks.

``kinds`` has the kinds of value (amount, year, day, decision …) and how each reads Python values and text, ``composed``
those made of others (a word among a few, a list, a mapping);
``declared`` has the field, and the reading of many at once with every fault. To add a kind, declare it in ``kinds``.
Knows amounts, decisions and fiscal years; nothing of funds or statements.
"""
