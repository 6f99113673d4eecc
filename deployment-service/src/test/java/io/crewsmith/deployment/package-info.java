/**
 * The deployment folder as Python and as an operator see it, and after a process was killed.
 *
 * <p>In: releases. Out: files.
 */
@NullMarked
package io.crewsmith.deployment;

import org.jspecify.annotations.NullMarked;
