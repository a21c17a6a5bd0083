package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and databases by their place in what connects to a database, and resources by the short names of their variables. */
class LoginNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0007',
            value = {
                "postgres://quay_root:kx4Npf9EBBA6l2@db1:5432/quay-ledger?a=b ~ postgres://<DBUSER>:<PASSWORD>@db1:5432/<DBNAME>?a=b",
                "mysql+pymysql://quay_root:kx4Npf9EBBA6l2@db1/quay_7 ~ mysql+pymysql://<DBUSER>:<PASSWORD>@db1/<DBNAME>",
                "Access denied for user 'quayroot'@'10.1.2.3' ~ Access denied for user '<DBUSER>'@'<IPV4PRIV>'",
                "GRANT ALL ON x.* TO 'quayroot'@'%' ~ GRANT ALL ON x.* TO '<DBUSER>'@'%'",
                "GRANT ALL TO `quayroot`@`%` ~ GRANT ALL TO `<DBUSER>`@`%`",
                "POSTGRES_USER=quayroot ~ POSTGRES_USER=<DBUSER>",
                "  POSTGRES_DB: quayledger ~ POSTGRES_DB: <DBNAME>",
                "host=db1 dbname=quayledger user=quayroot ~ host=db1 dbname=<DBNAME> user=<IAMUSER>",
                "HOSTED_ZONE=Z1OX3WQ7EXMPL ~ HOSTED_ZONE=<ZONE>",
                "CLOUDFRONT_DISTRIBUTION=E1OX3WQ7EXMPL ~ CLOUDFRONT_DISTRIBUTION=<CFDIST>",
                "COGNITO_CLIENT_ID=7k3hq7zt2mxe9wvbd5c1p0q4rs ~ COGNITO_CLIENT_ID=<COGNITO>",
                "userPoolWebClientId: '7k3hq7zt2mxe9wvbd5c1p0q4rs' ~ userPoolWebClientId: '<COGNITO>'",
                "CFN_STACK=quay-prod ~ CFN_STACK=<STACK>",
                "ECR_REPO=quay/api ~ ECR_REPO=<ECR>",
                "STATE_MACHINE=quay-flow ~ STATE_MACHINE=<SFN>",
                "HostedZoneName: quay.example.org. ~ HostedZoneName: <DOMAIN>."
            })
    void areMasked(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://user:pass@host/db",
                "mysql://USER:PASS@HOST/DB",
                "POSTGRES_USER=postgres",
                "POSTGRES_DB=app",
                "'root'@'localhost'",
                "ping 'a'@ 'b' and x@'y'",
                "HOSTED_ZONE=example",
                "CLOUDFRONT_DISTRIBUTION=enabled",
                "\"StateMachine\": {\"Type\": \"AWS::StepFunctions::StateMachine\"}",
                "stateMachine = new StateMachine(this)",
                "ecrRepository: ecr.Repository,",
                "userPoolClientId: client.userPoolClientId,"
            })
    void areNone(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
