"""Two entries of one client become one, and can be parted again (BASE-5). Finds the links of upper floors by itself."""
