"""How fast it is. Scripts that print and never assert: `python -m tests.benchmarks.startup`."""
