"""Who works here, in which role and team, and how newcomers come in. Of clients it knows only how many."""
