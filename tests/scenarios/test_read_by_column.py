"""Values that only the rest of their list explains: letters for yes and no, phones without a country code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def test_letters_of_consents_are_read_by_all_consents_of_a_list(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("ID,Nama,Setuju WA,Setuju Email\n1,Sri,Y,T\n2,Budi,T,T\n", encoding="utf-8")
    with Workspace.create(tmp_path / "s.steward", steward="sri") as store:
        mapping = {"ID": "source_key", "Setuju WA": "consent_whatsapp", "Setuju Email": "consent_email"}
        store.import_list(tmp_path / "list.csv", source="S", mapping=mapping)
        first, second = store.record("S", "1").standard, store.record("S", "2").standard
    assert (first["consent_whatsapp"], first["consent_email"]) == (("given",), ("refused",))
    assert (second["consent_whatsapp"], second["consent_email"]) == (("refused",), ("refused",))


def test_phones_of_another_country_get_its_code_where_the_list_names_it(tmp_path: Path) -> None:
    rows = "".join(f"{n},Ann,07{n}3053{n},Kenya\n" for n in range(10, 30))
    (tmp_path / "list.csv").write_text(f"ID,Name,Phone,Country\n{rows}", encoding="utf-8")
    with Workspace.create(tmp_path / "s.steward", steward="sri") as store:
        store.import_list(tmp_path / "list.csv", source="S")
        assert store.record("S", "10").standard["phone"] == ("+254710305310",)


def test_a_birthday_on_the_first_day_of_1970_is_kept_unless_it_fills_empty_cells(tmp_path: Path) -> None:
    others = "".join(f"{n},Ann Lee {n},{n}/03/19{50 + n}\n" for n in range(10, 28))
    with Workspace.create(tmp_path / "s.steward", steward="sri") as store:
        for source, times in (("Born", 1), ("Filled", 4)):
            first = "".join(f"{n},Rita Moe {n},01/01/1970\n" for n in range(times))
            path = tmp_path / f"{source}.csv"
            path.write_text(f"ID,Name,Birth date\n{first}{others}", encoding="utf-8")
            store.import_list(path)
        assert store.record("Born", "0").standard["birth_date"] == ("1970-01-01",)
        assert store.record("Filled", "0").standard["birth_date"] == ("",)
        assert store.record("Filled", "10").standard["birth_date"] == ("1960-03-10",)
