"""The contracts of the topics, fetched from the platform, and records in Avro's single-object encoding."""

import io
import json
import urllib.request

import fastavro

MARKER = b"\xc3\x01"
HEADER_BYTES = 10


class Contracts:
    """Schemas by name and by fingerprint; each is fetched once, when it is first needed."""

    def __init__(self, gateway, token):
        self._gateway = gateway
        self._token = token
        items = json.loads(self._get("/api/schemas"))["items"]
        self._places = {item["full_name"]: item["schema"] for item in items}
        self._fingerprints = {item["full_name"]: bytes.fromhex(item["fingerprint"]) for item in items}
        self._names = {fingerprint: name for name, fingerprint in self._fingerprints.items()}
        self.topics = sorted({topic for item in items for topic in item["topics"]})
        self._schemas = {}

    def encode(self, full_name, record):
        """C3 01, the fingerprint as the platform lists it, the record."""
        out = io.BytesIO(MARKER + self._fingerprints[full_name])
        out.seek(0, io.SEEK_END)
        fastavro.schemaless_writer(out, self._schema(full_name), record, strict=True)
        return out.getvalue()

    def decode(self, value):
        """Name and content of a record; None for bytes that name no schema of the platform."""
        name = self._names.get(value[len(MARKER):HEADER_BYTES]) if value and value.startswith(MARKER) else None
        if name is None:
            return None
        return name, fastavro.schemaless_reader(io.BytesIO(value[HEADER_BYTES:]), self._schema(name), None)

    def _schema(self, full_name):
        if full_name not in self._schemas:
            self._schemas[full_name] = fastavro.parse_schema(json.loads(self._get(self._places[full_name])))
        return self._schemas[full_name]

    def _get(self, path):
        request = urllib.request.Request(self._gateway + path, headers={"Authorization": "Bearer " + self._token})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()
