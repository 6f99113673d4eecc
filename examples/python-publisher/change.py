"""A change of an agent, as another service publishes it to crewsmith.agent-changes.v1."""

import uuid
from datetime import datetime, timezone

from uuid6 import uuid7

TOPIC = "crewsmith.agent-changes.v1"
TYPE = "io.crewsmith.events.v1.AgentChanged"
SOURCE = "/examples/python-publisher"


def agent_id(agent_key):
    """The publisher chooses the id; the same agent must have the same one in every change."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "%s/%s" % (SOURCE, agent_key)))


def agent_changed(subject, configuration, actor):
    """Store the configuration, render and scan its code, and go on to review. A person must still approve."""
    return {
        "envelope": {
            "eventId": str(uuid7()),
            "runId": str(uuid7()),
            "subject": subject,
            "causationId": None,
            "causeDigest": None,
            "occurredAt": datetime.now(timezone.utc),
            "actor": actor,
        },
        "configuration": configuration,
        "generation": {"createPullRequest": False, "deployImmediately": True},
    }


def headers(envelope):
    """The envelope once more: CloudEvents 1.0 in the binary mode of Kafka."""
    facts = {
        "ce_specversion": "1.0",
        "ce_id": envelope["eventId"],
        "ce_source": SOURCE,
        "ce_type": TYPE,
        "ce_subject": envelope["subject"],
        "ce_time": envelope["occurredAt"].isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "ce_dataschema": "crewsmith:/api/schemas/" + TYPE,
        "content-type": "application/avro",
    }
    return [(name, value.encode()) for name, value in facts.items()]
