"""Equity and its note (eget kapital), by year, and where it does not tie."""
