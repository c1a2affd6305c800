"""The balanskravsutredning: what a municipality states of its year, and what the law makes of it."""
