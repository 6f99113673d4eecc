package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.AnnAssign;
import io.crewsmith.python.Node.FunctionDef;
import io.crewsmith.python.Node.Name;
import io.crewsmith.python.Node.Parameter;
import io.crewsmith.python.Node.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts in annotations are run as code by pydantic and typing: they may name types and nothing else. */
final class AnnotationRule implements Rule {

    private static final Pattern CODE = Pattern.compile("[(){}:=;@`]|__|\\blambda\\b");

    @Override
    public Stream<Finding> judge(Program program) {
        return Stream.of(
                        program.all(AnnAssign.class).map(AnnAssign::annotation),
                        program.all(Parameter.class).flatMap(one -> Optional.ofNullable(one.annotation()).stream()),
                        program.all(FunctionDef.class).flatMap(def -> Optional.ofNullable(def.returns()).stream()),
                        program.all(Subscript.class)
                                .filter(AnnotationRule::isGeneric)
                                .map(Subscript::slice))
                .flatMap(annotations -> annotations)
                .flatMap(AnnotationRule::codeIn)
                .distinct()
                .map(text -> Finding.at(
                        text,
                        "code-in-annotation",
                        Severity.CRITICAL,
                        Layer.LITERALS,
                        "This text in an annotation is run as code; name a type"));
    }

    private static boolean isGeneric(Subscript subscript) {
        return subscript.value() instanceof Name name
                && (Character.isUpperCase(name.id().charAt(0))
                        || List.of("list", "dict", "tuple", "set", "type").contains(name.id()));
    }

    private static Stream<Node> codeIn(Node annotation) {
        List<Node> texts = new ArrayList<>();
        annotation.walk(
                node -> node.string().filter(text -> CODE.matcher(text).find()).ifPresent(text -> texts.add(node)));
        return texts.stream();
    }
}
