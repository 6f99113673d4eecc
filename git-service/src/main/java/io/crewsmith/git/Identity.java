package io.crewsmith.git;

import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.PersonIdent;

/** Who stands in a commit. */
final class Identity {

    static final String COMMITTER = "Crewsmith";

    private static final String DOMAIN = "crewsmith.local";

    private Identity() {}

    /** The committer of everything that this service commits. */
    static PersonIdent crewsmith(Instant at) {
        return new PersonIdent(COMMITTER, "crewsmith@" + DOMAIN, at, ZoneOffset.UTC);
    }

    /** The person or service on whose behalf. */
    static PersonIdent of(String actor, Instant at) {
        String local = actor.replaceAll("[^A-Za-z0-9._-]", "-");
        return new PersonIdent(actor, local + "@" + DOMAIN, at, ZoneOffset.UTC);
    }
}
