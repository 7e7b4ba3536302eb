"""Still Tuesday: what is kept from being seen at all, by the check of a draft and by Discord."""

from collections.abc import AsyncIterator

from playground.moderation import Blocked
from playground.permissions import P
from playground.story.chapter import Chapter
from playground.story.expecting import expect, same, says, silent_about
from playground.story.scene import Scene
from playground.story.views import Remark, View

CHAPTER = Chapter("Tuesday: before anybody sees it")
ASKED, POST, CHANGE = "What would you like to send?", "Post it in this channel", "Change it"
DRAFT = "My client Philippa Wrenfield wants to read my notes. What do you do?"
CHANGED = "My client wants to read my notes. What do you do?"
FORMAL = "The release form asks for his SSN, 457-55-5462, of all things."
SECRET = ("Philippa", "Wrenfield", "457-55-5462")
"""Words that nobody but their authors saw."""


@CHAPTER.step("Aiko has a draft looked at; what is in it has to be changed before it is posted.")
async def _draft(scene: Scene) -> AsyncIterator[View]:
    form = await scene.aiko.slash(scene.text, "check")
    reply = await scene.aiko.submit(form, {ASKED: DRAFT})
    yield scene.answer(scene.aiko, reply)
    same([one.name for one in reply.controls], [CHANGE], "what she can do")
    scene.hand["draft"] = reply


@CHAPTER.step("She changes it, and has it posted under her name; nobody is pinged by it.")
async def _posted(scene: Scene) -> AsyncIterator[View]:
    form = await scene.aiko.press(scene.hand["draft"], CHANGE)
    clean = await scene.aiko.submit(form, {ASKED: CHANGED})
    yield scene.answer(scene.aiko, clean)
    done = await scene.aiko.press(clean, POST)
    says(done.text, "It is posted")
    message = scene.text.standing[-1]
    yield scene.sight(scene.omar, message)
    says(message.text, scene.aiko.mention, CHANGED)
    same(scene.notified(message), set[str](), "who is notified")


@CHAPTER.step("Omar is not sure about a message of Priya's: its menu tells him, and him alone.")
async def _menu(scene: Scene) -> AsyncIterator[View]:
    message = await scene.priya.write(scene.text, "Does anybody know a good book on shame?")
    reply = await scene.omar.menu(message, "Check for identifiers")
    yield scene.answer(scene.omar, reply)
    expect(reply.ephemeral, "only Omar to see it", "everybody does")
    says(reply.text, "They are not told")


@CHAPTER.step("Fran would have Discord refuse client numbers; the bot says what it needs for that.")
async def _asked(scene: Scene) -> AsyncIterator[View]:
    scene.server.bot_role.permissions &= ~int(P.MANAGE_GUILD)
    reply = await scene.fran.slash(scene.text, "server automod on", refuse="numbers")
    yield scene.answer(scene.fran, reply)
    says(reply.text, "Manage Server")


@CHAPTER.step("She gives it the permission, and there is a rule.")
async def _rule(scene: Scene) -> AsyncIterator[View]:
    scene.server.bot_role.permissions |= int(P.MANAGE_GUILD)
    reply = await scene.fran.slash(scene.text, "server automod on", refuse="numbers")
    yield scene.answer(scene.fran, reply)
    (rule,) = scene.server.guild.moderation.values()
    yield Remark(f"AutoMod has “{rule.name}”, with {len(rule.patterns)} patterns.")


@CHAPTER.step("Tomasz writes a client's number: Discord refuses it, and nobody ever sees it.")
async def _refused(scene: Scene) -> AsyncIterator[View]:
    before = len(scene.text.standing)
    words = ""
    try:
        _ = await scene.tomasz.write(scene.text, FORMAL)
    except Blocked as blocked:
        words = blocked.words
    yield Remark(f"Tomasz reads: {words}")
    says(words, "Nobody saw this")
    silent_about(words, *SECRET)
    same(len(scene.text.standing), before, "messages in the channel")
