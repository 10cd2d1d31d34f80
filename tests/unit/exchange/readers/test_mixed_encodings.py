"""Lists put together from files of two encodings: every cell is read in its own, and those of the fewer are told."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.progress import NO_PROGRESS
from steward.domain.records import IssueKind
from steward.exchange.damages import Damage, find_damage
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.readers import read_tables
from steward.exchange.readers.encodings import TextEncoding
from steward.exchange.readers.mixed_encodings import read_anew

if TYPE_CHECKING:
    from steward.exchange.tables import RawTable

#: By the Windows encoding of a language, names and places in it.
WRITTEN = {
    ("cp1252", "da"): ("Bjørn Kjær", "Åse Sørensen", "Østergård", "Lærke Møller"),
    ("cp1252", "de"): ("Jürgen Groß", "Käthe Schröder", "Köln", "Österreicher"),
    ("cp1252", "fr"): ("Hélène Lefèvre", "François Côté", "Besançon", "Noël Crété"),
    ("cp1252", "es"): ("Íñigo Muñoz", "José Peña", "Málaga", "Begoña Ibáñez"),
    ("cp1252", "pt"): ("João Conceição", "Luís Araújo", "São Luís", "Antônio Simões"),
    ("cp1252", "is"): ("Þórður Sigurðsson", "Guðrún Jónsdóttir", "Höfn", "Þóra Ýr"),
    ("cp1250", "cs"): ("Jiří Dvořák", "Šárka Černá", "Plzeň", "Třeboň"),
    ("cp1250", "pl"): ("Łukasz Wójcik", "Żaneta Zając", "Łódź", "Grażyna Sęk"),
    ("cp1250", "hu"): ("Győző Szűcs", "Tünde Kőszegi", "Pécs", "Hődmező"),
    ("cp1254", "tr"): ("Ayşe Yılmaz", "Oğuz Kılıç", "Eskişehir", "Işıl Güneş"),
    ("cp1251", "ru"): ("Иван Петров", "Ольга Смирнова", "ул. Ленина, 5", "Кафе «Ромашка», Москва"),
    ("cp1253", "el"): ("Γιώργος Παπαδόπουλος", "Μαρία Ιωάννου", "Αθήνα, 10", "(Πάτρα)"),
    ("cp1255", "he"): ("משה כהן", "רחל לוי", "חיפה, 10", "תל אביב"),
}


def read(content: bytes) -> RawTable:
    with TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        path.write_bytes(content)
        (table,) = read_tables(path)
        return table


@settings(max_examples=40)
@given(st.sampled_from(list(WRITTEN)), st.sampled_from(["rows", "cells"]), st.booleans(), st.data())
def test_letters_are_right_in_whichever_encoding_a_cell_is(
    language: tuple[str, str], unit: str, is_mostly_utf8: bool, data: st.DataObject
) -> None:
    names = WRITTEN[language]
    usual, other = ("utf-8", language[0]) if is_mostly_utf8 else (language[0], "utf-8")
    count = 16
    odd = data.draw(st.sets(st.integers(0, count - 1), max_size=5))
    lines, expected = [f"Nomor;Kota {names[0]};Nama".encode(usual)], []
    for number in range(count):
        cells = (str(number), names[number % 3], names[number % 4])
        expected.append(cells)
        its = [other if number in odd and (unit == "rows" or at == 2) else usual for at in range(3)]
        lines.append(b";".join(cell.encode(encoding) for cell, encoding in zip(cells, its, strict=True)))
    table = read(b"\r\n".join(lines))
    assert table.headers == ("Nomor", f"Kota {names[0]}", "Nama")
    assert [row.cells for row in table.rows] == expected
    told = {issue.row for issue in table.issues if issue.kind is IssueKind.BROKEN_TEXT and issue.column == "Nama"}
    assert told == {number + 2 for number in odd}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_cells_of_another_encoding_are_damage_as_the_file_shows_them(encoding: str) -> None:
    other = {"utf-8": "cp1252", "cp1252": "utf-8"}[encoding]
    lines = [b"Id;Navn", *(f"{number};Søren Kjær".encode(encoding) for number in range(9)), "9;Åse".encode(other)]
    table = read(b"\n".join(lines))
    (found,) = find_damage(table, Mapping("Id", (("Id", "source_key"), ("Navn", "name"))))
    assert (found.damage, found.header, found.rows) == (Damage.MOJIBAKE, "Navn", (11,))
    assert found.cells == (("\ufffdse",) if encoding == "utf-8" else ("Ã…se",))


def test_letters_encoded_twice_stay_as_delivered_and_are_damage() -> None:
    lines = ["Id;Navn", *(f"{number};Søren Kjær" for number in range(9)), "9;Ã…se MÃ¸ller"]
    table = read("\n".join(lines).encode())
    assert table.rows[9].cells[1] == "Ã…se MÃ¸ller"
    (found,) = find_damage(table, Mapping("Id", (("Id", "source_key"), ("Navn", "name"))))
    assert (found.damage, found.cells) == (Damage.MOJIBAKE, ("Ã…se MÃ¸ller",))


@pytest.mark.parametrize("cell", ["“CAFÉ”", "“Groß“", "Ü–Park", "Preis in €", "½ Brot"])
def test_signs_behind_a_letter_are_no_letters_in_utf8(cell: str) -> None:
    rows = RawRows.of([RawRow(1, (cell,))])
    read_rows, told = read_anew(rows, TextEncoding("cp1252", "utf-8"), NO_PROGRESS)
    assert (list(read_rows), told) == (list(rows), [])


def test_western_letters_in_a_list_of_another_script_stay_western() -> None:
    lines = [f"{number};{name}" for number, name in enumerate(WRITTEN["cp1251", "ru"] * 5)]
    table = read(b"\n".join(["Номер;Имя".encode(), *map(str.encode, lines), "20;René Müller".encode("cp1252")]))
    assert table.rows[20].cells == ("20", "René Müller")


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp932", ("山田 太郎", "小林 ゆう", "A会員", "東京都港区４－２")),
        ("gb18030", ("毛泽民", "陈静", "VIP客户", "北京市朝阳区")),
        ("big5", ("陳怡君", "黃建宏", "VIP會員", "台北市大安區")),
        ("cp949", ("정우성", "이영희", "VIP고객", "서울특별시 강남구")),
    ],
)
def test_words_of_letters_of_several_bytes_are_read_whole(encoding: str, names: tuple[str, ...]) -> None:
    rows = [(str(number), name) for number, name in enumerate(names * 5)]
    lines = [";".join(row).encode("utf-8" if number < 16 else encoding) for number, row in enumerate(rows)]
    table = read(b"\n".join([b"Id;Nama", *lines, b"20;Ren\xc3\xa9 " + names[0].encode(encoding)]))
    assert [row.cells for row in table.rows] == [*rows, ("20", f"René {names[0]}")]
    assert {issue.row for issue in table.issues if issue.kind is IssueKind.BROKEN_TEXT} == {18, 19, 20, 21, 22}


def test_letters_of_many_languages_among_english_ones_are_no_other_script() -> None:
    names = ["Søren", "Þórður", "Señor", "Ação", "Zoë", "Åse", "Île", "Übel", "Gøran", "Šime", "Jõgi", "Žižek", "Ÿer"]
    rows = [(str(number), name) for number, name in enumerate(names * 3)]
    table = read("\n".join(["Id;Navn", *map(";".join, rows)]).encode("cp1252"))
    assert [row.cells for row in table.rows] == rows
