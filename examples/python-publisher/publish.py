"""Publishes a change of an agent to Crewsmith and follows it until its code is deployed."""

import argparse
import json
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

from confluent_kafka import Producer

import change
from contracts import Contracts
from run import Run, Topics


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("agent", type=Path, help="JSON file of the agent, for example ../incident-scribe.json")
    parser.add_argument("--data", type=Path, default=Path("../../data"), help="data folder of the platform")
    parser.add_argument("--platform", type=Path, help="its addresses (default: platform.json in the data folder)")
    parser.add_argument("--tokens", type=Path, help="its tokens (default: tokens.json in the data folder)")
    parser.add_argument("--actor", default="python-publisher", help="on whose behalf; may not approve the code")
    parser.add_argument("--timeout", type=float, default=600, help="seconds to follow the run")
    return parser.parse_args()


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def publish(bootstrap, key, value, headers):
    """Appends the record and waits for the broker. The partitioner is Java's, so a key has one partition for all."""
    producer = Producer({
        "bootstrap.servers": bootstrap, "partitioner": "murmur2_random", "enable.idempotence": True,
    })
    failures = []
    producer.produce(
        change.TOPIC, key=key, value=value, headers=headers,
        on_delivery=lambda error, message: failures.append(error) if error else None)
    if producer.flush(30) or failures:
        sys.exit("The broker at %s did not take the change: %s" % (bootstrap, failures or "no answer"))


def tell(event):
    moment = datetime.fromtimestamp(event.arrived_ms / 1000, timezone.utc)
    print("%s  %-28s %-16s by %s" % (
        moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        event.topic, event.type, event.envelope["actor"]), flush=True)


def explain(event):
    said = {name: value for name, value in event.content.items() if name not in ("envelope", "candidate")}
    sys.exit("The run ends with %s: %s" % (event.type, json.dumps(said, indent=2, default=str)))


def follow(topics, run, gateway, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        arrived = topics.next(1.0)
        for event in run.arrived(arrived) if arrived else ():
            tell(event)
            if event.type == "ReviewRequested":
                print("Waiting for a reviewer, who is not %s: POST %s/api/code-deployments/%s/review "
                      '{"decision": "approved"}' % (event.envelope["actor"], gateway, event.envelope["runId"]),
                      flush=True)
            if event.is_good_end():
                return
            if event.is_bad_end():
                explain(event)
    sys.exit("The run did not end within %d s; it goes on without this follower." % seconds)


def main():
    options = arguments()
    platform = read(options.platform or options.data / "platform.json")
    token = read(options.tokens or options.data / "tokens.json")["service"]
    contracts = Contracts(platform["gateway"], token)

    configuration = options.agent.read_text(encoding="utf-8")
    subject = change.agent_id(json.loads(configuration)["agent_key"])
    event = change.agent_changed(subject, configuration, options.actor)
    envelope = event["envelope"]

    topics = Topics(platform["kafka"], contracts)
    try:
        publish(platform["kafka"], subject, contracts.encode(change.TYPE, event), change.headers(envelope))
        print("Published a change of agent %s; run %s" % (subject, envelope["runId"]), flush=True)
        follow(topics, Run(envelope["runId"]), platform["gateway"], options.timeout)
    finally:
        topics.close()


if __name__ == "__main__":
    main()
