package io.crewsmith.reader.proof;

/** Names in code that follow from keys. */
final class Names {

    private Names() {}

    /** The module of a key: market-analyst is market_analyst. */
    static String module(String key) {
        return key.replace('-', '_');
    }

    /** The class of a key: market-analyst is MarketAnalyst. */
    static String type(String key) {
        var name = new StringBuilder(key.length());
        boolean start = true;
        for (int index = 0; index < key.length(); index++) {
            char letter = key.charAt(index);
            if (letter != '-') {
                name.append(start ? Character.toUpperCase(letter) : letter);
            }
            start = letter == '-';
        }
        return name.toString();
    }
}
