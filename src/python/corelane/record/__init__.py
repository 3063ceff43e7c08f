"""What a worker leaves: a row of figures a task, its faults, its end."""
