"""The picture of a grid: the same bytes for the same value, and legible without colour."""

import io
from itertools import pairwise

import pytest
from PIL import Image

from bot.domain.heat.answers import heat_of_answers
from bot.domain.heat.grid import Heat
from bot.domain.meeting import Choice
from bot.pictures.heatmap import drawn
from bot.pictures.palette import INK, NOBODY, PAPER, contrast, ink_on, luminance, shade
from bot.pictures.studio import Studio
from cogs.wording.heat import poll_captions
from tests.domain.examples import ADA, BEN, EVERYBODY, a_group, a_poll, slot

STEPS = [shade(step / 40) for step in range(41)]


def heat(count: int, best: int = 0) -> Heat:
    """So many slots at 7 am in New York, one a day, of which one has two people."""
    slots = [slot(24 * (1 + place)) for place in range(count)]
    said = {ADA: dict.fromkeys(slots, Choice.YES), BEN: {slots[best]: Choice.YES}}
    made = heat_of_answers(a_poll(said, group=a_group(EVERYBODY), slots=slots))
    assert made is not None
    return made


def image(made: Heat) -> Image.Image:
    return Image.open(io.BytesIO(drawn(made, poll_captions(made)))).convert("RGB")


def test_the_same_grid_gives_the_same_file() -> None:
    one, other = heat(5), heat(5)
    assert drawn(one, poll_captions(one)) == drawn(other, poll_captions(other))
    assert drawn(one, poll_captions(one)) != drawn(heat(5, 1), poll_captions(heat(5, 1)))


def test_it_is_as_wide_as_a_phone_twice_over_and_continues_below() -> None:
    week, longer = image(heat(7)), image(heat(8))
    assert week.size[0] == longer.size[0] == 624
    assert longer.size[1] > week.size[1]


def test_cells_have_the_colour_of_their_count_and_the_best_a_frame() -> None:
    colours = {colour for _, colour in image(heat(5)).getcolors(1 << 20) or []}
    assert {shade(0), shade(1), INK, PAPER} <= colours
    best, other = image(heat(5, 0)), image(heat(5, 1))
    box = (90, 120, 220, 200)  # the first day's cell with what is around it
    bright = [
        sum(count for count, colour in one.crop(box).getcolors() or [] if colour == INK)
        for one in (best, other)
    ]
    assert bright[0] > 500 > bright[1]


def test_the_scale_is_read_by_its_lightness_and_every_number_by_its_contrast() -> None:
    lightness = [luminance(colour) for colour in STEPS]
    assert all(low < high for low, high in pairwise(lightness))
    assert luminance(NOBODY) < lightness[0] or contrast(NOBODY, STEPS[0]) > 1.05
    assert all(contrast(ink_on(colour), colour) >= 4.5 for colour in STEPS)
    assert contrast(INK, PAPER) >= 7


@pytest.mark.parametrize("count", [4, 25])
async def test_the_studio_draws_beside_the_loop_and_not_twice(count: int) -> None:
    studio = Studio()
    made = heat(count)
    first = await studio.heatmap(made, poll_captions(made))
    assert first == drawn(made, poll_captions(made))
    assert await studio.heatmap(heat(count), poll_captions(made)) is first
