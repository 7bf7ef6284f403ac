"""Screens of sequences: the list, what has come of one, its editor, who may begin, the panel on the cards."""
