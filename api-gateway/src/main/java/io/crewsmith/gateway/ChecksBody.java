package io.crewsmith.gateway;

import io.crewsmith.gateway.model.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of continuous integration are to a deployment.
 *
 * @param required whether they must pass before it is merged
 * @param result {@code pending}, {@code passed} or {@code failed}; null where nobody has said
 * @param details which of them failed, or where to look
 */
record ChecksBody(
        boolean required, @Nullable String result, @Nullable String details) {

    static ChecksBody of(Checks checks) {
        return new ChecksBody(checks.required(), checks.result(), checks.details());
    }
}
