/**
 * What code a configuration asks for, and how Python writes it.
 *
 * <p>In: a configuration of the catalogue. Out: an {@link io.crewsmith.generator.model.AgentModule} to lay out, and
 * literals that read back as exactly what they were.
 */
@NullMarked
package io.crewsmith.generator.model;

import org.jspecify.annotations.NullMarked;
