"""The screens: they show what the session holds and hand it what was typed. Nothing here reads or writes a file."""
