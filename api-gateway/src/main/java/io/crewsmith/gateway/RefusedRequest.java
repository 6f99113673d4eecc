package io.crewsmith.gateway;

import java.util.List;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is answered with a problem. */
final class RefusedRequest extends ErrorResponseException {

    RefusedRequest(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    RefusedRequest(ProblemType type, String detail, List<FieldProblem> errors) {
        super(type.status(), body(type, detail, errors), null);
    }

    static RefusedRequest invalid(String pointer, String detail) {
        return new RefusedRequest(
                ProblemType.INVALID, "The request is not valid.", List.of(new FieldProblem(pointer, "value", detail)));
    }

    static ProblemDetail body(ProblemType type, String detail, List<FieldProblem> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
