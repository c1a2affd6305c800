"""Commands on a project: granted, used, released, closed, corrected."""
