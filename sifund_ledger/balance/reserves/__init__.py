"""RUR and RER: balances, ceilings and checks; securities left out of earlier results."""
