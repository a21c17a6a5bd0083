package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that templates and programs put together of texts and variables. */
class ComposedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BucketName: !Sub \"NAME-${AWS::Region}\"",
                "BucketName: !Sub 'NAME-${AWS::AccountId}-eu'",
                "BucketName: !Sub NAME-${AWS::AccountId}",
                "{\"BucketName\": {\"Fn::Sub\": \"NAME-${AWS::AccountId}\"}}",
                "\"BucketName\": {\n    \"Fn::Sub\": \"NAME-${AWS::AccountId}\"",
                "\"{\\\"BucketName\\\": {\\\"Fn::Sub\\\": \\\"NAME-${AWS::AccountId}\\\"}}\"",
                "  bucket = \"NAME-${var.env}\"",
                "  bucket = format(\"NAME-%s\", var.env)",
                "export BUCKET=\"NAME-${ENV}\"",
                "BUCKET=NAME-$ENV",
                "bucket: NAME-${ENV}",
                "bucket_name = f\"NAME-{env}\"",
                "const bucket = `NAME-${stage}`",
                "bucket_name = 'NAME-{}'.format(env)",
                "\"bucket\": \"NAME-%s\" % env",
                "bucket: \"NAME-#{env}\"",
                "aws s3 cp x s3://NAME-${ENV}/x"
            })
    void areFoundInFrontOfTheFirstVariable(String text) {
        assertEquals(text.replace("NAME", "<BUCKET>"), Texts.masked(text.replace("NAME", "lantern-quay")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/<ECR>:v1",
                "https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/<SQS>",
                "https://sqs.{region}.amazonaws.com/{account}/<SQS>",
                "https://sqs.$REGION.amazonaws.com/897355541743x",
                "<BUCKET>.s3.${region}.amazonaws.com/x",
                "https://<BUCKET>.s3.{{ region }}.amazonaws.com/x",
                "https://s3.${region}.amazonaws.com/<BUCKET>/x",
                "{\"a\": {}}.amazonaws.com"
            })
    void areFoundInHostsWithVariables(String masked) {
        assertEquals(masked, Texts.masked(masked.replaceAll("<[A-Z0-9]+>", "lantern-quay")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BucketName: !Sub \"${AWS::StackName}-artifacts-eu\"",
                "BucketName: !Sub ${AWS::StackName}-artifacts",
                "BucketName: !Ref ArtifactBucket",
                "{\"BucketName\": {\"Ref\": \"ArtifactBucket\"}}",
                "role_name = \"harbour-${var.env}\"",
                "bucket = \"{{ bucket_name }}\"",
                "bucket = \"<your-bucket>\"",
                "\"bucket\": \"%s\"",
                "username: system:node:{{EC2PrivateDNSName}}",
                "user = f(x)"
            })
    void areNoneWhereAVariableOrAPlainWordBegins(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
