"""What the database itself holds: the ledger only grows, and the tally is always its sum.

`install` runs after every migrate and replaces what is there, on SQLite and PostgreSQL. PostgreSQL
also refuses TRUNCATE, hence `manage.py flush`, and any writing to the tally but the ledger's. SQLite has
no TRUNCATE, and its triggers cannot tell who writes: there `verify_closing` finds a tally that was
written by hand. No setting opens any of this; who must, owns the table and says so: DISABLE TRIGGER.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db import connections

# Each table with its key.
APPEND_ONLY = {"news_ledgerentry": "id", "news_receipt": "article_id", "news_closing": "id"}

SQLITE_APPEND_ONLY = """
DROP TRIGGER IF EXISTS {table}_no_{verb};
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""

# REPLACE removes the row in its way without asking the trigger on DELETE.
SQLITE_NO_REPLACE = """
DROP TRIGGER IF EXISTS {table}_no_REPLACE;
CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""

# An adopted rule never changes: rows were counted by it. (One that was deleted, `verify_closing` names.)
SQLITE_RULES = """
DROP TRIGGER IF EXISTS news_countingrule_no_UPDATE;
CREATE TRIGGER news_countingrule_no_UPDATE BEFORE UPDATE ON news_countingrule WHEN OLD.version IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an adopted counting rule does not change'); END;
"""

SQLITE_TALLY = """
DROP TRIGGER IF EXISTS news_ledgerentry_tally;
CREATE TRIGGER news_ledgerentry_tally AFTER INSERT ON news_ledgerentry
BEGIN
    INSERT INTO news_tally (satker_id, role, year, month, count)
    VALUES (NEW.satker_id, NEW.role, CAST(substr(NEW.day, 1, 4) AS INTEGER),
            CAST(substr(NEW.day, 6, 2) AS INTEGER), NEW.delta)
    ON CONFLICT (satker_id, role, year, month) DO UPDATE SET count = count + excluded.count;
END;
"""

POSTGRESQL_APPEND_ONLY = """
CREATE OR REPLACE FUNCTION news_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION news_append_only();
CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION news_append_only();
"""

POSTGRESQL_RULES = """
CREATE OR REPLACE FUNCTION news_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an adopted counting rule does not change'; END $$;
CREATE OR REPLACE TRIGGER news_countingrule_adopted BEFORE UPDATE ON news_countingrule
FOR EACH ROW WHEN (OLD.version IS NOT NULL) EXECUTE FUNCTION news_adopted();
"""

POSTGRESQL_TALLY = """
CREATE OR REPLACE FUNCTION news_add_to_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO news_tally (satker_id, role, year, month, count)
    VALUES (NEW.satker_id, NEW.role, EXTRACT(YEAR FROM NEW.day), EXTRACT(MONTH FROM NEW.day), NEW.delta)
    ON CONFLICT (satker_id, role, year, month) DO UPDATE SET count = news_tally.count + EXCLUDED.count;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER news_ledgerentry_tally AFTER INSERT ON news_ledgerentry
FOR EACH ROW EXECUTE FUNCTION news_add_to_tally();
CREATE OR REPLACE FUNCTION news_tally_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- 1 is this trigger alone; 2 is this trigger within that of the ledger.
    IF pg_trigger_depth() < 2 THEN RAISE EXCEPTION 'news_tally is written by the ledger alone'; END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER news_tally_guard BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON news_tally
FOR EACH STATEMENT EXECUTE FUNCTION news_tally_guard();
"""


def install(using: str = "default", **kwargs: Any) -> None:
    """Put the triggers in place on the database `using`; safe to repeat."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for sql in _wanted(connection):
            for statement in _statements(sql) if connection.vendor == "sqlite" else [sql]:
                cursor.execute(statement)


def missing(using: str = "default") -> list[str]:
    """Return the names of triggers that are not in place: dropped, switched off, or (on SQLite) worded otherwise.

    PostgreSQL is not asked what a trigger's function does: whoever owns it can empty it.
    """
    connection = connections[using]
    wanted = [sql for each in _wanted(connection) for sql in _named(each)]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
            found = {_plain(sql) for (sql,) in cursor.fetchall()}
            return [name for name, sql in wanted if _plain(sql) not in found]
        cursor.execute(
            "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND pg_table_is_visible(pg_class.oid)"
        )
        found = {name for (name,) in cursor.fetchall()}
        return [name for name, _sql in wanted if name not in found]


def _wanted(connection: Any) -> Iterator[str]:
    """Yield the statements that make the triggers of the tables that are there."""
    present, sqlite = set(connection.introspection.table_names()), connection.vendor == "sqlite"
    for table, key in APPEND_ONLY.items():
        if table not in present:
            continue
        if sqlite:
            yield from (SQLITE_APPEND_ONLY.format(table=table, verb=verb) for verb in ("UPDATE", "DELETE"))
            yield SQLITE_NO_REPLACE.format(table=table, key=key)
        else:
            yield POSTGRESQL_APPEND_ONLY.format(table=table)
    if {"news_tally", "news_ledgerentry"} <= present:
        yield SQLITE_TALLY if sqlite else POSTGRESQL_TALLY
    if "news_countingrule" in present:
        yield SQLITE_RULES if sqlite else POSTGRESQL_RULES


def _named(sql: str) -> list[tuple[str, str]]:
    """Return the triggers that a statement makes, by name."""
    parts = re.split(r"(?=^CREATE (?:OR REPLACE )?TRIGGER )", sql, flags=re.MULTILINE)[1:]
    return [(part.split("TRIGGER ", 1)[1].split()[0], part) for part in parts]


def _plain(sql: str) -> str:
    return " ".join(sql.split()).removesuffix(";")


def _statements(sql: str) -> list[str]:
    """Split a DROP and a CREATE TRIGGER: SQLite's driver takes one statement a call."""
    drop, create = sql.strip().split("\n", 1)
    return [drop, create]
