"""An analysis in, what is new in it out, in the words of whatever runs the job. Leaves printing and exiting to cli."""

from claimcheck.check.outcome import Outcome, check

__all__ = ["Outcome", "check"]
