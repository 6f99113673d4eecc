package io.crewsmith.review.model;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who must approve which code. Of several rules for the same code all hold. */
public final class ReviewPolicy {

    private final List<Rule> rules;

    public ReviewPolicy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Code, and who must approve it.
     *
     * @param path glob for paths inside the deployment, such as {@code app/crews/**}; null for every path
     * @param department id of the department that the configuration names; null for every one
     */
    public record Rule(@Nullable String path, @Nullable String department, Requirement requirement) {

        public Rule {
            matcher(path);
        }

        boolean isAbout(Collection<String> paths, @Nullable String ofDepartment) {
            PathMatcher matcher = matcher(path);
            return (department == null || department.equals(ofDepartment))
                    && paths.stream().map(Path::of).anyMatch(matcher::matches);
        }

        private static PathMatcher matcher(@Nullable String path) {
            return FileSystems.getDefault().getPathMatcher("glob:" + (path == null ? "**" : path));
        }
    }

    /** What holds for code with these files; one approval where no rule says more. */
    public Requirement requirement(Collection<String> paths, @Nullable String department) {
        return rules.stream()
                .filter(rule -> rule.isAbout(paths, department))
                .map(Rule::requirement)
                .reduce(Requirement.ONE, Requirement::and);
    }
}
