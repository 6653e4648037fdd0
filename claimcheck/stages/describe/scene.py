"""Where and when: what a sentence tells, what carries over from its paragraph and the lead, which known event it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.records import Article, Segments, Span
from claimcheck.stages.describe.events import Events
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.places import Places
from claimcheck.stages.describe.reading import Reading
from claimcheck.stages.describe.times import Times


class Scene:
    """What one article tells about place, time and event, sentence by sentence."""

    def __init__(
        self, article: Article, segments: Segments, lexicon: Lexicon, numbers: Mapping[int, Sequence[Span]]
    ) -> None:
        self.article = article
        self.reading = Reading(article, segments, lexicon, numbers)
        self.places = Places(self.reading)
        self.times = Times(self.reading)
        self.events = Events(self.reading, self.times)
