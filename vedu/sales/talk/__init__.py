"""What a deal's client needs, objects to, and who there decides."""
