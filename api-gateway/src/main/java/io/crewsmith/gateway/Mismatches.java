package io.crewsmith.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebInputException;

/** Says of a parameter that cannot be read what it must be, in the words of the API. */
final class Mismatches {

    private static final Map<Class<?>, String> WORDS = Map.of(
            UUID.class, "a UUID",
            int.class, "a whole number",
            Integer.class, "a whole number",
            Long.class, "a whole number");

    private Mismatches() {}

    static String detail(ServerWebInputException unreadable) {
        MethodParameter parameter = unreadable.getMethodParameter();
        return unreadable.getCause() instanceof TypeMismatchException mismatch && parameter != null
                ? "%s must be %s, but is %s."
                        .formatted(
                                name(parameter),
                                WORDS.getOrDefault(parameter.getParameterType(), "of another type"),
                                mismatch.getValue())
                : String.valueOf(unreadable.getReason());
    }

    /** As the request calls it; parts of a path have no name there, so they get ours in the API's spelling. */
    private static String name(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String given = query != null ? query.name() : header != null ? header.name() : "";
        return given.isEmpty()
                ? String.valueOf(parameter.getParameterName())
                        .replaceAll("([A-Z])", "_$1")
                        .toLowerCase(Locale.ROOT)
                : given;
    }
}
