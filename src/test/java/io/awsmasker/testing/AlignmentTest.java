package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.testing.Alignment.Replaced;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alignment must find every replaced part and must not accept any other change. */
class AlignmentTest {
    @Test
    void findsWhatEachTokenReplaced() {
        assertEquals(
                List.of(
                        new Replaced("EC2_001", 4, 14),
                        new Replaced("VPC_001", 18, 30),
                        new Replaced("EC2_001", 32, 42)),
                Alignment.of("run i-0abc1234 in vpc-0a1b2c3d, i-0abc1234.", "run EC2_001 in VPC_001, EC2_001."));
    }

    @Test
    void triesLongerValuesWhenTheShortestDoesNotFit() {
        assertEquals(List.of(new Replaced("S3_001", 0, 4)), Alignment.of("a-bb-b", "S3_001-b"));
        assertEquals(
                List.of(new Replaced("S3_001", 0, 3), new Replaced("S3_002", 4, 5), new Replaced("S3_001", 6, 9)),
                Alignment.of("a,b,c,a,b", "S3_001,S3_002,S3_001"));
    }

    @Test
    void tokensThatWereSentStayThemselves() {
        assertEquals(List.of(new Replaced("EC2_001", 2, 9)), Alignment.of("a EC2_001 b", "a EC2_001 b"));
    }

    @Test
    void refusesAnyOtherChange() {
        for (String masked : List.of("x EC2_001 y ", "x  EC2_001 y", "X EC2_001 y", "x EC2_001.", "EC2_001 z", "x y")) {
            assertThrows(AssertionError.class, () -> Alignment.of("x i-0abc1234 y", masked), masked);
        }
    }

    @Test
    void refusesOneTokenForTwoValues() {
        assertThrows(AssertionError.class, () -> Alignment.of("i-1 i-2", "EC2_001 EC2_001"));
        assertEquals(2, Alignment.of("key-1 key-2", "SECRET_000 SECRET_000").size());
    }
}
