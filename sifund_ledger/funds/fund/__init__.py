"""Commands on a fund: made, opened, set aside in, renewed, moved, dissolved."""
