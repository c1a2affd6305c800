"""The balanskravsutredning itself: how a year is drawn up, its lines, and how each amount is explained."""
