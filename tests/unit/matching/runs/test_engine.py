"""Matching small lists: what is proposed, and what never is."""

from __future__ import annotations

import csv
import sys
import threading
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.domain.errors import Cancelled
from steward.matching.columns import Column
from steward.matching.runs.engine import Constraints, match
from steward.matching.settings import MatchSettings
from steward.matching.weights.model import MatchModel
from steward.matching.weights.scoring import RELATED

_T = AttributeType
_FAMILIES = "Abbot Baker Cole Dunn Ellis Frost Grant Hale".split()
_NAMES = (
    *("Adi Nugroho", "Bambang Susilo", "Citra Lestari", "Dedi Kurniadi", "Eka Pertiwi"),
    *("Fajar Hidayat", "Gita Amalia", "Hadi Pranoto", "Indah Permata", "Joko Widagdo"),
)


def _people(*special: tuple[str, str, str, str]) -> list[Column]:
    """Name, phone, birth date and NIK of some hundred unrelated people, then the special rows."""
    ordinary = [
        (f"{_NAMES[i % 10]} {chr(97 + i % 26)}{chr(97 + i // 7 % 26)}ri", f"+62813{10_000_000 + i * 7919}",
         f"19{50 + i % 50}-{1 + i % 12:02}-{1 + i % 28:02}", "")
        for i in range(200)
    ]  # fmt: skip
    rows = [*ordinary, *special]
    kinds = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE), ("nik", _T.NATIONAL_ID))
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]


def test_the_same_customer_in_other_spelling_is_found() -> None:
    columns = _people(
        ("Soerjadi Tjahjono", "+628111222333", "1961-04-05", ""),
        ("Suryadi Cahyono", "+628111222333", "1961-04-05", ""),
    )
    clusters = match(columns).clusters
    assert clusters[200] == clusters[201]


def test_two_people_of_one_household_stay_apart() -> None:
    columns = _people(
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", ""),
        ("Yuliana Wanggai", "+628111222333", "1966-09-21", ""),
    )
    clusters = match(columns).clusters
    assert clusters[200] != clusters[201]


def test_brothers_and_sisters_of_whom_only_their_parish_is_known_stay_apart() -> None:
    rng = np.random.default_rng(5)
    rows: list[tuple[str, str, str, str]] = []
    people: list[int] = []
    for home in range(300):
        surname = f"{'bdfgklmnprst'[home % 12]}{'aeiou'[home % 5]}{'rlnst'[home // 60]}sen"
        parish = f"{'North South East West'.split()[home % 4]} {'Barrow Wells Leek Lyme Diss'.split()[home // 4 % 5]}"
        for child in rng.choice(len(_NAMES), 4, replace=False).tolist():
            born = 1840 + int(rng.integers(40))
            for _ in range(3):
                rows.append((_NAMES[child].split()[0], surname, parish, str(born + int(rng.integers(2)))))
                people.append(home * len(_NAMES) + child)
    kinds = (("forename", _T.GIVEN_NAME), ("surname", _T.FAMILY_NAME), ("parish", _T.LOCALITY), ("born", _T.CODE))
    clusters = match([Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]).clusters
    homes_of = Counter(clusters.tolist())
    people_of = Counter(cluster for cluster, _ in set(zip(clusters.tolist(), people, strict=True)))
    alone = sum(homes_of[cluster] for cluster, count in people_of.items() if count == 1)
    assert alone > 0.9 * len(rows)


def test_people_whose_ages_were_guessed_are_found_however_usual_their_names() -> None:
    """Everybody stands in four censuses, each time up to a year older or younger."""
    rng = np.random.default_rng(6)
    rows: list[tuple[str, str, str, str]] = []
    for _ in range(500):
        forename, (first, second) = _NAMES[int(rng.integers(10))].split()[0], rng.integers(0, (12, 5))
        surname = f"{'bdfgklmnprst'[first]}{'aeiou'[second]}rsen"
        born, parish = 1800 + int(rng.integers(80)), f"{'North South East West'.split()[int(rng.integers(4))]} Barrow"
        rows += [(forename, surname, parish, str(born + int(rng.integers(-1, 2)))) for _ in range(4)]
    kinds = (("forename", _T.GIVEN_NAME), ("surname", _T.FAMILY_NAME), ("parish", _T.LOCALITY), ("born", _T.CODE))
    clusters = match([Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]).clusters
    together = sum(len({int(c) for c in clusters[4 * person : 4 * person + 4]}) == 1 for person in range(500))
    assert together > 480
    assert len(set(clusters.tolist())) > 480


def test_families_show_by_all_that_kin_share_where_family_names_are_known() -> None:
    people = [(given, family, f"Ward {family[:2]}") for given in "Ann Ben Cleo".split() for family in _FAMILIES]
    given, family, wards = (list(values) for values in zip(*people, strict=True))
    parts = [Column("given", _T.GIVEN_NAME, given), Column("family", _T.FAMILY_NAME, family)]
    whole = [Column("name", _T.NAME, [f"{first} {last}" for first, last in zip(given, family, strict=True)])]

    def may_be_kin(names: list[Column], kind: AttributeType) -> bool:
        return 2.0 ** match([*names, Column("ward", kind, wards)]).model.prior[RELATED] > 1e-9

    assert may_be_kin(parts, _T.CATEGORY)
    assert may_be_kin(parts, _T.TEXT)
    assert not may_be_kin(parts, _T.CODE)
    assert may_be_kin(whole, _T.LOCALITY)
    assert not may_be_kin(whole, _T.TEXT)


def test_two_different_national_ids_forbid_a_cluster() -> None:
    columns = _people(
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "3171010504610001"),
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "9271020107900007"),
    )
    clusters = match(columns).clusters
    assert clusters[200] != clusters[201]


def test_one_wrong_digit_in_a_national_id_forbids_nothing() -> None:
    columns = _people(
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "3171010504610001"),
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "3171010504640001"),
    )
    clusters = match(columns).clusters
    assert clusters[200] == clusters[201]


def test_a_steward_overrides_a_veto() -> None:
    columns = _people(
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "3171010504610001"),
        ("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "9271020107900007"),
    )
    clusters = match(columns, constraints=Constraints(must_link=[(200, 201)])).clusters
    assert clusters[200] == clusters[201]


def test_not_the_same_is_honoured() -> None:
    twins = [("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "")] * 2
    clusters = match(_people(*twins), constraints=Constraints(cannot_link=[(201, 200)])).clusters
    assert clusters[200] != clusters[201]


def test_pairs_are_sorted_and_point_from_low_to_high() -> None:
    result = match(_people(*[("Rahmat Rumbekwan", "+628111222333", "1961-04-05", "")] * 3))
    pairs = list(zip(result.left.tolist(), result.right.tolist(), strict=True))
    assert pairs == sorted(pairs)
    assert all(a < b for a, b in pairs)
    assert len(result.confidences) == len(result.clusters) == 203


def test_tables_with_nothing_to_compare_give_singles() -> None:
    assert match([]).clusters.tolist() == []
    assert match([Column("name", _T.NAME, [])]).clusters.tolist() == []
    assert match([Column("name", _T.NAME, ["Budi"])]).clusters.tolist() == [0]
    assert match([Column("name", _T.NAME, ["", "", ""])]).clusters.tolist() == [0, 1, 2]


def test_the_model_survives_being_stored() -> None:
    model = match(_people()).model
    assert MatchModel.from_json(model.to_json()) == model
    assert MatchModel.from_json(model.to_json()).to_json() == model.to_json()


def test_matching_can_be_stopped() -> None:
    class Impatient:
        def report(self, phase: str, done: int, total: int) -> None:
            pass

        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        match(_people(), progress=Impatient())


def test_public_people_are_found_without_settings() -> None:
    path = Path(__file__).parents[3] / "data" / "tables" / "fake_1000.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {
        "first_name": _T.GIVEN_NAME,
        "surname": _T.FAMILY_NAME,
        "dob": _T.DATE,
        "city": _T.LOCALITY,
        "email": _T.EMAIL,
    }
    result = match([Column(name, kind, [row[name].strip() for row in rows]) for name, kind in kinds.items()])
    truth, labels = [row["truth"] for row in rows], result.clusters.tolist()

    def pairs(groups: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in groups.values())

    both = pairs(Counter(zip(truth, labels, strict=True)))
    assert both / pairs(Counter(labels)) > 0.98
    assert both / pairs(Counter(truth)) > 0.85
    assert np.all((result.match_probabilities >= 0) & (result.match_probabilities <= 1))


def test_a_table_in_which_nothing_is_shared_says_so() -> None:
    columns = [Column("amount", _T.NUMBER, [str(1000 + i) for i in range(150)])]
    assert any("No two rows" in warning for warning in match(columns).warnings)


def test_an_ordinary_table_has_no_warnings() -> None:
    assert match(_people()).warnings == ()


def test_less_memory_changes_nothing_but_how_many_pairs_are_compared_at_once() -> None:
    small, usual = MatchSettings(memory_limit_mib=64), MatchSettings()
    assert small.pairs_at_once < usual.pairs_at_once
    assert match(_people(), settings=small).clusters.tolist() == match(_people()).clusters.tolist()


def test_kin_with_names_alike_are_less_surely_one_person_than_rows_with_one_whole_name() -> None:
    columns = _people(
        ("Sentot Fahri Muslim", "+628111222333", "", ""),
        ("Sentot Fahmi Muslim", "+628111222333", "", ""),
        ("Rahmat Teguh Rumbekwan", "+628111222444", "", ""),
        ("Rahmat Teguh Rumbekwan", "+628111222444", "", ""),
    )
    result = match(columns)
    weight = {
        (a, b): w
        for a, b, w in zip(result.left.tolist(), result.right.tolist(), result.match_weights.tolist(), strict=True)
    }
    assert weight[202, 203] > weight.get((200, 201), -99.0) + 2.0


class _StepsBetweenChecks:
    """Progress that counts what the program does, step by step, until it asks again whether to stop."""

    def __init__(self) -> None:
        self.most = self._steps = 0

    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody watches."""

    def check(self) -> None:
        """The user is asked."""
        self.most, self._steps = max(self.most, self._steps), 0

    def step(self, _frame: object, event: str, _argument: object) -> None:
        """Called for each function that is called."""
        self._steps += event in ("call", "c_call")


def test_the_user_can_stop_after_a_limited_number_of_steps_however_large_the_table() -> None:
    progress = _StepsBetweenChecks()
    phones = [f"+62812{number:08d}" for number in range(0, 120_000 * 7, 7)]
    sys.setprofile(progress.step)
    try:
        match([Column("phone", _T.PHONE, phones)], progress=progress)
    finally:
        sys.setprofile(None)
    assert 50_000 < progress.most < 500_000


class _Watcher:
    """Notes which threads ask whether to stop."""

    def __init__(self) -> None:
        self.threads: set[threading.Thread] = set()

    def report(self, phase: str, done: int, total: int) -> None:
        """Of no interest."""

    def check(self) -> None:
        self.threads.add(threading.current_thread())


@pytest.mark.parametrize(("threads", "is_alone"), [(1, True), (2, False)])
def test_no_more_threads_work_than_the_settings_say(threads: int, is_alone: bool) -> None:
    watcher = _Watcher()
    match(_people(), settings=MatchSettings(threads=threads), progress=watcher)
    assert (watcher.threads == {threading.current_thread()}) is is_alone
