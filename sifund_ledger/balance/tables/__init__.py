"""The statement as tables: layouts, comparisons, deficits by year, and what others have printed."""
