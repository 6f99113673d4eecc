package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Layer;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is; a rule that is not here does not run. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new BlacklistedImport(),
            new BuiltName(),
            new CallableAsText(),
            new CodeExecution(),
            new CodeInAnnotation(),
            new DangerousBuiltin(),
            new DangerousMethod(),
            new DunderAccess(),
            new DynamicAttribute(),
            new EncodedBlob(),
            new EndlessLoop(),
            new ForeignEndpoint(),
            new FormatTemplate(),
            new HiddenText(),
            new InsecureEndpoint(),
            new InterpreterAttribute(),
            new MetadataAddress(),
            new ModuleMisuse(),
            new OddAddress(),
            new OddDecorator(),
            new OutsidePath(),
            new PromptOverride(),
            new RandomText(),
            new SecretLiteral(),
            new SlowPattern(),
            new SpecialDefinition(),
            new TypeAsFactory(),
            new UnlistedImport(),
            new UnlistedName(),
            new UnsafeExecution());

    private Rules() {}

    /** All, by the names of their classes. */
    public static List<Rule> all() {
        return ALL;
    }

    /** Imports, names, attributes, definitions and calls. */
    public static List<Rule> allowList() {
        return of(Layer.ALLOW_LIST).toList();
    }

    /** Texts that are harmful as values: paths, addresses, secrets, regular expressions. */
    public static List<Rule> literals() {
        return of(Layer.LITERALS).toList();
    }

    private static Stream<Rule> of(Layer layer) {
        return ALL.stream().filter(rule -> rule.layer() == layer);
    }
}
