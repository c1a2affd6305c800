"""SIE 5 (XML): read as the same kind of document as types 1 to 4."""
