"""The answers that ship (TALK-4; the lists of russia.md); data, written in the installation's language."""
