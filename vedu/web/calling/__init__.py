"""/calling/: lists to call from, and one client at a time with a key for each outcome (CHAN-5)."""
