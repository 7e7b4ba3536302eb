"""The bot itself: its gateway, account, application, direct conversations."""

from playground.payloads import Json
from playground.permissions import in_guild
from playground.refusals import Refused
from playground.rest.call import Call, Reply, Routes
from playground.shapes import application_json, channel_json, own_user_json, user_json

routes = Routes()
GATEWAY = "wss://gateway.discord.gg"


@routes.on("GET /gateway")
def gateway(_call: Call) -> Reply:
    """Where the gateway is."""
    return Reply(body={"url": GATEWAY})


@routes.on("GET /gateway/bot")
def gateway_for_bot(_call: Call) -> Reply:
    """Where the gateway is, and how often one may identify."""
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    return Reply(body={"url": GATEWAY, "shards": 1, "session_start_limit": limit})


@routes.on("GET /users/@me")
def own_user(call: Call) -> Reply:
    """The bot's account."""
    return Reply(body=own_user_json(call.bot))


@routes.on("GET /users/@me/guilds")
def own_guilds(call: Call) -> Reply:
    """The guilds that the bot is in."""
    mine = [guild for guild in call.world.guilds.values() if call.bot.id in guild.members]
    shapes: list[Json] = [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": guild.owner_id == call.bot.id,
            "permissions": str(int(in_guild(guild, call.bot.id))),
            "features": [],
        }
        for guild in mine
    ]
    return Reply(body=shapes)


@routes.on("GET /applications/@me")
@routes.on("GET /oauth2/applications/@me")
def own_application(call: Call) -> Reply:
    """The application, with the flags of its privileged intents."""
    return Reply(body=application_json(call.world.application, len(call.world.guilds)))


@routes.on("POST /users/@me/channels")
def open_dm(call: Call) -> Reply:
    """Open the direct conversation with a user, or find it again."""
    user = call.world.users.get(int(call.form["recipient_id"]))
    if user is None:
        raise Refused(10013)
    if user.bot:
        raise Refused(50007)
    return Reply(body=channel_json(call.world, call.world.dm_with(user)))


@routes.on("GET /users/{user_id}")
def get_user(call: Call) -> Reply:
    """Anybody's account."""
    user = call.world.users.get(call.id("user_id"))
    if user is None:
        raise Refused(10013)
    return Reply(body=user_json(user))
