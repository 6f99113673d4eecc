package io.crewsmith.github;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A review as the stand-in remembers it.
 *
 * @param association what its author is to the repository: OWNER, MEMBER, COLLABORATOR, NONE …
 * @param state APPROVED, CHANGES_REQUESTED or COMMENTED
 */
record StandInReview(int id, String login, String association, String state, String body, String commit, Instant at) {

    /** All but the state, which deliveries write in small letters. */
    ObjectNode filledInto(ObjectNode view) {
        view.put("id", id)
                .put("body", body)
                .put("commit_id", commit)
                .put("submitted_at", at.toString())
                .put("author_association", association)
                .withObject("/user")
                .put("login", login);
        return view;
    }
}
