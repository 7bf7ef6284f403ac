"""The database of an installation without a server: SQLite whose writers wait in line. Knows no table."""
