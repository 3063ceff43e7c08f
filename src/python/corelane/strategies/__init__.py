"""The strategies to run the tasks."""
