"""Reminders of tasks, what is overdue told to the head, the morning digest (DAY-4). Knows tasks, clients and people."""
