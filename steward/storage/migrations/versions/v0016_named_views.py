"""Golden values and contacts can be asked for in SQL by name: views over what the store holds packed.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

# A value that says no more than itself and its record is the only one of its attribute.
_GOLDEN_VALUE = """
    CREATE VIEW golden_value AS
    SELECT
        golden_content.cin,
        json_extract(entry.value, '$[0]') AS attribute,
        iif(json_array_length(entry.value) = 3, 0, json_extract(entry.value, '$[2]')) AS position,
        json_extract(entry.value, '$[1]') AS value,
        json_extract(entry.value, '$[#-1]') AS record_id,
        iif(json_array_length(entry.value) = 3, 'only_value', json_extract(entry.value, '$[3]')) AS rule,
        iif(json_array_length(entry.value) = 3, 1, json_extract(entry.value, '$[4]')) AS support,
        iif(json_array_length(entry.value) = 3, '', json_extract(entry.value, '$[5]')) AS runner_up,
        iif(json_array_length(entry.value) = 3, NULL, json_extract(entry.value, '$[6]')) AS decision_id,
        iif(json_array_length(entry.value) = 3, 0, json_extract(entry.value, '$[7]')) AS is_locked,
        iif(json_array_length(entry.value) = 3, 0, json_extract(entry.value, '$[8]')) AS is_trusted
    FROM golden_content, json_each(golden_content.content) AS entry
"""
_CONTACT_POINT = """
    CREATE VIEW contact_point AS
    SELECT
        active_record.record_id,
        named.key AS attribute,
        said.key AS position,
        said.value AS raw,
        json_extract(record_version.standard_values, '$.' || named.key || '[' || said.key || ']') AS standard
    FROM active_record
    JOIN record_version ON record_version.id = active_record.version_id,
        json_each(record_version.attribute_values) AS named,
        json_each(named.value) AS said
    WHERE named.key IN ('phone', 'email', 'handle')
"""


def upgrade() -> None:
    op.execute(_GOLDEN_VALUE)
    op.execute(_CONTACT_POINT)
