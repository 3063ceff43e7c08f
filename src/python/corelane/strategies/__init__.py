"""The ways to run the tasks."""
