/**
 * The embedded default: a real broker, a real database and all services in one process.
 *
 * <p>In: the commands {@code up} and {@code demo}. Out: a running platform, and {@code platform.json} that says where.
 */
@NullMarked
package io.crewsmith.standalone;

import org.jspecify.annotations.NullMarked;
