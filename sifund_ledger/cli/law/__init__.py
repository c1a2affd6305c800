"""The commands of the law (lag): the rules of a year, what changes, its dates."""
