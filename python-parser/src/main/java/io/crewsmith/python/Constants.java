package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.tokenizer.CodePoints;
import io.crewsmith.python.Node.Constant;
import java.math.BigInteger;

/** Turns the constants of the internal tree into values of Java. */
final class Constants {

    private static final int MAX_BITS = 256;

    private Constants() {}

    static Node node(ConstantValue constant, Position at) {
        return new Constant(value(constant, at), at);
    }

    private static Object value(ConstantValue constant, Position at) {
        return switch (constant.kind) {
            case NONE -> Constant.Kind.NONE;
            case ELLIPSIS -> Constant.Kind.ELLIPSIS;
            case BOOLEAN -> constant.getBoolean();
            case LONG -> BigInteger.valueOf(constant.getLong());
            case BIGINTEGER -> limited(constant.getBigInteger(), at);
            case DOUBLE -> constant.getDouble();
            case COMPLEX -> Constant.Kind.COMPLEX;
            case CODEPOINTS -> text(constant.getCodePoints());
            case BYTES -> new Constant.Bytes(constant.getBytes().length);
            case TUPLE, FROZENSET -> throw new IllegalStateException("No literal is a " + constant.kind);
        };
    }

    private static String text(CodePoints codePoints) {
        return codePoints.toJavaString();
    }

    private static BigInteger limited(BigInteger value, Position at) {
        if (value.bitLength() > MAX_BITS) {
            throw new RefusedSource(new Refusal(
                    "integer-too-large", at, "Integer of %d bits; at most %d".formatted(value.bitLength(), MAX_BITS)));
        }
        return value;
    }
}
