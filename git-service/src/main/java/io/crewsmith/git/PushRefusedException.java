package io.crewsmith.git;

import java.io.IOException;

/** The remote repository does not take a branch or a tag, by a rule of its own. */
final class PushRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    PushRefusedException(String ref, String reason) {
        super("The remote repository refused %s: %s. Allow Crewsmith's user to push it, then resume."
                .formatted(ref, reason));
    }
}
