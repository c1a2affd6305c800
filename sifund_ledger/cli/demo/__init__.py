"""``sifund demo``: a small year-end (``command``), and with ``--keep`` the book of an example municipality.

``exempelby`` makes that book from the files of ``exchange/examples/exempelby``, and ``exhibition`` every report of it.
``folder`` writes them whole or not at all; ``guide`` says what is in the folder and what to open first.
"""
