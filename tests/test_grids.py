"""Tables of a text: where their cells are, whatever parts them."""

from __future__ import annotations

import pytest

from claimcheck.grids import grids

ROWS = [["Date", "Chad", "Mali"], ["May 3", "12", "20"], ["May 4", "40", "31"]]


@pytest.mark.parametrize(
    "text",
    [
        "Lost\n\nDate | Chad | Mali\nMay 3 | 12 | 20\nMay 4 | 40 | 31\n\nNo more.",
        "| Date | Chad | Mali |\n|---|:--:|---|\n| May 3 | 12 | 20 |\n| May 4 | 40 | 31 |",
        "Date\tChad\tMali\nMay 3\t12\t20\r\nMay 4\t40\t31\n",
        "Date\u00a0|\u00a0Chad\u00a0|\u00a0Mali\nMay 3 | 12 | 20\nMay 4 | 40 | 31",
    ],
)
def test_cells(text: str) -> None:
    (table,) = grids(text)

    assert [[text[slice(*cell)] for cell in row] for row in table.rows] == ROWS
    assert table.row_of(text.index("31")) == table.rows[2]
    assert table.row_of(text.index("Chad")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Politics | 15:42 | Views: 18 304\n\nIt rained.",  # one line
        "Home | News\nSport | Culture",  # two
        "1 | 2\n3 | 4\n5 | 6",  # no head
        "Date | Chad\nMay 3 | 12 | 20\nMay 4 | 40",  # no two lines alike
        "",
    ],
)
def test_no_table(text: str) -> None:
    assert grids(text) == ()
