"""The programme around the money (programmet): who proposed, prepared and decided, by which rules, and what came of it.

Facts, estimates and comparisons beside the funds; nothing here posts anything. ``events`` are what is stated, ``state``
what has been, ``eligibility`` holds an application against a programme's dated rules, ``presets`` are those of real
municipalities, ``commands`` state facts, ``tables`` show them. To add a rule, declare it in ``eligibility``; to add a
fact, an event and its command.
"""
