"""Whether a phrase can be the speaker of a cue: no share of those asked, no war, no word of time."""

from __future__ import annotations

import re
from itertools import takewhile

from claimcheck.stages.attribute.lexicon import CueForm
from claimcheck.stages.attribute.line import DASHES, QUOTE
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_SUBJECTS = ("he", "she", "they", "we")  # pronouns that no verb governs
_HELD_AT = (["it", "at"], ["him", "at"], ["her", "at"], ["them", "at"])  # the list has it at 40
_PHRASE = 5  # words of a number and what it counts: "at least 40 soldiers dead"
_MOST_OF_IT = 24  # tokens of a thing that happened, with what it did
_NEXT_CLAUSE = ("and", "but", "while")  # words behind a comma
_TOLL = 14  # tokens from "toll" to its number: "lifted its toll of deaths in last month's protests to 304"
_FIGURE = 24  # tokens from "put" to its "at 40": "the number of those killed in the raid on the camp near Homs at 40"
_LIST = 8  # tokens from a verb to "list", and from there to its number
_NO_PLURAL = ("ss", "'s", "ous", "sis")  # the serious | report, a crisis
_NAME = 5  # tokens of a name, at most
_HOUR = 6  # tokens from a bare number to the word for its hour
_NEAR = 8  # tokens
_LETTERS = re.compile(r"\([A-Z]{2,}\)")  # the General Confederation of Labour (CGT)


class Fitness:
    """Looks at the phrases of one line."""

    def __init__(self, phrases: Phrases, bare: frozenset[str] = frozenset()) -> None:
        self.phrases = phrases
        self.bare = bare  # nouns that speak without an article, as in headlines: "40 killed, mayor says"
        self.lows = phrases.lows
        self.grammar = phrases.grammar

    def speaks(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether the phrase can do what the cue that ends before `end` says."""
        first, last = speaker
        if "," in self.lows[first:last]:
            last = first + self.lows[first:last].index(",")
        last = next((k for k in range(first + 1, last) if self.lows[k] in DASHES), last)  # half - about 47% - believe
        if form.form == "base" and self._may(speaker, end - len(form.words)):
            return False
        if form.form == "base" and not self._plural(speaker, end - len(form.words)):
            return False
        if self._wordless(first, last) or self.polled(first, last) or self.mute(first, last):
            return False
        if form.rule.frame == "show" and self._measure(first, last):
            return False
        if form.rule.manner == "estimates" and self._land_lies(first, last):
            return False
        if self._replaced(first, last) or self._done_by_the_way(first, last) or self._anybody(speaker):
            return False
        if self._nobodys_footage(first, last) or self.goes_on(first) or self._reckoned(form, speaker, end):
            return False
        return self.suits(form, speaker, end)

    def _land_lies(self, first: int, last: int) -> bool:
        """Whether a stretch of land is told of to which something comes: "Southeastern Ohio was | expecting 40 cm"."""
        heading = self.lows[first + (self.lows[first] in self.grammar.determiner)]
        last = first + self.lows[first:last].index(",") if "," in self.lows[first:last] else last
        named = self.lows[last - 1] in self.grammar.region or self.lows[last - 1].title() in self.grammar.state_name
        lies = named and last - first > 1 and heading in self.grammar.part_of_land
        return lies or self.lows[last - 1] in self.grammar.stretch

    def _measure(self, first: int, last: int) -> bool:
        """Whether "which" stands for a measure, of nobody's: "rainfall was 94 mm, | which shows a rise"."""
        before = self.lows[max(0, first - _NEAR) : first]
        told = any(low in self.grammar.document or low in self.grammar.survey for low in before)
        near = any(low[0].isdigit() for low in before[-3:])
        return last - first == 1 and self.lows[first] == "which" and near and not told

    def _reckoned(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether a participle tells how large a thing is: "a crowd estimated at 40", "a fish estimated to be 5m"."""
        if form.form != "past" or form.rule.manner != "estimates":
            return False
        low, after = self._word(end), self._word(end + 1)
        sized = low == "at" and after not in ("least", "most") and not self.counts(speaker)
        return sized or (low == "to" and after in ("be", "have"))

    def _anybody(self, speaker: Piece) -> bool:
        """Whether "one" is anybody: "what one would expect"; or what is done to him: "killed | one suspected rebel"; or
        the phrase is a report of its own: "which | it said showed"."""
        first, last = speaker
        if last - first == 2 and self.lows[first] in self.grammar.pronoun and self.phrases.verb(last - 1):
            return True
        one = last - first == 1 and self.lows[first] == "one"
        governed = (
            one and first > 0 and (self.phrases.verb(first - 1) or self.lows[first - 1] in self.grammar.preposition)
        )
        return one and (governed or self._word(last) in self.grammar.may)

    def _may(self, speaker: Piece, verb: int) -> bool:
        """Whether a thing only may tell something: "his death could indicate", "a ninth planet would explain"."""
        may = any(self.lows[k] in self.grammar.may for k in range(speaker[1], verb))
        at = self.head(*speaker)
        named = at > 0 and self.phrases.capital(at)
        thing = self.lows[at] not in self.grammar.pronoun and not self._plural_noun(self.lows[at])
        return may and thing and not named and not self.counts(speaker)

    def _done_by_the_way(self, first: int, last: int) -> bool:
        """Whether what stands before a cue goes with what was told: "40 died, bringing the total | reported"."""
        behind = first > 0 and self.lows[first - 1] == "," and first + 1 < last
        doing = self.lows[first].endswith("ing") and not self.phrases.capital(first)
        return behind and doing and self.lows[first + 1] in self.grammar.determiner

    def goes_on(self, first: int) -> bool:
        """Whether a phrase is the rest of a verb: "police are | searching for two suspected men"."""
        doing = self.lows[first].endswith("ing") and not self.phrases.capital(first)
        return doing and first > 0 and self.lows[first - 1] in self.grammar.be

    def _nobodys_footage(self, first: int, last: int) -> bool:
        """Whether pictures are spoken of, and not whose: "one video shows"; not "video released by the army shows"."""
        shown = self.lows[last - 1] in self.grammar.footage
        told = (self.grammar.footage, self.grammar.determiner, self.grammar.quantifier)
        return shown and all(low == "one" or any(low in words for words in told) for low in self.lows[first:last])

    def _replaced(self, first: int, last: int) -> bool:
        """Whether a count is spoken of that another took the place of, nobody's: "an earlier tally"."""
        if self.lows[last - 1] not in self.grammar.toll or self.phrases.capital(last - 1):
            return False
        owned = "'s" in self.lows[first:last] or any(self.phrases.capital(k) for k in range(first + 1, last))
        return not owned and any(low in self.grammar.replaced for low in self.lows[first:last])

    def suits(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether speaker and what follows suit the frame of the cue."""
        if self._acts(form, speaker, end):
            return False
        frame = form.rule.frame
        if frame == "count":
            of_them = self._word(end) == "the" and self._word(end + 2) == "of"  # recorded the deaths of | 40
            begin = end + (self._word(end) in ("already", "now"))
            counted = self.number_soon(begin + 3 * of_them) or self._happening(end)
            if self._closes_count(speaker, end):
                return True
            lists = form.form in ("third", "base") and self.known(speaker)  # Peru lists 40 dead
            return counted and (self.counts(speaker) or self._watches(speaker) or self._tallies(speaker) or lists)
        if frame == "bare":
            has, head = form.words[0] in self.grammar.auxiliary, self.lows[self.head(*speaker)]
            if has and len(form.words) == 1 and head in self.grammar.registering and self.number_soon(end):
                return True  # the last census had 91,000 people
            return self._bare_number(end) and (self._watches(speaker) or self._gives_count(speaker))
        if frame == "toll":
            teller = self.phrases.antecedent(speaker)  # the navy, | which gave a toll of 40
            gives = self.lows[self.head(*teller)] in self.grammar.toll_giver  # the U.N. envoy gave a toll of 40
            gives = gives or self.counts(teller) or self.known(teller) or self._watches(teller)
            own = gives and form.rule.manner != "estimates"
            return self._toll(end) and (self._forecasts(end) or own)
        if frame == "roll":
            speaker = self.phrases.antecedent(speaker)  # the navy, | which released the names of 40
            named = self.phrases.capital(self.head(*speaker)) or self._stands_alone(speaker)
            return self._roll(end) and (self.counts(speaker) or named)
        if frame == "deny":
            return self._denies(speaker, end)
        if frame == "act" and form.rule.opens:
            counted = self.number_soon(end) or self._word(end) == "one"
            return counted and not self._near(end).isdisjoint(form.rule.opens)
        suit = {"show": self._shows, "object": self._puts}.get(frame)
        return suit is None or suit(form, speaker, end)

    def _shows(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether a clause, or what a document reads, is shown: "figures show that", "the sign read “40”"."""
        after = self._word(end)
        worded = form.words[0] in self.grammar.reading and after == QUOTE
        return after == "that" or worded or self._told(end) or self.documents(speaker) or self._surveys(speaker, end)

    def _puts(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether something is put at a number: "put the toll at 40", "the list has it at 40"."""
        has = form.words[0] in self.grammar.auxiliary
        if has and self.phrases.participle(end):
            return False  # have accused him as he left 40 homes
        near = end - speaker[1] <= len(form.words) + 1
        if near and self._places(end) and self.documents(speaker):
            return True
        asked = speaker[0] > 0 and self.lows[speaker[0] - 1] in self.grammar.relative  # which the ministry put at 40
        listed = not has or self.lows[end : end + 2] in _HELD_AT or (near and self.documents(speaker))
        return listed and self.at_number(end - asked)

    def _near(self, at: int) -> set[str]:
        """The words of a short phrase that begins at a token, up to a mark."""
        return set(takewhile(lambda low: low[0].isalnum(), self.lows[at : at + _PHRASE]))

    def _denies(self, speaker: Piece, end: int) -> bool:
        """Whether something that was said is denied: "denied that", "40 died, which X denies"."""
        after = self._word(end)
        which = speaker[0] > 0 and self.lows[speaker[0] - 1] == "which"
        return which or after == "that" or after in self.grammar.document or after.endswith("ing")

    def _word(self, at: int) -> str:
        return self.lows[at] if at < len(self.lows) else ""

    def _acts(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether what follows shows that the verb does another thing than tell."""
        rule, after = form.rule, self._word(end)
        if rule.manner == "claims" and not self.grammar.taken.isdisjoint(self.lows[end : end + 5]):
            lives = not self.grammar.lives.isdisjoint(self.lows[end : end + 5])  # Iraq has claimed 4,000 lives
            return lives or not (self.counts(speaker) or self.known(speaker))  # Kenya claimed 300 victims
        if rule.manner == "claims" and self.number_soon(end) and self._struck(speaker):
            return True  # Bomb Targets Bus in Larkin Claims | 6
        if rule.manner == "claims" and after in POSSESSIVES and not self._clause_from(end):
            return True  # the team claimed its first win
        if form.form == "past" and after in self.grammar.befallen and not self.number_soon(end + 1):
            then = self._word(end + 1)  # the tourists confirmed dead | in the blast
            return then not in ("and", "or") and then not in self.grammar.determiner
        if rule.frame == "say" and after == "for" and self._bare(end + 1):
            return True  # reported for duty
        if rule.frame == "act" and form.form == "past" and len(form.words) == 1:
            dated = after in self.grammar.time_preposition and end + 2 < len(self.lows) and self.phrases.time(end + 1)
            after = self.lows[end + 2] if dated else after  # promised in June to
            return after != "to" and after in self.grammar.preposition  # a group accused of murder accuses nobody
        if form.words[0] in self.grammar.answering and after not in ("by", "that"):
            return after in self.grammar.preposition or after in self.grammar.subordinator  # responded after the blast
        return rule.frame == "say" and after == "by" and self.number_soon(end + 1)  # voters say by 55% to 41% that

    def _struck(self, speaker: Piece) -> bool:
        """Whether a headline tells of what kills, and of nobody who speaks: "Rocket Shells", "Bomb Hits School"."""
        first, last = speaker
        struck = bool(self.bare) and not self.grammar.mute.isdisjoint(self.lows[first:last])
        return struck and not (self.counts(speaker) or self.lows[self.head(first, last)] in self.bare)

    def _clause_from(self, at: int) -> bool:
        """Whether a clause stands between a token and the next comma or stop."""
        stop = next((k for k in range(at, len(self.lows)) if self.phrases.closes(k)), len(self.lows))
        return self.phrases.clause(at, stop)

    def _bare(self, at: int) -> bool:
        """Whether a common noun without an article stands at a token."""
        low = self._word(at)
        held = low in self.grammar.determiner or low in self.grammar.quantifier or low in self.grammar.time_opener
        return low.isalpha() and not held and not self.phrases.capital(at)

    def _told(self, at: int) -> bool:
        """Whether a clause follows without "that": a pronoun or a name, and its verb: "figures show he lost 40"."""
        subject = at
        if self.lows[at : at + 1] and self.lows[at] in _SUBJECTS:
            subject = at + 1
        while subject < len(self.lows) and self.phrases.capital(subject) and subject - at < _NAME:
            subject += 1
        return at < subject < len(self.lows) and self.phrases.verb(subject) and not self.phrases.reduced(subject)

    def _surveys(self, speaker: Piece, end: int) -> bool:
        """Whether an organisation found a share, or found something in its report: "Gallup found 40 percent"."""
        ahead = self.lows[end : end + 7]
        share = any(low in self.grammar.share or low.endswith("%") for low in ahead) and self.number_soon(end)
        if share and self.phrases.capital(self.head(*speaker)):
            return True
        reported = any(low in self.grammar.document for low in self.lows[max(0, speaker[0] - 8) : end])
        return reported and self.counts(speaker)

    def _wordless(self, first: int, last: int) -> bool:
        """Whether the phrase is a word of time, a number, an adverb: nothing that speaks."""
        low, end = self.lows[first], self.lows[last - 1]
        if (
            low == "'s"
            or low in self.grammar.question
            or (low in ("no", "neither") and last - first > 1 and not self.lows[first + 1][0].isdigit())
        ):
            return True  # no one has claimed
        alone = low in self.grammar.not_alone or low in self.grammar.preposition
        if last - first == 1 and (alone or low[0].isdigit() or self.phrases.time(first)):
            return True
        if last - first == 1 and not self._may_stand_alone(first):
            return True
        everyone = low in ("all", "the", "both")
        if end in self.grammar.quantifier and not everyone:
            return True
        if end in self.grammar.determiner and end != "her" and last - first > 1:
            return True
        named = last - first > 1 and (self.phrases.capital(last - 2) or self.documents((first, last)))
        if end in self.grammar.cut_short or (end[0].isdigit() and not named):
            return True
        return all(self._adverb(at) for at in range(first, last))

    def _may_stand_alone(self, at: int) -> bool:
        """Whether one word can be a speaker: a name, a pronoun, a plural, no "far" and no "investigating"."""
        low, grammar = self.lows[at], self.grammar
        written = self.phrases.words[at]
        if written != low or written.isupper() or self._plural_noun(low) or low in self.grammar.several:
            return True  # al-Shabaab, US
        known = (grammar.pronoun, grammar.relative, grammar.document, grammar.counting, grammar.organisation)
        return low in ("that", "another") or low in self.bare or any(low in words for words in known)

    def _adverb(self, at: int) -> bool:
        low = self.lows[at]
        return low in self.grammar.adverb or (
            low.endswith("ly") and low not in self.grammar.ly_noun and (at == 0 or not self.phrases.capital(at))
        )

    def polled(self, first: int, last: int) -> bool:
        """Whether the phrase is a share of those asked: "47 percent said", "a majority of voters", "six in 10"."""
        lows = self.lows
        for at in range(first, min(last, first + 5)):
            low = lows[at]
            if (
                low in self.grammar.share
                or low.endswith("%")
                or (low in self.grammar.part and lows[at + 1 : at + 2] == ["of"])
            ):
                return True
            if low in self.grammar.quantifier and lows[at + 1 : at + 2] == ["in"] and lows[at + 2 : at + 3] != ["the"]:
                return True
            if low in self.grammar.preposition or low == ",":
                break
        if lows[last - 1] in self.grammar.part and not lows[last - 1].isdigit():
            return True  # almost half; not Number 10
        head = first + (lows[first] in self.grammar.before_share)
        return head < last and lows[head][0].isdigit() and "-" not in lows[head]

    def mute(self, first: int, last: int) -> bool:
        """Whether the head of the phrase is a thing that says nothing: "the war claimed"."""
        at = self.head(first, last)
        if at > first and self.phrases.capital(at) and self.phrases.capital(at - 1):
            # Dorothy Day and the National Hurricane Center speak, Hurricane Matthew does not.
            return self.lows[at - 1] in self.grammar.storm and self.lows[at] not in self.grammar.organisation
        return self.lows[at] in self.grammar.mute and not any(
            low in self.grammar.document for low in self.lows[first:last]
        )

    def head(self, first: int, last: int) -> int:
        """The last word of the phrase before anything that hangs on it."""
        for at in range(first + 1, last):
            low = self.lows[at]
            if (
                low in self.grammar.preposition
                or low in self.grammar.relative
                or low in (",", "that", "and")
                or low in self.grammar.time_opener
                or self.phrases.verb(at)
                or self._participle(at)
            ):
                return at - 1
        return last - 1

    def _participle(self, at: int) -> bool:
        """Whether a form in -ing hangs on the noun before it: "activists trying to", "men seeking a seat"."""
        if not self.lows[at].endswith("ing") or self.phrases.capital(at) or at + 1 >= len(self.lows):
            return False
        after, grammar = self.lows[at + 1], self.grammar
        return after in grammar.preposition or after in grammar.determiner or after in grammar.pronoun

    def _plural(self, speaker: Piece, verb: int) -> bool:
        """Whether a base form agrees with the phrase: "officials say", "they say", "X and Y say", "X did say"."""
        first, last = speaker
        if self.lows[verb - 1] == "to" or any(self.lows[at] in self.grammar.auxiliary for at in range(last, verb)):
            return True
        if "and" in self.lows[first:last]:
            return True
        at = self.head(first, last)
        head = self.lows[at]
        if head in self.grammar.relative or head in self.grammar.pronoun:
            return head not in ("he", "she", "it")
        familiar = at + 1 < last and at > first and self._plural_noun(self.lows[at - 1])  # people | familiar with it
        many = familiar or self._plural_noun(head) or head in self.grammar.several
        return many or (first == 0 and self.counts(speaker))  # as in Britain: "The union say"

    def _plural_noun(self, low: str) -> bool:
        return low in self.grammar.plural or (low.endswith("s") and not low.endswith(_NO_PLURAL))

    def documents(self, speaker: Piece) -> bool:
        """Whether the phrase's head is something that states: "a report by X", "fundraising documents"."""
        first, last = self.phrases.antecedent(speaker)
        if (first, last) != speaker and self._document_before(last):
            return True
        for at in range(first, last):
            low = self.lows[at]
            if low in self.grammar.document or (low.endswith("s") and low[:-1] in self.grammar.document):
                return True
            if (
                low == "of"
                and at > first
                and at + 1 < last
                and self.phrases.capital(at - 1)
                and self.phrases.capital(at + 1)
            ):
                continue  # a University of New Hampshire poll
            if low == "," and at - first <= 2 and self.lows[first] in self.grammar.determiner:
                continue  # the dry, long report
            if low == "," and at + 1 < last and self.lows[at - 1].isdigit() and self.lows[at + 1].isdigit():
                continue  # a May 15, 2011 email
            if low in self.grammar.preposition or low == "," or low in self.grammar.relative:
                return False
        return False

    def _document_before(self, end: int) -> bool:
        """Whether what a relative word stands for hangs on a document: "polls by Larkin University | that show"."""
        for at in range(end - 1, max(-1, end - _NEAR), -1):
            if self.phrases.closes(at) or self.phrases.verb(at):
                return False
            if self.lows[at] in ("by", "from"):
                return at > 0 and self.lows[at - 1] in self.grammar.document
        return False

    def counts(self, speaker: Piece) -> bool:
        """Whether the phrase is an office or organisation, by its head or by letters."""
        head = self.head(*speaker)
        word = self.phrases.words[head]
        explained = any(_LETTERS.fullmatch(word) for word in self.phrases.words[speaker[1] - 1 : speaker[1] + 1])
        letters = (len(word) > 1 and word.isupper()) or explained
        corpse = self.lows[head : head + 2] == ["body", "of"]  # of a boy, no body that counts
        return (self.lows[head] in self.grammar.counting and not corpse) or letters or self.documents(speaker)

    def known(self, speaker: Piece) -> bool:
        """Whether the phrase is the name of an organisation, an agency or a state, or of where one is led from:
        "Amnesty", "Kenya", "Nairobi"."""
        name = " ".join(self.phrases.words[slice(*speaker)])
        return any(name in names for names in (self.grammar.body_name, self.grammar.state_name, self.grammar.seat_name))

    def _closes_count(self, speaker: Piece, end: int) -> bool:
        """Whether who counts closes a sentence: "40 have died since May, | the Larkin Board has recorded"."""
        behind = speaker[0] > 0 and self.lows[speaker[0] - 1] == ","
        return behind and self._word(end) in ("", ".") and self.counts(speaker)

    def _tallies(self, speaker: Piece) -> bool:
        """Whether those are meant who count beside an office: "rebels", "rights groups"; no side in a game."""
        head = self.lows[self.head(*speaker)]
        several = head.endswith("s") and head[:-1] in self.grammar.counting
        return several or (head in self.grammar.rival_counting and head != "side")

    def _stands_alone(self, speaker: Piece) -> bool:
        """Whether a body is meant that was named before: "it", "they"."""
        return speaker[1] - speaker[0] == 1 and self.lows[speaker[0]] in ("it", "they")

    def _gives_count(self, speaker: Piece) -> bool:
        """Whether somebody gives a number without a word for what it counts: "it", "the rebels", "Kenya"."""
        return self._stands_alone(speaker) or self.counts(speaker) or self.known(speaker) or self._tallies(speaker)

    def _bare_number(self, end: int) -> bool:
        """Whether a number follows that counts what was counted before, and at what hour: "42,500 | this morning", "40
        | by noon"; no "40 men"."""
        number = next((at for at in range(end, min(len(self.lows), end + 4)) if self.phrases.number(at)), None)
        if number is None or not self.number_soon(end):
            return False
        for at in range(number + 1, min(len(self.lows), number + _HOUR)):
            low = self.lows[at]
            if low in self.grammar.day_part:
                return True
            if self.phrases.number(at) and not low[0].isdigit():
                continue  # 1.2 million
            if not (low in self.grammar.before_day_part or self.phrases.time(at)):
                return False
        return False

    def _watches(self, speaker: Piece) -> bool:
        """Whether the phrase is the name of a body or an outlet, which may have counted: "Amnesty", "BBC News"."""
        name = " ".join(self.phrases.words[slice(*speaker)])
        return name in self.grammar.body_name or name in self.grammar.outlet_name

    def _happening(self, at: int) -> bool:
        """Whether a thing that happened is told of, with what it did: "documented | an attack that killed 40"."""
        size = len(self.lows)
        stop = next((k for k in range(at, min(size, at + _MOST_OF_IT)) if self.phrases.closes(k)), size)
        did = next((k for k in range(at, stop) if self.lows[k] in self.grammar.restricting), None)
        opens = self._word(at) in self.grammar.determiner
        return opens and did is not None and not self.grammar.befalling.isdisjoint(self.lows[at:did])

    def infinitive(self, at: int) -> bool:
        """Whether "to" opens an infinitive, and leads to nobody: "claims | to hold 40"."""
        word = self.phrases.words[at + 1] if at + 1 < len(self.lows) and self.lows[at] == "to" else ""
        low = word.lower()
        named = low in self.grammar.determiner or low in self.grammar.pronoun or low in self.grammar.quantifier
        return word.islower() and word.isalpha() and not named and not low.endswith("s")

    def number_soon(self, at: int) -> bool:
        """Whether a number follows, be it behind "at least" or "between"."""
        ahead = self.lows[at : at + 4]
        for low in ahead:
            if low[0].isdigit() or low in self.grammar.quantifier:
                return True
            if low not in self.grammar.before_number:
                return False
        return False

    def _toll(self, end: int) -> bool:
        """Whether a toll and a number follow: "raised the toll to 40", "gave a toll of 40", "gave a number: 40"."""
        for at in range(end, min(len(self.lows), end + 5)):
            if self.lows[at] in self.grammar.toll:
                if self.lows[at + 1 : at + 2] in ([":"], [","]) and self.number_soon(at + 2):
                    return True
                if self.lows[at + 1 : at + 2] and not self.lows[at + 1][0].isalpha():
                    return False  # gave a total $5 million
                return any(low[0].isdigit() or low in self.grammar.quantifier for low in self.lows[at + 1 : at + _TOLL])
        return False

    def _roll(self, end: int) -> bool:
        """Whether a list and a number follow: "released a list with the names of 44 soldiers"."""
        for at in range(end, min(len(self.lows), end + _LIST)):
            if self.lows[at] in self.grammar.roll:  # "published | lists of"
                return self._counted(at + 1, at + _LIST)
            if self.phrases.closes(at) or self.phrases.verb(at):
                return False
        return False

    def _forecasts(self, end: int) -> bool:
        """Whether somebody's own forecast follows: "raised | its growth forecast to 2 percent"."""
        ahead = self.lows[end : end + 5]
        return any(low in POSSESSIVES for low in ahead[:2]) and any(low in self.grammar.forecast for low in ahead)

    def at_number(self, end: int) -> bool:
        """Whether "at 40" follows in the clause: to put something at a figure."""
        for at in range(end + 1, min(len(self.lows) - 1, end + _FIGURE)):
            if self.lows[at] == "," and self.lows[at + 1] in _NEXT_CLAUSE:
                return False
            closer = self.lows[at] == "to" and self.lows[at - 1] == "closer"
            if (closer or self.lows[at] in ("at", "with", "as")) and self._counted(at + 1, at + 6):
                return True
        return False

    def _places(self, end: int) -> bool:
        """Whether somebody's standing and a number follow: "a poll has | Roe leading by 6 points"."""
        placed = next(
            (at for at in range(end, min(len(self.lows), end + 6)) if self.lows[at] in self.grammar.standing), None
        )
        return placed is not None and self._counted(placed + 1, placed + 8)

    def _counted(self, first: int, last: int) -> bool:
        """Whether a number stands between two tokens."""
        return any(low[0].isdigit() or low in self.grammar.quantifier for low in self.lows[first:last])

    def number_near(self, at: int) -> bool:
        """Whether a number stands within the next few words: "at least 40", "as many as 30"."""
        return any(low[0].isdigit() or low in self.grammar.quantifier for low in self.lows[at : at + 4])
