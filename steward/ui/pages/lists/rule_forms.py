"""The forms in which a steward makes an attribute, takes a column apart, puts columns together or chooses a key."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from steward.domain.attributes import (
    LONGEST_LABEL,
    OwnKind,
    find_attribute,
    is_label,
    label_key,
    own_kind,
    own_name,
    taken_by,
)
from steward.domain.column_rules import AddressRule, CombineRule, SplitRule, column_rule, combined, split_at_sign
from steward.domain.source_keys import key_text
from steward.ui.pages.lists.hand_kinds import HandKind
from steward.ui.pages.lists.load_plan import KEY_TARGET
from steward.ui.pages.lists.rule_form import RuleForm
from steward.ui.words.attributes import attribute_icon, attribute_label, own_kind_label
from steward.workspace.lists.split_cells import try_attribute, try_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan
    from steward.ui.pages.lists.rule_form import Example

_MOST_COLUMNS, _MOST_PARTS = 4, 5
_SIGNS = ("/", ",", ";", "-", "|")


class AttributeForm(RuleForm):
    """A name and what the values are."""

    def __init__(self, look: Look, table: TablePlan, header: str, attributes: Sequence[str]) -> None:
        super().__init__(look, table, header, attributes)
        self.name = QLineEdit(" ".join(header.split())[:LONGEST_LABEL])
        self.kind = QComboBox()
        for kind in OwnKind:
            self.kind.addItem(look.icon(attribute_icon(own_name(kind, "x"))), own_kind_label(kind), kind)
        self._add(self.tr("Name of the attribute"), self.name)
        self._add(self.tr("Its values are"), self.kind)

    def targets(self) -> dict[str, str]:
        return {} if self.problem() or not self.name.text().strip() else {self._header: self._target}

    def problem(self) -> str:
        label = " ".join(self.name.text().split())
        if not label:
            return ""
        if not is_label(label):
            return self.tr("Use up to {count} letters and digits, no commas or colons.").format(count=LONGEST_LABEL)
        own = [name for name in self._attributes if own_kind(name)]
        other = taken_by(self._target, own) or self._labelled_so(label)
        return self.tr("{name} is called so already.").format(name=attribute_label(other)) if other else ""

    def examples(self) -> list[Example]:
        cells = self._column_examples()
        return list(zip(cells, try_attribute(self._target, cells), strict=True)) if self.targets() else []

    @property
    def _target(self) -> str:
        return own_name(OwnKind(self.kind.currentData()), self.name.text())

    def _labelled_so(self, label: str) -> str:
        """The built-in attribute that reads the same in the language of now."""
        built_in = (name for name in self._attributes if not own_kind(name))
        return next((name for name in built_in if label_key(attribute_label(name)) == label_key(label)), "")


class SplitForm(RuleForm):
    """A sign, and what the pieces between the signs are; or the parts of an address, however they are set apart."""

    def __init__(self, look: Look, table: TablePlan, header: str, attributes: Sequence[str]) -> None:
        super().__init__(look, table, header, attributes)
        rule = column_rule(table.targets[header])
        cells = self._column_examples()
        sign = rule.sign if isinstance(rule, SplitRule) else _likely_sign(cells)
        parts = rule.parts if isinstance(rule, SplitRule) else ()
        self.sign = QComboBox()
        self.sign.setEditable(True)
        self.sign.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._words = {self.tr("space"): " ", self.tr("new line"): "\n"}
        self._whole = self.tr("whole address")
        self.sign.addItems([*_SIGNS, *self._words, self._whole])
        spelled = next((word for word, meant in self._words.items() if meant == sign), sign)
        is_address = isinstance(rule, AddressRule) or (table.targets[header] == "address" and rule is None)
        self.sign.setEditText(self._whole if is_address else spelled)
        self._add(self.tr("Taken apart at"), self.sign)
        self.parts = []
        for place, part in zip_longest(range(_MOST_PARTS), parts, fillvalue=""):
            box = self._attribute_box(str(part), nothing=self.tr("left out"))
            self.parts.append(box)
            self._add(self.tr("Part {number}").format(number=int(place) + 1), box)
        self._show_used(self.parts)

    def targets(self) -> dict[str, str]:
        target = self._target()
        return {self._header: target} if column_rule(target) is not None else {}

    def problem(self) -> str:
        named = [box.currentData() for box in self.parts if box.currentData()]
        if not named or self.targets():
            return ""
        return self.tr("Name two parts at least, each attribute once.")

    def examples(self) -> list[Example]:
        target = next(iter(self.targets().values()), "")
        cells = [cell for cell in self._column_examples() if cell.strip()]
        return list(zip(cells, map(_told, try_rule(target, cells)), strict=True)) if target else []

    def _tell(self) -> None:
        is_whole = self.sign.currentText() == self._whole
        for box in self.parts:
            box.setEnabled(not is_whole)
        self._show_used(self.parts)
        super()._tell()

    def _target(self) -> str:
        text = self.sign.currentText()
        if text == self._whole:
            return str(AddressRule())
        parts = [str(box.currentData()) for box in self.parts]
        while len(parts) > 2 and not parts[-1]:
            parts.pop()
        return split_at_sign(self._words.get(text, text), parts)


class CombineForm(RuleForm):
    """Columns in an order, the sign between them, and what they are together."""

    def __init__(self, look: Look, table: TablePlan, header: str, attributes: Sequence[str]) -> None:
        super().__init__(look, table, header, attributes)
        rule = column_rule(table.targets[header])
        self._before = rule if isinstance(rule, CombineRule) else None
        target = self._before.target if self._before else "name"
        self.target = self._attribute_box(target)
        self._add(self.tr("Together they are"), self.target)
        chosen = _combined_headers(table, target) or [header]
        self.columns = [self._header_box(one) for one in _filled_up(chosen)]
        for number, box in enumerate(self.columns, start=1):
            self._add(self.tr("Column {number}").format(number=number), box)
        self._show_used(self.columns)
        self.sign = QComboBox()
        self.sign.setEditable(True)
        self.sign.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._space = self.tr("space")
        self.sign.addItems([self._space, ",", "-", "/", "."])
        signs = [r.sign for h in chosen if isinstance(r := column_rule(table.targets[h]), CombineRule)]
        self.sign.setEditText(next((sign for sign in signs if sign != " "), self._space))
        self._add(self.tr("Between them"), self.sign)

    def targets(self) -> dict[str, str]:
        headers = self._headers()
        attribute = str(self.target.currentData())
        if len(headers) < 2 or len(set(headers)) < len(headers) or find_attribute(attribute) is None:
            return {}
        made = {header: str(rule) for header, rule in zip(headers, self._rules(headers), strict=True)}
        left = _combined_headers(self._table, self._before.target if self._before else attribute)
        return {**{header: "" for header in left if header not in made}, **made}

    def problem(self) -> str:
        headers = self._headers()
        if len(set(headers)) < len(headers):
            return self.tr("Name each column once.")
        return "" if self.targets() else self.tr("Name two columns at least.")

    def examples(self) -> list[Example]:
        headers = self._headers()
        if not self.targets():
            return []
        rules = self._rules(headers)
        rows = self._cells(headers)
        return [(" + ".join(filter(None, cells)), combined(zip(rules, cells, strict=True))) for cells in rows]

    def _tell(self) -> None:
        self._show_used(self.columns)
        super()._tell()

    def _headers(self) -> list[str]:
        return [str(box.currentData()) for box in self.columns if box.currentData()]

    def _rules(self, headers: Sequence[str]) -> list[CombineRule]:
        text = self.sign.currentText()
        sign = " " if text in (self._space, "") else text.strip() or " "
        attribute = str(self.target.currentData())
        return [CombineRule(place, attribute, " " if place == 1 else sign) for place, _ in enumerate(headers, start=1)]


class KeyForm(RuleForm):
    """Columns that only together tell the rows apart; a key holds them in the order of the table."""

    def __init__(self, look: Look, table: TablePlan, header: str, attributes: Sequence[str]) -> None:
        super().__init__(look, table, header, attributes)
        keys = [one for one, target in table.targets.items() if target == KEY_TARGET]
        chosen = list(dict.fromkeys((*keys, header)))
        self.columns = [self._header_box(one) for one in _filled_up(chosen)]
        for number, box in enumerate(self.columns, start=1):
            self._add(self.tr("Column {number}").format(number=number), box)
        self._show_used(self.columns)

    def _tell(self) -> None:
        self._show_used(self.columns)
        super()._tell()

    def targets(self) -> dict[str, str]:
        headers = [str(box.currentData()) for box in self.columns if box.currentData()]
        return dict.fromkeys(headers, KEY_TARGET) if headers and len(set(headers)) == len(headers) else {}

    def problem(self) -> str:
        return "" if self.targets() else self.tr("Name each column once.")

    def examples(self) -> list[Example]:
        chosen = self.targets()
        headers = [header for header in self._table.targets if header in chosen]
        keys = [key_text(cells) for cells in self._cells(headers)] if headers else []
        again = self.tr("comes again")
        return [(key, again if key and key in keys[:place] else key) for place, key in enumerate(keys)]


#: What each form is made by.
FORMS: dict[HandKind, type[RuleForm]] = {
    HandKind.ATTRIBUTE: AttributeForm,
    HandKind.SPLIT: SplitForm,
    HandKind.COMBINE: CombineForm,
    HandKind.KEY: KeyForm,
}


def _filled_up(headers: Sequence[str]) -> list[str]:
    """As many headers as a form has boxes for, "" where none is chosen yet."""
    return [*headers, *[""] * _MOST_COLUMNS][:_MOST_COLUMNS]


def _likely_sign(cells: Sequence[str]) -> str:
    """The sign that stands in most of the cells."""
    counts = {sign: sum(sign in cell for cell in cells) for sign in _SIGNS}
    sign, count = max(counts.items(), key=lambda found: found[1])
    return sign if count else " "


def _combined_headers(table: TablePlan, target: str) -> list[str]:
    """The columns that are parts of a value already, in the order of their places."""
    rules = [(header, column_rule(said)) for header, said in table.targets.items()]
    parts = [(rule.place, header) for header, rule in rules if isinstance(rule, CombineRule) and rule.target == target]
    return [header for _, header in sorted(parts)]


def _told(pieces: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{attribute_label(name)}: {value}" for name, value in pieces)
