package io.crewsmith.git;

import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.PersonIdent;

/** Who stands in a commit. */
final class Identity {

    private static final String DOMAIN = "crewsmith.local";

    private Identity() {}

    /** Who begins a repository. */
    static PersonIdent crewsmith(Instant at) {
        return new PersonIdent("Crewsmith", "crewsmith@" + DOMAIN, at, ZoneOffset.UTC);
    }

    /** A person or a service, by the name that its token has. */
    static PersonIdent of(String actor, Instant at) {
        String local = actor.replaceAll("[^A-Za-z0-9._-]", "-");
        return new PersonIdent(actor, local + "@" + DOMAIN, at, ZoneOffset.UTC);
    }
}
