package io.crewsmith.validator.model;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.crewsmith.python.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a scan says that no rule over the tree can say: of itself, and of the pages beside the code. */
final class ScanRules {

    static final RuleDescription CHECK_FAILED = new RuleDescription(
            "check-failed", Layer.SYNTAX, Severity.CRITICAL, Confidence.HIGH, "CWE-755", "A check failed", """
            One of the checks ended with an error of its own. What it would have found is unknown, so the code counts \
            as refused. Code that makes a scanner fail may well have been written for that.""", """
            Scan again. Where it happens again, give the code and the message to those who run the platform.""");

    static final RuleDescription CHECK_LATE = new RuleDescription(
            "check-late",
            Layer.SYNTAX,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-400",
            "A check gave no answer in time",
            """
            One of the checks did not end within its deadline and was given up. What it would have found is unknown, so \
            the code counts as refused.""",
            """
            Scan again: the machine may have been busy. Where it happens again, split the module.""");

    static final RuleDescription CHECKS_MISSING = new RuleDescription(
            "checks-missing",
            Layer.SYNTAX,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-693",
            "Checks are missing or listed twice",
            """
            The validator was put together without checks, or with two of the same name, so that one could answer for the \
            other. Code that was not looked at counts as refused.""",
            """
            Correct the configuration of the validator; the message lists the checks that it has.""");

    static final RuleDescription MORE_FINDINGS = new RuleDescription(
            "more-findings",
            Layer.SYNTAX,
            Severity.INFO,
            Confidence.HIGH,
            "CWE-1120",
            "More findings than are listed",
            """
            There are more findings than anybody reads. The worst are listed, this finding says how many there were, and \
            the verdict counts all of them.""",
            """
            Correct what is listed and scan again.""");

    static final RuleDescription HIDDEN_IN_PAGE = new RuleDescription(
            "hidden-character-in-page",
            Layer.LITERALS,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-1007",
            "A character on a page that nobody sees",
            """
            Control characters, characters without width and those that turn the direction of writing make a page show \
            something else than it says. Whoever approves an agent by its page would approve another one.""",
            """
            Take the character out of the configuration; the message names its code point.""");

    static final RuleDescription MARKUP_IN_PAGE = new RuleDescription(
            "markup-in-page", Layer.LITERALS, Severity.ERROR, Confidence.HIGH, "CWE-79", "Markup on a page", """
            A page about an agent shows what its configuration says. HTML or a link in it comes from a text of the \
            configuration that was not escaped, and would run or lead somewhere in the reader's browser.""", """
            Remove the markup from the configuration; texts are shown as they are written.""");

    private static final Set<String> INCONCLUSIVE = Stream.concat(
                    Stream.of(CHECK_FAILED, CHECK_LATE, CHECKS_MISSING).map(RuleDescription::id),
                    Stream.of(Reason.DEADLINE, Reason.BUSY, Reason.PARSER_FAILED)
                            .map(Reason::id))
            .collect(toUnmodifiableSet());

    private ScanRules() {}

    /** The ids that say of a scan that it did not come to its end. */
    static Set<String> inconclusive() {
        return INCONCLUSIVE;
    }

    static List<RuleDescription> all() {
        return List.of(CHECK_FAILED, CHECK_LATE, CHECKS_MISSING, MORE_FINDINGS, HIDDEN_IN_PAGE, MARKUP_IN_PAGE);
    }
}
