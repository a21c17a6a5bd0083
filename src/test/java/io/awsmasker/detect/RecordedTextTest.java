package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates, states and recorded answers, and the programs that read them: what is a name there and what only looks like one. */
class RecordedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "!Sub arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/curlew-7¦!Sub arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<DDB>",
                "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:plover-9¦arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:<SQS>",
                "arn:aws:ssm:${self:provider.region}:${aws:accountId}:parameter/shop/plover-9¦arn:aws:ssm:${self:provider.region}:${aws:accountId}:parameter/<SSMPARAM>",
                "arn:aws:apigateway:eu-west-1::/apis/hn5fxpwfae/stages/curlew¦arn:aws:apigateway:eu-west-1::/apis/<APIGW>/stages/<APIGW>",
                "{\"ServiceToken\": \"arn:aws:lambda:eu-west-1:897355541743:function:curlew-7\"}¦{\"ServiceToken\": \"arn:aws:lambda:eu-west-1:<ACCOUNT>:function:<LAMBDA>\"}",
                "{\"password2\": \"hunTer2x9\"}¦{\"password2\": \"<PASSWORD>\"}",
                "{\"ses_smtp_password_v4\": \"Bq7yiXkQ2rT9vLmN4pWs8zAc3eFg5hJk6lMn7oPq8rSt\"}¦{\"ses_smtp_password_v4\": \"<PASSWORD>\"}",
                "{\"id\": \"Z09481726H853BGFY6159_curlew_A\"}¦{\"id\": \"<ZONE>\"}",
                "{\"id\": \"r-rtb-09b539b39023f6b4a1080289494\"}¦{\"id\": \"<RTB>\"}",
                "{\"configurationRecorderName\": \"curlew\"}¦{\"configurationRecorderName\": \"<RES>\"}",
                "{\"AccountAliases\": [\"curlew-labs\"]}¦{\"AccountAliases\": [\"<RES>\"]}",
                "{\"configRuleId\": \"config-rule-x7y2z9\"}¦{\"configRuleId\": \"<RES>\"}",
                "{\"actionsSuppressor\": \"Curlew.Quiet\"}¦{\"actionsSuppressor\": \"<ALARM>\"}",
                "{\"PolicyArn\": \"arn:aws:iam::aws:policy/CurlewCore\", \"PolicyName\": \"CurlewCoreAccess\"}¦{\"PolicyArn\": \"arn:aws:iam::aws:policy/CurlewCore\", \"PolicyName\": \"<POLICY>\"}",
                "{\"bucket\": \"bucket-of-curlews\"}¦{\"bucket\": \"<BUCKET>\"}",
                "bucket: bucket-of-curlews¦bucket: <BUCKET>"
            })
    void holdsNames(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Fn::Sub\": \"arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:vpc/${vpc}\"}",
                "{\"AWS::DocDB::DBClusterParameterGroup\": \"8f0bcd290f8bb807\"}",
                "{\"userPoolId\": \"userPoolId\", \"functionName\": \"functionName\"}",
                "{\"password\": \"value\"}",
                "{\"ManagedPolicyNames\": [\"AdministratorAccess\"]}",
                "{\"PolicyName\": \"CurlewCoreAccess\", \"PolicyArn\": \"arn:aws:iam::aws:policy/service-role/CurlewCoreAccess\"}",
                "SECRET_KEY = 'aws_secret_access_key'",
                "{\"shardId\": \"shardId-000000000007\"}"
            })
    void holdsNone(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.put_object(Bucket=bucket_name, Key=key)",
                "self.queue_name = queueNameOverride",
                "this.#logStream = initialFile;",
                "return {\"ClusterSubnetGroup\": subnet_group}",
                ":type leaky_bucket: LeakyBucket",
                "  user: PersonRecord | null",
                "  user: PersonRecord;",
                "type User = FromSchema<typeof schema>",
                "key_password: str | None",
                "ftp.login(user='anonymous')",
                "<nav class=\"x\" role=\"navigation\" id=\"y\">",
                "Pass ``rfc2822=True`` to it",
                "it hands the function as-is to it",
                "rfc7692#section-7.1.2.2 and Section 3.2.2.4",
                "@jls 9.6.4.6 and {@jvms 4.7.16.1}"
            })
    void areProgramsThatHoldNone(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
