"""Sites that say by themselves who gives a course and how it is held."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from desktop.exchange.course_import.provider_words import Format


@dataclass(frozen=True, slots=True)
class Site:
    """Who gives all courses of a site, its name, and how all of them are held; empty where courses differ.

    All courses of one that `is_free` cost nothing.
    """

    provider: str = ""
    platform: str = ""
    format: Format | None = None
    is_free: bool = False


_SITES = {
    "learn.microsoft.com/training": Site("Microsoft", "Microsoft Learn", "self-paced", is_free=True),
    "coursera.org/learn": Site("", "Coursera", "self-paced"),
    "coursera.org/specializations": Site("", "Coursera", "self-paced"),
    "coursera.org/professional-certificates": Site("", "Coursera", "self-paced"),
    "edx.org": Site("", "edX"),
    "skills.yourlearning.ibm.com": Site("IBM", "IBM SkillsBuild", "self-paced", is_free=True),
    "skillsbuild.org": Site("IBM", "IBM SkillsBuild", "self-paced", is_free=True),
    "netacad.com/courses": Site("Cisco", "Cisco Networking Academy"),
    "explore.skillbuilder.aws": Site("Amazon Web Services", "AWS Skill Builder"),
    "cloudskillsboost.google": Site("Google Cloud", "Google Cloud Skills Boost", "self-paced"),
}


def site_of(url: str | None) -> Site:
    """What the site of an address tells; nothing where it is not known."""
    if url is None:
        return Site()
    parts = urlsplit(url)
    host = parts.netloc.casefold().removeprefix("www.")
    steps = [step for step in parts.path.casefold().split("/") if step]
    for name, site in _SITES.items():
        known_host, _, known_step = name.partition("/")
        if host == known_host and (not known_step or known_step in steps[:2]):
            return site
    return Site()
