package io.crewsmith.gateway.ledger;

import io.r2dbc.spi.Parameter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of statements that may be null: R2DBC must then be told their type. */
final class Parameters {

    private Parameters() {}

    static Parameter text(@Nullable String value) {
        return of(value, String.class);
    }

    static Parameter uuid(@Nullable String value) {
        return of(value == null ? null : UUID.fromString(value), UUID.class);
    }

    private static Parameter of(@Nullable Object value, Class<?> type) {
        return value == null ? io.r2dbc.spi.Parameters.in(type) : io.r2dbc.spi.Parameters.in(value);
    }
}
