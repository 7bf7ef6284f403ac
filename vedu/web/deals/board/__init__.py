"""The board: columns of a pipeline by drag and drop or by keys. Knows no list and no form of a new deal."""
