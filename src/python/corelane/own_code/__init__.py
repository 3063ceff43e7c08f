"""Finds, imports and runs a user's own modules."""
