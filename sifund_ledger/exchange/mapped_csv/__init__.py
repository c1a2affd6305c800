"""CSV of other systems by a declared mapping (kolumnmall): events of a book, figures of years, a general ledger.

``forms`` has how a file writes (encoding, delimiter, marks, days, signs), ``mapping`` what its columns are, ``table``
makes rows of its bytes, ``event_rows``, ``figure_rows`` and ``ledger_rows`` make of the rows what they are, and
``proposing`` proposes a mapping from the head of a file. What columns may be named comes from the declarations of
commands and figures: a new command or figure needs nothing here.
"""
