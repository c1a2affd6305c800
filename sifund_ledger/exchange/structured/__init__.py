"""Structured files (TOML, JSON): one reader for figures, roles, mappings, policies and events.

``documents`` makes a tree of a file, ``positions`` and ``places`` know on which line a key stands, ``reading`` reads
the tree through declared fields, with every fault at its line. A new kind of file declares its fields and calls
``read_document``. Knows nothing of what the fields mean.
"""
