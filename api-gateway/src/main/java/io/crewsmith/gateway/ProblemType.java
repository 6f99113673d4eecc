package io.crewsmith.gateway;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of problems that the door answers with (RFC 9457), each with its status. */
enum ProblemType {
    MALFORMED(HttpStatus.BAD_REQUEST, "Not readable"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Not signed in"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed"),
    FOUR_EYES(HttpStatus.FORBIDDEN, "Another person must do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    CONFLICT(HttpStatus.CONFLICT, "In the way of another agent"),
    WRONG_STATE(HttpStatus.CONFLICT, "Not possible in this state"),
    SCAN_FAILED(HttpStatus.CONFLICT, "The security scan did not pass"),
    MERGE_CONFLICT(HttpStatus.CONFLICT, "Somebody else changed the same files"),
    STALE(HttpStatus.PRECONDITION_FAILED, "Changed in the meantime"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key belongs to another request"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Not valid"),
    GENERATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "No code could be generated"),
    STAGE_FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "A stage of the pipeline failed"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "A failure of ours"),
    TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE, "No answer in time");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Stable name of the kind, relative to the door. */
    URI uri() {
        return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
