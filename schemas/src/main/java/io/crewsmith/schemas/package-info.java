/**
 * The topic catalogue: which topics there are, what they carry and how long they keep it.
 *
 * <p>In: the records generated from {@code src/main/avro}. Out: {@link io.crewsmith.schemas.Topics}, the only place where
 * a topic's name is written.
 */
@NullMarked
package io.crewsmith.schemas;

import org.jspecify.annotations.NullMarked;
