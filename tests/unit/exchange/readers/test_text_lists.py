"""Text lists in every usual encoding and with every usual delimiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.exchange.readers import read_tables
from steward.exchange.readers.delimited import detect_delimiter
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from pathlib import Path


def read(tmp_path: Path, content: bytes, name: str = "list.csv") -> RawTable:
    path = tmp_path / name
    path.write_bytes(content)
    return read_tables(path)[0]


TEXT = "ID,Nama,Kota\r\nC1,André “Dré” Simatupang,Medan\r\nC2,Siti,Solo\r\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found_and_told(tmp_path: Path, encoding: str, told: str) -> None:
    table = read(tmp_path, TEXT.replace("“Dré” ", "" if "16-" in encoding else "“Dré” ").encode(encoding))
    assert table.headers == ("ID", "Nama", "Kota")
    assert table.rows[0].cells[1].startswith("André")
    assert TableNote(NoteKind.ENCODING, (told,)) in table.notes


def test_bytes_that_windows_does_not_know_are_still_read(tmp_path: Path) -> None:
    table = read(tmp_path, b"Nama\nBudi \x81\xe9\n")
    assert table.rows[0].cells == ("Budi \x81é",)


@pytest.mark.parametrize(
    ("encoding", "rows"),
    [
        ("cp1250", "Jiří Dvořák;Plzeň|Šárka Černá;Ústí"),
        ("cp1250", "Łukasz Wójcik;Łódź|Żaneta Zając;Gdańsk"),
        ("cp1254", "Ayşe Yılmaz;İstanbul|Oğuz Kılıç;Eskişehir"),
        ("cp1251", "Иван Петров;Москва|Ольга Смирнова;Казань"),
        ("cp1251", "Анна Ким;ул. Мира, № 12|Ян Цой;пр. Мира, № 7"),
        ("cp1253", "Γιώργος Παπαδόπουλος;Αθήνα|Μαρία Ιωάννου;Πάτρα"),
        ("cp1255", "משה כהן;תל אביב|רחל לוי;חיפה"),
        ("cp1256", "أحمد سليمان;القاهرة|ليلى منصور;طنطا"),
        ("cp874", "สุรศักดิ์ ไชยสิทธิ์;ภูเก็ต|มาลี วงศ์สวัสดิ์;เชียงใหม่"),
        ("cp932", "伊藤 真由美;宮城県|森 しょう;東京都"),
        ("gb18030", "王伟;北京|李娜;上海"),
        ("cp949", "김민수;서울|이영희;부산"),
        # Words with English letters in them, figures and letters of full width and of half width.
        ("cp932", "伊藤 真由美;A会員|佐々木 しょう;NTTドコモ|山田 太郎;S会員"),
        ("cp932", "伊藤 真由美;仙台市青葉区１丁目２－３|森 しょう;東京都港区４－２－８ Ｂ棟"),
        ("cp932", "伊藤 真由美;ｲﾄｳ ﾏﾕﾐ|佐々木 太郎;ｻｻｷ ﾀﾛｳ"),
        ("euc_jp", "伊藤 真由美;仙台市青葉区１丁目２|森 しょう;A会員"),
        ("gb18030", "王伟;VIP客户|李娜;A级|张敏;朝阳区１２号"),
        ("big5", "陳怡君;VIP客戶|林志明;A級會員|張淑芬;台北市１２號"),
        ("cp949", "김민수;VIP고객|이영희;KT빌딩 ３층|박지훈;１０１동 ２０２호"),
        ("cp850", "Jürgen Müller;München|Uwe Groß;Köln"),
        ("cp1252", "Íñigo Muñoz;Málaga|José Peña;Cáceres"),
        ("cp1252", "João Conceição;São Paulo|Luís Araújo;Maceió"),
        ("cp1252", "Åke Sjöberg;Malmö|Märta Öst;Västerås"),
        ("cp1252", "Þórður Sigurðsson;Akureyri|Guðrún Jónsdóttir;Höfn"),
        ("cp1252", "Hélène Lefèvre;Orléans|José Muñoz;Köln|Søren Østergård;São Paulo"),
    ],
)
def test_an_older_encoding_is_told_by_the_letters_of_a_language(tmp_path: Path, encoding: str, rows: str) -> None:
    lines = [f"C{number};{row}" for number in range(20) for row in rows.split("|")]
    table = read(tmp_path, "\n".join(["ID;Nama;Kota", *lines]).encode(encoding))
    assert TableNote(NoteKind.ENCODING, (encoding,)) in table.notes
    assert [";".join(row.cells) for row in table.rows] == lines


@pytest.mark.parametrize(
    ("encoding", "header", "row"),
    [
        (
            "cp932",
            "番号,氏名,フリガナ,性別,住所,電話,最終来店,職業",
            "{},田中 美咲,タナカ ミサキ,女,札幌市１丁目2-{},090-{},2024/06/14,主婦",
        ),
        ("cp1255", "מספר,שם,מין,כתובת,טלפון", "{},דוד לוי,ז,חיפה {},{}"),
    ],
)
def test_an_older_encoding_is_told_where_most_cells_are_of_one_letter(
    tmp_path: Path, encoding: str, header: str, row: str
) -> None:
    lines = [row.format(number, number % 40, 8000 + number) for number in range(400)]
    table = read(tmp_path, "\n".join([header, *lines]).encode(encoding))
    assert table.headers == tuple(header.split(","))
    assert TableNote(NoteKind.ENCODING, (encoding,)) in table.notes


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_and_told(tmp_path: Path, delimiter: str) -> None:
    lines = ["ID*Nama*No HP*Biaya", "C1*Budi, S.E.*0812345001*1.234,50", "C2*Siti*0812345002*99,25"]
    text = "\n".join(line.replace("Budi, S.E.", '"Budi, S.E."').replace("*", delimiter) for line in lines)
    if delimiter == ",":
        text = text.replace("1.234,50", '"1.234,50"').replace("99,25", '"99,25"')
    table = read(tmp_path, text.encode())
    assert table.rows[0].cells == ("C1", "Budi, S.E.", "0812345001", "1.234,50")
    assert TableNote(NoteKind.DELIMITER, (delimiter,)) in table.notes


def test_decimal_commas_do_not_make_columns() -> None:
    assert detect_delimiter("A;B\n1,5;2,5\n3,5;4,5\n") == ";"


def test_title_lines_do_not_hide_the_delimiter(tmp_path: Path) -> None:
    table = read(tmp_path, b"DATA, PELANGGAN, 2026\nID;Nama;Kota\nC1;Budi;Medan\nC2;Siti;Solo\n")
    assert table.headers == ("ID", "Nama", "Kota")


def test_excels_own_separator_line_is_no_row(tmp_path: Path) -> None:
    table = read(tmp_path, b"sep=;\r\nID;Nama\r\nC1;Budi\r\n")
    assert table.headers == ("ID", "Nama")
    assert table.header_row == 1


def test_a_line_break_inside_quotes_stays_in_its_cell_and_counts_as_one_row(tmp_path: Path) -> None:
    table = read(tmp_path, b'ID,Nama,Alamat\r\nC1,Budi,"Jl. Melati 1\r\nBandung"\r\nC2,Siti,Solo\r\n')
    assert table.rows[0].cells[2] == "Jl. Melati 1\r\nBandung"
    assert table.rows[1].number == 3


def test_a_stray_quotation_mark_does_not_stop_the_import(tmp_path: Path) -> None:
    table = read(tmp_path, b'ID,Nama,Catatan\nC1,Budi,"TV" 5 inch\nC2,Siti,ok\n')
    assert [row.cells[0] for row in table.rows] == ["C1", "C2"]


def test_spaces_and_apostrophes_are_kept_as_delivered(tmp_path: Path) -> None:
    table = read(tmp_path, b"ID,Nama,No HP\nC1, Budi ,'0812345001\n")
    assert table.rows[0].cells == ("C1", " Budi ", "'0812345001")


def test_blank_lines_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    table = read(tmp_path, b"ID,Nama\n\nC1,Budi\n,\nC2,Siti\n")
    assert [row.number for row in table.rows] == [3, 5]


def test_one_column_is_a_list_too(tmp_path: Path) -> None:
    table = read(tmp_path, b"Email\nbudi@example.com\nsiti@example.com\n", name="list.txt")
    assert [row.cells for row in table.rows] == [("budi@example.com",), ("siti@example.com",)]


def test_rows_of_other_lengths_are_kept_and_counted(tmp_path: Path) -> None:
    table = read(tmp_path, b"ID,Nama,Kota\nC1,Budi\nC2,Siti,Solo,more\nC3,Agus,Medan\n")
    assert len(table.rows) == 3
    assert TableNote(NoteKind.RAGGED_ROWS, ("2", "2", "3")) in table.notes
