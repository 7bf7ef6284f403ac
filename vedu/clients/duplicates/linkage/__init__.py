"""Record linkage: which rows of a table mean the same. Knows numbers and texts only, no model and no database."""
