"""The directory of competitors: what they are, our arguments, where they stand, what we lost to them (BASE-8)."""
