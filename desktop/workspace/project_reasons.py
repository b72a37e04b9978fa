"""Why a group of companies is proposed and what it costs, on the screen and on paper."""

from collections.abc import Iterator, Mapping

from desktop.content.size_words import size_name
from desktop.projects import About, GroupFacts, Way, left_each_cents, price_each_cents, published
from desktop.workspace.project_words import SIZES, ProjectWords


def reasons(
    about: About, facts: GroupFacts | None, way: Way | None, words: ProjectWords, *, is_public: bool = False
) -> Iterator[str]:
    """Why these companies, and why this way; what is known of them today.

    Where it is public, nothing is told that stands for a few companies.
    """
    count = None if facts is None else facts.count
    lacks = {} if facts is None else facts.by_lack
    if facts is not None and is_public:
        told = published(facts)
        count, lacks = told.count, told.by_lack
    if facts is not None and facts.lacking:
        yield _who(about, _below(facts, count, lacks), words)
        if missing := _missing(lacks, words):
            yield missing
    yield _why_way(about, words)
    if about.also:
        yield words.wording("It also teaches: {names}.", names=", ".join(map(words.need, about.also)))
    if count is not None and way is not None:
        yield from price(way, count, words)


def _below(facts: GroupFacts, count: int | None, lacks: Mapping[int, int]) -> int | None:
    """How many are below their goal, None where that must not be told."""
    if count is None or 0 not in facts.by_lack:
        return count
    return facts.lacking if lacks == facts.by_lack else None


def price(way: Way, companies: int, words: ProjectWords) -> Iterator[str]:
    """What so many companies pay, as far as it is known."""
    say = words.wording
    whole, each = way.price_cents, price_each_cents(way, max(1, companies))
    left = left_each_cents(way, max(1, companies))
    if whole == 0:
        yield say("It costs nothing.")
    elif whole is not None and each is not None and left is not None:
        told = say("It costs {each} for each company.", each=words.euro(each))
        if not way.is_price_each:
            told = say(
                "The price of {whole} is shared: {each} for each company.",
                whole=words.euro(whole),
                each=words.euro(each),
            )
        yield told
        if way.aid_percent:
            yield say(
                "Public money pays {percent} of it: {left} is left for each company to pay.",
                percent=say("{percent}%", percent=way.aid_percent),
                left=words.euro(left),
            )
    elif way.kind == "voucher" and way.aid_percent:
        yield say("It pays up to {percent} of the cost.", percent=say("{percent}%", percent=way.aid_percent))
    if way.most_aid_cents:
        yield say("It pays at most {amount} for a company.", amount=words.euro(way.most_aid_cents))


def money_in_a_clause(way: Way, companies: int, words: ProjectWords) -> str:
    """What a company of so many is left to pay, or what a voucher pays, as a line of a list says it."""
    say = words.wording
    left = left_each_cents(way, max(1, companies))
    percent = "" if way.aid_percent is None else say("{percent}%", percent=way.aid_percent)
    if left is not None:
        return (
            say("costs nothing") if left == 0 else say("{amount} for each company", amount=words.euro(left))
        )
    if way.kind != "voucher":
        return say("price not known")
    if way.most_aid_cents:
        most = words.euro(way.most_aid_cents)
        if percent:
            return say("pays up to {percent} and {amount}", percent=percent, amount=most)
        return say("pays up to {amount}", amount=most)
    return say("pays up to {percent}", percent=percent) if percent else say("how much it pays is not known")


def sizes_of(facts: GroupFacts, words: ProjectWords) -> Iterator[str]:
    """How many companies there are of each size, as far as that may be told outside the hub."""
    told = published(facts)
    for size in SIZES:
        if count := told.by_size.get(size):
            companies = words.wording.plural("{count} company", "{count} companies", count)
            yield f"{size_name(size, words.wording)}: {companies}"


def _who(about: About, count: int | None, words: ProjectWords) -> str:
    need, sector, place = words.need(about.need), words.sector(about.sector), words.place(about)
    if count is None:
        return words.wording(
            "Several companies are below their goal in “{need}” ({sector}, {place}).",
            need=need,
            sector=sector,
            place=place,
        )
    return words.wording.plural(
        "{count} company is below its goal in “{need}” ({sector}, {place}).",
        "{count} companies are below their goal in “{need}” ({sector}, {place}).",
        count,
        need=need,
        sector=sector,
        place=place,
    )


def _missing(by_lack: Mapping[int, int], words: ProjectWords) -> str:
    say = words.wording
    told = [
        say(
            "{levels} for {companies}",
            levels=words.lack(levels),
            companies=say.plural("{count} company", "{count} companies", count),
        )
        for levels, count in by_lack.items()
        if levels
    ]
    return say("Missing to the goal: {told}.", told=", ".join(told)) if told else ""


def _why_way(about: About, words: ProjectWords) -> str:
    say, title = words.wording, words.way(about.way_kind, about.way)
    if about.way_kind == "offer":
        return say(
            "“{title}” is an offer of the hub for {least} to {most} companies.",
            title=title,
            least=about.least,
            most=about.most,
        )
    if about.way_kind == "course":
        course = words.library.catalogue.courses.get(about.way)
        provider = course.provider if course else ""
        return say("The course “{title}” ({provider}) is given in a class.", title=title, provider=provider)
    text = words.library.network.support.funding_text(about.way, say.language)
    issuer = text.issuer if text else ""
    return say(
        "“{title}” ({issuer}) pays for training or advice; several companies can ask for it together.",
        title=title,
        issuer=issuer,
    )
