"""How a program and its workers are spoken to: the channel to the engine, go and claims."""
