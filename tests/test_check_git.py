"""Check in real git repositories: `--since`, and fifty commits of a desk at work."""

from __future__ import annotations

import os
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck import analyse, load_rules, read
from claimcheck.check import baseline, cache, check
from claimcheck.check.outcome import Outcome, renewed
from claimcheck.check.since import touched
from claimcheck.errors import UsageError

TOLL = "{who} said {number} people were killed in the flood in {place} on 3 May 2031.\n"


def toll(place: str, number: int, who: str) -> str:
    return TOLL.format(who=who, number=number, place=place)


class Repository:
    """A git repository of articles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        world = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", *settings, *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True, env=world).stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


# ── since ─────────────────────────────────────────────────────────────────────────────────────


def changed(desk: Repository, revision: str = "HEAD") -> list[str]:
    """The names of the articles touched since a revision."""
    return sorted(Path(path).name for path in touched(read(desk.folder), revision))


def test_since_tells_what_is_new_edited_staged_or_not_yet_known_to_git(desk: Repository) -> None:
    for name in ("edited", "staged", "left", "moved", "moved and edited", "removed"):
        desk.write(f"{name}.txt", toll("Zenda", 14, "Police") * 9 + f"This is {name}.\n")
    desk.commit("Begin")
    desk.write("edited.txt", toll("Zenda", 15, "Police"))
    desk.write("staged.txt", toll("Zenda", 15, "Police"))
    desk.git("add", "staged.txt")
    desk.git("mv", "moved.txt", "moved away.txt")
    desk.git("mv", "moved and edited.txt", "moved & édited.txt")
    desk.write("moved & édited.txt", toll("Zenda", 14, "Police") * 9)
    desk.write("new.txt", toll("Zenda", 15, "Police"))
    desk.write("-odd 'name'\n.txt", toll("Zenda", 15, "Police"))
    (desk.folder / "removed.txt").unlink()

    assert changed(desk) == ["-odd 'name'\n.txt", "edited.txt", "moved & édited.txt", "new.txt", "staged.txt"]


def test_since_a_branch_is_since_this_one_left_it(desk: Repository) -> None:
    desk.write("a.txt", "a")
    desk.commit("Begin")
    desk.git("branch", "topic")
    desk.write("theirs.txt", "b")
    desk.commit("Go on")
    desk.git("checkout", "-q", "topic")
    desk.write("ours.txt", "c")
    desk.commit("Ours")

    assert changed(desk, "main") == ["ours.txt"]


def test_a_changed_table_of_outlets_touches_the_articles_beside_it(desk: Repository) -> None:
    desk.write("a/a.txt", "a")
    desk.write("b/b.txt", "b")
    desk.commit("Begin")
    desk.write("a/articles.toml", '["a.txt"]\noutlet = "The Paper"\n')

    assert changed(desk) == ["a.txt"]


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "HEAD~9", ""])
def test_a_revision_that_is_none_is_told(desk: Repository, revision: str) -> None:
    desk.write("a.txt", "a")
    desk.commit("Begin")

    with pytest.raises(UsageError, match="--since"):
        changed(desk, revision)
    assert os.listdir(desk.folder) != ["x"]


def test_since_outside_of_a_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")

    with pytest.raises(UsageError, match="--since: git rev-parse"):
        touched(read(tmp_path), "HEAD")


# ── fifty commits ─────────────────────────────────────────────────────────────────────────────


Change = Callable[[Repository], object]


class Step(NamedTuple):
    """A commit, and what the check tells against the baseline of the commit before."""

    what: str
    change: Change
    told: tuple[str, ...] = ()


def write(name: str, *texts: str) -> Change:
    return lambda desk: desk.write(f"news/{name}.txt", "\n".join(texts))


def edit(change: Callable[[str], str], *names: str) -> Change:
    return lambda desk: [desk.write(f"news/{name}.txt", change(desk.read(f"news/{name}.txt"))) for name in names]


def replace(old: str, new: str, *names: str) -> Change:
    return edit(lambda text: text.replace(old, new), *names)


def copy(name: str, to: str) -> Change:
    return lambda desk: desk.write(f"news/{to}.txt", desk.read(f"news/{name}.txt"))


def move(name: str, to: str) -> Change:
    return together(copy(name, to), remove(name))


def remove(*names: str) -> Change:
    return lambda desk: [(desk.folder / f"news/{name}.txt").unlink() for name in names]


def together(*changes: Change) -> Change:
    return lambda desk: [change(desk) for change in changes]


def hurt(number: str, who: str, place: str = "Strelsau") -> str:
    return f"The earthquake in {place} on 9 June 2031 injured {number} people, {who} said.\n"


def lost(number: str, who: str) -> str:
    return f"{who} said {number} homes were destroyed in the fire in Hentzau on 2 July 2031.\n"


def by_day(day: int, number: int, who: str) -> str:
    text = (
        f"{who} said on {day} August 2031 that {number} people were killed in the storm in Lauenheim on 3 August 2031."
    )
    return f"---\ndate: 2031-08-{day:02}\n---\n{text}\n"


FIRES = tuple(f"fire-{number}" for number in range(1, 7))
KEPT = tuple(f"fire/{number}" for number in range(1, 7))
COPIES = tuple(f"old/{number}" for number in range(1, 7))

# A desk at work: every kind of change, most of which must not make a sound.
STORY = (
    # A flood in Zenda: reprints, moves and a revision that goes through the articles one by one.
    Step("An article", write("zenda-1", toll("Zenda", 214, "Police"))),
    Step("The same again", write("zenda-2", toll("Zenda", 214, "Police"))),
    Step("The same number of another source", write("zenda-3", toll("Zenda", 214, "The mayor"))),
    Step(
        "Another number",
        write("zenda-4", toll("Zenda", 371, "The Red Cross")),
        ("new: Red Cross 371, mayor 214", "new: Red Cross 371, police 214"),
    ),
    Step("A reprint of the other number", write("zenda-5", toll("Zenda", 371, "The Red Cross"))),
    Step("Moved", move("zenda-4", "flood/zenda-4")),
    Step("Renamed", move("zenda-1", "zenda-one")),
    Step("A hundred lines before", edit(lambda text: "A quiet line here.\n" * 100 + text, "zenda-2", "zenda-3")),
    Step("Re-wrapped", edit(lambda text: textwrap.fill(text, 60), "zenda-5", "zenda-one")),
    Step(
        "One of two reprints is revised, the old number still stands in the other",
        replace("371", "389", "zenda-5"),
        ("new: Red Cross 389, mayor 214", "new: Red Cross 389, police 214"),
    ),
    Step(
        "The other is revised too",
        replace("371", "389", "flood/zenda-4"),
        ("resolved: Red Cross 371, mayor 214", "resolved: Red Cross 371, police 214"),
    ),
    # A flood in Hofbau: two sources come together and part again.
    Step("A flood elsewhere", write("hofbau-1", toll("Hofbau", 513, "Police"))),
    Step("A dispute about that", write("hofbau-2", toll("Hofbau", 741, "The army")), ("new: army 741, police 513",)),
    Step(
        "Renamed and revised at once",
        together(move("hofbau-2", "hofbau"), replace("741", "777", "hofbau")),
        ("updated: army 777, police 513",),
    ),
    Step("One gives in", replace("777", "513", "hofbau"), ("resolved: army 777, police 513",)),
    Step("And takes it back", replace("513", "777", "hofbau"), ("new: army 777, police 513",)),
    Step("Its article is withdrawn", remove("hofbau"), ("stale: army 777, police 513",)),
    Step("And comes again", write("hofbau-3", toll("Hofbau", 777, "The army")), ("new: army 777, police 513",)),
    # An earthquake in Strelsau: two numbers in one article.
    Step(
        "Two numbers in one article",
        write("quake", hurt("1,213", "police"), hurt("1,377", "the mayor")),
        ("new: mayor 1377, police 1213",),
    ),
    Step("A typing error is mended", replace("quake in", "quake  in", "quake")),
    Step("Another quotation of one", write("quake-2", hurt("1,377", "the mayor"))),
    Step("The first article is withdrawn", remove("quake"), ("stale: mayor 1377, police 1213",)),
    Step("The other number comes again", write("quake-3", hurt("1,213", "police")), ("new: mayor 1377, police 1213",)),
    Step("Another quake", write("quake-4", hurt("1,491", "police", place="Streslow"))),
    Step("Other things are counted", write("schools", "In Strelsau 61 schools were destroyed, police said.\n")),
    Step("Nothing is counted", write("quiet", "On 12 June 2031 the mayor, 54, came to Strelsau.\n")),
    # A storm in Lauenheim: the toll of one office rises day by day.
    Step("A toll", write("day-4", by_day(4, 214, "Police"))),
    Step("It rises", write("day-5", by_day(5, 231, "Police"))),
    Step("And rises", write("day-6", by_day(6, 260, "Police"))),
    Step("Others count on that day too", write("m", by_day(6, 299, "The mayor")), ("new: mayor 299, police 260",)),
    Step("It rises more", write("day-7", by_day(7, 301, "Police"))),
    # A fire in Hentzau: three sources, and articles that change their names and places.
    Step("A fire", write("fire-1", lost("413", "Police"))),
    Step("A dispute about it", write("fire-2", lost("678", "The governor")), ("new: governor 678, police 413",)),
    Step(
        "Each side is told again",
        together(write("fire-3", lost("413", "Police")), write("fire-4", lost("678", "The governor"))),
    ),
    Step(
        "A third source",
        write("fire-5", lost("951", "The Red Cross")),
        ("new: Red Cross 951, governor 678", "new: Red Cross 951, police 413"),
    ),
    Step(
        "A source that sides with one",
        write("fire-6", lost("413", "The mayor")),
        ("new: Red Cross 951, mayor 413", "new: governor 678, mayor 413"),
    ),
    Step(
        "One side revises everywhere",
        replace("678", "702", "fire-2", "fire-4"),
        (
            "updated: Red Cross 951, governor 702",
            "updated: governor 702, mayor 413",
            "updated: governor 702, police 413",
        ),
    ),
    Step("Swapped names", together(move("fire-1", "x"), move("fire-2", "fire-1"), move("x", "fire-2"))),
    Step("Into a folder", together(*map(move, FIRES, KEPT))),
    Step("Copied", together(*map(copy, KEPT, COPIES))),
    Step("The originals go", remove(*KEPT)),
    Step(
        "The third source is withdrawn",
        remove("old/5"),
        (
            "stale: Red Cross 951, governor 702",
            "stale: Red Cross 951, mayor 413",
            "stale: Red Cross 951, police 413",
        ),
    ),
    Step("A headline is put before", edit(lambda text: "The morning after\n\n" + text, "old/1", "old/2")),
    Step("Other line ends", edit(lambda text: text.replace("\n", "\r\n"), "old/3", "hofbau-3")),
    Step("A name below", edit(lambda text: text + "\nA. Writer in Hentzau\n", "old/4", "hofbau-1")),
    # What a table says of the outlets, and the end.
    Step(
        "Two disputes at once",
        write("news", toll("Festenburg", 223, "Police"), toll("Festenburg", 345, "The mayor"), hurt("2,345", "police")),
        ("new: mayor 1377, police 2345", "new: mayor 345, police 223"),
    ),
    Step(
        "One of them goes", replace("345 people were", "223 people were", "news"), ("resolved: mayor 345, police 223",)
    ),
    Step(
        "An outlet becomes known", lambda desk: desk.write("news/articles.toml", '["news.txt"]\noutlet = "The Post"\n')
    ),
    Step("A front matter", edit(lambda text: "---\ntitle: Storm\n---\n" + text, "news")),
    Step(
        "Everything about the fire goes",
        remove(*COPIES[:4], COPIES[5]),
        ("stale: governor 702, mayor 413", "stale: governor 702, police 413"),
    ),
)


def told(outcome: Outcome) -> tuple[str, ...]:
    """What is open or gone, as the story tells it."""
    here = [(item.state, item.finding.sides) for item in outcome.open]
    gone = [(gone.state, gone.entry.sides) for gone in outcome.gone]
    return tuple(sorted(f"{state}: {', '.join(f'{s.who} {s.says}' for s in sides)}" for state, sides in here + gone))


@pytest.mark.once
def test_fifty_commits(desk: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert len(STORY) == 50
    kept = cache.Cache(tmp_path_factory.mktemp("cache"))
    known = desk.folder / "reports" / "baseline.json"
    baseline.save(known, ())
    desk.commit("Begin")
    for step in STORY:
        step.change(desk)
        commit = desk.commit(step.what)
        articles = read(desk.folder / "news")
        analysis = cache.analyse(articles, load_rules(), kept)
        before = baseline.load(known)

        outcome = check(analysis, before)
        touching = check(analysis, before, touched=touched(articles, f"{commit}~1"))
        accepted = renewed(outcome, before, prune=True)
        after = check(analyse(articles), accepted)

        assert told(outcome) == tuple(sorted(step.told)), step.what
        assert touching.open == outcome.open, f"{step.what}: what a commit brings touches an article that it changed"
        assert told(after) == (), f"{step.what}: what is accepted is silent, and the cache finds what a fresh run finds"
        assert len(accepted) == len({entry.finding for entry in accepted}), f"{step.what}: no finding twice"
        baseline.save(known, accepted)
        desk.commit("Accept what is found")
