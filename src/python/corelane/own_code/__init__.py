"""How a user's own modules are found, imported and run."""
