"""Deficits by year of origin (underskott): how they arise, are restored, waived and extended."""
