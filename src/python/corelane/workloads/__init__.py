"""Runs one task, and computes the checksum of what it returned."""
