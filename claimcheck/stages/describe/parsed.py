"""One sentence with its quantities in; its phrases, clauses, sides and marks out, which the readers of it share."""

from __future__ import annotations

from claimcheck.records import Quantity, Span
from claimcheck.stages.describe.beside import in_other_unit
from claimcheck.stages.describe.counted import counted
from claimcheck.stages.describe.elliptic import with_noun_of_last
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.marks import Marks
from claimcheck.stages.describe.measures import measures_of
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import parse
from claimcheck.stages.describe.placed import Placed
from claimcheck.stages.describe.scene import Scene
from claimcheck.stages.describe.tokenise import tokenise


class ParsedSentence:
    """What a sentence is read by; `window` is the part of it that is read."""

    def __init__(
        self, scene: Scene, sentence: int, window: Span, quantities: dict[int, Quantity], lexicon: Lexicon
    ) -> None:
        self.scene, self.sentence, self.quantities, self.lexicon = scene, sentence, quantities, lexicon
        found = list(quantities.items())
        self.parsed = parse(tokenise(scene.article.text, *window, found, lexicon), lexicon)
        self.at = {token.quantity: index for index, token in enumerate(self.parsed.tokens) if token.quantity >= 0}
        dimensions = {self.at[n]: q.dimension for n, q in quantities.items() if n in self.at}
        phrases = {index: counted(self.parsed, index, lexicon) for index in self.at.values()}
        self.phrases = with_noun_of_last(self.parsed, phrases, dimensions, lexicon)
        # "Flames fed by a storm have engulfed 45 acres": what misfortune an article is about, whatever else is near
        about = scene.events.kinds_opened_on & lexicon.kinds_that["misfortune"]
        kinds = scene.events.kinds_around(sentence) | about
        self.context = measures_of(self.parsed, self.phrases, dimensions, kinds, lexicon)
        seen = scene.reading.seen(sentence).within(window)
        self.parties = Parties(scene.article.text, self.parsed, seen, lexicon)
        self.marks = Marks(self.parsed, seen, lexicon)
        self.countries = seen.of("country")

    def _converts(self, token: int, quantity: Quantity, last: Placed) -> bool:
        """ "$40 million (€35 million; | £30 million)": whether an amount tells the last one in another unit."""
        other = last.parsed is self.parsed and last.quantity.unit != quantity.unit
        return other and in_other_unit(self.context, token) is not None
