"""What is asked of a database for figures of a territory: each column comes as one long text.

`:mark` stands between texts. A server reads `group_concat` as its own `string_agg`.

Companies come in the order of their numbers, which others are looked up by; a server has no order of its own.

A damaged cell must not hide the others: texts lose the mark that stands between them, days are padded.
"""

COMPANIES = """
SELECT count(*) AS count, group_concat(CAST(id AS TEXT), ',') AS ids,
    group_concat(replace(coalesce(region, ''), :mark, ''), :mark) AS region,
    group_concat(replace(coalesce(province, ''), :mark, ''), :mark) AS province,
    group_concat(replace(coalesce(sector, ''), :mark, ''), :mark) AS sector,
    group_concat(CAST(coalesce(CAST(headcount AS BIGINT), -1) AS TEXT), ',') AS headcount,
    group_concat(CAST(coalesce(CAST(turnover_eur AS BIGINT), -1) AS TEXT), ',') AS turnover,
    group_concat(CAST(coalesce(CAST(balance_sheet_eur AS BIGINT), -1) AS TEXT), ',') AS balance
FROM (SELECT * FROM company ORDER BY id) AS sorted
"""
ENGAGEMENTS = """
SELECT count(*) AS count, group_concat(CAST(company_id AS TEXT), ',') AS ids,
    group_concat(replace(coalesce(office, ''), :mark, ''), :mark) AS office,
    group_concat(replace(coalesce(officer, ''), :mark, ''), :mark) AS officer,
    group_concat(CAST(coalesce(CAST(event_id AS BIGINT), -1) AS TEXT), ',') AS event
FROM engagement
"""
ROUNDS = """
SELECT count(*) AS count, group_concat(CAST(id AS TEXT), ',') AS ids,
    group_concat(CAST(company_id AS TEXT), ',') AS company,
    group_concat(CAST(coalesce(CAST(substr(stage, 2) AS BIGINT), -1) AS TEXT), ',') AS turn,
    group_concat(substr(changed_at || '----------', 1, 10), '') AS day,
    count(CASE WHEN counted_at IS NULL OR counted_at != changed_at THEN 1 END) AS waiting
FROM round NOT INDEXED
"""
SCORED = """
SELECT count(*) AS count, group_concat(CAST(round_id AS TEXT), ',') AS ids
FROM (SELECT DISTINCT round_id FROM standing) AS scored
"""
TAKEN = "SELECT questionnaire_id AS id, count(*) AS count FROM standing GROUP BY questionnaire_id"
SCORES = """
SELECT count(*) AS count, group_concat(CAST(round_id AS TEXT), ',') AS ids,
    group_concat(CAST(coalesce(CAST(overall AS BIGINT), -1) AS TEXT), ',') AS overall,
    group_concat(CAST(coalesce(CAST(coverage AS BIGINT), -1) AS TEXT), ',') AS coverage,
    group_concat(scores, '') AS scores
FROM standing
WHERE questionnaire_id = :questionnaire AND frame_id = :frame AND length(scores) = :width
"""
NEEDS = """
SELECT count(*) AS count, group_concat(CAST(round_id AS TEXT), ',') AS ids,
    group_concat(levels, '') AS levels,
    group_concat(targets, '') AS targets
FROM need
WHERE frame_id = :frame AND length(levels) = :width AND length(targets) = :width
"""
PLANNED = """
SELECT count(*) AS count, group_concat(CAST(company_id AS TEXT), ',') AS ids
FROM (SELECT DISTINCT company_id FROM reminder WHERE kind = 'step') AS planned
"""
RECEIVED = """
SELECT count(*) AS count, group_concat(CAST(round_id AS TEXT), ',') AS ids
FROM received
WHERE round_id IS NOT NULL
"""
SERVICES = """
SELECT count(*) AS count,
    group_concat(CAST(coalesce(CAST(company_id AS BIGINT), -1) AS TEXT), ',') AS company,
    group_concat(replace(coalesce(category, ''), :mark, ''), :mark) AS category,
    group_concat(replace(coalesce(kind, ''), :mark, ''), :mark) AS kind,
    group_concat(CAST(coalesce(CAST(price_cents AS BIGINT), -1) AS TEXT), ',') AS price,
    group_concat(CAST(coalesce(CAST(aid_cents AS BIGINT), -1) AS TEXT), ',') AS aid,
    group_concat(substr(started_on || '----------', 1, 10), '') AS day,
    group_concat(CASE WHEN state IN ('delivered', 'reported') THEN '1' ELSE '0' END, ',') AS given
FROM service
WHERE state != 'cancelled'
"""
EVENTS = "SELECT id, name, held_on FROM event ORDER BY held_on, id"
VISITORS = """
SELECT count(*) AS count, group_concat(CAST(event_id AS TEXT), ',') AS event,
    group_concat(CASE WHEN choice = 'listed' THEN '1' ELSE '0' END, ',') AS listed,
    group_concat(CAST(coalesce(CAST(round_id AS BIGINT), -1) AS TEXT), ',') AS round
FROM visitor
WHERE choice != 'open'
"""
