"""Splink on DuckDB: trained on the people and the questions, then asked for all of them at once.

Its time is that of a few asked one by one: it is made for all at once, and has no index.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from benchmarks.matching.fit import digits
from benchmarks.matching.hits import Hit

Line = dict[str, str]
_COLUMNS: Final = ("given", "middle", "surname", "sex", "dob", "town", "postcode", "phone", "nhs")
_MEMORY: Final = "8GB"
_FEW: Final = 20  # asked one at a time, for the time of one


def search(
    people: Sequence[Line], asked: Sequence[Line], limit: int = 5
) -> tuple[Iterator[Hit], dict[str, float]]:
    """The likeliest by Splink's weights; and seconds to train, to ask all, milliseconds for one."""
    from splink import DuckDBAPI, Linker, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    database = DuckDBAPI(_connection())
    left = database.register(_frame(asked, "query_id"), dataset_display_name="asked")
    right = database.register(_frame(people, "person_id"), dataset_display_name="people")
    linker = Linker([left, right], _settings(), log_level=None)
    began = time.perf_counter()
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given", "surname", "dob")], recall=0.25
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("dob"), block_on("given", "surname"), block_on("postcode", "given")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, record_sample_proportion=1.0, max_pairs=2e6
        )
    trained = time.perf_counter()
    rows = linker.inference.predict(warning_mode="never").as_record_list()
    done = time.perf_counter()
    figures = {
        "train": trained - began,
        "all": done - trained,
        "one": _one_at_a_time(database, linker, right, asked[:_FEW]),
    }
    return _ranked(rows, people, limit, figures["one"]), figures


def _connection() -> Any:
    import duckdb

    connection = duckdb.connect(":memory:")
    connection.execute(f"set memory_limit = '{_MEMORY}'")
    return connection


def _frame(lines: Sequence[Line], key: str) -> Any:
    import pandas

    columns: dict[str, list[str | None]] = {"unique_id": [line[key] for line in lines]}
    for column in _COLUMNS:
        columns[column] = [line[column] or None for line in lines]
    columns["year"] = [line["dob"][:4] or None for line in lines]
    columns["dob"] = [line["dob"] if len(line["dob"]) == 10 else None for line in lines]
    columns["phone"] = [digits(line["phone"]) or None for line in lines]
    return pandas.DataFrame(columns)


def _settings() -> Any:
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on
    from splink.blocking_rule_library import CustomRule

    def frequent(one: Any) -> Any:
        return one.configure(term_frequency_adjustments=True)

    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            frequent(compare.NameComparison("given")),
            frequent(compare.NameComparison("surname")),
            compare.DateOfBirthComparison("dob", input_is_string=True),
            frequent(compare.ExactMatch("town")),
            compare.PostcodeComparison("postcode"),
            compare.ExactMatch("phone"),
            compare.ExactMatch("nhs"),
            compare.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("dob", "substr(given, 1, 2)"),
            block_on("dob", "substr(surname, 1, 2)"),
            block_on("surname", "given"),
            block_on("surname", "year", "substr(given, 1, 1)"),
            block_on("given", "year", "substr(surname, 1, 1)"),
            block_on("postcode", "substr(given, 1, 1)"),
            block_on("postcode", "substr(surname, 1, 1)"),
            CustomRule("l.given = r.surname and l.surname = r.given"),
            block_on("phone"),
            block_on("nhs"),
            block_on("substr(given, 1, 3)", "substr(surname, 1, 3)", "town"),
        ],
        retain_matching_columns=False,
    )


def _one_at_a_time(database: Any, linker: Any, people: Any, few: Sequence[Line]) -> float:
    """Milliseconds for one question by itself: Splink has no index, it reads everybody."""
    for column in ("given", "surname", "town"):
        linker.table_management.compute_tf_table(column)
    began = time.perf_counter()
    for number, line in enumerate(few):
        name = f"one_{number}"
        one = database.register(_frame([line], "query_id"), dataset_display_name=name)
        linker.inference.predict_between(one, people, warning_mode="never").as_record_list()
    return (time.perf_counter() - began) * 1000 / max(1, len(few))


def _ranked(
    rows: Sequence[dict[str, Any]], people: Sequence[Line], limit: int, ms: float
) -> Iterator[Hit]:
    homes = {line["person_id"]: line["household_id"] for line in people}
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in rows:
        one, other = str(row["unique_id_l"]), str(row["unique_id_r"])
        query, person = (one, other) if one.startswith("q") else (other, one)
        found[query].append((float(row["match_probability"]), person))
    for query, several in found.items():
        several.sort(key=lambda pair: (-pair[0], pair[1]))
        for rank, (chance, person) in enumerate(several[:limit], 1):
            yield Hit(query, rank, person, homes[person], chance, chance, "", ms)
