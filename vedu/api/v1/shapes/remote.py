"""The channels that one may consent to, and object to."""

from typing import Annotated

from pydantic import Field

from vedu.clients.channel import REMOTE, Channel

# The rule that says no to others stands in clients/consent; the description only tells of it.
Remote = Annotated[Channel, Field(json_schema_extra={"enum": list(REMOTE)})]
