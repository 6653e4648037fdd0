"""What can go wrong, as sentences for the user. `str(error)` is the whole message, with path and line."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Base of all errors that claimcheck raises on purpose."""


class ArticleError(ClaimcheckError):
    """An article cannot be read."""


class NoArticles(ArticleError):
    """A folder holds nothing to read."""


class UsageError(ClaimcheckError):
    """What the caller asks for makes no sense."""


class RulesError(ClaimcheckError):
    """One or more mistakes in rule files; `mistakes` lists each with file, line and what was expected."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes
