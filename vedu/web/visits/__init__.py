"""/visits/: lists of visits, and a list as it is walked with a phone in the hand (CHAN-6)."""
