"""Sentences, quotes and page furniture: whole results for short texts, and what holds for every text."""

from __future__ import annotations

import pytest
from clock import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.pipeline import load_rules
from claimcheck.records import Article, Segments
from claimcheck.stages.segment import segment

RULES = load_rules()


def segments(text: str, body: int = 0) -> Segments:
    return segment(Article(name="a", text=text, body=body), RULES)


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segments(text).sentences]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in segments(text).sentences]


def quotes(text: str) -> list[str]:
    """The quotes, a + behind those that are not closed."""
    return [text[q.start : q.end] + ("" if q.closed else "+") for q in segments(text).quotes]


# ── sentences ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "marked",
    [
        "Fighting that began on the 27th. September, killed about 2,855 soldiers.| More than 100 are missing.",
        "It cost $1.2 million.| Nobody paid.",
        "It grew by 3.5 percent in Jan. 2020.| Then it fell.",
        "“We lost 40.| We will win,” he said.| Then he left.",
        "They lost the election.|Avivi, who leads a forum, said 40 died.",
        "It was told on news.Az that 40 died, and at www.army.Gov too.",
        "“Where are they?” she asked.| Nobody knew.",
        "He left ... and came back.| She stayed.",
        "They waited… | Nobody came.",
        "They waited . . . and left. | Nobody came . . . | It rained.",
        "The army left.|The police stayed.",
        "The 12 were found (in 2019).| Two were not.",
        "It was over.[12] | The rest is known.",
        "1. The army lost 40 men.| It left.",
        "BAKU, Azerbaijan, D.C. — The army lost 40 men.",
        "At 11:59 p.m. Monday it ended.| 30 people died.",
        "He came from the U.S.A. and left.| J. R. R. Ruiz stayed.",
        "Visit daily.example/a.html for more.| It is free.",
        "He earned 40.000 euros.| It was enough.",
        "«Wir gehen.» | »Sie bleiben.« | Ende.",
        "Is it true?!| Yes.",
    ],
)
def test_sentence_ends(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_lines_of_wrapped_text_are_one_paragraph() -> None:
    text = (
        "The ministry said on Monday that 40 people had died in\nthe flood, which began when a dam in the north of\n"
        "the country broke. Twelve others were missing, and several\nhundred had lost their homes, it said.\n\n"
        "Rescuers went on with the search for survivors until\nthe evening.\n"
    )
    found = segments(text).sentences
    assert [s.paragraph for s in found] == [0, 0, 1]
    assert text[found[0].start : found[0].end].endswith("the country broke.")


@pytest.mark.parametrize(
    "text",
    [
        "The Red Cross said 371 people\nwere killed in the flood in Zenda on 3 May 2031.",
        "The Red Cross said 371 people were killed in the flood in\nZenda on 3 May 2031.",
        "The Red Cross said 371 people were killed in the flood in Zenda on 3\nMay 2031.",
        "Twelve people drowned on Monday when a boat capsized off\nDjibouti, a fisherman told the Coast Tribune.",
        "Twelve people drowned on Monday near Athens, the Hellenic\nRed Cross said on Tuesday, and 40 were saved.",
        "The Red Cross said on Tuesday that the flood in the north has killed\n371 people in the town of Zenda.",
        "Rescuers found that the flood in the north of Zenda has killed\n371 people and 40 dogs.",
        "The Red Cross said on Monday that 371 people\nhad died, 12 were missing and nobody knew how\n"
        "Zenda had come to be without any of its dams\nthat year.",
    ],
)
def test_a_wrapped_sentence_is_one(text: str) -> None:
    assert sentences(text) == [text]


def test_lists_and_headlines_are_not_joined() -> None:
    text = (
        "Flood kills 40 in the north of the country\nForty people died.\nDead: 40\nInjured: 12\n12 dead\n40 wounded\n"
        "Flood kills 40 and injures 12, the ministry of health says\nQuake kills 12, injures 40 in north, the army says"
    )
    assert sentences(text) == text.split("\n")


LISTS = {
    "The army has lost much equipment, including:\n\n* 40 tanks\n* 12 guns\n\nIt rained on Monday.": 2,
    "The losses of the army were put at:\ntanks – 40 (+1),\nguns – 12 (+3),\njets – 7.\n\nIt rained on Monday.": 2,
    "Read more:\n\n* 40 tanks\n* 12 guns": 3,
    "The mayor told what the council had decided:\n\n* 40 people were sent home.\n* 12 were moved.": 3,
}


@pytest.mark.parametrize(("text", "expected"), LISTS.items())
def test_a_list_of_counts_belongs_to_what_introduces_it(text: str, expected: int) -> None:
    sentences = segment(Article.from_text(text), RULES).sentences
    assert len(sentences) == expected
    assert (":" in text[sentences[0].start : sentences[0].end].rstrip(":\n ")) == (expected == 2)


def test_lines_are_paragraphs_otherwise() -> None:
    text = "Twenty people died.\nA spokesman of the ministry said\nthat 12 were missing.\nNobody was found."
    assert sentences(text) == [
        "Twenty people died.",
        "A spokesman of the ministry said\nthat 12 were missing.",
        "Nobody was found.",
    ]


def test_furniture_is_known_by_any_blank() -> None:
    text = "Flood kills 40\n\n1\u00a0min\u00a022Approximate\u00a0reading\u202ftime\n\nForty people died on Monday."
    assert [s.kind for s in segments(text).sentences] == ["headline", "junk", "body"]


@pytest.mark.parametrize(
    "text", ["It was up 6 . 1 percent in May.", "It cost $ 1 . 5 in all.", "a 6 . 1 - magnitude quake"]
)
def test_a_decimal_point_between_blanks_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("gap", [" ", " " * 3_000, "\u00a0", ""])
def test_a_page_without_a_stop_is_cut_into_pieces(gap: str) -> None:
    text = f"{'word' * 7}{gap}" * 500 + "end"
    found = sentences(text)
    assert max(map(len, found)) <= 2_000
    assert "".join("".join(found).split()) == "".join(text.split())


# ── kinds of paragraphs ───────────────────────────────────────────────────────────────────────


def test_kinds() -> None:
    text = (
        "Flood kills 40 in the north\n\n3 min read\n\nForty people died on Monday, the ministry said.\n\n"
        "Rescuers search a school. (AP Photo/Ann Ruiz)\n\nWhat is known\n\nTwelve people are missing.\n\n"
        "Frequently asked questions:\n\nQ: How many died?\n\nA: Forty people died.\n\n"
        "Related posts\n\nArmy kills 12 in raid\n\nTwelve people were killed in a raid…\n\nLeave a Reply\n\nFirst!"
    )
    assert kinds(text) == [
        ("headline", "Flood kills 40 in the north"),
        ("junk", "3 min read"),
        ("body", "Forty people died on Monday, the ministry said."),
        ("caption", "Rescuers search a school."),
        ("caption", "(AP Photo/Ann Ruiz)"),
        ("headline", "What is known"),
        ("body", "Twelve people are missing."),
        ("headline", "Frequently asked questions:"),
        ("question", "Q: How many died?"),
        ("body", "A: Forty people died."),
        ("junk", "Related posts"),
        ("junk", "Army kills 12 in raid"),
        ("junk", "Twelve people were killed in a raid…"),
        ("junk", "Leave a Reply"),
        ("junk", "First!"),
    ]


REPEATED = "Flood kills 40 in the north"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{REPEATED} Reuters The army said it had left.",
            [("headline", REPEATED), ("junk", "Reuters"), ("body", "The army said it had left.")],
        ),
        (
            f"{REPEATED} AFP Monday 4 May 2016 Troops left.",
            [("headline", REPEATED), ("junk", "AFP"), ("body", "Monday 4 May 2016"), ("body", "Troops left.")],
        ),
        (
            f"Mon 4 May 2016 {REPEATED}. The army said it had left.",
            [("body", "Mon 4 May 2016"), ("headline", REPEATED), ("body", "The army said it had left.")],
        ),
        (
            f"{REPEATED} AFP Print Views 72 {REPEATED} -A flood killed 40 people.",
            [
                ("headline", REPEATED),
                ("junk", "AFP Print Views 72"),
                ("headline", REPEATED),
                ("body", "A flood killed 40 people."),
            ],
        ),
        (f"{REPEATED}, the army said.", [("body", f"{REPEATED}, the army said.")]),
        (f"{REPEATED} of Chad.", [("body", f"{REPEATED} of Chad.")]),
        (f"It rained. {REPEATED} Again.", [("body", "It rained."), ("body", f"{REPEATED} Again.")]),
    ],
)
def test_a_headline_that_the_body_repeats_is_one(body: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(f"{REPEATED}\n\n{body}") == [("headline", REPEATED), *expected]


def test_questions_and_answers_below_a_copyright_line_are_read() -> None:
    text = "It ended.\n\n© 2020 The Daily\n\nfrequently asked questions\n\nWho won?\n\nNobody, and 40 died."
    assert kinds(text)[-1] == ("body", "Nobody, and 40 died.")


def test_a_caption_that_ran_into_the_text_is_one() -> None:
    text = "It rained. Cars burn in the town of Osk on July 9 (Photo AFP) The army says 30 people died."
    assert [(text[s.start : s.end], s.kind) for s in segments(text).sentences] == [
        ("It rained.", "body"),
        ("Cars burn in the town of Osk on July 9 (Photo AFP)", "caption"),
        ("The army says 30 people died.", "body"),
    ]


def test_a_list_of_links_inside_an_article_ends_where_the_article_goes_on() -> None:
    body = "The ministry said that 40 people had died in the flood and that 12 were missing."
    text = f"{body}\n\nRelated stories\n\nArmy kills 12 in raid\n\n" + "\n\n".join([body] * 5)
    assert [kind for kind, _ in kinds(text)] == ["body", "junk", "junk", *["body"] * 5]


def test_a_link_to_the_comments_at_the_top_hides_nothing() -> None:
    text = "12 Comments\n\nForty people died on Monday.\n\nTwelve were missing on Tuesday, the ministry said."
    assert [kind for kind, _ in kinds(text)] == ["junk", "body", "body"]


def test_the_header_is_junk_of_its_rule() -> None:
    found = segments("date 2023-11-17 Forty people died.", body=16)
    assert [(s.start, s.end, s.kind) for s in found.sentences] == [(0, 15, "junk"), (16, 34, "body")]
    assert [junk.rule for junk in found.junk] == ["J01"]


# ── quotes ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “40 died” and left.", ["40 died"]),
        ('"40 died," he said. "Two live."', ["40 died,", "Two live."]),
        ("Er sagte: „40 starben“, und ging. «Oui», dit-il. »Nein«, sagte sie.", ["40 starben", "Oui", "Nein"]),
        ("``40 died,'' he said. ''Two live.''", ["40 died,", "Two live."]),
        ("He said ‘40 died’ in the soldiers’ camp.", ["40 died"]),
        ("He said: ‘The soldiers’ wives wept,’ and left.", ["The soldiers’ wives wept,"]),
        ("It's the '90s, said the boys' mother, and 40 died.", []),
        ("'40 died,' said Ruiz. It wasn't so.", ["40 died,"]),
        ("“He said ‘40 died’ to me,” she said.", ["He said ‘40 died’ to me,"]),
        ("He is 5'10\" tall and 40 died.", []),
        ("“They hold that “the count” is 40. It is not,” she said.", ["They hold that “the count” is 40. It is not,"]),
        ("“He is tall, like 6’2”,” she said.", ["He is tall, like 6’2”,"]),
        ('He sang "40 died” and left.', ["40 died"]),
        ("“40 died.\n\n“Two live,” he said.", ["40 died.\n\n“Two live,"]),
        ("“40 died, he said.\n\nTwo live.", ["40 died, he said.+"]),
        ("“40 died, he said. “Two live,” she said.", ["40 died, he said.+", "Two live,"]),
        ("The “expedited review“ of it.", ["expedited review"]),
    ],
)
def test_quotes(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_a_quote_that_is_not_closed_is_told_with_its_line() -> None:
    expected = ("line 3: a quotation opens here and is not closed in its paragraph",)
    assert segments("It rained.\n\n“40 died, he said.\n\nTwo live.").warnings == expected


# ── every text ────────────────────────────────────────────────────────────────────────────────

MARKS = st.text(alphabet="aA1 .!?…,\n\r\"'“”‘’«»()-—\u00a0\ufeff0", max_size=200)


@given(MARKS)
def test_sentences_cover_every_word_in_order(text: str) -> None:
    found = segments(text).sentences
    at = 0
    for sentence in found:
        assert not text[at : sentence.start].strip(" \n\r\t\u00a0\ufeff")
        assert sentence.start < sentence.end
        at = sentence.end
    assert not text[at:].strip(" \n\r\t\u00a0\ufeff")


@given(MARKS)
def test_quotes_are_in_order_and_apart(text: str) -> None:
    at = 0
    for quote in segments(text).quotes:
        assert at <= quote.start < quote.end <= len(text)
        at = quote.end


@pytest.mark.once
@pytest.mark.parametrize(
    "piece", [". ", "“", "‘a ", "' 'a", '"a', "!?.", "A.", "a\n", "U.S. ", "1. ", "© 20", "Photo: ", "(", "@", ". . "]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    assert_in_proportion(segments, lambda size: piece * (size // len(piece)), 10_000)


@pytest.mark.once
def test_time_grows_with_a_headline_again_and_again() -> None:
    assert_in_proportion(segments, lambda size: f"{REPEATED}\n\n" + f"{REPEATED} " * (size // len(REPEATED)), 10_000)
