"""/reassignments/, /rules/, /territories/: who leads what, decided for many clients at once (OWN-7, OWN-8)."""
