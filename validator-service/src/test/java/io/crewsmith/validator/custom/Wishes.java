package io.crewsmith.validator.custom;

import io.crewsmith.events.v1.DeleteRule;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.SaveRule;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.testsupport.Samples;
import org.jspecify.annotations.Nullable;

/** Rules and commands about them, as an administrator would send them. */
final class Wishes {

    private Wishes() {}

    /** A rule against calls of a function. */
    static String rule(String id, String function) {
        return """
                id: %1$s
                title: No calls of %2$s
                message: "'{target}' is called: leave it out"
                severity: ERROR
                forbid:
                  calls: [%2$s]
                examples:
                  match: ["%2$s()"]
                  no_match: ["x = 1"]
                """.formatted(id, function);
    }

    static SaveRule create(String id, String text) {
        return save(id, SaveMode.CREATE, null, text);
    }

    static SaveRule replace(String id, @Nullable Integer expected, String text) {
        return save(id, SaveMode.REPLACE, expected, text);
    }

    static DeleteRule delete(String id, @Nullable Integer expected) {
        return new DeleteRule(Samples.envelope(Envelopes.namedId(id), "admin"), expected, id);
    }

    private static SaveRule save(String id, SaveMode mode, @Nullable Integer expected, String text) {
        return new SaveRule(Samples.envelope(Envelopes.namedId(id), "admin"), mode, expected, id, text);
    }
}
