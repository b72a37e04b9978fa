"""What is asked of a database for figures of a territory: each column comes as one long text.

A damaged cell must not hide the others: texts lose the mark that stands between them, days are padded.
"""

COMPANIES = """
SELECT count(*) AS count, group_concat(id) AS ids,
    group_concat(replace(coalesce(region, ''), char(31), ''), char(31)) AS region,
    group_concat(replace(coalesce(province, ''), char(31), ''), char(31)) AS province,
    group_concat(replace(coalesce(sector, ''), char(31), ''), char(31)) AS sector,
    group_concat(coalesce(CAST(headcount AS INTEGER), -1)) AS headcount,
    group_concat(coalesce(CAST(turnover_eur AS INTEGER), -1)) AS turnover,
    group_concat(coalesce(CAST(balance_sheet_eur AS INTEGER), -1)) AS balance
FROM company
"""
ENGAGEMENTS = """
SELECT count(*) AS count, group_concat(company_id) AS ids,
    group_concat(replace(coalesce(office, ''), char(31), ''), char(31)) AS office,
    group_concat(replace(coalesce(officer, ''), char(31), ''), char(31)) AS officer,
    group_concat(coalesce(CAST(event_id AS INTEGER), -1)) AS event
FROM engagement
"""
ROUNDS = """
SELECT count(*) AS count, group_concat(id) AS ids, group_concat(company_id) AS company,
    group_concat(coalesce(CAST(substr(stage, 2) AS INTEGER), -1)) AS turn,
    group_concat(substr(changed_at || '----------', 1, 10), '') AS day,
    coalesce(sum(counted_at IS NULL OR counted_at != changed_at), 0) AS waiting
FROM round NOT INDEXED
"""
SCORED = """
SELECT count(*) AS count, group_concat(round_id) AS ids
FROM (SELECT DISTINCT round_id FROM standing)
"""
TAKEN = "SELECT questionnaire_id AS id, count(*) AS count FROM standing GROUP BY questionnaire_id"
SCORES = """
SELECT count(*) AS count, group_concat(round_id) AS ids,
    group_concat(coalesce(CAST(overall AS INTEGER), -1)) AS overall,
    group_concat(coalesce(CAST(coverage AS INTEGER), -1)) AS coverage,
    group_concat(scores, '') AS scores
FROM standing
WHERE questionnaire_id = :questionnaire AND frame_id = :frame AND length(scores) = :width
"""
NEEDS = """
SELECT count(*) AS count, group_concat(round_id) AS ids, group_concat(levels, '') AS levels,
    group_concat(targets, '') AS targets
FROM need
WHERE frame_id = :frame AND length(levels) = :width AND length(targets) = :width
"""
PLANNED = """
SELECT count(*) AS count, group_concat(company_id) AS ids
FROM (SELECT DISTINCT company_id FROM reminder WHERE kind = 'step')
"""
RECEIVED = """
SELECT count(*) AS count, group_concat(round_id) AS ids
FROM received
WHERE round_id IS NOT NULL
"""
SERVICES = """
SELECT count(*) AS count, group_concat(coalesce(CAST(company_id AS INTEGER), -1)) AS company,
    group_concat(replace(coalesce(category, ''), char(31), ''), char(31)) AS category,
    group_concat(replace(coalesce(kind, ''), char(31), ''), char(31)) AS kind,
    group_concat(coalesce(CAST(price_cents AS INTEGER), -1)) AS price,
    group_concat(coalesce(CAST(aid_cents AS INTEGER), -1)) AS aid,
    group_concat(substr(started_on || '----------', 1, 10), '') AS day,
    group_concat(state IN ('delivered', 'reported')) AS given
FROM service
WHERE state != 'cancelled'
"""
EVENTS = "SELECT id, name, held_on FROM event ORDER BY held_on, id"
VISITORS = """
SELECT count(*) AS count, group_concat(event_id) AS event,
    group_concat(choice = 'listed') AS listed,
    group_concat(coalesce(CAST(round_id AS INTEGER), -1)) AS round
FROM visitor
WHERE choice != 'open'
"""
