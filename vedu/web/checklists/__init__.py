"""Screens of checklists: going through a talk, and the head's editor."""
