/** GitHub as the tests see it: a stand-in that keeps to GitHub's own description. */
@NullMarked
package io.crewsmith.git.github;

import org.jspecify.annotations.NullMarked;
