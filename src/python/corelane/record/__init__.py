"""Records what a worker leaves: one row of figures per task, its faults, its end."""
