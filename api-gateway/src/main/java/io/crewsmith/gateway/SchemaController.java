package io.crewsmith.gateway;

import io.crewsmith.catalogue.NearMatches;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.schemas.Contract;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The contracts of the topics, for services that publish and follow events without a schema registry. */
@RestController
@RequestMapping("/api/schemas")
class SchemaController {

    /** How a schema's answer says the fingerprint, so that its body is the schema and nothing else. */
    static final String FINGERPRINT = "Avro-Fingerprint";

    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    private final Map<String, Contract> contracts = new LinkedHashMap<>();
    private final SchemaListBody list;
    private final String listTag;

    SchemaController(JsonMapper json) {
        Contract.all().forEach(contract -> contracts.put(contract.fullName(), contract));
        list = SchemaListBody.of(contracts.values());
        listTag = tag(json.writeValueAsString(list));
    }

    /** Every record of every topic, in the order in which a run meets them. */
    @GetMapping
    ResponseEntity<SchemaListBody> list() {
        return ResponseEntity.ok().cacheControl(CACHE).eTag(listTag).body(list);
    }

    /** The whole Avro schema of a record; its fingerprint is in the header {@value #FINGERPRINT}. */
    @GetMapping(path = "/{fullName}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String fullName) {
        Contract contract = contracts.get(fullName);
        if (contract == null) {
            throw unknown(fullName);
        }
        String schema = contract.schema().toString();
        return ResponseEntity.ok()
                .cacheControl(CACHE)
                .eTag(tag(schema))
                .header(FINGERPRINT, contract.fingerprint())
                .body(schema);
    }

    /** Names are compared without their namespace, which all have in common and some will forget. */
    private RefusedRequest unknown(String fullName) {
        Map<String, String> fullNames = new LinkedHashMap<>();
        contracts.keySet().forEach(known -> fullNames.put(simple(known), known));
        List<String> near = NearMatches.of(simple(fullName), fullNames.keySet()).stream()
                .map(fullNames::get)
                .toList();
        return new RefusedRequest(
                ProblemType.NOT_FOUND,
                near.isEmpty()
                        ? "No topic carries a record of this name; GET /api/schemas lists all."
                        : "No topic carries a record of this name. Did you mean %s?"
                                .formatted(String.join(" or ", near)));
    }

    private static String simple(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }

    private static String tag(String text) {
        return "\"%s\"".formatted(Digests.sha256(text));
    }
}
