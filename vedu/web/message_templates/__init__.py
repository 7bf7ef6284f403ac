"""Screens of message templates: the library, its editor with a preview, writing to a client by one, how one signs."""
