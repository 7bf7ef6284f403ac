"""FLOOR 5: named demo worlds, built by public verbs only."""
