"""Visit lists (CHAN-6): field visits to clients and doors that are not clients yet, in the order of the way."""
