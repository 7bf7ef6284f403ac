"""Version 1: a file per resource, its shapes in shapes/. Calls verbs, answers plain values."""
