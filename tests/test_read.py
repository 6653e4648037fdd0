"""Files in, articles out: every format, every kind of head, and one clear line for what cannot be read."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import ArticleError, NoArticles
from claimcheck.records import Article
from claimcheck.stages.read import read

PAGE = """<html lang="en"><head><title>Flood kills 40 | The Daily</title>
<meta property="og:title" content="Flood kills 40"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2023-11-17T10:00:00Z">
<link rel="canonical" href="https://daily.example/flood"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Flood kills 40</h1>
<p>Forty people died in the flood near the town, the ministry said on Friday, and the search goes on.</p>
<p>Twelve others are missing in the valley, where a dam broke in the night, the ministry said later.</p>
</article><footer>Copyright 2023</footer></body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def tried(paths: Sequence[Path]) -> tuple[list[str], list[str]]:
    """Names of what could be read, and the messages for the rest without their folder."""
    errors: list[ArticleError] = []
    articles = read(paths, failed=errors.append)
    return [article.name for article in articles], [str(error) for error in errors]


def known(article: Article) -> tuple[str | None, ...]:
    return article.outlet, article.date, article.url, article.title


# ── heads ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected", "body"),
    [
        ("Forty people died.", (None, None, None, None), "Forty"),
        (" date 2023-11-17 Forty people died.", (None, "2023-11-17", None, None), "Forty"),
        ("2023-11-17T10:00:00Z Forty died.", (None, "2023-11-17", None, None), "Forty"),
        (
            "---\ntitle: \"Quake\"\ndate: 2023-11-18T10:00:00Z\npublisher: 'The Daily'\nurl: https://x.example/a\n"
            "tags: [a, b]\n---\nForty died.",
            ("The Daily", "2023-11-18", "https://x.example/a", "Quake"),
            "Forty",
        ),
        ('+++\ntitle = "Quake"\ndate = 2023-11-18\n+++\nForty died.', (None, "2023-11-18", None, "Quake"), "Forty"),
        (
            "Title: Flood kills 40\nDate: 17 November 2023\nSource: The Daily\n\nForty died.",
            ("The Daily", "2023-11-17", None, "Flood kills 40"),
            "\nForty",
        ),
        ("Source: officials.\n\nForty died.", (None, None, None, None), "Source"),
        (
            "BAKU, Nov. 17, 2023 (Reuters) - Forty people died.",
            ("Reuters", "2023-11-17", None, None),
            "BAKU",
        ),
        ("NEW YORK (AP) — Forty people died.", ("AP", None, None, None), "NEW YORK"),
        (
            "Flood kills 40\n\nPublished: Friday 17 November 2023 10:15 GMT\n\nForty died.",
            (None, "2023-11-17", None, "Flood kills 40"),
            "Flood",
        ),
        (
            "https://www.daily.example/2023/11/18/flood-kills-40\nFlood kills 40\nForty people died.",
            ("daily.example", "2023-11-18", "https://www.daily.example/2023/11/18/flood-kills-40", "Flood kills 40"),
            "Flood",
        ),
        (
            "http : / / daily . example / 24 - dead\nFlood kills 40\nUpdated : Nov 17 , 2023 15 : 50 IST\nForty.",
            ("daily.example", "2023-11-17", "http://daily.example/24-dead", "Flood kills 40"),
            "Flood",
        ),
        (
            "Flood kills 40\nFRIDAY , NOVEMBER 17TH , 2023\nForty.",
            (None, "2023-11-17", None, "Flood kills 40"),
            "Flood",
        ),
        ("Flood kills 40\nAFP, 17 Nov 2023 | 9:05 pm\nForty.", (None, "2023-11-17", None, "Flood kills 40"), "Flood"),
        ("Flood kills 40\n17 Nov 2023: what we know of it\nForty.", (None, None, None, None), "Flood"),
        ("https://daily.example/flood says that 40 died.\nForty.", (None, None, None, None), "https"),
        ("Nobody came on 17 November 2023.\n\nForty died.", (None, None, None, None), "Nobody"),
        ("Flood kills 40\nPosted on November 17 2023 by The Daily Forty.", (None, "2023-11-17", None, None), "Flood"),
        ("Flood kills 40 Monitor AFP Friday 17 Nov 2023 Forty died.", (None, "2023-11-17", None, None), "Flood"),
        ("Flood kills 40\nLast updated at Nov 172023 KANO Forty died.", (None, "2023-11-17", None, None), "Flood"),
        ("Flood kills 40\n07.11.2023(updated 1549 08.11.2023) Forty.", (None, "2023-11-07", None, None), "Flood"),
        (
            "Flood kills 40\nBy Ann Lee | Kano | 17 Nov, 2023 08:15 pm IST\nForty.",
            (None, "2023-11-17", None, None),
            "Flood",
        ),
        ("Flood kills 40\n17 November 2023, Kano\nForty died.", (None, "2023-11-17", None, None), "Flood"),
        (
            "Flood kills 40\nFri 17 November 2023 · This live blog is closed\nForty.",
            (None, "2023-11-17", None, None),
            "Flood",
        ),
        ("Home > News > 17.11.2023\nFlood kills 40\nForty died.", (None, "2023-11-17", None, None), "Home"),
        ("By Staff Writers November 17, 202310:12 AM GMT+4\nForty died.", (None, "2023-11-17", None, None), "By"),
        ("Kano, 17 Nov. 2023 (ANP) - Forty died", (None, "2023-11-17", None, None), "Kano"),
        ("What we know of the flood in Kano, 17 November 2023\nForty died.", (None, None, None, None), "What"),
        ("On 17 November 2023, Kano\nForty died.", (None, None, None, None), "On"),
        ("Forty died on 17 November 2023, the police\nin Kano said.", (None, None, None, None), "Forty"),
        ("Flood kills 40\nKano, 17 November 2023. Politics / Army\nForty.", (None, "2023-11-17", None, None), "Flood"),
        ("Flood kills 40\n17 November 2023 — Forty people died.", (None, "2023-11-17", None, None), "Flood"),
        ("Flood kills 40\nAfter Kano, 17 November 2023 was quiet.", (None, None, None, None), "Flood"),
        ("Flood kills 40\nThe storm of 17 November 2023 — all of it | rain.", (None, None, None, None), "Flood"),
        ("Forty died on Friday 17 November 2023 Kano said.", (None, None, None, None), "Forty"),
        ("On 17 November 2023 Forty died.", (None, None, None, None), "On"),
        ("--- Forty died.", (None, None, None, None), "---"),
    ],
)
def test_heads(tmp_path: Path, text: str, expected: tuple[str | None, ...], body: str) -> None:
    (article,) = read(write(tmp_path, "a.txt", text))
    assert known(article) == expected
    assert article.text == text
    assert article.text[article.body :].startswith(body)


def test_a_text_from_no_file_tells_of_itself_too() -> None:
    text = "https://daily.example/24-dead\nFlood kills 40\nNov. 17, 2023\nForty people died on Friday."
    (reading,) = claimcheck.analyse([Article.from_text(text, outlet="The Daily")]).readings
    assert known(reading.article) == ("The Daily", "2023-11-17", "https://daily.example/24-dead", "Flood kills 40")
    assert [text[claim.quantity.start : claim.quantity.end] for claim in reading.claims] == ["40", "Forty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('---\ntitle: "Flood kills 40"\ndate: 2023-11-17\n---\nForty-one died, police said.', ["40", "Forty-one"]),
        ("+++\ndate = 2023-11-17\ntitle = 'Flood kills 40'\n+++\nNobody knows more.", ["40"]),
        ("Title: Flood kills 40\r\nDate: 2023-11-17\r\n\r\nForty-one died, police said.", ["40", "Forty-one"]),
        ("Headline: 40 die in flood\nOutlet: 20 Minutes\n\nForty-one died, police said.", ["40", "Forty-one"]),
        ('---\ntitle: "Flood kills 40"\n---\n# Flood kills 40\n\nForty-one died.', ["40", "Forty-one"]),
        ("---\ntitle: ''\ndate: 2023-11-17\n---\nForty-one died.", ["Forty-one"]),
        ("---\nurl: https://x.example/Flood\ntitle: Flood\ntags: 12 dead\n---\nForty-one died.", ["Forty-one"]),
    ],
)
def test_a_title_in_the_head_of_a_file_is_read_as_its_headline(tmp_path: Path, text: str, expected: list[str]) -> None:
    (article,) = read(write(tmp_path, "a.txt", text))
    for of in (article, Article.from_text(article.text)):
        (reading,) = claimcheck.analyse([of]).readings
        assert [reading.article.text[each.quantity.start : each.quantity.end] for each in reading.claims] == expected


def test_the_headline_of_the_head_is_held_against_the_text() -> None:
    head = '---\ntitle: "Nine killed in Zenda fire"\ndate: 2031-05-03\n---\n'
    run = claimcheck.analyse([Article.from_text(head + "Eight people were killed in a fire in Zenda, police said.")])
    assert [relation.kind for relation in run.relations] == ["contradict"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2023-11-17T10:00:00Z", "2023-11-17"),
        ("Fri Nov 17 2023, 14 : 58 hrs", "2023-11-17"),
        (date(2023, 11, 17), "2023-11-17"),
        (datetime(2023, 11, 17, 10, 30), "2023-11-17"),
        ("last Friday", None),
        ("03/04/2023", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_or_dropped_and_told(given: str | date | None, expected: str | None) -> None:
    article = Article.from_text("Forty people died in the flood on Friday.", date=given)
    (reading,) = claimcheck.analyse([article]).readings
    told = f"the date {given!r} names no day; expected one such as 2023-11-17"
    assert (reading.article.date, reading.article.warnings) == (expected, () if expected or not given else (told,))


def test_the_table_beside_the_articles_fills_what_they_do_not_say(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "date 2023-11-17 Forty died.")
    table = '["a.txt"]\noutlet = "The Daily"\ndate = 2020-01-01\nurl = "https://x.example"\ntitle = "Flood"\n'
    write(tmp_path, "articles.toml", table)
    assert known(read(tmp_path)[0]) == ("The Daily", "2023-11-17", "https://x.example", "Flood")


def test_mistakes_in_the_table_are_all_told_and_the_article_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Forty died.")
    side = write(tmp_path, "articles.toml", 'other = 1\n["a.txt"]\ndte = 1\ndate = "soon"\n')
    assert tried([tmp_path]) == (
        ["a.txt"],
        [
            f"{side}: 'other' is not a table; expected ['other'] with outlet, date, url, title",
            f"{side}: 'a.txt' has the unknown key 'dte'; expected outlet, date, url, title",
            f"{side}: 'a.txt' has the date 'soon'; expected a day such as 2023-11-17",
        ],
    )


# ── formats ───────────────────────────────────────────────────────────────────────────────────


def test_saved_page(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, "a.html", PAGE))
    assert known(article) == ("The Daily", "2023-11-17", "https://daily.example/flood", "Flood kills 40")
    assert article.text.splitlines() == [
        "Flood kills 40",
        "Forty people died in the flood near the town, the ministry said on Friday, and the search goes on.",
        "Twelve others are missing in the valley, where a dam broke in the night, the ministry said later.",
    ]


@pytest.mark.parametrize("name", ["windows-1251", "iso-8859-5", "koi8-r"])
def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path, name: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{name}">').replace("the ministry", "the «Заря» ministry")
    text = page.replace("«", "").replace("»", "")
    (article,) = read(write(tmp_path, "a.html", text.encode(name)))
    assert "the Заря ministry said on Friday" in article.text
    assert article.warnings == ()


def test_a_page_that_names_no_encoding_there_is_falls_back(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="hex">').replace("the ministry", "the café")
    (article,) = read(write(tmp_path, "a.html", page.encode("cp1252")))
    assert "the café said on Friday" in article.text
    assert len(article.warnings) == 1


def test_a_piece_of_a_page_of_tables(tmp_path: Path) -> None:
    said = "Forty people died in the flood on Monday, the ministry said. " * 5
    (article,) = read(write(tmp_path, "a.html", f"<table><tr><td>Menu</td><td><p>{said}</p></td></tr></table>"))
    assert "Forty people died in the flood on Monday" in article.text


def test_word_file(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Forty people died.")
    document.add_table(1, 2).cell(0, 1).text = "40"
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path)[0].text == "Forty people died.\n\n\t40"


def test_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    write(tmp_path, "a.pdf", _pdf("Forty people died."))
    assert read(tmp_path)[0].text.strip() == "Forty people died."


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": "Forty died.", "title": "T", "outlet": "O", "date": "2020-01-02", "url": "u"}),
        "{broken",
        json.dumps({"text": "Twelve died.", "id": "x1"}),
        "[]",
        '{"title": "x"}',
        "",
    ]
    path = write(tmp_path, "a.jsonl", "\n".join(rows))
    names, errors = tried([path])
    assert names == ["a.jsonl#1", "a.jsonl#x1"]
    assert [error.split(": ")[0] for error in errors] == [f"{path}:2", f"{path}:4", f"{path}:5"]
    assert known(read(path, failed=errors.append)[0]) == ("O", "2020-01-02", "u", "T")


@pytest.mark.parametrize(("lines", "more"), [(5, []), (6, ["1 more line of it"]), (152, ["147 more lines of it"])])
def test_a_file_of_other_things_does_not_fill_the_screen(tmp_path: Path, lines: int, more: list[str]) -> None:
    path = write(tmp_path, "a.jsonl", '{"a": "x", "b": "y"}\n' * lines + '{"text": "Forty died."}\n')
    names, errors = tried([path])
    assert names == [f"a.jsonl#{lines + 1}"]
    assert len(errors) == 5 + len(more)
    assert errors[5:] == [f"{path}: {told} cannot be read" for told in more]


@pytest.mark.parametrize(
    ("content", "text", "warnings"),
    [
        (b"\xef\xbb\xbfForty died.", "Forty died.", ()),
        ("Forty died.".encode("utf-16"), "Forty died.", ()),
        ("Forty died.".encode("utf-32"), "Forty died.", ()),
        ("He said “40 died”.".encode("cp1252"), "He said “40 died”.", ("byte 9 is no UTF-8; read as Windows-1252",)),
        (b"Forty\r\ndied.\x1b[31m", "Forty\r\ndied.\x1b[31m", ()),
    ],
)
def test_encodings(tmp_path: Path, content: bytes, text: str, warnings: tuple[str, ...]) -> None:
    (article,) = read(write(tmp_path, "a.txt", content))
    assert (article.text, article.warnings) == (text, warnings)


# ── what cannot be read ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "", "the file is empty"),
        ("a.txt", " \n ", "the file is empty"),
        ("a.jsonl", "\n", "the file is empty"),
        ("a.txt", bytes(range(256)), "a binary file, not a text"),
        ("a.txt", "これは日本語のテキスト".encode("shift_jis"), "byte 1 is no UTF-8; expected UTF-8 text"),
        ("a.txt", b"\xff\xfea", "not valid UTF-16: truncated data"),
        ("a.txt", b"40 died. " * 3_000_000, "longer than 20 MB; expected one article"),
        ("a.html", "<html><body></body></html>", "no article text found in this page"),
        ("a.docx", "PK", "a broken Word file (File is not a zip file)"),
        ("a.pdf", "%PDF-1.4 ", "a broken PDF (Stream has ended unexpectedly)"),
    ],
)
def test_one_line_tells_why(tmp_path: Path, name: str, content: str | bytes, expected: str) -> None:
    path = write(tmp_path, name, content)
    write(tmp_path, "good.txt", "Forty died.")
    assert tried([tmp_path]) == (["good.txt"], [f"{path}: {expected}"])


def test_what_is_nested_too_deeply(tmp_path: Path) -> None:
    rows = write(tmp_path, "a.jsonl", '{"text": ' + "[" * 100_000 + '\n{"text": "Forty died."}\n')
    side = write(tmp_path, "articles.toml", "a = " + "[" * 100_000)
    read_, told = tried([tmp_path])
    assert read_ == ["a.jsonl#2"]
    assert sorted(line.partition(": ")[0] for line in told) == [f"{rows}:1", str(side)]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert tried([tmp_path]) == ([], [f"{tmp_path}/a.txt: no regular file"])


def test_a_small_file_that_unpacks_to_a_huge_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 120_000_000)
    assert tried([path]) == ([], [f"{path}: unpacks to more than 100 MB; not read"])


def test_what_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, "a.xyz", "Forty died.")
    names, errors = tried([tmp_path / "none", tmp_path / "a.xyz", tmp_path])
    assert names == []
    assert errors[0] == f"{tmp_path}/none: no such file or folder"
    assert errors[1].startswith(f"{tmp_path}/a.xyz: of no known format; expected one of .docx, ")
    assert errors[2].startswith(f"{tmp_path}: no articles in this folder; expected files that end in .docx, ")


def test_without_a_listener_the_first_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(NoArticles):
        read(tmp_path)
    with pytest.raises(ArticleError, match="the file is empty"):
        read([write(tmp_path, "a.txt", ""), write(tmp_path, "b.txt", "Forty died.")])


# ── names and order ───────────────────────────────────────────────────────────────────────────


def test_names_that_meet_are_told_apart_by_the_shortest_end_of_their_paths(tmp_path: Path) -> None:
    for name in ("x/monday/report.txt", "x/tuesday/report.txt", "other.txt"):
        write(tmp_path, name, "Forty died.")
    expected = ["monday/report.txt", "other.txt", "tuesday/report.txt"]
    assert [article.name for article in read(tmp_path)] == expected
    paths = [tmp_path / "x/tuesday", tmp_path / "other.txt", tmp_path / "x/monday/report.txt"]
    assert [article.name for article in read(paths)] == expected


def test_rows_of_one_name_are_counted(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", '{"text": "Forty died.", "id": "x"}\n{"text": "Twelve died.", "id": "x"}')
    assert [article.name for article in read(tmp_path)] == ["a.jsonl#x (1)", "a.jsonl#x (2)"]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xff.txt")
    try:
        path.write_bytes(b"Forty died.")
    except OSError:
        pytest.skip("this disk wants names in UTF-8")
    assert [article.name for article in read(tmp_path)] == ["b\\xff.txt"]


def test_folders_are_searched_without_what_is_hidden_and_each_file_once(tmp_path: Path) -> None:
    for name in ("a.txt", "deep/er/b.md", ".hidden/c.txt", ".d.txt", "picture.png"):
        write(tmp_path, name, "Forty died.")
    names, errors = tried([tmp_path, tmp_path / "a.txt", tmp_path / "deep" / ".." / "a.txt"])
    assert (names, errors) == (["a.txt", "b.md"], [])


def _pdf(text: str) -> bytes:
    """The smallest PDF that shows a text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", '{"text": "One.\\n\\nForty died."}\n\n{"text": "Twelve died."}\n')
    write(tmp_path, "b.txt", "Forty died.")
    assert [article.drawn for article in read(tmp_path)] == [1, 3, None]


@pytest.mark.parametrize("content", ["Date: 2024-99-99\n\nForty died.", "---\ndate: 31 Foobar\n---\nForty died."])
def test_a_date_that_names_no_day_is_told(tmp_path: Path, content: str) -> None:
    write(tmp_path, "a.txt", content)
    (article,) = read(tmp_path)
    assert article.date is None
    assert [warning[:9] for warning in article.warnings] == ["the date "]


def test_what_is_left_of_a_hard_blank_is_a_blank(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Local media had\u00c2 said on Monday\u00c2\u00a0that 40 \u00c2ges died.\n", encoding="utf-8"
    )
    (article,) = read([tmp_path / "a.txt"])
    assert article.text == "Local media had  said on Monday \u00a0that 40 \u00c2ges died.\n"
