"""The journal (journalen): its state, its chain of hashes, and what a store keeps of it.

``journal`` checks drafts and seals them behind the head, ``state`` is what its records amount to, ``chain`` verifies
them, ``store`` says what a store must do. It knows the records and their canonical bytes, and no room's events.
"""
