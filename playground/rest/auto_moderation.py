"""Rules of AutoMod. All of it needs Manage Server; only keyword rules are known here."""

from playground.gateway_events import Intent
from playground.moderation import KEYWORD, rule_json
from playground.payloads import Json, part
from playground.permissions import P
from playground.refusals import Refused, invalid
from playground.rest.call import NOTHING, Call, Reply, Routes
from playground.world import Happening, ModerationRule

routes = Routes()
ALL = "/guilds/{guild_id}/auto-moderation/rules"
ONE = ALL + "/{rule_id}"
MOST_RULES = 6


@routes.on(f"GET {ALL}")
def listing(call: Call) -> Reply:
    """The server's rules, whoever made them."""
    call.need_in_guild(P.MANAGE_GUILD)
    return Reply(body=[rule_json(one) for one in call.guild.moderation.values()])


@routes.on(f"POST {ALL}")
def create(call: Call) -> Reply:
    """Make a rule."""
    call.need_in_guild(P.MANAGE_GUILD)
    if call.form.get("trigger_type") != KEYWORD or call.form.get("event_type") != 1:
        raise invalid("trigger_type", "BASE_TYPE_CHOICES", "Only keyword rules are known here.")
    if len(call.guild.moderation) >= MOST_RULES:
        words = f"Maximum number of rules with trigger type {KEYWORD} is {MOST_RULES}"
        raise invalid("", "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED", words)
    rule = ModerationRule(call.world.next_id(), call.guild.id, call.bot.id, "", [])
    _change(call, rule)
    call.guild.moderation[rule.id] = rule
    _tell(call, "AUTO_MODERATION_RULE_CREATE", rule)
    return Reply(body=rule_json(rule))


@routes.on(f"GET {ONE}")
def read(call: Call) -> Reply:
    """One rule."""
    return Reply(body=rule_json(_rule(call)))


@routes.on(f"PATCH {ONE}")
def edit(call: Call) -> Reply:
    """Change a rule."""
    rule = _rule(call)
    _change(call, rule)
    _tell(call, "AUTO_MODERATION_RULE_UPDATE", rule)
    return Reply(body=rule_json(rule))


@routes.on(f"DELETE {ONE}")
def remove(call: Call) -> Reply:
    """Delete a rule."""
    rule = _rule(call)
    del call.guild.moderation[rule.id]
    _tell(call, "AUTO_MODERATION_RULE_DELETE", rule)
    return NOTHING


def _rule(call: Call) -> ModerationRule:
    call.need_in_guild(P.MANAGE_GUILD)
    rule = call.guild.moderation.get(call.id("rule_id"))
    if rule is None:
        raise Refused(10090)
    return rule


def _change(call: Call, rule: ModerationRule) -> None:
    """Take over what the body names; channels and roles must be the server's."""
    body = call.form
    rule.name = body.get("name") or rule.name
    rule.enabled = bool(body.get("enabled", rule.enabled))
    rule.actions = [_action(one) for one in body["actions"]] if "actions" in body else rule.actions
    if body.get("trigger_metadata") is not None:
        trigger = part(body, "trigger_metadata")
        rule.keywords = trigger.get("keyword_filter") or []
        rule.patterns = trigger.get("regex_patterns") or []
        rule.allowed = trigger.get("allow_list") or []
    if "exempt_roles" in body:
        rule.exempt_roles = _ids(body["exempt_roles"])
    if "exempt_channels" in body:
        rule.exempt_channels = _ids(body["exempt_channels"])


def _ids(given: list[str] | None) -> list[int]:
    return [int(one) for one in given or []]


def _action(given: Json) -> Json:
    return {"type": given["type"], "metadata": given.get("metadata") or {}}


def _tell(call: Call, name: str, rule: ModerationRule) -> None:
    data = rule_json(rule)
    call.world.tell(Happening(name, data, Intent.AUTO_MODERATION_CONFIGURATION))
