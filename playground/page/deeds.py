"""What somebody at the page can do as a member: write, command, press, choose, fill in.

Each wish is one call of a person at the loopback. It does *not* know HTTP.
"""

from collections.abc import Awaitable, Callable

from playground.commanding import MESSAGE_MENU, SLASH, find_command, find_subcommand
from playground.page.asking import Asked, Before
from playground.page.values import choices, field_values, option_values, plain_values
from playground.payloads import Json
from playground.reading import Control
from playground.reply import Reply
from playground.stage import DriverError
from playground.world import Channel, Message

Deed = Callable[[Before, Asked], Awaitable[Json]]
MOST_ANSWERS = 10
DEEDS: dict[str, Deed] = {}


def _deed(name: str) -> Callable[[Deed], Deed]:
    def kept(deed: Deed) -> Deed:
        DEEDS[name] = deed
        return deed

    return kept


@_deed("write")
async def _write(at: Before, asked: Asked) -> Json:
    answered = asked.text("answers")
    channel = at.channel(asked.text("channel"))
    sent = await at.person.write(
        channel,
        asked.text("text"),
        files=asked.upload(),
        reply_to=at.message(asked.text("channel"), answered) if answered else None,
    )
    _mark_read(at, channel, sent.id)
    return {"message": str(sent.id)}


@_deed("ask")
async def _ask(at: Before, asked: Asked) -> Json:
    channel, answers = at.channel(asked.text("channel")), asked.listed("answers")
    if not 1 <= len(answers) <= MOST_ANSWERS:
        raise DriverError(f"a poll has 1 to {MOST_ANSWERS} answers")
    sent = await at.person.ask(channel, asked.text("question").strip(), answers)
    _mark_read(at, channel, sent.id)
    return {"message": str(sent.id)}


@_deed("forward")
async def _forward(at: Before, asked: Asked) -> Json:
    channel = at.channel(asked.text("to"))
    sent = await at.person.forward(_message(at, asked), channel)
    _mark_read(at, channel, sent.id)
    return {"message": str(sent.id)}


@_deed("edit")
async def _edit(at: Before, asked: Asked) -> Json:
    text = asked.text("text")
    if not text.strip() or len(text) > 2000:
        raise DriverError("a message has 1 to 2000 characters")
    await at.person.edit(_message(at, asked), text)
    return {}


@_deed("delete")
async def _delete(at: Before, asked: Asked) -> Json:
    await at.person.delete(_message(at, asked))
    return {}


@_deed("read")
async def _read(at: Before, asked: Asked) -> Json:
    channel, newest = at.channel(asked.text("channel")), asked.text("message")
    _mark_read(at, channel, int(newest) if newest.isdigit() else 0)
    return {}


@_deed("thread")
async def _thread(at: Before, asked: Asked) -> Json:
    place: Channel | Message = at.channel(asked.text("channel"))
    if asked.text("message"):
        place = _message(at, asked)
    thread = await at.person.open_thread(place, _title(asked))
    return {"channel": str(thread.id)}


@_deed("post")
async def _post(at: Before, asked: Asked) -> Json:
    forum = at.channel(asked.text("channel"))
    text = asked.text("text")
    if not text.strip() and not asked.upload():
        raise DriverError("a post needs a first message")
    thread = await at.person.post(forum, _title(asked), text, files=asked.upload())
    return {"channel": str(thread.id)}


@_deed("rename")
async def _rename(at: Before, asked: Asked) -> Json:
    await at.person.rename(at.channel(asked.text("channel")), _title(asked))
    return {}


@_deed("commands")
async def _commands(at: Before, asked: Asked) -> Json:
    channel = at.channel(asked.text("channel"))
    world = at.stand.scene.discord.world
    places = {channel.guild_id, None}  # the same one in direct messages
    synced = [one for place in places for one in world.commands.get(place, [])]
    shown = [one for one in synced if _is_shown(at, channel, one)]
    return {
        "slash": [one for one in shown if one["type"] == SLASH],
        "menu": [one["name"] for one in shown if one["type"] == MESSAGE_MENU],
    }


@_deed("slash")
async def _slash(at: Before, asked: Asked) -> Json:
    channel, command = at.channel(asked.text("channel")), asked.text("command")
    name, *words = command.split() or [""]
    world = at.stand.scene.discord.world
    found = find_subcommand(find_command(world, channel, at.person.user, name), words)
    values = option_values(at, asked, found)
    return _answer(at, await at.person.slash(channel, command, **values))


@_deed("complete")
async def _complete(at: Before, asked: Asked) -> Json:
    channel, command = at.channel(asked.text("channel")), asked.text("command")
    name, *words = command.split() or [""]
    world = at.stand.scene.discord.world
    found = find_subcommand(find_command(world, channel, at.person.user, name), words)
    said = plain_values(asked, found)
    option, typed = asked.text("option"), asked.text("typed")
    said.pop(option, None)
    offered = await at.person.complete(channel, command, option=option, typed=typed, **said)
    return {"choices": offered}


@_deed("menu")
async def _menu(at: Before, asked: Asked) -> Json:
    return _answer(at, await at.person.menu(_message(at, asked), asked.text("command")))


@_deed("press")
async def _press(at: Before, asked: Asked) -> Json:
    return _answer(at, await at.person.press(_message(at, asked), asked.text("control")))


@_deed("choose")
async def _choose(at: Before, asked: Asked) -> Json:
    message, name = _message(at, asked), asked.text("control")
    chosen = choices(_control(message, name).component, asked.listed("values"))
    return _answer(at, await at.person.choose(message, name, chosen))


@_deed("submit")
async def _submit(at: Before, asked: Asked) -> Json:
    key = asked.text("form")
    modal = at.stand.form(key, at.person)
    reply = await at.person.submit(modal, field_values(asked, modal))
    at.stand.forms.pop(key, None)
    return _answer(at, reply)


@_deed("close")
async def _close(at: Before, asked: Asked) -> Json:
    at.stand.forms.pop(asked.text("form"), None)
    return {}


def _answer(at: Before, reply: Reply) -> Json:
    """What the bot's answer means for the page: a form to show, or where a message stands."""
    if reply.modal is not None:
        modal = reply.modal
        key = at.stand.keep(at.person, modal)
        return {"form": {"key": key, "title": modal.title, "parts": modal.components}}
    if reply.message is None:
        return {}
    message = reply.message
    return {"message": str(message.id), "channel": str(message.channel_id)}


def _message(at: Before, asked: Asked) -> Message:
    return at.message(asked.text("channel"), asked.text("message"))


def _control(message: Message, name: str) -> Control:
    found = next((one for one in message.controls if one.custom_id == name), None)
    if found is None:
        raise DriverError("that control is not there any more")
    return found


def _title(asked: Asked) -> str:
    title = asked.text("title").strip()
    if not 1 <= len(title) <= 100:
        raise DriverError("a title has 1 to 100 characters")
    return title


def _mark_read(at: Before, channel: Channel, newest: int) -> None:
    key = (at.person.id, channel.id)
    at.stand.read[key] = max(newest, at.stand.read.get(key, 0))


def _is_shown(at: Before, channel: Channel, command: Json) -> bool:
    world = at.stand.scene.discord.world
    try:
        find_command(world, channel, at.person.user, command["name"], command["type"])
    except DriverError:
        return False
    return True
