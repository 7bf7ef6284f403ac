from vedu.web.shell.sections import CREATES, MORE, RAIL, Place, open_to

HERE = Place("people", "me", "Settings", icon="settings")
NOWHERE = Place("nowhere", "index", "Nowhere", icon="x")
FOR_HEADS = Place("people", "me", "Team", icon="users-group", leading_only=True)


def test_a_place_without_an_address_is_not_shown() -> None:
    assert list(open_to((HERE, NOWHERE), is_leading=False)) == [HERE]


def test_only_those_who_lead_see_the_department() -> None:
    assert list(open_to((FOR_HEADS,), is_leading=True)) == [FOR_HEADS]
    assert list(open_to((FOR_HEADS,), is_leading=False)) == []


def test_every_place_that_is_shown_has_an_address() -> None:
    assert all(place.url.startswith("/") for place in open_to(RAIL + MORE + CREATES, is_leading=True))


def test_no_two_places_have_the_same_key() -> None:
    """One place may stand in the rail of some and in the menu of others."""
    keys = {place.url: place.key for place in RAIL + MORE if place.key}
    assert len(keys) == len(set(keys.values()))


def test_an_unknown_view_has_no_address() -> None:
    assert NOWHERE.url == ""
