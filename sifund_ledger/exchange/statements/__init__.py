"""Figures files in and out, and statements out: what the balanskravsutredning is drawn up from, and is handed on as.

Knows the figures and the statement; nothing of books. A figure is added in ``balance.figures.year_figures`` alone.
"""
