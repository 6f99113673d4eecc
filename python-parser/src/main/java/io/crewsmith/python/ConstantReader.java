package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.tokenizer.CodePoints;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.PythonValue;
import java.math.BigInteger;

/** Types literal values exactly. */
final class ConstantReader {

    static final int MAX_BITS = 256;

    private ConstantReader() {}

    static PythonValue read(ConstantValue value, Position at) {
        return switch (value.kind) {
            case NONE -> PythonValue.NONE;
            case ELLIPSIS -> PythonValue.ELLIPSIS;
            case BOOLEAN -> new PythonValue.Bool(value.getBoolean());
            case LONG -> new PythonValue.Int(BigInteger.valueOf(value.getLong()));
            case BIGINTEGER -> integer(value.getBigInteger(), at);
            case DOUBLE -> new PythonValue.Real(value.getDouble());
            case COMPLEX -> new PythonValue.Complex(value.getComplex()[0], value.getComplex()[1]);
            case CODEPOINTS -> text(value.getCodePoints(), at);
            case BYTES -> new PythonValue.Bytes(new String(value.getBytes(), ISO_8859_1));
            case TUPLE, FROZENSET -> throw new IllegalStateException("no literal is a " + value.kind);
        };
    }

    private static PythonValue integer(BigInteger value, Position at) {
        if (value.bitLength() > MAX_BITS) {
            var message = "integer of %,d bits: at most %d are read".formatted(value.bitLength(), MAX_BITS);
            throw new RefusedSource(Reason.NUMBER_TOO_LARGE, at, message);
        }
        return new PythonValue.Int(value);
    }

    private static PythonValue text(CodePoints points, Position at) {
        for (int i = 0; i < points.getLength(); i++) {
            int c = points.get(i);
            if (c >= 0xD800 && c <= 0xDFFF) {
                var message = "surrogate escape U+%04X in a string: write the character itself".formatted(c);
                throw new RefusedSource(Reason.LONE_SURROGATE, at, message);
            }
        }
        return new PythonValue.Str(points.toJavaString());
    }
}
