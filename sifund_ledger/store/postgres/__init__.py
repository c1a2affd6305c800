"""Books in a PostgreSQL database (böcker i databas): the store, the database's tables and guards, and its errors.

``psycopg`` is loaded when a book is opened, and not before.
"""
