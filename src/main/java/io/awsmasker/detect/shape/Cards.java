package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Bytes;

/** Payment card numbers: known first digits, a length that fits them, and the Luhn check digit. */
final class Cards {
    private Cards() {}

    /** Whether the digits of {@code [start, end)}, separators left out, are a card number. */
    static boolean holds(byte[] text, int start, int end) {
        int digits = 0;
        long number = 0;
        int same = 0;
        for (int i = start; i < end; i++) {
            if (Bytes.is(text[i], Bytes.DIGIT)) {
                digits++;
                number = number * 10 + text[i] - '0';
                same += text[i] == text[start] ? 1 : 0;
            }
        }
        long lead = number;
        for (int i = digits; i > 4; i--) {
            lead /= 10;
        }
        return same < digits && issuer((int) lead, digits) && luhn(number);
    }

    /** Whether the four groups stand among others of four digits, also hexadecimal ones, as in a table of figures. */
    static boolean inTable(byte[] text, int from, int start, int end, int to) {
        int groups = 0;
        for (int at = end; groups < 2 && at + 4 < to && blank(text[at]) && group(text, at + 1); at += 5) {
            groups++;
        }
        for (int at = start; groups < 2 && at - 5 >= from && blank(text[at - 1]) && group(text, at - 5); at -= 5) {
            groups++;
        }
        return groups == 2;
    }

    private static boolean group(byte[] text, int at) {
        return Bytes.runEnd(text, at, at + 4, Bytes.HEX) == at + 4
                && (Bytes.any(text, at, at + 4) & Bytes.DIGIT) != 0
                && Bytes.runEnd(text, at, at + 4, Bytes.DIGIT | Bytes.UPPER) == at + 4;
    }

    private static boolean blank(byte b) {
        return b == ' ';
    }

    private static boolean issuer(int lead, int digits) {
        int two = lead / 100;
        return switch (digits) {
            case 14 -> two == 36 || two == 38 || (lead / 10 >= 300 && lead / 10 <= 305);
            case 15 -> two == 34 || two == 37;
            case 16 ->
                two / 10 == 4
                        || (two >= 51 && two <= 55)
                        || (lead >= 2221 && lead <= 2720)
                        || two == 35
                        || lead == 6011
                        || two == 65
                        || (lead / 10 >= 644 && lead / 10 <= 649)
                        || two == 62;
            default -> false;
        };
    }

    private static boolean luhn(long number) {
        int sum = 0;
        boolean twice = false;
        for (long n = number; n > 0; n /= 10) {
            int digit = (int) (n % 10) * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
