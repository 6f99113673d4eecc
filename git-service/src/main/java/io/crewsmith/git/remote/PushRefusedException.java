package io.crewsmith.git.remote;

import java.io.IOException;

/** The remote repository does not take a branch or a tag, by a rule of its own. */
public final class PushRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    PushRefusedException(String ref, String reason) {
        super("The remote repository refused %s: %s. Allow Crewsmith's user to push it, then resume."
                .formatted(ref, reason));
    }
}
