package io.crewsmith.gateway;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of problems that the door answers with (RFC 9457), each with its status. */
enum ProblemType {
    MALFORMED(
            HttpStatus.BAD_REQUEST,
            "Not readable",
            "The request cannot be read: its JSON, or the type of a value. The errors say where. Correct it and send it again."),
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED,
            "Not signed in",
            "The request brought no token that is known. Send one as Authorization: Bearer, or sign in."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "Not allowed",
            "The token is known, but its roles do not allow this. Ask somebody who has the role."),
    OTHER_USER(
            HttpStatus.CONFLICT,
            "Somebody else is signed in",
            "The page shows one user, and the browser is signed in as another: another window has signed in. Load the page again."),
    FOUR_EYES(
            HttpStatus.FORBIDDEN,
            "Another person must do this",
            "Who wrote a configuration, or asked for its code, may not approve it. Another person must decide."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "There is nothing of this id; it may have been deleted."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Not done this way",
            "There is something at this address, but it does not take this method. The header Allow names those it takes."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "Not given in this form",
            "The request accepts (Accept) only forms that are not given here. Ask for application/json."),
    CONFLICT(
            HttpStatus.CONFLICT,
            "In the way of another one",
            "Another one has this id or key already, or needs this one. The detail says which, and what to do."),
    WRONG_STATE(
            HttpStatus.CONFLICT,
            "Not possible in this state",
            "The deployment is not where this could be done, for example decided already. Read it again to see where it is."),
    SCAN_FAILED(
            HttpStatus.CONFLICT,
            "The security scan did not pass",
            "The code did not pass the scan, so it cannot go on. The findings say what to change in the configuration."),
    MERGE_CONFLICT(
            HttpStatus.CONFLICT,
            "Somebody else changed the same files",
            "Somebody else changed the same files in Git since the branch began. Generate the code anew."),
    STALE(
            HttpStatus.PRECONDITION_FAILED,
            "Changed in the meantime",
            "The agent was changed since it was read (If-Match). Read it again and repeat the change."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large", "The body is larger than is taken here. Send less at once."),
    UNSUPPORTED_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Not taken in this form",
            "The body comes as a type (Content-Type) that is not taken here. Send application/json."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The Idempotency-Key belongs to another request",
            "The same Idempotency-Key came with another request before. Take a new key for a new request."),
    INVALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Not valid",
            "Values do not keep to the catalogue's rules. The errors name each place and what is wrong with it."),
    GENERATION_FAILED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "No code could be generated",
            "The configuration is valid, but no code could be made from it. The detail says why."),
    STAGE_FAILED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "A stage of the pipeline failed",
            "A stage of the pipeline failed, for example Git or the deployment folder. Nothing was lost; an operator should look."),
    UNEXPECTED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "A failure of ours",
            "Something failed that should not. The log of the gateway says what."),
    TIMEOUT(
            HttpStatus.SERVICE_UNAVAILABLE,
            "No answer in time",
            "The pipeline did not answer in time. The request may be repeated; with the same Idempotency-Key it is done once.");

    private final HttpStatus status;
    private final String title;
    private final String meaning;

    ProblemType(HttpStatus status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What happened, and what to do. */
    String meaning() {
        return meaning;
    }

    /** Stable name of the kind, relative to the door. */
    URI uri() {
        return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
