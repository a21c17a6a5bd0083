package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 5.4: a number stands for the same twelve digits however it is written; the JDK's own numbers say which. */
class PlainNumberTest {
    private static @Nullable String read(String number) {
        byte[] digits = PlainNumber.digits(("[" + number + "]").getBytes(US_ASCII), 1, number.length() + 1);
        return digits == null ? null : new String(digits, US_ASCII);
    }

    private static @Nullable String reference(String number) {
        BigDecimal value = new BigDecimal(number);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        boolean account =
                value.signum() != 0 && whole && (long) value.precision() - value.scale() == PlainNumber.DIGITS;
        return account ? value.toBigInteger().abs().toString() : null;
    }

    private static String digits(Random random, int most) {
        StringBuilder digits = new StringBuilder();
        int length = random.nextInt(most) + 1;
        while (digits.length() < length) {
            digits.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
        }
        return digits.toString();
    }

    @Test
    void asTheJdkReadsIt() {
        Random random = new Random(54);
        int accounts = 0;
        for (int i = 0; i < 200_000; i++) {
            String number = (random.nextBoolean() ? "-" : "")
                    + digits(random, 16)
                    + (random.nextBoolean() ? "." + digits(random, 16) : "")
                    + (random.nextBoolean() ? (random.nextBoolean() ? "e" : "E-") + random.nextInt(15) : "");
            String expected = reference(number);
            assertEquals(expected, read(number), number);
            accounts += expected == null ? 0 : 1;
        }
        assertTrue(accounts > 1000, "only " + accounts);
    }

    @Test
    void ofAnySize() {
        assertEquals("314159265358", read("314159265358." + "0".repeat(1000)));
        assertEquals("314159265358", read("0." + "0".repeat(1000) + "314159265358e1012"));
        assertEquals("314159265358", read("314159265358" + "0".repeat(1000) + "e-1000"));
        assertNull(read("1e99999999999999999999999"));
        assertNull(read("1e-99999999999999999999999"));
        assertNull(read("0e12"));
    }
}
