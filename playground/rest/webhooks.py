"""Answers to interactions: the callback, follow-ups, and what becomes of the original answer."""

from playground.interaction_shapes import metadata_json
from playground.interactions import Answer, Asked, Interaction
from playground.message_shapes import message_json
from playground.messages import Draft, delete, edit, post
from playground.payloads import Json
from playground.refusals import Refused
from playground.rest.call import NOTHING, Call, Reply, Routes
from playground.rest.messages import check_edit, note_message
from playground.world import EPHEMERAL, LOADING, Message, MessageKind

routes = Routes()
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"


@routes.on("POST /interactions/{interaction_id}/{interaction_token}/callback")
def callback(call: Call) -> Reply:
    """The first answer to an interaction; there is only one, and it has three seconds."""
    answer = int(call.form["type"])
    token = call.params["interaction_token"]
    found = call.interactions.to_answer(call.id("interaction_id"), token, answer)
    data: Json = call.form.get("data") or {}
    if answer == Answer.UPDATE and found.source is not None:
        check_edit(found.source, data, call.uploads)
    call.interactions.note_answer(found, Answer(answer), data)
    _carry_out(call, found, data)
    found.stir()
    wanted = call.query.get("with_response", "").lower() in ("1", "true")
    return Reply(body=_callback_json(call, found)) if wanted else NOTHING


@routes.on(f"POST {WEBHOOK}")
def follow_up(call: Call) -> Reply:
    """A further message; the first one after a deferral fills the waiting answer instead."""
    found = _interaction(call)
    waiting = found.original
    if waiting is not None and waiting.flags & LOADING and not waiting.deleted:
        return _edit(call, found, waiting)
    ephemeral = bool(int(call.form.get("flags") or 0) & EPHEMERAL)
    message = _post(call, found, call.form, MessageKind.REPLY, ephemeral=ephemeral)
    found.followups.append(message)
    found.stir()
    return Reply(body=message_json(call.world, message))


@routes.on(f"GET {WEBHOOK}/messages/{{message_id}}")
def read(call: Call) -> Reply:
    """The original answer or a follow-up."""
    return Reply(body=message_json(call.world, _message(call, _interaction(call))))


@routes.on(f"PATCH {WEBHOOK}/messages/{{message_id}}")
def change(call: Call) -> Reply:
    """Edit the original answer or a follow-up."""
    found = _interaction(call)
    return _edit(call, found, _message(call, found))


@routes.on(f"DELETE {WEBHOOK}/messages/{{message_id}}")
def remove(call: Call) -> Reply:
    """Delete the original answer or a follow-up."""
    found = _interaction(call)
    message = _message(call, found)
    delete(call.world, found.channel, message)
    if message is found.original:
        found.original_deleted = True
    found.stir()
    return NOTHING


def _carry_out(call: Call, found: Interaction, data: Json) -> None:
    if found.answer in (Answer.MESSAGE, Answer.DEFERRED_MESSAGE):
        flags = int(data.get("flags") or 0)
        if found.answer is Answer.DEFERRED_MESSAGE:
            data = {"flags": flags | LOADING}
        kind = _reply_kind(found)
        found.original = _post(call, found, data, kind, ephemeral=bool(flags & EPHEMERAL))
        found.original_settled = found.answer is Answer.MESSAGE
    elif found.answer in (Answer.UPDATE, Answer.DEFERRED_UPDATE):
        found.original = found.source
        if found.answer is Answer.UPDATE and found.source is not None:
            edit(call.world, found.channel, found.source, data, call.uploads)
            note_message(call, found.source, data)
            found.original_settled = True


def _reply_kind(found: Interaction) -> MessageKind:
    if found.asked is Asked.COMMAND:
        is_menu = found.target_id is not None
        return MessageKind.MENU_REPLY if is_menu else MessageKind.COMMAND_REPLY
    return MessageKind.REPLY if found.source is not None else MessageKind.DEFAULT


def _post(
    call: Call, found: Interaction, body: Json, kind: MessageKind, *, ephemeral: bool
) -> Message:
    answered = found.followed if kind is MessageKind.REPLY else None
    draft = Draft(
        body,
        call.uploads,
        kind,
        reply_to=None if answered is None else answered.id,
        metadata=metadata_json(call.world, found),
        application_id=call.world.application.id,
        audience=found.user.id if ephemeral else None,
    )
    message = post(call.world, found.channel, call.bot, draft)
    note_message(call, message, body)
    return message


def _edit(call: Call, found: Interaction, message: Message) -> Reply:
    check_edit(message, call.form, call.uploads)
    edit(call.world, found.channel, message, call.form, call.uploads)
    if message is found.original:
        found.original_settled = True
    note_message(call, message, call.form)
    found.stir()
    return Reply(body=message_json(call.world, message))


def _interaction(call: Call) -> Interaction:
    if call.id("webhook_id") != call.world.application.id:
        raise Refused(10015)
    return call.interactions.to_follow(call.params["webhook_token"])


def _message(call: Call, found: Interaction) -> Message:
    wanted = call.params["message_id"]
    if wanted == "@original":
        message = found.original
    else:
        mine = [*found.followups, *([found.original] if found.original else [])]
        message = next((one for one in mine if str(one.id) == wanted), None)
    if message is None or message.deleted:
        raise Refused(10008)
    return message


def _callback_json(call: Call, found: Interaction) -> Json:
    about: Json = {"id": str(found.id), "type": int(found.asked)}
    if found.original is None:
        return {"interaction": about}
    about |= {
        "response_message_id": str(found.original.id),
        "response_message_loading": bool(found.original.flags & LOADING),
        "response_message_ephemeral": found.original.ephemeral,
    }
    if found.answer is not Answer.MESSAGE and found.answer is not Answer.UPDATE:
        return {"interaction": about}
    message = message_json(call.world, found.original)
    return {"interaction": about, "resource": {"type": int(found.answer), "message": message}}
