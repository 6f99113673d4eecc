package io.crewsmith.generator.crewai;

import static java.util.stream.Collectors.joining;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Format;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Limits;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.generator.crewai.Proof.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of all parameters: what the catalogue says of each, and how it is proven. */
final class ParameterPage {

    private static final String HEAD = """
            # Parameters

            What a configuration may say, where it goes in the generated code, and how we know that it arrives in the real
            %s. This page is written by `ParameterPageTests` of generator-service; `ParameterProofTests` and
            `CrewProofTests` hold every line of it against live objects and requests.

            Proven by: **attribute**, read back from the live object; **wire**, seen in the request to the provider;
            **behaviour**, seen to be done; **warning**, said when the code is generated, in just these cases; **own**, ours
            alone, a value of the generated class. Deprecated: by that version of CrewAI, which may leave it out; it works in
            this one.
            """;
    private static final String TABLE = """

            ## %s

            | parameter | type and range | default | how rendered | proven by | notes | deprecated |
            |---|---|---|---|---|---|---|
            """;

    private final Catalogue catalogue;

    ParameterPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String write(Map<Kind, List<Proof>> proofs) {
        StringBuilder page = new StringBuilder(HEAD.formatted(catalogue.target()));
        proofs.forEach((kind, rows) -> page.append(section(kind, rows)));
        return page.toString();
    }

    private String section(Kind kind, List<Proof> proofs) {
        Map<String, Proof> byName = proofs.stream().collect(Collectors.toMap(Proof::parameter, Function.identity()));
        String title = kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.word().substring(1);
        return TABLE.formatted(title)
                + Samples.leaves("", catalogue.parameters(kind))
                        .map(leaf -> row(leaf, byName.get(leaf.path())))
                        .collect(joining());
    }

    private static String row(Samples.Leaf leaf, @Nullable Proof proof) {
        if (proof == null) {
            throw new IllegalStateException("Nothing proves that %s arrives".formatted(leaf.path()));
        }
        return "| `%s` | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        leaf.path(),
                        type(leaf.parameter()),
                        fallback(leaf.parameter()),
                        leaf.parameter().destination().rendered(),
                        proof.ways().stream()
                                .map(How::name)
                                .map(way -> way.toLowerCase(Locale.ROOT))
                                .collect(joining(", ")),
                        proof.notes(),
                        deprecated(leaf.parameter()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String deprecated(Parameter parameter) {
        String version = parameter.destination().deprecated();
        return version == null ? "" : "by " + version;
    }

    private static String fallback(Parameter parameter) {
        Object fallback = parameter.fallback();
        return parameter.required() ? "required" : fallback == null ? "—" : "`%s`".formatted(fallback);
    }

    private static String type(Parameter parameter) {
        Limits limits = parameter.limits();
        List<String> words = new ArrayList<>(List.of(parameter.type().words()));
        switch (parameter.type()) {
            case TEXT -> {
                words.add(limits.format() == Format.NONE ? "" : format(limits.format()));
                words.add(
                        limits.maxLength() == Integer.MAX_VALUE
                                ? ""
                                : "up to %s characters".formatted(whole(limits.maxLength())));
                words.addAll(limits.values().stream().map("`%s`"::formatted).toList());
                words.add(limits.oneLine() ? "one line" : "");
            }
            case INTEGER, NUMBER -> words.add("%s to %s".formatted(plain(limits.minimum()), plain(limits.maximum())));
            case LIST -> words.add("up to %d".formatted(limits.maxLength()));
            case FLAG, SECTION, JSON_SCHEMA -> {}
        }
        return words.stream().filter(word -> !word.isEmpty()).collect(joining(", "));
    }

    private static String plain(@Nullable Double limit) {
        return limit == null ? "any" : whole(limit.longValue());
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String format(Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
