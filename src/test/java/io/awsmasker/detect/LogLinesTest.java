package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in lines of logs and in messages of errors, where neither a key nor a sentence in full says what they are. */
class LogLinesTest {
    private static final String OWNER = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "OWNER stoat [06/Feb/2024:00:00:38 +0000] 52.18.91.7 OWNER 3E57 REST.GET.ACL - \"GET / HTTP/1.1\"¦<CANONICALID> <BUCKET> [06/Feb/2024:00:00:38 +0000] <IPV4> <CANONICALID> 3E57 REST.GET.ACL - \"GET / HTTP/1.1\"",
                "OWNER stoat [06/Feb/2024:00:00:38 +0000] 52.18.91.7 - 3E57 REST.GET.ACL¦<CANONICALID> <BUCKET> [06/Feb/2024:00:00:38 +0000] <IPV4> - 3E57 REST.GET.ACL",
                "2024-05-13T23:39:43.945958Z weasel-elb 52.18.91.7:2817 10.4.7.9:80 0.00007 200¦2024-05-13T23:39:43.945958Z <ELB> <IPV4>:2817 <IPV4PRIV>:80 0.00007 200",
                "An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name belugas cannot be found.¦An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name <ROLE> cannot be found.",
                "An error occurred (DBInstanceNotFound): DBInstance porpoise not found.¦An error occurred (DBInstanceNotFound): DBInstance <RDS> not found.",
                "ResourceNotFoundException: Requested resource not found: Table: sardines not found¦ResourceNotFoundException: Requested resource not found: Table: <DDB> not found",
                "{\"Error\":{\"Code\":\"NoSuchEntity\",\"Message\":\"Role with name belugas cannot be found.\"}}¦{\"Error\":{\"Code\":\"NoSuchEntity\",\"Message\":\"Role with name <ROLE> cannot be found.\"}}",
                "{\"message\":\"No cluster found for name: marlin.\",\"x\":\"table y-1 is\"}¦{\"message\":\"No cluster found for name: <CLUSTER>.\",\"x\":\"table y-1 is\"}",
                "RepositoryNotFoundException: The repository with name 'flounder' does not exist¦RepositoryNotFoundException: The repository with name '<ECR>' does not exist",
                "Error: creating S3 Bucket (narwhal): operation error S3¦Error: creating S3 Bucket (<BUCKET>): operation error S3",
                "ERROR: role \"harpooner\" does not exist¦ERROR: role \"<ROLE>\" does not exist",
                "NoSuchBucketException: The specified bucket does not exist: narwhal¦NoSuchBucketException: The specified bucket does not exist: <BUCKET>",
                "An error occurred (ParameterNotFound): Parameter /harbour/pier-2 not found.¦An error occurred (ParameterNotFound): Parameter <SSMPARAM> not found.",
                "NotFoundException: Function not found: settle¦NotFoundException: Function not found: <LAMBDA>",
                "Error: creating Role: quay-deployer: EntityAlreadyExists: x¦Error: creating Role: <ROLE>: EntityAlreadyExists: x",
                "function_name: settle¦function_name: <LAMBDA>",
                "Error: the alarm with name pier-2 does not exist¦Error: the alarm with name <ALARM> does not exist",
                "FATAL: database 'piers-7' does not exist, a database piers-7¦FATAL: database '<DBNAME>' does not exist, a database <DBNAME>"
            })
    void holdNames(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("OWNER", OWNER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x OWNER [1] and OWNER stoat-1 [x/y]",
                "Error: putting S3 Bucket Policy: operation error S3: PutBucketPolicy, StatusCode: 400",
                "Error: error putting S3 bucket policy: OperationAborted: A conflicting operation is in progress",
                "Error: creating IAM Role: EntityAlreadyExists: it is there",
                "{\"reason\": \"failed to create Cloudwatch log stream: ResourceNotFoundException: no log group\"}",
                "Error: waiting for RDS Cluster: timeout while waiting for state to become 'available'",
                "Error: reading Lambda Function: context deadline exceeded",
                "Error: deleting ECS Cluster: ClusterContainsServicesException",
                "aws_lambda_function.settle_lambda_function: Creating...",
                "module.quay.aws_s3_bucket.logs_s3_bucket: Modifying...",
                "2024-05-13T23:39:43.945958Z job-7 done 10 of 12",
                "2024-05-13T23:39:43.945958Z main-7 started",
                "TypeError: user is not a function",
                "Error: function name expected",
                "ValueError: table name is invalid",
                "Error: the user pool client does not exist",
                "Exception: The service is already in use",
                "error: The role defined for the function cannot be assumed by Lambda.",
                "message: \"user logged in\"",
                "error: database connection failed",
                "error: stack overflow in function call",
                "Error: creating EC2 Instance: InvalidAMIID.NotFound: the image does not exist",
                "{\"message\": \"environment: production is not set\"}",
                "Error: table column does not exist",
                "__setModuleDefault = (this) || function (mod) {",
                "{\"error\":{\"message\":\"roles must alternate between user and assistant\"}}"
            })
    void thatHaveNoneStay(String text) {
        String line = text.replace("OWNER", OWNER);
        assertEquals(line, Texts.masked(line));
    }
}
