"""What stands on the sheet of a project: for the hub with names, or for anybody without."""

from collections.abc import Iterator, Sequence

from desktop.projects import (
    About,
    FirmLine,
    Member,
    Project,
    Way,
    left_each_cents,
    price_each_cents,
    published,
)
from desktop.report.project_sheet import ProjectSheet, Rows
from desktop.report.service_words import money_in_words
from desktop.workspace.project_doubts import doubts
from desktop.workspace.project_reasons import reasons, sizes_of
from desktop.workspace.project_terms import contacts_of, terms_of
from desktop.workspace.project_words import ProjectWords, member_state_in_words
from desktop.workspace.projects import Found

_BLANK = "…" * 7


def page_of(
    project: Project, members: Sequence[Member], found: Found, words: ProjectWords, *, is_named: bool
) -> ProjectSheet:
    """The companies that are not out, by name or only counted as far as that may leave the hub."""
    about, say = project.about, words.wording
    there = [each for each in members if each.state != "out"]
    ids = tuple(each.firm.id for each in there)
    facts, way = found.facts(about, ids), found.way(about)
    told = None if facts is None else published(facts).count
    against = tuple(doubts(found, about, ids, say)) if is_named else ()
    sizes = () if facts is None or is_named else tuple(sizes_of(facts, words))
    why = tuple(reasons(about, facts, None, words, is_public=not is_named))  # costs have a table of their own
    return ProjectSheet(
        title=project.title.replace(" · ", "\N{NO-BREAK SPACE}· "),  # no line begins with a dot
        subtitles=tuple(_subtitles(project, words)),
        sections=(
            (say("What it is about"), tuple(words.about(about))),
            (say("Why this group"), why),
            (say("What speaks against it"), against),
            (say("Which companies"), sizes),
        ),
        made_on=found.day,
        terms_title=words.way_kind(about.way_kind),
        terms=terms_of(about, words, found.day),
        costs=_costs(about, way, len(there) if is_named else told, words),
        companies=_companies(there, about, words) if is_named else None,
        steps=tuple(_steps_of_the_hub(about, words) if is_named else _steps_of_a_company(about, words)),
        shared_out=is_named,
        contacts=contacts_of(about, words),
        signing_title=say("For the hub") if is_named else say("We would like to take part"),
        signing=(
            (say("Place and date"), say("Name in capital letters"), say("Signature"))
            if is_named
            else (say("Company"), say("Contact, telephone or e-mail"), say("Date and signature"))
        ),
    )


def _subtitles(project: Project, words: ProjectWords) -> Iterator[str]:
    """What would be done, and where, unless the title tells that."""
    about = project.about
    yield f"{words.way_kind(about.way_kind)}: {words.way(about.way_kind, about.way)}"
    where = f"{words.sector(about.sector)} · {words.place(about)}"
    if where not in project.title:
        yield where


def _costs(about: About, way: Way | None, there: int | None, words: ProjectWords) -> Rows | None:
    """What a company pays where few, all or as many as can be take part; blank where nobody knows it yet."""
    say = words.wording
    if way is None:
        return None
    if way.is_price_each or way.price_cents is None:
        named = {there or about.least: say("whatever their number")}
    else:
        named = {about.least: say("the fewest, {count}", count=about.least)}
        named[about.most] = say("the most, {count}", count=about.most)
        if there is not None and about.least <= there <= about.most:
            named[there] = say("this group, {count}", count=there)
    rows = tuple((name, *_prices(way, count, words)) for count, name in sorted(named.items()))
    heads = (
        say("Companies"),
        say("All together"),
        say("Each company"),
        say("Public money"),
        say("Left to pay"),
    )
    note = "" if way.price_cents is not None else say("The price is not known: write it in once agreed.")
    return Rows(say("Costs and shares"), heads, (0.28, 0.18, 0.18, 0.18, 0.18), rows, note, of_figures=True)


def _prices(way: Way, count: int, words: ProjectWords) -> tuple[str, str, str, str]:
    say = words.wording
    each, left = price_each_cents(way, count), left_each_cents(way, count)
    if each is None or left is None or way.price_cents is None:
        percent = "" if way.aid_percent is None else say("up to {share}%", share=way.aid_percent)
        return _BLANK, _BLANK, percent or _BLANK, _BLANK
    whole = money_in_words(way.price_cents * (count if way.is_price_each else 1), say)
    return whole, money_in_words(each, say), money_in_words(each - left, say), money_in_words(left, say)


def _companies(members: Sequence[Member], about: About, words: ProjectWords) -> Rows:
    say = words.wording
    rows = tuple(
        (
            each.firm.name,
            words.firm_place(each.firm),
            say.number(each.firm.headcount),
            _level(each.firm, words),
            ", ".join(filter(None, (each.firm.contact, each.firm.phone, each.firm.email))),
            member_state_in_words(each.state, say),
            "",
        )
        for each in members
    )
    title = say.plural("{count} company", "{count} companies", len(rows))
    heads = (
        say("Company"),
        say("Place"),
        say("People"),
        say("Level"),
        say("Contact"),
        say("State"),
        say("Notes"),
    )
    note = say("Level of today and goal in “{need}”, from 0 to 4.", need=words.need(about.need))
    return Rows(title, heads, (0.22, 0.11, 0.08, 0.07, 0.21, 0.12, 0.19), rows, note, to_write_on=True)


def _level(firm: FirmLine, words: ProjectWords) -> str:
    if firm.level is None or firm.target is None:
        return "–"
    return words.wording("{level} → {target}", level=firm.level, target=firm.target)


def _steps_of_the_hub(about: About, words: ProjectWords) -> Iterator[str]:
    say = words.wording
    if about.way_kind == "voucher":
        yield say("Ask whether applications are taken, how much it pays, and until when.")
    elif about.way_kind == "course":
        yield say("Ask the provider for days, place and price of a class of their own.")
    yield say("Write to the companies or call them; note who takes part.")
    if about.aid_scheme:
        yield say("Ask each company for its declaration of the public money it has had.")
    if about.way_kind == "voucher":
        yield say("Gather the papers and send the applications before anything is spent.")
    else:
        yield say("Agree on days, place and who leads it; confirm them in writing.")
    yield say("Put the project into the register, and mark what was delivered.")


def _steps_of_a_company(about: About, words: ProjectWords) -> Iterator[str]:
    say = words.wording
    yield say("Tell the hub that you would like to take part: sign below, write or call.")
    if about.aid_scheme:
        yield say("Fill in the declaration of the public money you have had.")
    if about.way_kind == "voucher":
        yield say("The hub asks for the money together with you, before anything is spent.")
    else:
        yield say("The hub agrees with all on days and place, and confirms them in writing.")
