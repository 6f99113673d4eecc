package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.python.tree.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;

/** Reads bytes as CPython reads a file, but with no encoding to choose from. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(input, output, true);
        if (result.isError()) {
            throw malformed(bytes, input.position());
        }
        return output.flip().toString();
    }

    private static RefusedSource malformed(byte[] bytes, int offset) {
        var at = positionAfter(new String(bytes, 0, offset, UTF_8));
        var message = "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: save the file as UTF-8"
                .formatted(bytes[offset], offset);
        return new RefusedSource(Reason.NOT_UTF8, at, message);
    }

    private static Position positionAfter(String text) {
        var lastLine = text.substring(text.lastIndexOf('\n') + 1);
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Position(line, 1 + lastLine.codePointCount(0, lastLine.length()));
    }
}
