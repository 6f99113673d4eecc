/**
 * What a configuration is: the parameters of a target version, the values, and what is wrong with them.
 *
 * <p>In: a catalogue as data, and raw values. Out: a {@link io.crewsmith.catalogue.Configuration}, or every problem.
 */
@NullMarked
package io.crewsmith.catalogue;

import org.jspecify.annotations.NullMarked;
