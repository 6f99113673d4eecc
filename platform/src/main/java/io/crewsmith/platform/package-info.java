/**
 * What every service starts from: a clock, Kafka, and the defaults of an HTTP port for health and metrics.
 *
 * <p>In: settings. Out: the beans that a service's own configuration builds on. Mechanism only, no domain word.
 */
@NullMarked
package io.crewsmith.platform;

import org.jspecify.annotations.NullMarked;
