package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as manuals and bug reports show them: commands of many services, and ARNs whose account somebody wrote over. */
class ManualTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "arn:aws:greengrass:eu-west-1:897355541743:/greengrass/definition/cores/k7-1/versions/k7-2 ~ arn:aws:greengrass:eu-west-1:<ACCOUNT>:/greengrass/definition/cores/<RES>/versions/<RES>",
                "the versions of arn:aws:comprehend:eu-west-1:897355541743:document-classifier/mails-7/version/v-2 ~ the versions of arn:aws:comprehend:eu-west-1:<ACCOUNT>:document-classifier/<RES>/version/<RES>",
                "arn:aws:appmesh:eu-west-1:897355541743:mesh/shop-7/virtualRouter/front-7/route/r-7 ~ arn:aws:appmesh:eu-west-1:<ACCOUNT>:mesh/<RES>/virtualRouter/<RES>/route/<RES>",
                "aws inspector list-findings # as arn:aws:iam::897355541743:role/inspector ~ aws inspector list-findings # as arn:aws:iam::<ACCOUNT>:role/<ROLE>",
                "User: arn:aws:iam::xxxxxxxx7743:user/deploy-7 is not authorized ~ User: arn:aws:iam::xxxxxxxx7743:user/<IAMUSER> is not authorized",
                "arn:aws:iam::XXXX:role/prod-deployer ~ arn:aws:iam::XXXX:role/<ROLE>",
                "arn:aws:iam::<account id>:role/prod-deployer ~ arn:aws:iam::<account id>:role/<ROLE>",
                "arn:aws:iam::[REDACTED]:role/prod-deployer ~ arn:aws:iam::[REDACTED]:role/<ROLE>",
                "arn:aws:iam::####:role/prod-deployer ~ arn:aws:iam::####:role/<ROLE>",
                "arn:aws:sqs:eu-west-1:89735EXAMPLE:jobs-7 ~ arn:aws:sqs:eu-west-1:89735EXAMPLE:<SQS>",
                "arn:aws:lambda:eu-west-1:89735554174:function:thumbnails ~ arn:aws:lambda:eu-west-1:89735554174:function:<LAMBDA>",
                "aws apigatewayv2 create-api --name Orders_API ~ aws apigatewayv2 create-api --name <RES>",
                "aws cloudfront get-distribution --id E1OX3WQ7EXMPL ~ aws cloudfront get-distribution --id <CFDIST>",
                "eksctl create cluster --name prod-eks --region eu-west-1 ~ eksctl create cluster --name <CLUSTER> --region eu-west-1",
                "(service billing-api) has reached a steady state. ~ (service <ECS>) has reached a steady state.",
            })
    void isMasked(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::account:role/role-name-with-path",
                "arn:aws:iam::<account>:oidc-provider/<provider>",
                "arn:aws:kms:eu-west-1:54321:key/k1",
                "arn:aws:iam::<account>:user/username",
                "aws transcribe get-vocabulary --vocabulary-name vocabulary-name",
                "the service (service is short for it) runs the long-lived task",
                "srv-configuration and ns-1234.awsdns-12.org",
                "prod-eu-central-1 and port-forwarding",
            })
    void isNoIdentifier(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
