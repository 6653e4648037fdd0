"""One file in, the drafts of its articles out; one function a format, each library imported on first use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import ArticleError
from claimcheck.stages.read.about import About, fields, head
from claimcheck.stages.read.decode import LARGEST, contents, decoded

_LOOKED_AT = 10_000  # characters
_LARGEST_UNPACKED = 5 * LARGEST


class Draft(NamedTuple):
    """An article before its name is settled."""

    text: str
    about: About
    body: int = 0
    warnings: tuple[str, ...] = ()
    name: str | None = None  # where a file holds several
    drawn: int | None = None  # as in Article


def _plain(path: Path) -> Iterator[Draft]:
    text, warnings = decoded(contents(path), path)
    about, body = head(text)
    yield Draft(text, about, body, warnings)


def _html(path: Path) -> Iterator[Draft]:
    """The main text of a saved page; the title stands above it, as in print, unless the text has it already."""
    text, warnings = decoded(contents(path), path, page=True)
    import trafilatura

    if "<html" not in text[:_LOOKED_AT].lower():
        text = f"<html><body>{text}</body></html>"  # a piece of a page: parsers drop a lone table

    # The date's upper bound is the clock's unless it is given, and the same page must read the same tomorrow.
    dating = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
    page: Any = trafilatura.bare_extraction(
        text, include_comments=False, with_metadata=True, date_extraction_params=dating
    )
    if page is None or not page.text or not page.text.strip():
        raise ArticleError(f"{path}: no article text found in this page")
    title = (page.title or "").strip()
    with_title = page.text if not title or page.text.startswith(title) else f"{title}\n\n{page.text}"
    about = About(outlet=page.sitename, date=page.date, url=page.url, title=title or None)
    yield Draft(with_title, about, 0, warnings, drawn=0)


def _pdf(path: Path) -> Iterator[Draft]:
    data = contents(path)
    pypdf = _extra("pypdf", path)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(f"{path}: this PDF wants a password")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except ArticleError:
        raise
    except Exception as error:  # pypdf raises a dozen kinds of its own and of Python's on broken files
        raise ArticleError(f"{path}: a broken PDF ({_first_line(error)})") from None
    yield _drawn(path, text, "no text in this PDF (pictures of pages?)")


def _docx(path: Path) -> Iterator[Draft]:
    data = contents(path)
    docx = _extra("docx", path)
    try:
        _check_unpacked(path, data)
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(document))
    except ArticleError:
        raise
    except Exception as error:  # lxml, zipfile and docx each have their own for a broken file
        raise ArticleError(f"{path}: a broken Word file ({_first_line(error)})") from None
    yield _drawn(path, text, "no text in this Word file")


def _jsonl(path: Path) -> Iterator[Draft | ArticleError]:
    """One article a line: an object with text, and perhaps title, outlet, date, url, name. A bad one stops no other."""
    with _opened(path) as file:
        number = 0
        while line := file.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                raise ArticleError(f"{path}:{number}: a line longer than {LARGEST // 1_000_000} MB")
            if line.strip():
                yield _row(path, number, line)


FORMATS: Mapping[str, Callable[[Path], Iterator[Draft | ArticleError]]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".pdf": _pdf,
    ".docx": _docx,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
}


def _drawn(path: Path, text: str, otherwise: str) -> Draft:
    """The draft of a text that a library drew out of a file."""
    if not text.strip():
        raise ArticleError(f"{path}: {otherwise}")
    about, body = head(text)
    return Draft(text, about, body, drawn=0)


def _extra(module: str, path: Path) -> Any:
    import importlib
    import logging

    logging.getLogger(module).addHandler(logging.NullHandler())  # its complaints are ours to word
    try:
        return importlib.import_module(module)
    except ImportError:
        wanted = "pip install 'claimcheck-desk[documents]'"
        raise ArticleError(f"{path}: {path.suffix} files need more libraries; install them with: {wanted}") from None


def _check_unpacked(path: Path, data: bytes) -> None:
    """A few kilobytes may unpack to gigabytes; the archive's own list tells before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST_UNPACKED:
        raise ArticleError(f"{path}: unpacks to more than {_LARGEST_UNPACKED // 1_000_000} MB; not read")


def _blocks(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from ("\t".join(cell.text for cell in row.cells) for row in block.rows)
        elif block.text.strip():
            yield block.text


def _opened(path: Path) -> io.BufferedReader:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise ArticleError(f"{path}: no such file or folder") from None
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror})") from None


def _row(path: Path, number: int, line: bytes) -> Draft | ArticleError:
    import msgspec

    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return ArticleError(f"{path}:{number}: not a JSON object: {error}")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return ArticleError(f"{path}:{number}: no text; expected an object with text, title, outlet, date, url")
    about = fields((key, value) for key, value in row.items() if isinstance(value, str) and key != "text")
    found, body = head(text)
    row_name = row.get("name") or row.get("id") or number
    return Draft(text, about.filled(found), body, name=f"{path.name}#{row_name}", drawn=number)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
