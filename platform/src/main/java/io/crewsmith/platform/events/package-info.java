/**
 * What an event is on the wire: its bytes, its id, its cause.
 *
 * <p>In: Avro records. Out: {@link io.crewsmith.platform.events.Received}, which knows its cause and can be followed.
 */
@NullMarked
package io.crewsmith.platform.events;

import org.jspecify.annotations.NullMarked;
