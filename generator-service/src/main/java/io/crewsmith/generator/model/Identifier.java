package io.crewsmith.generator.model;

import io.crewsmith.catalogue.ReservedNames;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A name in Python code: ASCII only, so that it reads as what it is, and checked, so that it is nothing else. */
public record Identifier(String name) {

    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    /** As ruff sorts imported names: classes before functions, and each without regard to case. */
    static final Comparator<String> IMPORT_ORDER = Comparator.comparing(
                    (String name) -> Character.isLowerCase(name.charAt(0)))
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Comparator.naturalOrder());

    public Identifier {
        if (!DOTTED.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name in Python: " + name);
        }
    }

    /** The class of an agent: senior-market-analyst gives SeniorMarketAnalyst. */
    public static Identifier ofClass(String agentKey) {
        return new Identifier(ReservedNames.className(agentKey));
    }

    /** The module of an agent: senior-market-analyst gives senior_market_analyst. */
    public static Identifier ofModule(String agentKey) {
        return new Identifier(agentKey.replace('-', '_'));
    }
}
