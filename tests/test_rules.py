"""Packs: every mistake at once, with its line; what a folder of one's own adds and replaces; how packs are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import RulesError
from claimcheck.rules import PACKS, Rules, load, shipped
from claimcheck.rules.attributions import WordClass
from claimcheck.rules.descriptions import Mark, Words
from claimcheck.rules.reading import BreakRule, JunkRule
from claimcheck.stages.attribute.line import Grammar

BAD = Path(__file__).parent / "bad_rules"
RULES = load()
OWN = '[[rule]]\nid = "{id}"\nname = "own"\nlines = ["forty winks"]\n'


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(RulesError) as caught:
        load(folder)
    assert str(caught.value) == "\n".join(caught.value.mistakes)
    return [mistake.removeprefix(f"{folder}/") for mistake in caught.value.mistakes]


def test_every_mistake_is_told_with_its_line() -> None:
    reach = "one of 'line', 'section', 'end', 'header', 'caption', 'credit'"
    assert mistakes(BAD) == [
        "breaks.toml: not valid TOML: Expected ']]' at the end of an array declaration (at line 1, column 7)",
        "junk.toml: unknown table 'other'; expected only [[rule]]",
        "junk.toml:10: rule J901: unknown key 'linse'; did you mean 'lines'?",
        "junk.toml:12: no 'id'; expected a text",
        "junk.toml:19: rule J902: lines: 'not a list' is not a list, each a text",
        f"junk.toml:24: rule J903: reach: 'far' is not {reach}",
        "junk.toml:27: rule J904: pattern '(' is no regular expression: "
        "missing ), unterminated subpattern at position 0",
        "junk.toml:34: rule J904: this id is already taken in junk.toml, table 5",
        "junk.toml:39: rule B01: this id is already taken in the pack breaks",
        "junk.toml:43: rule J905: matches nothing; expected lines, starts, contains or patterns",
        "junk.toml:49: rule B01: unknown key 'nmae'; did you mean 'name'?",
        "junk.toml:52: rule B01: unknown key 'starts '; did you mean 'starts'?",
        "junk.toml:47: rule B01: no 'name'; expected a text",
        f"junk.toml:50: rule B01: reach: 'far' is not {reach}",
        "junk.toml:48: rule B01: this id is already taken in junk.toml, table 7",
        f"nosuchpack.toml: no pack has this name; expected one of {', '.join(sorted(PACKS))}",
    ]


def test_a_name_that_another_rule_of_words_has(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('[[rule]]\nid = "W9990"\nname = "staying"\nwords = ["linger"]\n')
    assert mistakes(tmp_path) == ["words.toml:3: rule W9990: the name 'staying' is already taken by rule W1651"]


def test_a_name_that_nothing_asks_for(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('[[rule]]\nid = "W9990"\nname = "stayin"\nwords = ["linger"]\n')
    (tmp_path / "syntax.toml").write_text('[[rule]]\nid = "AW05"\nname = "subordinators"\nwords = "because"\n')
    with (tmp_path / "words.toml").open("a") as file:
        file.write('[[rule]]\nid = "W9991"\nname = "qqq"\nwords = ["linger"]\n')
    assert mistakes(tmp_path) == [
        "syntax.toml:3: rule AW05: nothing asks for the name 'subordinators'; did you mean 'subordinator'?",
        "words.toml:3: rule W9990: nothing asks for the name 'stayin'; did you mean 'staying'?",
        "words.toml:7: rule W9991: nothing asks for the name 'qqq'; expected one that a shipped rule has",
    ]


def test_a_rule_that_names_another_that_there_is_not(tmp_path: Path) -> None:
    head = '[[rule]]\nid = "{}"\nname = "own"\n'
    (tmp_path / "nouns.toml").write_text(head.format("N9990") + 'parent = "persn"\n')
    (tmp_path / "marks.toml").write_text(head.format("G9990") + 'words = ["so it is"]\nnot_of = ["utterances"]\n')
    (tmp_path / "events.toml").write_text(head.format("V9990") + 'within = "qqq"\n')
    assert mistakes(tmp_path) == [
        "events.toml:4: rule V9990: within: no rule of events.toml has the name 'qqq'; "
        "expected one that a shipped rule has",
        "marks.toml:5: rule G9990: not_of: no rule of words.toml has the name 'utterances'; did you mean 'utterance'?",
        "nouns.toml:4: rule N9990: parent: no rule of nouns.toml has the name 'persn'; did you mean 'person'?",
    ]


def test_the_code_asks_for_groups_of_words_that_rules_hold() -> None:
    """And for each of them, where no mark does: no group is left whose words tell nothing any more."""
    words = {rule.name for rule in RULES.pack("words", Words)}
    classes = {rule.name for rule in RULES.pack("syntax", WordClass)}
    code = "\n".join(path.read_text("utf-8") for path in sorted(Path(claimcheck.__file__).parent.rglob("*.py")))
    groups = set(re.findall(r"""(?:groups\[|groups\.get\(|(?:of_group|opens_with)\([^"\n]*)"([^"\n]+)""", code))
    known = {field.replace("_", "-") for field in Grammar._fields}
    known |= {name for rule in RULES.pack("marks", Mark) for name in rule.not_of}
    assert len(groups) > 100
    assert groups - words == set()
    assert [
        name for name in sorted((words | classes) - known) if f'"{name}"' not in code and f"'{name}'" not in code
    ] == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="no such folder of rules"):
        load(tmp_path / "none")


def test_a_pack_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "junk.toml").write_bytes(b'[[rule]]\nid = "\xff"\n')
    assert mistakes(tmp_path) == ["junk.toml: byte 16 is no UTF-8; expected UTF-8 text"]


def test_a_pack_that_is_nested_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "junk.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    (mistake,) = mistakes(tmp_path)
    assert mistake.startswith("junk.toml: not valid TOML: ")


def test_a_folder_adds_rules(tmp_path: Path) -> None:
    (tmp_path / "junk.toml").write_text(OWN.format(id="OWN1"), encoding="utf-8")
    own = load(tmp_path)
    assert [rule.id for rule in own.pack("junk", JunkRule)] == [r.id for r in RULES.pack("junk", JunkRule)] + ["OWN1"]
    assert own.pack("breaks", BreakRule) == RULES.pack("breaks", BreakRule)
    assert own.digest != RULES.digest


def test_a_known_id_is_replaced_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "junk.toml").write_text(OWN.format(id="J02"), encoding="utf-8")
    own = load(tmp_path).pack("junk", JunkRule)
    assert [rule.id for rule in own] == [rule.id for rule in RULES.pack("junk", JunkRule)]
    assert own[1].lines == ("forty winks",)


def test_compiled_forms_are_built_once() -> None:
    built: list[Rules] = []
    assert RULES.once(built.append) is RULES.once(built.append)
    assert built == [RULES]


def test_a_pack_is_asked_for_by_its_type() -> None:
    with pytest.raises(TypeError, match="the pack junk holds JunkRule, not BreakRule"):
        RULES.pack("junk", BreakRule)


def test_equal_rules_have_an_equal_digest() -> None:
    assert load().digest == RULES.digest


@pytest.mark.parametrize("name", sorted(PACKS))
def test_every_pack_ships(name: str) -> None:
    assert name in RULES.names()
    assert (shipped() / f"{name}.toml").is_file()


@pytest.mark.parametrize("name", RULES.names())
def test_rules_have_ids_and_names_of_one_shape(name: str) -> None:
    wrong = [
        rule.id
        for rule in RULES.pack(name, PACKS[name])
        if not re.fullmatch(r"[A-Z]{1,4}[A-Za-z0-9-]*\d*", rule.id) or not rule.name.strip()
    ]
    assert wrong == []


def test_every_rule_that_the_code_cites_is_in_a_pack() -> None:
    code = Path(__file__).parent.parent / "claimcheck"
    cited = {
        (path.name, rule)
        for part in ("stages", "slots", "dates")
        for path in (code / part).rglob("*.py")
        for rule in re.findall(r'"([A-Z]{1,3}[0-9]{2,3})"', path.read_text(encoding="utf-8"))
    }
    known = load().by_id().keys()
    assert cited
    assert sorted((name, rule) for name, rule in cited if rule not in known) == []
