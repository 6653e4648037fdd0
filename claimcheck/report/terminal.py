"""The report as text for a terminal or a pipe: a table a figure, disputed ones first.

Without a width nothing is folded, so that a pipe gets every line whole. At a width lines fold at words and nothing is
cut; below 60 columns the tables stack.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimcheck import safe, words
from claimcheck.quotes import Place, Quoted
from claimcheck.report.figures import FigureView, Link, counts
from claimcheck.report.rows import Row, beside, credited, notes
from claimcheck.report.standings import Standing
from claimcheck.report.sums import SumView
from claimcheck.report.view import DecidedView, Named, View

_STACKED = 60  # columns under which tables stack
_WIDEST = 120  # wider lines are hard to read
_UNFOLDED = 100_000
_STYLES = {
    "contradict": "bold red",
    "diverge": "bold yellow",
    "update": "bold cyan",
    "compatible": "green",
    "agree": "green",
    "part_of": "blue",
    "consistent": "green",
}


def terminal(view: View, *, width: int | None = None, color: bool = False, encoding: str = "utf-8") -> str:
    """The report as text. `width` in columns; None: no line is folded."""
    paper = Paper(width, color, encoding)
    paper.report(view)
    return paper.text()


class Paper:
    """Where the report is written: knows the width, the colours and the letters that there are."""

    def __init__(self, width: int | None, color: bool, encoding: str) -> None:
        self.encoding = encoding
        self.folded = width is not None
        self.stacked = width is not None and width < _STACKED
        self.width = min(width, _WIDEST) if width is not None else _UNFOLDED
        self.written = io.StringIO()
        self.console = Console(
            file=self.written,
            width=self.width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
            _environ={},
        )

    def text(self) -> str:
        """What was written, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self.written.getvalue().split("\n"))

    def report(self, view: View) -> None:
        """The whole report."""
        self.line(self.say(view.summary, "bold"))
        if not (view.disputed or view.compared or view.singles or view.sums):
            self.line(self.say("Nothing of the kind that is asked for."))
        self.decided(view.decided)
        self.figures(view.disputed)
        self.figures(view.compared)
        self.sums(view.sums)
        self.singles(view.singles)
        self.named(view.named)

    def figures(self, figures: Iterable[FigureView]) -> None:
        """Tables, one a figure."""
        for figure in figures:
            self.heading(figure.worst or "no dispute", figure.title, _STYLES.get(figure.worst or "", "bold"))
            self.line(self.say(counts(figure), "dim"))
            self.line()
            self.rows(figure.rows)
            self.line()
            for standing in figure.standings:
                self.standing(standing)
            self.doubts(figure.doubts)
            for link in figure.links:
                self.link(link)
            self.line()
            for row in figure.rows:
                self.cited(row.key, row)

    def rows(self, rows: tuple[Row, ...]) -> None:
        """The claims of a figure from low to high: as a table, or stacked where there is no room for one."""
        if self.stacked:
            for row in rows:
                self.stack(row)
            return
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
        for name, share in (
            ("", None),
            ("As worded", 20),
            ("Range", 30 if self.width > 84 else 27),
            ("Who says so", None),
        ):
            table.add_column(self.say(name), overflow="fold", max_width=share if self.folded else None)
        for row in rows:
            table.add_row(self.say(row.key, "bold"), self.worded(row), self.range(row), self.who(row))
        self.console.print(table)

    def stack(self, row: Row) -> None:
        """One claim as lines under one another."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(min_width=2)
        grid.add_column(overflow="fold")
        for key, text in ((row.key, self.worded(row)), ("", self.range(row)), ("", self.who(row))):
            grid.add_row(self.say(key, "bold"), text)
        self.console.print(grid)

    def worded(self, row: Row) -> Text:
        """The number as the article has it, and under it the day up to which it counts."""
        text = Text.assemble(self.say(row.worded, "bold"))
        if row.as_of:
            text.append("\n").append_text(self.say(f"as of {row.as_of}"))
        return text

    def range(self, row: Row) -> Text:
        """What the words allow, and under it how people read them."""
        text = self.say(row.literal)
        if row.typical:
            text.append("\n").append_text(self.say(f"read as {row.typical}", "dim"))
        return text

    def who(self, row: Row) -> Text:
        """The source, its side, the words that show it, and who passed it on."""
        text = self.say(row.voice)
        if row.side:
            style = "bold magenta" if row.side == words.OTHER_SIDE else ""
            text.append(", ").append_text(self.say(row.side, style))
        for note in notes(row):
            text.append("\n").append_text(self.say(note, "dim"))
        return text

    def standing(self, standing: Standing) -> None:
        """How claims of one figure stand to each other, in words, and why they may differ."""
        style = _STYLES[standing.kind]
        named = "" if standing.kind in ("agree", "compatible") else f"{standing.kind}: "
        self.hang(self.say(f"{standing.who}: "), self.say(f"{named}{standing.words}", style))
        if standing.sides:
            self.hang(self.say(standing.sides), indent=5)
        if named:
            self.reasons(standing.reasons)

    def link(self, link: Link) -> None:
        """How claims of this figure stand to those of another figure."""
        places = Text(", ").join(self.place(each.place) for each in link.others)
        other = Text.assemble(self.say(f"{link.numbers} ", "bold"), self.say(f"{beside(link.others[0])}, "), places)
        label = f"{link.words} " if link.kind == "part_of" else f"{link.kind}: {link.words}: "
        self.hang(self.say(f"{link.who}: "), self.say(label, _STYLES[link.kind]), other)
        if link.kind != "part_of":
            self.reasons(link.reasons)
            self.doubts(link.doubts)

    def reasons(self, reasons: tuple[str, ...]) -> None:
        """Why a relation is what it is."""
        for reason in reasons:
            self.hang(self.say(reason), indent=5)

    def doubts(self, doubts: tuple[str, ...]) -> None:
        """Why the numbers may differ without anybody being wrong."""
        if len(doubts) == 1:
            self.hang(self.say("They may differ because ", "italic"), self.say(doubts[0]))
        elif doubts:
            self.hang(self.say("They may differ because", "italic"))
            for doubt in doubts:
                self.hang(self.say(f"- {doubt}"), indent=3)

    def cited(self, key: str, row: Row) -> None:
        """The words of the article, and where they stand."""
        published = self.say(f" ({row.published})" if row.published else "", "dim")
        self.hang(self.say(f"{key:<2} ", "bold"), self.quoted(row.quote), published, hang=3)
        self.whole(self.say("   "), self.place(row.place), self.say(f"  [{row.id}]", "dim"))

    def decided(self, decided: tuple[DecidedView, ...]) -> None:
        """What people decided; first, and loudly, what no longer holds."""
        if decided:
            self.section("Decisions")
        for each in decided:
            self.line()
            if each.reopened:
                self.hang(self.say("REOPENED  ", "bold red"), self.say(each.reopened, "bold"))
            self.hang(self.say(each.note))
            for row in each.rows:
                self.hang(*self.brief(row), indent=2)
                self.whole(self.say("  "), self.place(row.place))

    def sums(self, sums: tuple[SumView, ...]) -> None:
        """Totals with their parts and the arithmetic."""
        if sums:
            self.section("Sums")
        for found in sums:
            self.line()
            style = _STYLES[found.verdict]
            self.hang(self.say(f"{found.verdict}: {found.words}", style))
            self.hang(self.say(found.arithmetic), indent=2)
            if found.again:
                self.hang(self.say(f"the same in {words.count(found.again, 'other total')}", "dim"), indent=2)
            self.hang(self.say("total  ", "dim"), *self.brief(found.total), hang=7)
            self.whole(self.say("       "), self.place(found.total.place))
            for part in found.parts:
                self.hang(self.say("part   ", "dim"), *self.brief(part), hang=7)
                self.whole(self.say("       "), self.place(part.place))

    def singles(self, figures: tuple[FigureView, ...]) -> None:
        """Figures that one origin alone gives, in short."""
        if figures:
            self.section("Figures with a single origin")
        for figure in figures:
            row = figure.told_by
            more = f" ({words.count(len(figure.rows), 'claim')}, 1 origin)" if len(figure.rows) > 1 else ""
            self.line()
            voice = self.say(f" - {credited(row)}{more}", "dim")
            told = ", ".join(filter(None, (beside(row), row.scope)))
            self.hang(self.say(row.worded, "bold"), self.say(f"  {told}"), voice, hang=2)
            if row.side == words.OTHER_SIDE:
                self.hang(self.say(row.side, "bold magenta"), indent=2)
            for each in figure.rows:
                self.whole(self.say("  "), self.place(each.place), self.say(f"  [{each.id}]", "dim"))

    def brief(self, row: Row) -> tuple[Text, ...]:
        """A claim in one line."""
        counted, who = beside(row), self.say(f" - {credited(row)}", "dim")
        return self.say(row.worded, "bold"), self.say(f" {counted}" if counted else ""), who

    def named(self, named: tuple[Named, ...]) -> None:
        """Sources that are named but give no figure."""
        if named:
            self.section("Named, but giving no figure")
        for number, source in enumerate(named):
            if source.in_passing:
                self.passing(source, first=not (number and named[number - 1].in_passing))
                continue
            self.line()
            times = f", {words.count(source.times, 'time')}" if source.times > 1 else ""
            self.hang(self.say(source.name, "bold"), self.say(f" ({source.kind}{times})", "dim"), hang=2)
            self.hang(self.quoted(source.quote), indent=2)
            self.whole(self.say("  "), self.place(source.place))

    def passing(self, source: Named, *, first: bool) -> None:
        """A person or a crowd in one line."""
        if first:
            self.line()
        self.whole(self.say(source.name, "bold"), self.say(f" ({source.kind})  ", "dim"), self.place(source.place))

    def quoted(self, quote: Quoted) -> Text:
        """A quote with its number marked; the points that show a cut stand outside the quotation marks."""
        text = self.say("… " if quote.cut_before else "").append_text(self.say("“"))
        start, end = quote.mark
        text.append_text(self.say(quote.text[:start])).append_text(self.say(quote.text[start:end], "bold"))
        return text.append_text(self.say(quote.text[end:])).append_text(self.say("” …" if quote.cut_after else "”"))

    def place(self, place: Place) -> Text:
        """file:line"""
        return self.say(str(place), "underline")

    def heading(self, label: str, title: str, style: str) -> None:
        """A rule across the page with what stands under it."""
        self.line()
        self.rule("═" if label in ("contradict", "diverge") else "─")
        self.hang(self.say(f"{label.upper()}  ", style), self.say(title, "bold"), hang=2)

    def section(self, title: str) -> None:
        """The heading of a part of the report."""
        self.line()
        self.rule("─")
        self.hang(self.say(title, "bold"))

    def rule(self, stroke: str) -> None:
        """A line across."""
        plain = safe.encodable(stroke, self.encoding)
        self.line(Text((plain if len(plain) == 1 else "-") * min(self.width, 80), style="dim"))

    def say(self, text: str, style: str = "") -> Text:
        """Words made safe for this paper."""
        return Text(safe.encodable(safe.one_line(text), self.encoding), style=style)

    def line(self, *texts: Text) -> None:
        """One line, folded at words."""
        self.console.print(Text.assemble(*texts), overflow="fold")

    def hang(self, *texts: Text, indent: int = 0, hang: int = 2) -> None:
        """Folded lines, all but the first one indented further."""
        whole = Text.assemble(*texts)
        room = max(self.width - indent - hang, 10)
        lines = list(whole.wrap(self.console, room, overflow="fold")) if self.folded else [whole]
        for number, line in enumerate(lines):
            line.rstrip()
            self.line(Text(" " * (indent + (hang if number else 0))), line)

    def whole(self, *texts: Text) -> None:
        """A line that is never folded: the terminal may wrap it, but a path copied from it stays one."""
        self.console.print(Text.assemble(*texts), soft_wrap=True)
