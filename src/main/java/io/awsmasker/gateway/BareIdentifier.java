package io.awsmasker.gateway;

import java.util.regex.Pattern;

/**
 * Looks for what is an identifier only by its surroundings in a text, but has no other business in a header or a query: twelve
 * digits, an address, a mailbox. Ids of requests and versions of programs look alike and are none.
 */
final class BareIdentifier {
    private static final Pattern UUID =
            Pattern.compile("(?i)(?<![0-9a-z])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])");
    private static final Pattern BARE = Pattern.compile("(?<![0-9A-Za-z_])\\d{12}(?![0-9A-Za-z_])"
            + "|(?<![0-9./])\\d{1,3}(\\.\\d{1,3}){3}(?![0-9.])"
            + "|[A-Za-z0-9._+-]@[A-Za-z0-9-]++\\.[A-Za-z]");

    private BareIdentifier() {}

    /** Linear in the length of the text. */
    static boolean in(String text) {
        return BARE.matcher(UUID.matcher(text).replaceAll(" ")).find();
    }
}
