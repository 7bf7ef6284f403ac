"""FLOOR 4: the outside world, one folder of one shape per connector."""
