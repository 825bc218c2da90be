"""`python -m generators`."""

from .cli import main

main(prog_name="python -m generators")
