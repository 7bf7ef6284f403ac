"""/consent/: consent, opt-outs and the rights of people: the register of the head, the menu on the client's card."""
