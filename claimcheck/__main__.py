"""`python -m claimcheck` is the command."""

from claimcheck.cli import main

main(prog_name="claimcheck")
