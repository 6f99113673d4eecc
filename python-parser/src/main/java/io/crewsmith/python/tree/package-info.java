/**
 * The syntax tree of one Python module, in the shapes of CPython's own {@code ast}.
 *
 * <p>In: nothing (records only). Out: nodes with their place in the source, to be matched with {@code switch}.
 */
@NullMarked
package io.crewsmith.python.tree;

import org.jspecify.annotations.NullMarked;
