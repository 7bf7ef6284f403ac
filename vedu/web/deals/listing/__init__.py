"""Deals as a table, with filters and orders that an index gives."""
