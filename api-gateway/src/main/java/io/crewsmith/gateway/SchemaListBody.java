package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.schemas.Contract;
import io.crewsmith.schemas.Topic;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * The list of contracts as the door shows it.
 *
 * @param fingerprints how the fingerprints are made and written
 * @param items one a record
 */
record SchemaListBody(String fingerprints, List<Item> items) {

    private static final String FINGERPRINTS =
            "CRC-64-AVRO of the schema's parsing canonical form: the 8 bytes that follow C3 01 in a record's"
                    + " single-object header, in hex and in that order (little-endian).";

    SchemaListBody {
        items = List.copyOf(items);
    }

    /** One record: what it says, where it comes, how to know it, and where its schema is. */
    record Item(
            @JsonProperty("full_name") String fullName,
            String fingerprint,
            List<String> topics,
            String doc,
            URI schema) {

        static Item of(Contract contract) {
            return new Item(
                    contract.fullName(),
                    contract.fingerprint(),
                    contract.topics().stream().map(Topic::name).toList(),
                    contract.schema().getDoc(),
                    URI.create("/api/schemas/" + contract.fullName()));
        }
    }

    static SchemaListBody of(Collection<Contract> contracts) {
        return new SchemaListBody(FINGERPRINTS, contracts.stream().map(Item::of).toList());
    }
}
