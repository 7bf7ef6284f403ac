"""What is found out of a client before the first word to it (PREP-1). Knows clients, not deals."""
