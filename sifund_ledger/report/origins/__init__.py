"""Where each figure of a report's tables comes from: rule and paragraph, terms, records (härledningar).

``statement`` has those of the balance requirement, its reserves and deficits, ``equity`` those of the note,
``funds`` those of funds and projects. Nothing is computed: terms are cells of the same table, or what the statement
explains; records are those that moved the amount. A new table gets a function here that gives origins by place.
"""
