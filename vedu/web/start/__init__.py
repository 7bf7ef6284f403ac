"""The first run: an empty installation gets its first administrator, then its template, its base, its people."""
