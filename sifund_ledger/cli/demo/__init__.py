"""``sifund demo``: a small year-end (``command``), and with ``--keep`` the book of an example municipality.

``exempelby`` makes that book from the files of ``exchange/examples/exempelby``, ``kept`` every report of it, and
``guide`` says what lies in the folder and what to open first.
"""
