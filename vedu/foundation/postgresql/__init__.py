"""The database of an installation for teams: PostgreSQL asked by statements it already knows. Knows no table."""

# A prepared statement soon gets one plan for all values. Begin with this where the plan hangs on the value.
PLAN_ANEW = "/* plan anew */ "
