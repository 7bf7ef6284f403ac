"""/absences/: who is away, till when, who stands in (OWN-7)."""
