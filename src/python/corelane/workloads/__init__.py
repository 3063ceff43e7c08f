"""What one task does, and the checksum of what it returned."""
