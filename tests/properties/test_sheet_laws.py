"""However a program writes a sheet, its cells say the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from steward.domain.errors import ListError
from steward.domain.progress import NO_PROGRESS
from steward.exchange.readers.xlsx import open_xlsx
from tests.unit.exchange.readers.sheet_builder import MAIN, sheet_of, write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXTS = ["Budi", "PT A & B", " <b> ", "_x0041_&", "名前 😀", "a\nb", "0812"]
texts = st.sampled_from(TEXTS)
numbers = st.sampled_from(["1", "45000", "45000.25", "-5", "3.17E+15", "0812", "2958466"])
styles = st.sampled_from(["", "0", "1", "2", "9"])
cells = st.one_of(
    st.tuples(st.just("s"), styles, st.integers(0, len(TEXTS) - 1).map(str)),
    st.tuples(st.sampled_from(["", "n"]), styles, numbers),
    st.tuples(st.sampled_from(["inlineStr", "str"]), styles, texts),
    st.tuples(st.just("b"), styles, st.sampled_from("01")),
    st.tuples(st.just("e"), styles, st.sampled_from(["#N/A", "#REF!"])),
    st.tuples(st.just("d"), styles, st.just("2026-01-02")),
    st.tuples(st.sampled_from(["", "s"]), styles, st.just("")),
    st.none(),
)
rows = st.tuples(st.lists(cells, max_size=6), st.booleans())
formulas = st.sampled_from(["", "<f>A1+1</f>", '<f t="shared" si="0"/>'])


def row_xml(number: int, row: tuple[Sequence[tuple[str, str, str] | None], bool], formula: str) -> str:
    written = []
    for letter, cell in zip("ABCDEF", row[0], strict=False):
        if cell is None:
            continue
        kind, style, value = cell
        attributes = "".join(f' {name}="{told}"' for name, told in (("s", style), ("t", kind)) if told)
        text = f"<is><t>{escape(value)}</t></is>" if kind == "inlineStr" else f"{formula}<v>{escape(value)}</v>"
        written.append(f'<c r="{letter}{number}"{attributes}>{text}</c>' if value else f'<c r="{letter}{number}"/>')
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if row[1] else ""}>{"".join(written)}</row>'


def told(sheet: str, shared: str) -> list[object] | str:
    """All that is known of a sheet, or why it can't be read."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_sheet(Path(folder, "list.xlsx"), sheet, shared)
        try:
            with open_xlsx(path) as workbook:
                grid = workbook.read("Data", NO_PROGRESS)
        except ListError as refusal:
            return str(refusal)
    formats = {column: (list(one.rows), list(one.formats)) for column, one in grid.formats.finish().items()}
    return [list(grid.rows), grid.errors, grid.notes, grid.hidden, formats, grid.places]


@given(st.lists(rows, max_size=8), formulas, st.sets(st.integers(0, 7)))
def test_unusual_spelling_changes_nothing(
    table: list[tuple[list[tuple[str, str, str] | None], bool]], formula: str, unusual: set[int]
) -> None:
    plain = [row_xml(number, row, formula) for number, row in enumerate(table, start=1)]
    mixed = [row.replace(' r="', "  r = \n'").replace('"', "'") if n in unusual else row for n, row in enumerate(plain)]
    items = [f"<si><t>{escape(text)}</t></si>" for text in TEXTS]
    shared, rich = (
        f'<sst xmlns="{MAIN}">{"".join(texts)}</sst>'
        for texts in (items, [item.replace("<t>", "<r><t>").replace("</t>", "</t></r>") for item in items])
    )
    assert told(sheet_of("".join(plain)), shared) == told(sheet_of("".join(mixed)), rich)
