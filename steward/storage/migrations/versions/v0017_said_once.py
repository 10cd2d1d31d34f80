"""What a row says is kept once: the headers of its table apart, and no value that follows from another.

Of a customer with one record only those golden values are kept that its record does not say by itself. What earlier
versions kept twice stays as it is: it is read the same way. What a list that comes again is compared with stands in an
index, without the rows themselves.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_OF_CONTENT = """
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
# A value in which a digit was lost becomes golden only where nothing better stands.
_OF_RECORD = """
    SELECT
        golden.cin,
        named.key,
        0,
        (SELECT said.value FROM json_each(named.value) AS said
            WHERE said.value <> '' ORDER BY instr(said.value, '?') > 0 LIMIT 1),
        membership.record_id,
        'only_value', 1, '', NULL, 0, 0
    FROM golden
    JOIN membership ON membership.cin = golden.cin AND membership.to_decision IS NULL
    JOIN active_record ON active_record.record_id = membership.record_id
    JOIN record_version ON record_version.id = active_record.version_id,
        json_each(record_version.standard_values) AS named
    WHERE golden.record_count = 1
        AND (
            SELECT count(*) FILTER (WHERE instr(said.value, '?') = 0) = 1
                OR (count(*) = 1)
            FROM json_each(named.value) AS said WHERE said.value <> ''
        )
        AND named.key NOT IN (
            SELECT json_extract(entry.value, '$[0]')
            FROM golden_content, json_each(golden_content.content) AS entry WHERE golden_content.cin = golden.cin
        )
"""
_CONTACT_POINT = """
    CREATE VIEW contact_point AS
    SELECT
        active_record.record_id,
        named.key AS attribute,
        said.key AS position,
        coalesce(
            json_extract(record_version.attribute_values, '$.' || named.key || '[' || said.key || ']'), said.value
        ) AS raw,
        said.value AS standard
    FROM active_record
    JOIN record_version ON record_version.id = active_record.version_id,
        json_each(record_version.standard_values) AS named,
        json_each(named.value) AS said
    WHERE named.key IN ('phone', 'email', 'handle')
"""


def upgrade() -> None:
    op.create_table(
        "list_header",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_list_header"),
    )
    # Added where it is: to copy a million rows for one more column would take long.
    op.execute(
        "ALTER TABLE record_version ADD COLUMN header_id INTEGER "
        "CONSTRAINT fk_record_version_header_id_list_header REFERENCES list_header (id)"
    )
    op.create_index(
        "ix_record_version_record_id_version", "record_version", ["record_id", "version", "content_hash"], unique=False
    )
    op.execute("DROP VIEW golden_value")
    op.execute(f"CREATE VIEW golden_value AS {_OF_CONTENT} UNION ALL {_OF_RECORD}")
    op.execute("DROP VIEW contact_point")
    op.execute(_CONTACT_POINT)
