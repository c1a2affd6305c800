"""Charts (diagram): what they show, drawn as SVG with text as text, each with a text alternative.

``chart`` says what a chart is, ``drawn_from`` which charts a report's tables give; ``bars``, ``lines`` and ``flow``
draw one shape each, and ``scale`` has what they share. Coordinates are whole numbers; amounts are those of the tables.
A new chart gets a function in ``drawn_from``; a new shape a module of its own, named in ``drawing``.
"""
