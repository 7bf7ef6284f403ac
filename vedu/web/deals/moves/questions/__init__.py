"""What a gate asks for, as short forms: one question for each kind of evidence, answered by the verbs of sales."""
