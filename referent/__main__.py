"""`python -m referent`."""

from referent.cli import main

if __name__ == "__main__":
    main()
