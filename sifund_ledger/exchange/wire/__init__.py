"""What leaves as JSON, declared once (utbytesformat): the shapes that our writers fill, and their published schemas.

A shape is a ``TypedDict``: the type checker holds the writer to it, and ``schema`` makes the JSON Schema of it, which
``docs/schemas`` keeps and tests are held against. ``values`` has the kinds of value, and ``statement``, ``tables``,
``audit``, ``law`` and ``dump`` the shapes; ``snapshots`` writes funds, projects and books as they stand. To add a key,
declare it in its shape, write it, and run ``python docs/generate.py``; a new shape gets its name in ``published``.
"""
