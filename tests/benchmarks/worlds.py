"""Invented tables of several kinds with their truth: what no real table at hand shows.

Nothing in the engine may be fitted to them; they are there to notice what was fitted to other tables. The same seed
always gives the same tables.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from damage import drifted, make_words, mistyped, redated, shortened, skewed, without_a_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NICKNAMES = {
    "william": "bill", "robert": "bob", "richard": "dick", "margaret": "peggy", "elizabeth": "betty", "james": "jim",
    "john": "jack", "thomas": "tom", "charles": "charlie", "edward": "ned", "henry": "harry", "catherine": "kate",
    "frederick": "fred", "joseph": "joe", "samuel": "sam", "george": "georgie", "francis": "frank", "alice": "ally",
}  # fmt: skip
_GIVEN = (
    "john william thomas george james charles henry robert joseph edward elizabeth margaret frederick richard alice "
    "samuel francis catherine arthur walter alfred ernest david albert peter hugh andrew philip anne jane mary sarah "
    "ellen emma florence edith harriet lucy ralph roger simon stephen theodore victor edmund giles isaac jacob agnes"
).split()
_OCCUPATIONS = (
    "politician writer painter lawyer cricketer clergyman physician engineer botanist actor composer merchant soldier "
    "judge architect historian poet printer farmer teacher sculptor banker miner weaver smith mason".split()
)
_FORMS = ("ltd", "limited", "inc", "gmbh", "pt", "corp", "llc", "co")
_TRADES = ("foods", "logistics", "systems", "trading", "motors", "energy", "textiles", "pharma", "consulting", "media")
_STREETS = ("street", "road", "avenue", "lane")
_CYRILLIC = ("бвгджзклмнпрстфхшч", "аеиоу")
_GREEK = ("βγδζθκλμνπρστφχ", "αειου")
_HANGUL = ("김이박최정강조윤장임한오서신권황안송류전", "민서준지현우영수진하은성재미경혜정")
_HAN = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


@dataclass(slots=True)
class World:
    """One table. ``truth``, ``cases`` and ``groups`` stand beside the rows; see ``TrueRow`` for their meaning."""

    headers: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    truth: list[int] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, row: tuple[str, ...], customer: int, case: str = "", group: str = "") -> None:
        """One more row of a customer."""
        self.rows.append(row)
        self.truth.append(customer)
        self.cases.append(case)
        self.groups.append(group)

    def write(self, path: Path, random: Random) -> None:
        """The rows in no order, with the columns rec_id, truth, case and group before them."""
        order = list(range(len(self.rows)))
        random.shuffle(order)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("rec_id", "truth", "case", "group", *self.headers))
            for number, row in enumerate(order):
                beside = (f"r{number}", self.truth[row], self.cases[row], self.groups[row])
                writer.writerow((*beside, *self.rows[row]))


def write_worlds(folder: Path, seed: int) -> list[Path]:
    """Every world as a file."""
    paths = []
    for name, make in WORLDS.items():
        path = folder / f"{name}.csv"
        make(Random(f"{name} {seed}")).write(path, Random(f"order of {name} {seed}"))
        paths.append(path)
    return paths


def _maybe(random: Random, chance: float, change: Callable[[Random, str], str], text: str) -> str:
    return change(random, text) if text and random.random() < chance else text


def _lost(random: Random, chance: float, text: str) -> str:
    return "" if random.random() < chance else text


def _copies(random: Random, mean: float, most: int) -> int:
    return min(most, 1 + int(random.expovariate(1.0 / mean)))


def history(random: Random) -> World:
    """People long dead: long chains of badly spelt mentions, many of one name, often only a year of birth."""
    world = World(("full_name", "birth_date", "birth_place", "occupation", "gender"))
    surnames, places = make_words(random, 500, (2, 3)), make_words(random, 120, (2, 4))
    for person in range(550):
        given, middle = skewed(random, _GIVEN, 2.0), random.choice(("", "", skewed(random, _GIVEN, 1.5)))
        surname, place = skewed(random, surnames, 2.0), skewed(random, places, 2.0)
        born = f"{random.randint(1700, 1900)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        occupation, gender = skewed(random, _OCCUPATIONS, 1.5), random.choice("MF")
        for _ in range(_copies(random, 7, 30)):
            first = _maybe(random, 0.15, lambda _, g: _NICKNAMES.get(g, g), given)
            first = _maybe(random, 0.1, mistyped, _maybe(random, 0.05, shortened, first))
            second = _lost(random, 0.5, _maybe(random, 0.4, shortened, middle))
            family = _maybe(random, 0.2, drifted, surname)
            name = " ".join(filter(None, (first, second, family)))
            date = _lost(random, 0.15, _maybe(random, 0.3, redated, born))
            where = _lost(random, 0.2, _maybe(random, 0.12, mistyped, place))
            world.add((name, date, where, _lost(random, 0.35, occupation), _lost(random, 0.3, gender)), person)
    return world


def parish(random: Random) -> World:
    """Registers that know little: two names, a year, a place and an occupation."""
    world = World(("first_name", "surname", "birth_year", "parish", "occupation"))
    surnames, places = make_words(random, 900, (2, 3)), make_words(random, 60, (2, 4))
    for person in range(1100):
        given, surname = skewed(random, _GIVEN, 1.5), skewed(random, surnames, 1.5)
        year, place, occupation = random.randint(1780, 1880), skewed(random, places, 1.5), random.choice(_OCCUPATIONS)
        for _ in range(_copies(random, 2.5, 9)):
            first = _maybe(random, 0.2, lambda _, g: _NICKNAMES.get(g, g), given)
            family = _maybe(random, 0.2, drifted, surname)
            stated = str(year + random.choice((-2, -1, 0, 0, 0, 0, 0, 0, 1)))
            where = _lost(random, 0.1, _maybe(random, 0.1, mistyped, place))
            world.add((first, family, _lost(random, 0.08, stated), where, _lost(random, 0.3, occupation)), person)
    return world


def companies(random: Random) -> World:
    """Firms with branches: the name stays, street, town and telephone are the branch's own."""
    world = World(("company_name", "address", "city", "phone", "industry"))
    words, streets = make_words(random, 1200, (2, 3)), make_words(random, 300, (2, 3))
    towns = make_words(random, 80, (2, 4))
    customer = 0
    for firm in range(900):
        trade = random.choice(_TRADES)
        core = " ".join((*random.sample(words, random.choice((1, 1, 2))), trade))
        branches = random.choice((1, 1, 1, 1, 2, 3, 5))
        for _ in range(branches):
            street = f"{random.randint(1, 250)} {skewed(random, streets)} {random.choice(_STREETS)}"
            town, phone = skewed(random, towns), f"0{random.randint(10**8, 10**9 - 1)}"
            for _ in range(_copies(random, 1.2, 5)):
                name = f"{_maybe(random, 0.15, without_a_word, _maybe(random, 0.15, mistyped, core))}"
                name = f"{name} {_lost(random, 0.3, random.choice(_FORMS))}".strip()
                row = (
                    name.title(),
                    _lost(random, 0.1, _maybe(random, 0.25, mistyped, street)),
                    _maybe(random, 0.1, mistyped, town),
                    _lost(random, 0.3, _maybe(random, 0.1, mistyped, phone)),
                    _lost(random, 0.2, trade),
                )
                world.add(row, customer, "company_branch" if branches > 1 else "", f"f{firm}")
            customer += 1
    return world


def applicants(random: Random) -> World:
    """Firms that apply for patents: few that are listed once, some hundreds of times, under ever the same few names."""
    world = World(("person_name", "person_address", "city", "country"))
    words, towns = make_words(random, 700, (2, 3)), make_words(random, 200, (2, 4))
    for firm in range(400):
        core = " ".join((*random.sample(words, random.choice((1, 2))), random.choice(("", *_TRADES)))).strip()
        names = [core]
        for _ in range(random.choice((0, 1, 2, 5, 9))):
            name = _maybe(random, 0.3, mistyped, f"{core} {_lost(random, 0.2, random.choice(_FORMS))}".strip())
            names.append(name.upper() if random.random() < 0.5 else name)
        homes = [
            (f"{random.randint(1, 250)} {random.choice(words)} {random.choice(_STREETS)}", skewed(random, towns))
            for _ in range(random.choice((1, 1, 2, 4)))
        ]
        country = random.choice("DE FR US ES IT NL PL BR".split())
        for _ in range(min(200, int(random.paretovariate(0.75)))):
            street, town = random.choice(homes)
            places = (_lost(random, 0.65, street), _lost(random, 0.5, town).title(), _lost(random, 0.2, country))
            world.add((skewed(random, names, 1.5), *places), firm)
    return world


def inventors(random: Random) -> World:
    """Names with initials, a town and an employer, no dates; people move and change their employers."""
    world = World(("inventor_first", "inventor_last", "city", "state", "assignee"))
    surnames, towns = make_words(random, 1500, (1, 3)), make_words(random, 250, (2, 3))
    state_of = {town: random.choice("CA NY TX MA WA IL OH NJ MI PA".split()) for town in towns}
    firms = [f"{word} {random.choice(_TRADES)} {random.choice(_FORMS)}" for word in make_words(random, 250, (2, 3))]
    for person in range(1000):
        given, middle = skewed(random, _GIVEN, 1.5), random.choice("ABCDEFGHJKLMPRSTW")
        surname = skewed(random, surnames, 2.0)
        homes, works = random.choices(towns, k=2), [skewed(random, firms, 2.0) for _ in range(2)]
        has_middle, moves = random.random() < 0.6, random.random() < 0.25
        for _ in range(_copies(random, 3.5, 20)):
            first = _maybe(random, 0.12, shortened, _maybe(random, 0.05, mistyped, given))
            if has_middle and random.random() < 0.7:
                first += f" {middle}{random.choice(('', '.'))}"
            home = homes[random.random() < 0.5] if moves else homes[0]
            work = works[random.random() < 0.4] if moves else works[0]
            row = (
                first.title(),
                _maybe(random, 0.05, mistyped, surname).title(),
                _maybe(random, 0.04, mistyped, home).title(),
                state_of[home],
                _lost(random, 0.1, _maybe(random, 0.2, without_a_word, work)).title(),
            )
            world.add(row, person)
    return world


def scrambled(random: Random) -> World:
    """Every copy has a typing error in both names and another year of birth; the rest is mostly right."""
    world = World(("given_name", "surname", "date_of_birth", "postcode", "city"))
    given, surnames, towns = (make_words(random, n, (2, 3)) for n in (400, 1500, 150))
    for person in range(1500):
        first, last = skewed(random, given, 2.0), skewed(random, surnames, 2.0)
        year, day = random.randint(1930, 2005), f"{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        number = int(len(towns) * random.random() ** 2)
        postcode, town = f"{10_000 + number * 30 + random.randint(0, 9)}", towns[number]
        world.add((first, last, f"{year}-{day}", postcode, town), person)
        for _ in range(random.choice((0, 1, 1, 2))):
            date = f"{random.randint(1930, 2005)}-{day}"
            places = (_maybe(random, 0.1, mistyped, postcode), _maybe(random, 0.1, mistyped, town))
            world.add((mistyped(random, first), mistyped(random, last), date, *places), person)
    return world


def households(random: Random) -> World:
    """Families share surname, address, telephone and country; only the given name and the birth date tell."""
    world = World(("first_name", "last_name", "street", "city", "country", "phone", "birth_date"))
    given, surnames, streets, towns = (make_words(random, n, (2, 3)) for n in (250, 800, 400, 100))
    country_of = {town: random.choice(("Austria", "Italy", "Spain", "Poland", "Norway")) for town in towns}
    customer = 0
    for home in range(650):
        surname, town = skewed(random, surnames, 2.0), skewed(random, towns, 2.0)
        street = f"{random.choice(streets)} {random.randint(1, 120)}"
        phone = f"+43{random.randint(10**8, 10**9 - 1)}"
        father = skewed(random, given, 2.0)
        for number in range(random.choice((1, 2, 2, 3, 4, 5))):
            # One son in ten carries his father's name.
            first = father if number == 0 or (number > 1 and random.random() < 0.1) else skewed(random, given, 2.0)
            year = random.randint(1940, 1970) + (28 if number > 1 else 0)
            born = f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            for _ in range(random.choice((1, 1, 2, 2, 3))):
                row = (
                    _maybe(random, 0.04, shortened, _maybe(random, 0.1, mistyped, first)),
                    _maybe(random, 0.08, mistyped, surname),
                    _lost(random, 0.08, _maybe(random, 0.15, mistyped, street)),
                    _lost(random, 0.05, _maybe(random, 0.06, mistyped, town)),
                    country_of[town],
                    _lost(random, 0.2, phone),
                    _lost(random, 0.35, _maybe(random, 0.1, redated, born)),
                )
                world.add(row, customer, "household", f"h{home}")
            customer += 1
    return world


def scripts(random: Random) -> World:
    """Names in Cyrillic, Greek, Korean and Chinese letters, with little else."""
    world = World(("name", "phone", "birth_date", "city"))
    pools = []
    for alphabet in (_CYRILLIC, _GREEK):
        given, surnames = (make_words(random, n, (2, 3), alphabet=alphabet) for n in (150, 600))
        pools.append((given, surnames, make_words(random, 40, (2, 3), alphabet=alphabet), " "))
    hangul = [a + b for a in _HANGUL[1] for b in _HANGUL[1]]
    pools.append((hangul, list(_HANGUL[0]), ["서울", "부산", "대구", "인천", "광주", "대전"], ""))
    han = ["".join(random.sample(_HAN, random.choice((1, 2)))) for _ in range(800)]
    pools.append((han, list(_HAN), ["北京", "上海", "广州", "深圳", "成都", "武汉", "西安"], ""))
    for person in range(1500):
        given, surnames, towns, gap = pools[person % len(pools)]
        first, last, town = skewed(random, given, 1.5), skewed(random, surnames, 2.0), skewed(random, towns, 1.5)
        phone = f"+{random.randint(10**10, 10**11 - 1)}"
        born = f"{random.randint(1940, 2005)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
            typed = (
                (_maybe(random, 0.12, mistyped, first), _maybe(random, 0.1, mistyped, last)) if gap else (first, last)
            )
            name = gap.join(typed if gap and random.random() < 0.8 else typed[::-1])
            row = (
                name.title(),
                _lost(random, 0.4, _maybe(random, 0.1, mistyped, phone)),
                _lost(random, 0.3, _maybe(random, 0.12, redated, born)),
                _lost(random, 0.2, town),
            )
            world.add(row, person)
    return world


def vague(random: Random) -> World:
    """Too little to tell anybody apart: a usual name and a town. No cut is safe here, and that must be said."""
    world = World(("first_name", "city"))
    towns = make_words(random, 25, (2, 3))
    for person in range(1200):
        first, town = skewed(random, _GIVEN, 1.5), skewed(random, towns, 1.5)
        for _ in range(random.choice((1, 2))):
            world.add((_maybe(random, 0.1, mistyped, first), town), person)
    return world


WORLDS: dict[str, Callable[[Random], World]] = {
    "history": history,
    "parish": parish,
    "companies": companies,
    "applicants": applicants,
    "inventors": inventors,
    "scrambled": scrambled,
    "households": households,
    "scripts": scripts,
    "vague": vague,
}
