"""Follows one run over the topics of the platform."""

from collections import defaultdict

from confluent_kafka import Consumer, TopicPartition

GOOD_END = "Deployed"
BAD_ENDS = {
    "AgentRejected", "GenerationFailed", "ReviewRejected", "ChangesRequested", "MergeConflicted",
    "GitFailed", "DeploymentFailed",
}


class Event:
    """A record of the run: what it is, where and when it came, what it says."""

    def __init__(self, message, full_name, content):
        self.type = full_name.rsplit(".", 1)[-1]
        self.topic = message.topic()
        self.arrived_ms = message.timestamp()[1]
        self.envelope = content["envelope"]
        self.content = content

    def is_good_end(self):
        return self.type == GOOD_END

    def is_bad_end(self):
        return self.type in BAD_ENDS or (self.type == "ScanCompleted" and not self.content["verdict"]["passed"])


class Topics:
    """All topics from now on. No consumer group: this reader shares the work with nobody and keeps no place."""

    def __init__(self, bootstrap, contracts):
        self._contracts = contracts
        self._consumer = Consumer({
            "bootstrap.servers": bootstrap, "group.id": "python-publisher", "enable.auto.commit": False,
            "fetch.wait.max.ms": 50,
        })
        partitions = [
            TopicPartition(topic, partition)
            for topic in contracts.topics
            for partition in self._consumer.list_topics(topic, timeout=30).topics[topic].partitions
        ]
        for partition in partitions:
            partition.offset = self._consumer.get_watermark_offsets(partition, timeout=30)[1]
        self._consumer.assign(partitions)

    def next(self, seconds):
        """The next event, or None if none came in time or its bytes are no event."""
        message = self._consumer.poll(seconds)
        if message is None or message.error():
            return None
        decoded = self._contracts.decode(message.value())
        return Event(message, *decoded) if decoded else None

    def close(self):
        self._consumer.close()


class Run:
    """The events of a run in the order of their causes: different topics may be read in any order."""

    def __init__(self, run_id):
        self._run_id = run_id
        self._told = set()
        self._early = defaultdict(list)

    def arrived(self, event):
        """The events that can be told now."""
        if event.envelope["runId"] != self._run_id:
            return
        cause = event.envelope["causationId"]
        if cause is not None and cause not in self._told:
            self._early[cause].append(event)
            return
        self._told.add(event.envelope["eventId"])
        yield event
        for follower in self._early.pop(event.envelope["eventId"], []):
            yield from self.arrived(follower)
