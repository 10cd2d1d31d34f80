"""Splink on one table by a plain recipe; runs in an environment of its own, see bench_peers.py.

    PYTHON splink_recipe.py TABLE.csv [COLUMN TO HIDE ...]

Prints one JSON object: the clusters (rec_id -> number) at several thresholds, CPU seconds, peak memory in MiB.
"""

from __future__ import annotations

import itertools
import json
import logging
import re
import resource
import sys

import duckdb
import splink.comparison_library as compare
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

_THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.999)
_PAIRS_PER_ROW_ALONE, _PAIRS_PER_ROW_TOGETHER = 20, 5
_FEW_VALUES = 100
_SEED = 1


def main() -> None:
    """Read, train, predict, cluster, print."""
    path, hidden = sys.argv[1], {"rec_id", *sys.argv[2:]}
    database = duckdb.connect()
    database.execute("create table given as select * from read_csv(?, all_varchar = true)", [path])
    columns = [row[0] for row in database.execute("describe given").fetchall() if row[0] not in hidden]
    cleaned = ", ".join(f"nullif(lower(trim({name})), '') as {name}" for name in columns)
    database.execute(f"create table cleaned as select rec_id as unique_id, {cleaned} from given")
    rules = _affordable(database, columns)
    linker = Linker(
        DuckDBAPI(database).register("cleaned"),
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=[_comparison(database, name) for name in columns],
            blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
        ),
        log_level=logging.ERROR,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=_SEED)
    for rule in rules[:3]:
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(*rule), record_sample_proportion=1.0
        )
    predicted = linker.inference.predict(threshold_match_probability=min(_THRESHOLDS))
    clusters = {}
    for threshold in _THRESHOLDS:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        rows = database.execute(
            f"select unique_id, dense_rank() over (order by cluster_id) from {found.physical_name}"
        ).fetchall()
        clusters[str(threshold)] = dict(rows)
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {"clusters": clusters, "cpu": used.ru_utime + used.ru_stime, "mib": used.ru_maxrss // 1024}
    sys.stdout.write(json.dumps(told) + "\n")


def _comparison(database: duckdb.DuckDBPyConnection, name: str) -> object:
    ((filled, distinct, dated),) = database.execute(
        f"select count({name}), count(distinct {name}), "
        f"count(*) filter (regexp_matches({name}, '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$')) from cleaned"
    ).fetchall()
    if filled and dated / filled > 0.8:
        return compare.DateOfBirthComparison(name, input_is_string=True)
    if "mail" in name:
        return compare.EmailComparison(name).configure(term_frequency_adjustments=True)
    if re.search(r"name|surname|first|last|given", name):
        return compare.NameComparison(name).configure(term_frequency_adjustments=True)
    if distinct < _FEW_VALUES:
        return compare.ExactMatch(name).configure(term_frequency_adjustments=True)
    return compare.JaroWinklerAtThresholds(name, [0.92, 0.8]).configure(term_frequency_adjustments=True)


def _affordable(database: duckdb.DuckDBPyConnection, columns: list[str]) -> list[tuple[str, ...]]:
    """Columns, and couples of columns, that block into few enough pairs; the most selective first."""
    ((size,),) = database.execute("select count(*) from cleaned").fetchall()
    found: list[tuple[float, tuple[str, ...]]] = []
    for count, most in ((1, _PAIRS_PER_ROW_ALONE), (2, _PAIRS_PER_ROW_TOGETHER)):
        for rule in itertools.combinations(columns, count):
            given = " and ".join(f"{name} is not null" for name in rule)
            ((pairs,),) = database.execute(
                f"select coalesce(sum(n * (n - 1) / 2), 0) from "
                f"(select count(*) as n from cleaned where {given} group by {', '.join(rule)})"
            ).fetchall()
            if 0 < pairs <= most * size:
                found.append((float(pairs), rule))
    return [rule for _, rule in sorted(found, reverse=True)]


if __name__ == "__main__":
    main()
