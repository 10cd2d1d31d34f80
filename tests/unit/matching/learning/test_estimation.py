"""What is learnt from a table of whose structure nothing was said."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.candidates.blocking import find_candidates
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.features.plan import plan_features
from steward.matching.learning.carriers import Copies, without_copies
from steward.matching.learning.estimation import Table, estimate_model
from steward.matching.learning.weights import lasting_years, learn, starting_model, starts
from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.names.words import Role
from steward.matching.runs.engine import match
from steward.matching.settings import MatchSettings
from steward.matching.weights.scoring import MATCH, NAMESAKE, probability, score_outcomes

if TYPE_CHECKING:
    from collections.abc import Callable

_T = AttributeType
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu")


def _words(random: Random, count: int, length: int) -> list[str]:
    return ["".join(random.choices(_SYLLABLES, k=length)) for _ in range(count)]


def _false_pairs(clusters: list[int], owners: list[int]) -> int:
    return sum(
        owners[a] != owners[b]
        for a in range(len(owners))
        for b in range(a)
        if clusters[a] == clusters[b]
    )  # fmt: skip


def test_a_family_that_shares_all_but_the_given_name_is_not_one_customer() -> None:
    random = Random(3)
    given, rows, owners = sorted(set(_words(random, 80, 2))), [], []
    for home, surname in enumerate(_words(random, 120, 3)):
        street, phone = f"{random.choice(_words(random, 1, 3))} {home}", f"+43{5_550_000 + home * 37}"
        for member, first in enumerate(random.sample(given, 4)):
            for _ in range(2):
                rows.append((first, surname, street, phone))
                owners.append(4 * home + member)
    kinds = (_T.GIVEN_NAME, _T.FAMILY_NAME, _T.ADDRESS, _T.PHONE)
    columns = [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]
    result = match(columns)
    assert result.warnings == ()
    assert _false_pairs(result.clusters.tolist(), owners) <= 5
    assert len(set(result.clusters.tolist())) <= 1.05 * len(set(owners))


def test_people_of_one_day_and_town_are_one_person_whose_name_was_garbled_sooner_than_twins() -> None:
    random = Random(7)
    given, family, rows, owners = _words(random, 60, 2), _words(random, 200, 3), [], []
    for person in range(600):
        born = f"{random.randint(1930, 2005)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        names, town = (random.choice(given), random.choice(family)), f"{10_000 + 13 * random.randint(0, 60)}"
        street = f"{random.choice(family)} {random.randint(1, 900)}"
        for copy in range(3):
            garbled = [
                "".join(random.sample(name, len(name))) if copy and random.random() < 0.5 else name for name in names
            ]
            rows.append((*garbled, born, town, random.choice(("", street)), "FM"[person % 2]))
            owners.append(person)
    kinds = (_T.GIVEN_NAME, _T.FAMILY_NAME, _T.DATE, _T.POSTCODE, _T.ADDRESS, _T.CATEGORY)
    columns = [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]
    clusters = match(columns).clusters.tolist()
    assert len(set(clusters)) <= 660
    assert _false_pairs(clusters, owners) <= 20


def test_where_sons_are_seen_to_carry_their_fathers_names_a_name_without_a_birth_date_says_less() -> None:
    random = Random(6)
    given, rows, owners = sorted(set(_words(random, 80, 2))), [], []
    for home, surname in enumerate(_words(random, 250, 3)):
        street, phone = f"{random.choice(_words(random, 1, 3))} {home}", f"+43{5_550_000 + home * 37}"
        father, mother, son, daughter = random.sample(given, 4)
        for member, first in enumerate((father, mother, father if home % 4 == 0 else son, daughter)):
            born = f"{random.randint(1940, 1999)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            for _ in range(random.choice((1, 2))):
                rows.append((first, surname, street, phone, born if random.random() < 0.6 else ""))
                owners.append(4 * home + member)
    kinds = (_T.GIVEN_NAME, _T.FAMILY_NAME, _T.ADDRESS, _T.PHONE, _T.DATE)
    result = match([Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)])
    undated = [
        (probability, owners[a] == owners[b])
        for a, b, probability in zip(
            result.left.tolist(), result.right.tolist(), result.match_probabilities.tolist(), strict=True
        )
        if rows[a][:4] == rows[b][:4] and not (rows[a][4] and rows[b][4])
    ]
    said, true = (sum(column) / len(undated) for column in zip(*undated, strict=True))
    assert true < 0.9
    assert said == pytest.approx(true, abs=0.1)


def test_colleagues_who_share_all_but_their_names_are_not_one_customer() -> None:
    random = Random(7)
    given, rows, owners = _words(random, 200, 2), [], []
    for number, firm in enumerate(_words(random, 90, 3)):
        street, town = f"{random.choice(_words(random, 1, 3))} {number}", random.choice(("zaro", "zemi", "zudo"))
        for colleague in range(6):
            first, last = random.choice(given), random.choice(_words(random, 1, 3))
            for _ in range(random.choice((1, 1, 2))):
                email = f"{first}.{last}@{firm}trading.com" if random.random() < 0.7 else ""
                rows.append((f"{last}, {first}", f"{firm} trading", email, street, town))
                owners.append(6 * number + colleague)
    kinds = (_T.NAME, _T.ORGANIZATION, _T.EMAIL, _T.ADDRESS, _T.LOCALITY)
    columns = [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]
    clusters = match(columns).clusters.tolist()
    assert _false_pairs(clusters, owners) <= 60
    assert len(set(clusters)) <= 1.2 * len(set(owners))


def test_people_who_move_and_change_their_employers_are_found_by_their_names() -> None:
    random = Random(4)
    towns, firms, rows, owners = _words(random, 80, 3), _words(random, 80, 3), [], []
    for person, (first, last) in enumerate(zip(_words(random, 250, 3), _words(random, 250, 4), strict=True)):
        homes, works = random.sample(towns, 2), random.sample(firms, 2)
        for copy in range(4):
            moved = copy == 3 and person % 3 == 0
            rows.append((first, last, homes[moved], f"{works[moved]} energy"))
            owners.append(person)
    kinds = (_T.GIVEN_NAME, _T.FAMILY_NAME, _T.LOCALITY, _T.ORGANIZATION)
    columns = [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]
    clusters = match(columns).clusters.tolist()
    whole = sum(len({clusters[4 * person + i] for i in range(4)}) == 1 for person in range(250))
    assert whole >= 240
    assert _false_pairs(clusters, owners) <= 5


@pytest.mark.parametrize("left_out", [None, "number", "trade name"])
def test_branches_that_share_the_names_of_their_firm_and_most_of_its_number_stay_apart(left_out: str | None) -> None:
    random = Random(8)
    rows, sites = [], []
    for firm, (legal, known) in enumerate(zip(_words(random, 250, 4), _words(random, 250, 3), strict=True)):
        for branch in range(1, 1 + random.choice((1, 1, 1, 2, 4))):
            number = f"{10_000_000 + 7919 * firm}{branch:04}{(31 * firm + 7 * branch) % 90 + 10}"
            street = f"{random.choice(_words(random, 1, 3))} {random.randint(1, 900)}"
            town, phone = random.choice(_SYLLABLES) * 3, f"+55{21_000_000 + 370 * firm + 37 * branch}"
            for _ in range(random.choice((1, 2, 3))):
                rest = [
                    cell if random.random() < 0.8 else "" for cell in (f"{known} shop", number, street, town, phone)
                ]
                rows.append((legal, *rest))
                sites.append(10 * firm + branch)
    kinds = (_T.ORGANIZATION, _T.ORGANIZATION, _T.NATIONAL_ID, _T.ADDRESS, _T.LOCALITY, _T.PHONE)
    places = [i for i in range(6) if i != {"trade name": 1, "number": 2}.get(left_out or "")]
    clusters = match([Column(str(i), kinds[i], [row[i] for row in rows]) for i in places]).clusters.tolist()
    assert _false_pairs(clusters, sites) <= 20
    assert len(set(clusters)) <= 1.05 * len(set(sites))


def _firms_at_places(random: Random, sites_of: Callable[[int], int]) -> tuple[list[Column], list[int], list[int]]:
    """Firms that are at several places under one tax number; beside the columns the firm and the place of each row."""
    rows, firms, sites = [], [], []
    for firm, name in enumerate(_words(random, 300, 4)):
        for site in range(sites_of(firm)):
            street = f"{random.choice(_words(random, 1, 3))} {random.randint(1, 900)}"
            town, number = random.choice(_words(random, 1, 4)), f"{10_000_000 + 7919 * firm}"
            for _ in range(2):
                rows.append((name, number if random.random() < 0.8 else "", street, town))
                firms.append(firm)
                sites.append(10 * firm + site)
    kinds = (_T.ORGANIZATION, _T.NATIONAL_ID, _T.ADDRESS, _T.LOCALITY)
    return [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)], firms, sites


def test_branches_that_share_the_number_of_their_firm_stay_apart() -> None:
    random = Random(12)
    columns, _, sites = _firms_at_places(random, lambda firm: (1, 1, 1, 2, 4)[firm % 5])
    clusters = match(columns).clusters.tolist()
    assert _false_pairs(clusters, sites) <= 20
    assert len(set(clusters)) <= 1.05 * len(set(sites))


def test_firms_that_moved_are_known_by_their_numbers() -> None:
    random = Random(13)
    columns, firms, _ = _firms_at_places(random, lambda firm: (1, 1, 1, 1, 2)[firm % 5])
    clusters = match(columns).clusters.tolist()
    assert _false_pairs(clusters, firms) == 0
    assert len(set(clusters)) <= 1.05 * len(set(firms))


def test_where_nothing_tells_customers_apart_the_proposals_are_called_guesses() -> None:
    random = Random(5)
    names, towns = _words(random, 30, 2), _words(random, 12, 3)
    rows = [(random.choice(names), random.choice(towns)) for _ in range(1200)]
    kinds = (_T.GIVEN_NAME, _T.LOCALITY)
    columns = [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]
    assert any("hardly tell customers apart" in warning for warning in match(columns).warnings)


@pytest.mark.parametrize(
    ("kinds", "is_agreed"), [((_T.GIVEN_NAME, _T.LOCALITY, _T.PHONE), True), ((_T.GIVEN_NAME, _T.LOCALITY), False)]
)
def test_a_table_is_sound_only_where_learning_comes_to_the_same_matches_from_every_start(
    kinds: tuple[AttributeType, ...], is_agreed: bool
) -> None:
    """Without a phone, who begins with few duplicates finds few, and who begins with many finds many."""
    random = Random(1)
    names, towns = _words(random, 30, 2), _words(random, 12, 3)
    people = [(random.choice(names), random.choice(towns), f"+43{5_550_000 + 37 * i}") for i in range(400)]
    rows = [person for person in people for _ in range(random.choice((1, 2, 3)))]
    columns = [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]
    features = plan_features(columns)
    data, shares = encode_features(features, columns)
    found = find_candidates(features, data, MatchSettings(), NoProgress())
    outcomes, chance = (
        [outcome.to_learn_from() for outcome in compute_outcomes(features, data, left, right)]
        for left, right in ((found.left, found.right), np.random.default_rng(1).integers(0, len(rows), (2, 20_000)))
    )
    begun, all_pairs = starting_model(features, shares, chance), len(rows) * (len(rows) - 1) / 2
    models = [learn(start, outcomes, all_pairs, 1.0, NoProgress()) for start in starts(begun, all_pairs)]
    matches = [float(probability(score_outcomes(model, outcomes).match_weight).sum()) for model in models]
    assert (max(matches) < 1.1 * min(matches)) is is_agreed
    table = Table(features, data, shares, len(rows))
    assert estimate_model(table, found.left, found.right, MatchSettings(), NoProgress()).is_sound is is_agreed


def test_what_only_the_copies_of_a_customer_carry_is_rare() -> None:
    columns = [Column("name", _T.NAME, ["Wanggai"] * 6 + ["Siti"] * 60 + ["Ayu"] * 34)]
    features = plan_features(columns)
    _, shares = encode_features(features, columns)
    (without,) = without_copies(features, shares, [Copies.always(5.0)])
    rarer = without.log_share(["wanggai", "siti"]) - shares[0].log_share(["wanggai", "siti"])
    assert rarer[0] < -2.0
    assert rarer[1] == pytest.approx(-0.152, abs=0.01)


def test_junior_and_senior_of_one_home_stay_apart_and_a_suffix_left_out_splits_nobody() -> None:
    random = Random(9)
    given, rows, owners = sorted(set(_words(random, 80, 2))), [], []
    for home, surname in enumerate(_words(random, 250, 3)):
        street, phone = f"{random.choice(_words(random, 1, 3))} {home}", f"+43{5_550_000 + home * 37}"
        father, mother = random.sample(given, 2)
        family = ((father, "Sr"), (mother, ""), (father, "Jr")) if home % 4 == 0 else ((father, ""), (mother, ""))
        for member, (first, suffix) in enumerate(family):
            for copy in range(2):
                rows.append((first, "" if copy and home % 40 == 0 else suffix, surname, street, phone))
                owners.append(3 * home + member)
    kinds = (_T.GIVEN_NAME, _T.GIVEN_NAME, _T.FAMILY_NAME, _T.ADDRESS, _T.PHONE)
    names = ("first_name", "name_suffix", "last_name", "address", "phone")
    columns = [
        Column(name, kind, [r[i] for r in rows]) for i, (name, kind) in enumerate(zip(names, kinds, strict=True))
    ]
    clusters = match(columns).clusters.tolist()
    said = [i for i, row in enumerate(rows) if row[1]]
    assert _false_pairs([clusters[i] for i in said], [owners[i] for i in said]) == 0
    assert len(set(clusters)) <= 1.05 * len(set(owners))


def test_no_firm_is_called_otherwise_at_every_turn_where_sister_firms_share_all_else() -> None:
    random = Random(5)
    trades = ("Bakery", "Towing", "Dental", "Storage", "Optics", "Textiles", "Brewing", "Travel")
    rows = []
    for house, owner in enumerate(_words(random, 150, 3)):
        street, phone = f"{random.choice(_words(random, 1, 3))} {house}", f"+43{5_550_000 + house * 37}"
        for trade in random.sample(trades, 2 if house % 3 == 0 else 1):
            rows += [(f"{owner} {trade}", street, phone if random.random() < 0.8 else "") for _ in range(2)]
    kinds = (_T.ORGANIZATION, _T.ADDRESS, _T.PHONE)
    learnt = match([Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]).model
    of_one = learnt.weights[0].match[Role.ORGANIZATION * OUTCOMES + WordOutcome.CONFLICT]
    assert of_one < learnt.weights[0].related[Role.ORGANIZATION * OUTCOMES + WordOutcome.CONFLICT] - 3.0


def test_years_in_which_people_agree_are_of_their_births_and_others_of_events() -> None:
    random = Random(10)
    given, family, rows = _words(random, 40, 2), _words(random, 60, 2), []
    for person in range(400):
        born = random.randint(1820, 1910)
        name = (random.choice(given), random.choice(family))
        for _ in range(3):
            rows.append((*name, f"{born}", f"{random.randint(1950, 1999)}", f"+43{5_550_000 + 37 * person}"))
    kinds = (_T.GIVEN_NAME, _T.FAMILY_NAME, _T.CODE, _T.CODE, _T.PHONE)
    model = match([Column(f"{i}", kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]).model
    assert [model.features[place].columns for place in lasting_years(model)] == [("2",)]


def test_namesakes_show_by_the_years_of_their_births() -> None:
    random = Random(11)
    rows = []
    for number, name in enumerate(zip(_words(random, 400, 3), _words(random, 400, 3), strict=True)):
        born = random.randint(1700, 1850)
        for year in (born, born + 47) if number % 5 == 0 else (born,):
            rows += [(*name, f"{year}" if random.random() < 0.7 else "") for _ in range(3)]
    kinds = (_T.GIVEN_NAME, _T.FAMILY_NAME, _T.CODE)
    model = match([Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]).model
    # 80 couples of namesakes, nine pairs of records between two of them; 480 people, three pairs of records of each.
    assert model.prior[NAMESAKE] - model.prior[MATCH] == pytest.approx(np.log2(80 * 9 / (480 * 3)), abs=1.0)
