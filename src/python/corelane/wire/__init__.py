"""Provides the messages of a program and its workers: the channel to the engine, go and claims."""
