"""The form of a new deal."""
