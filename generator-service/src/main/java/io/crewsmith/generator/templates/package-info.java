/**
 * Versioned packs of templates: read, proven by their own fixtures when they are loaded, and locked down when they are used.
 *
 * <p>In: folders of packs, and what a template may see. Out: the files of a generation.
 */
@NullMarked
package io.crewsmith.generator.templates;

import org.jspecify.annotations.NullMarked;
