"""The playbooks that ship (TALK-1; the lists of russia.md); data, written in the installation's language."""
