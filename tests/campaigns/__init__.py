"""What takes real time: scripts that print their figures. `python -m tests.campaigns.races`."""
