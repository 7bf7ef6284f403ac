"""One verb with many objects: a preview of what the rules would refuse and why, then each by the same rule as alone.

Shared by lists; knows no screen."""
