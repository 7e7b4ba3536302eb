"""Drafts of calls, kept: each call is one transaction."""

from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from bot.domain.ids import DraftId
from bot.services.drafts import Draft
from bot.storage import draft_rows
from bot.storage.database import Database


class DraftStore:
    """Calls that were typed and not posted yet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, draft: Draft) -> Draft:
        """Keeps a draft in place of the one whose id it carries; gives it with its new id."""

        def work(db: Connection) -> Draft:
            draft_rows.delete(db, draft.id)
            return replace(draft, id=draft_rows.insert(db, draft))

        return await self._database.write(work)

    async def get(self, draft_id: DraftId) -> Draft:
        """The draft; refuses with NoSuchDraft."""
        return await self._database.read(lambda db: draft_rows.by_id(db, draft_id))

    async def drop(self, draft_id: DraftId) -> None:
        """Forgets a draft; refuses with NoSuchDraft where it is gone already."""
        await self._database.write(lambda db: draft_rows.use_up(db, draft_id))

    async def drop_before(self, instant: datetime) -> int:
        """Forgets drafts that nobody posted; gives how many."""
        return await self._database.write(lambda db: draft_rows.delete_before(db, instant))
