"""The statutes by fiscal year, as typed values and functions with citations. Knows nothing of books."""
