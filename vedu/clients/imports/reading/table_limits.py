"""How large the parts of a table may be: a file of any length is read, but never a whole one at once."""

MOST_COLUMNS = 1000
LONGEST_CELL = 1 << 17  # characters; that of the csv module
LONGEST_ROW = 1 << 23
