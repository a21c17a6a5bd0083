package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One of the forms that the catalogue gives a prefixed id, {@code i h17} of {@code i h8/17}, with an id of that form. */
record IdForm(String prefix, char alphabet, int length) {
    private static final String UUID = "57be6023-cd70-4a13-be62-c55217b68bab";
    private static final String UNIT = "i6kn-edm7n6ud";

    /** The forms of an entry, one for each length of its tail. */
    static List<IdForm> of(String entry) {
        String prefix = entry.substring(0, entry.indexOf(' '));
        char alphabet = entry.charAt(prefix.length() + 1);
        if (alphabet == 'u' || alphabet == 'o') {
            return List.of(new IdForm(prefix, alphabet, 0));
        }
        List<IdForm> forms = new ArrayList<>();
        String lengths = entry.substring(prefix.length() + 2).replace("d", "");
        for (String part : lengths.split("/", -1)) {
            List<String> range = List.of(part.split("-", -1));
            IntStream.rangeClosed(Integer.parseInt(range.get(0)), Integer.parseInt(range.get(range.size() - 1)))
                    .forEach(length -> forms.add(new IdForm(prefix, alphabet, length)));
        }
        return forms;
    }

    /** An id of this form. */
    String id() {
        return prefix + '-' + tail();
    }

    /** A tail that cannot be a word, a date or a hash in one case only. */
    String tail() {
        return switch (alphabet) {
            case 'u' -> UUID;
            case 'o' -> UNIT;
            case 'h' -> "0a9c1e7f3b5d2084".repeat(3).substring(0, length);
            case 'H' -> "0A9C1E7F3B5D2084".repeat(3).substring(0, length);
            case 'n' -> "k3hq7zt2mxe9wvbd".repeat(3).substring(0, length);
            case 'N' -> "K3HQ7ZT2MXE9WVBD".repeat(3).substring(0, length);
            default -> throw new IllegalArgumentException(toString());
        };
    }

    /** The form whose tail is so much longer. */
    IdForm with(int more) {
        return new IdForm(prefix, alphabet, length + more);
    }

    /** The form without the first word of its prefix, if that has several. */
    IdForm withoutFirstWord() {
        return new IdForm(prefix.substring(prefix.indexOf('-') + 1), alphabet, length);
    }

    /** As the catalogue writes it. */
    @Override
    public String toString() {
        return prefix + ' ' + alphabet + (length == 0 ? "" : length);
    }
}
