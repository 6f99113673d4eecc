package io.crewsmith.agent.model;

import java.util.Optional;
import java.util.UUID;

/**
 * What is known already about the id and the key of a change.
 *
 * @param existing what is stored under the id
 * @param key the key that the id has, or had before it was deleted
 * @param keyOwner the id that has the key, or had it
 * @param lastRevision the highest revision that the id ever had; 0 for none
 */
public record Known(
        Optional<StoredConfiguration> existing, Optional<String> key, Optional<UUID> keyOwner, int lastRevision) {

    /** Nothing: the first of its kind. */
    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty(), 0);
}
