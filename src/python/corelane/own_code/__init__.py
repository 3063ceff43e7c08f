"""How a person's own modules are found, imported and run."""
