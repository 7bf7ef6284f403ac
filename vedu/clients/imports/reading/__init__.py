"""Rows out of CSV, workbooks and HTML tables, whatever their encoding. Knows nothing of what they mean."""
