"""One verb with many clients: a preview of what the rules would refuse and why, then each by the same rule as alone."""
