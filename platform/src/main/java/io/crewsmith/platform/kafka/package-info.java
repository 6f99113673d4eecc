/**
 * How events travel: topics, headers, publishing, listening, and what happens when processing fails.
 *
 * <p>In: events from the services. Out: records on Kafka, and {@link io.crewsmith.platform.events.Received} for listeners.
 */
@NullMarked
package io.crewsmith.platform.kafka;

import org.jspecify.annotations.NullMarked;
