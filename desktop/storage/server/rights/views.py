"""The companies and rounds that who is signed in sees, as views: what policies of the rows below ask.

A view reads with the rights of its owner, so that one question needs one plan: were the policies of round and
company asked in turn, each would double the plans a server weighs, and it would take the slow one for a whole
table. They tell numbers alone, and of what the one who asks sees anyway.
"""

from typing import Final

_WHOSE: Final = """
LEFT JOIN public.engagement ON engagement.company_id = company.id
JOIN public.person ON person.login = session_user
WHERE (person.role = 'office' AND engagement.office <> '' AND engagement.office = person.office)
OR (person.role = 'expert' AND engagement.expert <> '' AND engagement.expert = person.expert)
OR (person.role = 'expert' AND engagement.officer <> '' AND engagement.officer = person.expert)
OR (company.made_by = person.login AND coalesce(engagement.office, '') = ''
    AND coalesce(engagement.officer, '') = '' AND coalesce(engagement.expert, '') = '')
"""
_VIEW: Final = "CREATE OR REPLACE VIEW public.{} WITH (security_barrier) AS SELECT {}"

COMPANIES: Final = "sestante_companies"
ROUNDS: Final = "sestante_rounds"
VIEWS: Final = {
    COMPANIES: _VIEW.format(COMPANIES, f"company.id FROM public.company {_WHOSE}"),
    ROUNDS: _VIEW.format(
        ROUNDS,
        f"round.id FROM public.round JOIN public.company ON company.id = round.company_id {_WHOSE}",
    ),
}
"""By name. The policies of `company` and `engagement` say the same of a row that is just being made."""
