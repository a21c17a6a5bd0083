package io.awsmasker.blind;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up identifiers as AWS and its users write them. Shares nothing with the program but the catalogue's words. */
final class Samples {
    private static final String HEX = "0123456789abcdef";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String MIXED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> COMPANIES =
            List.of("acme", "globex", "initech", "umbra", "hooli", "vandelay", "stark");
    private static final List<String> THINGS = List.of(
            "orders", "billing", "ledger", "web", "ingest", "reports", "checkout", "payments", "search", "audit");
    private static final List<String> STAGES = List.of("prod", "staging", "dev", "eu", "blue", "v2", "7f", "2024");
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "ap-southeast-2", "eu-central-1");

    private final Random random;

    Samples(Random random) {
        this.random = random;
    }

    /** A value for the placeholder of this kind. */
    String of(String kind) {
        return switch (kind) {
            case "NAME" -> name();
            case "DASHNAME" -> pick(COMPANIES) + "-" + pick(THINGS) + "-" + random.nextInt(90);
            case "BUCKET" ->
                pick(COMPANIES) + "-" + pick(THINGS) + "-" + pick(STAGES)
                        + (random.nextBoolean() ? "-" + run(HEX, 4) : "");
            case "ACCOUNT" -> "" + (2 + random.nextInt(7)) + run("0123456789", 11);
            case "AKID" -> (random.nextBoolean() ? "AKIA" : "ASIA") + run(BASE32, 16);
            case "IAMID" -> pick(List.of("AROA", "AIDA", "AIPA")) + run(BASE32, 17);
            case "SECRETKEY" -> "q7K" + run(MIXED, 12) + "/" + run(MIXED, 8) + "+" + run(MIXED, 15);
            case "SESSIONTOKEN" -> "IQoJb3JpZ2lu" + run(MIXED, 180);
            case "PASSWORD" ->
                pick(List.of("Tr0ub4dor", "hunter2", "c0rrect", "Pa55")) + pick(List.of("-", "_", "")) + run(MIXED, 6)
                        + "4z";
            case "LONGTOKEN" -> "q4" + run(MIXED, 60);
            case "JWT" -> "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi" + run(MIXED, 30) + "." + run(MIXED, 43);
            case "PEMBODY" -> run(MIXED, 64) + "\n" + run(MIXED, 40);
            case "B64SECRET" -> base64(of("PASSWORD"));
            case "B64EC2" -> base64("#!/bin/sh\necho " + id("i-{h17}") + " > /etc/id\n");
            case "EMAIL" -> "ana." + run(LOWER, 5) + "@" + pick(COMPANIES) + "-corp.com";
            case "PUB" -> pick(List.of("52.", "54.", "3.", "18.")) + octet() + "." + octet() + "." + octet();
            case "PRIV" ->
                pick(List.of("10.", "10.", "172.31.", "192.168."))
                        .transform(p -> p + (p.length() < 5 ? octet() + "." : "") + octet() + "." + octet());
            case "CIDR" -> "10." + octet() + "." + octet() + ".0";
            case "DASHIP" -> "10-" + octet() + "-" + octet() + "-" + octet();
            case "MAC" ->
                "0a:" + run(HEX, 2) + ":" + run(HEX, 2) + ":" + run(HEX, 2) + ":" + run(HEX, 2) + ":" + run(HEX, 2);
            case "UUID", "UUIDKEY" -> id("{u}");
            case "HEX16" -> run(HEX, 16);
            case "HEX64" -> run(HEX, 64);
            case "RDSHOST" -> pick(THINGS) + ".c" + run(LOWER, 11);
            case "ELBHOST" -> pick(THINGS) + "-" + run("123456789", 9);
            case "ZONE" -> "Z" + run(UPPER, 12) + "7K";
            case "RDSRES" -> id("db-{N26}");
            case "ORG" -> id("o-{d10}");
            case "EMR" -> id("j-{D13}");
            case "COGNITO" -> id("{region}_{a9}");
            default -> id(Ids.pattern(kind, random));
        };
    }

    /** The pattern with {@code {h17}} and the like filled in. */
    String id(String pattern) {
        StringBuilder id = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            id.append(pattern, at, open).append(part(pattern.substring(open + 1, close)));
            at = close + 1;
        }
        return id.append(pattern.substring(at)).toString();
    }

    private String part(String code) {
        if (code.equals("u")) {
            return run(HEX, 8) + "-" + run(HEX, 4) + "-4" + run(HEX, 3) + "-a" + run(HEX, 3) + "-" + run(HEX, 12);
        }
        if (code.equals("region")) {
            return pick(REGIONS);
        }
        int length = Integer.parseInt(code.substring(1));
        return switch (code.charAt(0)) {
            case 'h' -> length == 8 ? "f" + run(HEX, 6) + "3" : "0" + run(HEX, length - 1);
            case 'H' -> "A" + run(HEX, length - 1).toUpperCase(Locale.ROOT);
            case 'd' -> run(LOWER, length - 1) + "7";
            case 'D' -> run(UPPER, length - 1) + "7";
            case 'N' -> run(UPPER, length);
            case 'a' -> run(MIXED, length);
            default -> run(LOWER, length);
        };
    }

    private String name() {
        String company = pick(COMPANIES);
        String thing = pick(THINGS);
        return switch (random.nextInt(4)) {
            case 0 -> company + "-" + thing + "-" + pick(STAGES);
            case 1 -> company + "_" + thing + "_" + pick(STAGES);
            case 2 -> capital(company) + capital(thing) + random.nextInt(10);
            default -> company + thing + "-" + run(HEX, 5);
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int octet() {
        return 1 + random.nextInt(254);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String run(String alphabet, int length) {
        StringBuilder run = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            run.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return run.toString();
    }
}
