"""Every case: what a reader expects of a short article is kept, but for what the case lists as `todo`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks import cases

HERE = Path(__file__).parent
CASES = cases.folder(HERE / "cases")
HELD_OUT = cases.folder(HERE / "cases" / "heldout")
FLOOR = tomllib.loads((HERE / "cases" / "heldout" / "README.md").read_text().split("```toml\n")[1].split("```")[0])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_expectations_are_kept(path: Path) -> None:
    case = cases.load(path)

    failing = cases.failures(case)

    broken = {name: got for name, got in failing.items() if name not in case.todo}
    mended = set(case.todo) - set(failing)
    assert not broken, "expected, and did not come"
    assert not mended, "no longer fails: take it off the todo list"


@pytest.fixture(scope="module")
def shares() -> dict[str, tuple[int, int]]:
    return cases.shares([cases.load(path) for path in HELD_OUT])


@pytest.mark.parametrize("field", FLOOR)
def test_held_out_cases_keep_their_floor(field: str, shares: dict[str, tuple[int, int]]) -> None:
    kept, total = shares[field]
    before, of = FLOOR[field]

    # How many are asked may change with what is reported: neither the share may fall nor more be wrong, both at once.
    assert kept * of >= before * total or total - kept <= of - before, f"{kept} of {total}, it was {before} of {of}"


def test_numbers_of_a_case_are_all_described() -> None:
    for path in CASES + HELD_OUT:
        case = cases.load(path)
        labels = [mark.label for text in case.article for mark in cases.unmark(text)[1] if mark.label not in "-?"]

        assert sorted(labels) == sorted(case.claims), path.name


def test_a_case_is_read_without_its_marks() -> None:
    article, marks = cases.unmark(cases.ArticleText(text="In [-|1992] [a|at least 12] died."))

    assert article.text == "In 1992 at least 12 died."
    assert [(mark.label, article.text[slice(*mark.span)]) for mark in marks] == [("-", "1992"), ("a", "at least 12")]


@pytest.mark.parametrize(
    ("want", "got", "expected"),
    [
        ("police|Lagos police", "the Police", True),
        ("WHO + UN|United Nations", "United Nations + WHO", True),
        ("WHO + UN", "WHO", False),
        ("WHO + UN || officials", "officials", True),
        ("", "WHO", False),
    ],
)
def test_an_answer_will_do(want: str, got: str, expected: bool) -> None:
    assert cases.matches(want, got) is expected
