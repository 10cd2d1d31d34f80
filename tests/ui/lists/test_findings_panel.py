"""What is noteworthy about a list, beside its columns: how much of it is shown, and the cells that prove it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel

from steward.ui.pages.lists.findings_panel import FindingsPanel
from steward.ui.pages.lists.proof_table import ProofTable
from steward.ui.widgets.buttons import KeyButton
from steward.workspace.lists.list_views import CellProof, DamageKind
from tests.builders import make_finding

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look


def test_many_notes_come_when_they_are_asked_for(look: Look, language: Language, qtbot: Any) -> None:
    panel = FindingsPanel(look, language)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_findings([make_finding(DamageKind.INVALID, column=f"K{place}") for place in range(11)])
    shown = [label.text() for label in panel.findChildren(QLabel) if label.text().startswith("Unusual values")]
    assert len(shown) == 8
    (more,) = (button for button in panel.findChildren(KeyButton) if "more" in button.text())
    more.click()
    body = panel._scroll.widget()
    assert sum(label.text().startswith("Unusual values") for label in body.findChildren(QLabel)) == 11


def test_the_proof_of_an_encoding_stands_right_behind_it(look: Look, language: Language, qtbot: Any) -> None:
    panel = FindingsPanel(look, language)
    qtbot.addWidget(panel)
    read_as = make_finding(DamageKind.LAYOUT, detail="encoding", example="cp1252")
    left_out = make_finding(DamageKind.LAYOUT, detail="list_refused", example="old.csv")
    totals = [make_finding(DamageKind.LAYOUT, detail="total_row_skipped", arguments=(str(row),)) for row in range(9)]
    panel.show_findings([read_as, left_out, *totals], ["Müller"])
    assert any("Read as cp1252. For example Müller" in label.text() for label in panel.findChildren(QLabel))
    panel.show_findings([left_out], ["Müller"])
    body = panel._scroll.widget()
    assert not any("Müller" in label.text() for label in body.findChildren(QLabel))


def test_cells_that_prove_a_reading_stand_in_lines_those_that_decide_it_first(look: Look, qtbot: Any) -> None:
    proofs = (
        CellProof(3, "25/12/1981", "1981-12-25", is_decisive=True),
        CellProof(2, "03/04/1980", "1980-04-03", is_decisive=False),
    )
    finding = replace(make_finding(DamageKind.DATE_ORDER, detail="day_first"), proofs=proofs)
    table = ProofTable(look, finding)
    qtbot.addWidget(table)
    texts = [label.text() for label in table.findChildren(QLabel)]
    first, second = ["3", "25/12/1981", "25 Dec 1981"], ["2", "03/04/1980", "3 Apr 1980"]
    assert texts == ["Row", "Cell", "Read as", "These decide:", *first, "These follow:", *second]
    alone = ProofTable(look, replace(finding, proofs=proofs[1:]))
    qtbot.addWidget(alone)
    assert [label.text() for label in alone.findChildren(QLabel)] == ["Row", "Cell", "Read as", *second]
