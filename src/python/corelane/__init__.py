"""The Python half of Corelane: the agent, the workloads and the probes. Standard library only, Python 3.8 on."""
