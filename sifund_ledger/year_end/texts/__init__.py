"""Texts for the council and the annual report from a year-end (texter till beslut och årsredovisning), in Swedish.

Every number stands in the year-end's own tables, and every sentence is a template with a name, so that a municipality
may use its own words. They are drafts, to be read and edited by a person.

``sentences`` has the set of templates; ``council``, ``annual_report`` and ``action_plan`` what fills them, and
``drafting`` puts the sections together.
"""
