"""What `vedu COMMAND` does, a module for each command; they call the same verbs as the screens."""
