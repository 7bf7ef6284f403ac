"""FLOOR 5: the REST API over the same verbs as the screens. Holds no rule of its own."""
