package io.awsmasker.detect;

import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is usually done: one regular expression of alternatives for everything that has a shape, made from the same
 * catalogue. Without look-around, so that every engine takes it; and without what needs context, which no expression finds.
 */
public final class ShapeRegex {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    private ShapeRegex() {}

    /** The expression; every match is one identifier. */
    public static String alternatives() {
        List<String> all = new ArrayList<>();
        all.add("arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:[0-9]*:[A-Za-z0-9/_.:*-]+");
        for (IdentifierType type : IdentifierType.values()) {
            for (String id : type.grammar().ids()) {
                int space = id.indexOf(' ');
                all.add(id.substring(0, space) + "-" + tail(id.substring(space + 1)));
            }
        }
        all.add("(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,17}");
        all.add("(?:[A-Za-z0-9-]+\\.)+(?:amazonaws\\.com|on\\.aws|cloudfront\\.net|compute\\.internal)");
        all.add("[0-9]{12}");
        all.add("(?:" + OCTET + "\\.){3}" + OCTET + "(?:/[0-9]{1,2})?");
        all.add("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");
        all.add("[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}");
        all.add("ip(?:-[0-9]{1,3}){4}(?:\\.[a-z0-9-]+)*");
        all.add("eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+");
        all.add("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
        all.add("s3://[A-Za-z0-9.-]+");
        return "\\b(?:" + String.join("|", all) + ")\\b";
    }

    private static String tail(String description) {
        String lengths = description.substring(1).replace("d", "");
        String letters = switch (description.charAt(0)) {
            case 'h' -> "[0-9a-f]";
            case 'H' -> "[0-9A-F]";
            case 'N' -> "[A-Z0-9]";
            default -> "[a-z0-9]";
        };
        return switch (description.charAt(0)) {
            case 'u' -> "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
            case 'o' -> "[a-z0-9]{4,32}-[a-z0-9]{8,32}";
            default -> {
                List<String> tails = new ArrayList<>();
                for (String length : lengths.split("/", -1)) {
                    tails.add(letters + "{" + length.replace('-', ',') + "}");
                }
                Collections.reverse(tails); // the longest first: a backtracking engine takes the first that fits
                yield "(?:" + String.join("|", tails) + ")";
            }
        };
    }
}
