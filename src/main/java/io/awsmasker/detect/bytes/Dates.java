package io.awsmasker.detect.bytes;

/** Digits that are a day or a minute of the years 1990 to 2059 and therefore no identifier. */
public final class Dates {
    private Dates() {}

    /** Whether eight digits at {@code at} are {@code YYYYMMDD}. */
    public static boolean day(byte[] text, int at) {
        int year = number(text, at, 4);
        int month = number(text, at + 4, 2);
        int day = number(text, at + 6, 2);
        return year >= 1990 && year < 2060 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** Whether twelve digits at {@code at} are {@code YYYYMMDDhhmm}. */
    public static boolean minute(byte[] text, int at) {
        return day(text, at) && number(text, at + 8, 2) < 24 && number(text, at + 10, 2) < 60;
    }

    /** Whether four digits at {@code at} are a year of this or the last century. */
    public static boolean century(byte[] text, int at) {
        int year = number(text, at, 4);
        return year >= 1900 && year < 2100;
    }

    private static int number(byte[] text, int at, int digits) {
        int n = 0;
        for (int i = at; i < at + digits; i++) {
            n = n * 10 + text[i] - '0';
        }
        return n;
    }
}
