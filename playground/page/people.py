"""Where the invented members live, for the page: their city, and how dates are written there.

It does *not* know what they do.
"""

from dataclasses import dataclass

from playground.person import Person
from playground.story.scene import Scene

_PLACES = {
    "America/New_York": ("New York", "en-US"),
    "Europe/London": ("London", "en-GB"),
    "Pacific/Auckland": ("Auckland", "en-NZ"),
    "Asia/Kolkata": ("Kolkata", "en-IN"),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody as the page's switcher shows them; `key` names them in addresses."""

    person: Person
    key: str
    city: str
    zone: str
    locale: str


def profiles(scene: Scene) -> dict[str, Profile]:
    """Everybody, by key."""
    return {one.key: one for one in (profile(scene, who) for who in scene.people.values())}


def profile(scene: Scene, person: Person) -> Profile:
    """One of them."""
    zone = scene.zones[person.id].key
    city, locale = _PLACES.get(zone, (zone.split("/")[-1].replace("_", " "), "en-US"))
    return Profile(person, person.name.lower(), city, zone, locale)
