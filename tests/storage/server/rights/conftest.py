"""A hub with something of every company in every table."""

from collections.abc import Iterator

import pytest

from desktop.advising import Engagement
from tests.desks import a_firm
from tests.hub_server import Hub, hub_on
from tests.serving import Server

ASSIGNED = {
    "Alfa": Engagement(office="nord"),
    "Beta": Engagement(office="nord", expert="elio-e"),
    "Gamma": Engagement(office="sud", officer="elio-e"),
    "Delta": Engagement(),
}
_MORE = """
INSERT INTO question (key) VALUES ('a'), ('b');
INSERT INTO answer SELECT round.id, question.id, '1', now() FROM round, question;
INSERT INTO respondent (round_id, label, role, created_at) SELECT id, 'x', 'owner', now() FROM round;
INSERT INTO respondent_answer SELECT respondent.id, question.id, '1', now() FROM respondent, question;
INSERT INTO remark SELECT id, (SELECT min(id) FROM question), 'secret', '', false, now() FROM round;
INSERT INTO evidence (round_id, subject, file_name, media_type, size, sha256, added_at)
    SELECT id, 'question:x', 'x.png', 'image/png', 1, '', now() FROM round;
INSERT INTO evidence_content SELECT id, 'secret' FROM evidence;
INSERT INTO step SELECT id, 'x', 'done', 'secret', now() FROM round;
INSERT INTO move SELECT id, '[]', '{}', now() FROM round;
INSERT INTO kept_plan (round_id, name, constraints, kept_at) SELECT id, 'x', '{}', now() FROM round;
INSERT INTO consent (round_id, agreed_on, text_version) SELECT id, now(), '1' FROM round;
INSERT INTO expert_remark (uid, round_id, about, text, by, made_at, changed_at)
    SELECT 'r' || id, id, '', 'secret', '', now(), now() FROM round;
INSERT INTO received (sha256, carrier, scope, company, stage, file_name, received_at, line, round_id)
    SELECT 's' || id, 'file', 'full', 'x', 'T0', 'x', now(), 'secret', id FROM round;
INSERT INTO received (sha256, carrier, scope, company, stage, file_name, received_at, line)
    VALUES ('alone', 'file', 'full', 'x', 'T0', 'x', now(), 'secret');
INSERT INTO frame (kind, names) VALUES ('dimensions', '[]');
INSERT INTO standing SELECT id, 'dma-sme', (SELECT min(id) FROM frame), 1, 1, '' FROM round;
INSERT INTO need SELECT id, (SELECT min(id) FROM frame), '', '' FROM round;
INSERT INTO reminder (uid, company_id, due_on, kind, text, made_at)
    SELECT 'm' || id, id, now(), 'call', 'x', now() FROM company;
INSERT INTO project (uid, title, kind, about, state, note, made_at, changed_at)
    SELECT 'p' || id, name, 'course', '{}', 'open', '', now(), now() FROM company;
INSERT INTO project_member SELECT project.id, company.id, 'in' FROM project JOIN company ON title = name;
INSERT INTO service (uid, company_id, category, kind, title, note, technology, price_cents, aid_cents,
    aid_scheme, started_on, attendees, state, officer, provider, made_at, changed_at)
    SELECT 'v' || id, id, 'training', '', 'x', '', '', 1, 0, '', now(), 1, 'planned', '', '', now(), now()
    FROM company;
INSERT INTO service_file (service_id, file_name, media_type, size, sha256, added_at)
    SELECT id, 'x.pdf', 'application/pdf', 1, '', now() FROM service;
INSERT INTO service_file_content SELECT id, 'secret' FROM service_file;
INSERT INTO event (uid, name, place, held_on, made_at) VALUES ('e', 'Fair', '', now(), now());
INSERT INTO visitor (event_id, came_at, choice, draft, firm, scores, round_id)
    SELECT event.id, now(), 'listed', '', '{}', '{}', round.id FROM event, round;
INSERT INTO loan (uid, company_id, login, taken_at) SELECT 'l' || id, id, 'x', now() FROM company;
INSERT INTO preference VALUES ('report_hub', '"Hub"'), ('import-lines:1:000000', '["Gamma"]');
INSERT INTO erased VALUES ('u', now(), 'x');
INSERT INTO arrived VALUES ('a', now());
INSERT INTO pack VALUES ('hub', 1, '1', 'Hub', '', now(), '');
INSERT INTO pack_key VALUES ('hub', '', 1, now());
INSERT INTO figures (made_at, document) VALUES (now(), '{}');
INSERT INTO desk_key VALUES (1, 'secret', now());
INSERT INTO taken VALUES ('u', 'l', 's', now(), '{}');
INSERT INTO waiting (uid, server, kind, document, made_at) VALUES ('w', 's', 'answer', '{}', now());
"""


@pytest.fixture(scope="module")
def hub(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """Alfa and Beta are of the office in the north, Gamma of that in the south; Elio has Beta and Gamma."""
    with hub_on(server) as made:
        with made.desk("carla", tmp_path_factory.mktemp("data")) as desk:
            for name in ASSIGNED:
                desk.create_case(a_firm(name))
            companies = {each.row.name: each.row.id for each in desk.hub.advising.companies()}
            desk.hub.advising.assign({companies[name]: each for name, each in ASSIGNED.items()})
        made.ask("postgres", _MORE)
        yield made
