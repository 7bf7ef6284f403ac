"""Short checklists of a talk: the first impression, small talk (TALK-6); what was done stays with its touch."""
