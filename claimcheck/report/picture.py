"""The text report in, a picture of it out: an SVG that loads nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from claimcheck.safe import html

_CHAR, _LINE, _PAD = 8.4, 19.0, 16.0  # of a 14 px monospace letter, of a line, around it all
_BLANK = "\u00a0"  # SVG folds plain blanks into one
_INK, _PAPER, _DIM = "#d7dce2", "#15191e", "#8b95a1"
# Red, green, yellow, blue, magenta and cyan, by their numbers in a terminal.
_COLORS = {1: "#ff8a80", 2: "#7ccf9b", 3: "#f0b95a", 4: "#8ab8f0", 5: "#d9a5f5", 6: "#78d5e3"}


def picture(text: str, title: str) -> str:
    """An SVG of a coloured terminal text; `title` is what is read out for it."""
    lines = Text.from_ansi(text).split("\n")
    columns = max((cell_len(line.plain) for line in lines), default=0)
    width, height = columns * _CHAR + 2 * _PAD, len(lines) * _LINE + 2 * _PAD
    rows = "\n".join(_row(number, line) for number, line in enumerate(lines) if line.plain)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">\n'
        f"<title>{html(title)}</title>\n"
        f'<rect width="100%" height="100%" rx="8" fill="{_PAPER}"/>\n'
        '<g font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" '
        f'fill="{_INK}">\n{rows}\n</g>\n</svg>\n'
    )


def _row(number: int, line: Text) -> str:
    return "".join(_stretch(number, *part) for part in _stretches(line))


def _stretches(line: Text) -> Iterable[tuple[int, str, Style]]:
    """The parts of a line that look alike: column, words, style."""
    cuts = sorted({0, len(line.plain), *(end for span in line.spans for end in (span.start, span.end))})
    for start, end in pairwise(cuts):
        styles = [span.style for span in line.spans if span.start <= start and end <= span.end]
        known = (style if isinstance(style, Style) else Style.parse(style) for style in styles)
        style = Style.combine([Style.null(), *known])
        yield cell_len(line.plain[:start]), line.plain[start:end], style


def _stretch(number: int, column: int, words: str, style: Style) -> str:
    bare = words.strip()
    if not bare:
        return ""
    column += len(words) - len(words.lstrip())
    x, y = _PAD + column * _CHAR, _PAD + number * _LINE + 14
    # The length is given, so that columns stay columns in whatever font there is.
    length = f'textLength="{cell_len(bare) * _CHAR:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {length}{_looks(style)}>{html(bare).replace(" ", _BLANK)}</text>'


def _looks(style: Style) -> str:
    color = _COLORS.get(style.color.number or 0) if style.color else None
    fill = color or (_DIM if style.dim else None)
    return "".join(
        (
            f' fill="{fill}"' if fill else "",
            ' font-weight="700"' if style.bold else "",
            ' font-style="italic"' if style.italic else "",
            ' text-decoration="underline"' if style.underline else "",
        )
    )
