"""The counter: one screen on which a client who came by himself is served, and how fast people answer (DAY-5)."""
