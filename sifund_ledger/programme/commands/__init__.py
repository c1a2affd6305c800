"""The commands that state facts of the programme: each records one, decided again by an audit as the others."""
