"""The commands of a fiscal year (år): its year-end, within it, and the years to come."""
