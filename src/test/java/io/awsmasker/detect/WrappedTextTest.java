package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools put around a text: it is found in it what is found without. */
class WrappedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "see s3%3A%2F%2Flantern-quay-7%2Fx end => see s3%3A%2F%2F<BUCKET>%2Fx end",
                "GET /import?src=s3%3A%2F%2Flantern-quay%2Fx%2Fy.csv HTTP/1.1 => GET /import?src=s3%3A%2F%2F<BUCKET>%2Fx%2Fy.csv HTTP/1.1",
                "curl 'http://localhost:9000/run?uri=s3a%3a%2f%2flantern-quay%2fa&n=1' => curl 'http://localhost:9000/run?uri=s3a%3a%2f%2f<BUCKET>%2fa&n=1'",
                "s3%253A%252F%252Flantern-quay => s3%253A%252F%252F<BUCKET>",
                "see %257B%2522ip%2522%253A%252210.44.7.19%2522%257D end => see %257B%2522ip%2522%253A%2522<IPV4PRIV>%2522%257D end",
                "see %7B%22Bucket%22%3A%22lantern-quay%22%7D end => see %7B%22Bucket%22%3A%22<BUCKET>%22%7D end",
                "%257B%2522Bucket%2522%253A%2522lantern-quay%2522%252C%2522ip%2522%253A%252210.44.7.19%2522%257D => %257B%2522Bucket%2522%253A%2522<BUCKET>%2522%252C%2522ip%2522%253A%2522<IPV4PRIV>%2522%257D",
                "see FunctionName%3Dlantern-fn%26RoleName%3DLanternRole2 end => see FunctionName%3D<LAMBDA>%26RoleName%3D<ROLE> end",
                "arn%253Aaws%253Aiam%253A%253A604817295538%253Arole%252FLanternRole => arn%253Aaws%253Aiam%253A%253A<ACCOUNT>%253Arole%252F<ROLE>",
                "see 604817295538.dkr.ecr.eu-west-1.amazonaws.com%252Flantern%252Ftide-7:1 end => see <ACCOUNT>.dkr.ecr.eu-west-1.amazonaws.com%252F<ECR>%252F<ECR>:1 end",
            })
    void findsWhatIsPercentEncoded(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf(\"%2d%3d%%\\n\", a, b)",
                "https://example.com/search?q=a%20bucket%20of%20fish&lang=en",
                "strftime('%Y-%m-%dT%H:%M:%S')",
                "width: 100%;height:50%",
                "s3%3A%2F%2F%24%7Bbucket%7D%2Fx"
            })
    void leavesOtherPercentSigns(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
