"""Many clients pass to others at once, previewed and undoable (OWN-7). Knows clients and people, not deals."""
