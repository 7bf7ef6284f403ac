"""Screens of objections: the library with what has come of its answers, what to answer on a deal, what was given."""
