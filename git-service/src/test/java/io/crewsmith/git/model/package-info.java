/** Tests of what needs no repository. */
@NullMarked
package io.crewsmith.git.model;

import org.jspecify.annotations.NullMarked;
