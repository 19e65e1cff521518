"""referent: take the minutes of a meeting live, in the terminal."""
