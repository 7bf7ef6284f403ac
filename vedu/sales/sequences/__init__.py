"""Sequences (CHAN-8): touches over days and channels that a person makes, and that stop by themselves."""
