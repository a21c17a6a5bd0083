package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that say what a thing is, and such in which the word beside the word for a thing is only the next word. */
class ProseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "why does the IAM role MusselPublisher get AccessDenied ~ why does the IAM role <ROLE> get AccessDenied",
                "IAM user marta.quay cannot log in ~ IAM user <IAMUSER> cannot log in",
                "the AWS Lambda function settleOrders times out ~ the AWS Lambda function <LAMBDA> times out",
                "an IAM role with the name mussel-exec ~ an IAM role with the name <ROLE>",
                "(DynamoDB table mussel_orders) ~ (DynamoDB table <DDB>)",
                "CloudFormation stack \"MusselNet\" failed. ~ CloudFormation stack \"<STACK>\" failed.",
                "our Lambda mussel-settle-orders times out ~ our Lambda <LAMBDA> times out",
                "the `MusselPublisher` role cannot ~ the `<ROLE>` role cannot",
                "the 'MusselPublisher' IAM role cannot ~ the '<ROLE>' IAM role cannot",
                "the \"mussel-settle\" Lambda function ~ the \"<LAMBDA>\" Lambda function",
                "{\"text\": \"the \\\"mussel-settle\\\" Lambda function\"} ~ {\"text\": \"the \\\"<LAMBDA>\\\" Lambda function\"}",
                "The `mussel-orders` DynamoDB table throttles. ~ The `<DDB>` DynamoDB table throttles.",
                "The `mussel_orders` DynamoDB table throttles. ~ The `<DDB>` DynamoDB table throttles.",
                "Our `mussel-prod-eks` EKS cluster is old. ~ Our `<CLUSTER>` EKS cluster is old.",
                "the 'mussel-prod-db' Amazon RDS DB instance is ~ the '<RDS>' Amazon RDS DB instance is",
                "the **mussel-set-9** S3 bucket is slow ~ the **<BUCKET>** S3 bucket is slow",
                "the mussel-settle-orders Lambda function is slow ~ the <LAMBDA> Lambda function is slow",
                "see the `MusselFlow` state machine. ~ see the `<SFN>` state machine.",
                "IAM user marta-quay has left ~ IAM user <IAMUSER> has left",
                "buckets mussel-a1, mussel-b2 and mussel-c3 ~ buckets <BUCKET>, <BUCKET> and <BUCKET>",
                "S3 buckets: `mussel-a`, `mussel-b` ~ S3 buckets: `<BUCKET>`, `<BUCKET>`",
                "the queues mussel-jobs-1 and mussel-jobs-2, but ~ the queues <SQS> and <SQS>, but",
                "the tables 'mussel-a', 'mussel-b', and 'mussel-c' ~ the tables '<DDB>', '<DDB>', and '<DDB>'",
                "bucket **mussel-settle-9** ~ bucket **<BUCKET>**",
                "S3 bucket (mussel-set-9) ~ S3 bucket (<BUCKET>)",
                "bucket → mussel-set-9 ~ bucket → <BUCKET>",
                "bucket -> mussel-set-9 ~ bucket -> <BUCKET>",
                "I renamed bucket from mussel-old-7 to mussel-new-8 ~ I renamed bucket from <BUCKET> to <BUCKET>",
                "write a bucket policy for mussel-assets-eu ~ write a bucket policy for <BUCKET>",
                "the bucket “mussel-sq1” is ~ the bucket “<BUCKET>” is",
                "the role ‘mussel-sq’ is ~ the role ‘<ROLE>’ is",
                "RDS instance mussel-db is down ~ RDS instance <RDS> is down",
                "ECS service mussel-web is down ~ ECS service <ECS> is down",
                "the target group mussel-blue, the security group mussel-web ~ the target group <ELB>, the security group <GROUPNAME>",
                "load balancer named mussel-front ~ load balancer named <ELB>",
                "state machine mussel-flow, launch template mussel-nodes ~ state machine <SFN>, launch template <LT>",
                "the ASG mussel-workers has ~ the ASG <ASG> has",
                "auto scaling group mussel-workers has ~ auto scaling group <ASG> has",
                "Our ALB mussel-shop answers ~ Our ALB <ELB> answers",
                "task definition mussel-web, instance profile mussel-nodes ~ task definition <ECS>, instance profile <INSTPROF>",
                "event bus mussel-events, EventBridge rule mussel-nightly ~ event bus <EVENTRULE>, EventBridge rule <EVENTRULE>",
                "user pool mussel-people, OpenSearch domain mussel-logs ~ user pool <COGNITO>, OpenSearch domain <OPENSEARCH>",
                "Glue job mussel-loads, Batch job mussel-renders ~ Glue job <GLUE>, Batch job <JOB>",
                "ECR repo mussel-web, AWS profile mussel-prod ~ ECR repo <ECR>, AWS profile <RES>",
                "CodeBuild project mussel-ci, Kinesis stream mussel-clicks ~ CodeBuild project <CODEBUILD>, Kinesis stream <KINESIS>"
            })
    void namesAreFound(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the IAM role AssumeRole needs; IAM policy PassRole; the IAM role RoleName; IAM user UserName",
                "DynamoDB table GetItem; DynamoDB table TableName; the IAM role ARNs; an IAM role that Kubernetes",
                "AWS Lambda function getOrders() returns; Amazon ECS service AutoScaling/Target; IAM role e.g. this",
                "EC2 instance IDs and the ECS service CloudWatch alarm; an IAM role/RoleName",
                "the function cold-start time and the Lambda cold-start",
                "a bucket public-read ACL",
                "Is the table eventually-consistent? It is a strongly-consistent DynamoDB table.",
                "the stack roll-back, the stack nested-stack",
                "move it to the queue dead-letter or a dead-letter SQS queue",
                "The table below-mentioned shows it",
                "log group retention-in-days is unset",
                "cluster node-1 and node-2 are full",
                "a 3-node EKS cluster, a 5-node cluster, a 3-node Redis cluster",
                "the layer-7 load balancer, a layer-4 NLB",
                "bucket s3-express and the S3 bucket server-side encryption",
                "a pay-per-request DynamoDB table, an on-demand DynamoDB table",
                "a long-running Lambda function and an event-driven Lambda function",
                "a write-heavy DynamoDB table and a read-heavy RDS instance",
                "a customer-managed IAM policy, an AWS-managed KMS key",
                "a multi-tenant SQS queue and a per-tenant SNS topic",
                "a java-17 Lambda function, a python-3 function",
                "the load balancer health-check fails, the load balancer cross-zone setting",
                "the target group health-check and the security group self-reference",
                "Lambda event-source mappings and Lambda function-url settings",
                "the function `parseLine` calls the `readBlock` function",
                "the `UserService` service and the `TaskQueue` queue of the program",
                "the `users_archive` table of Postgres",
                "the 'read-only' role, the 'best-effort' queue",
                "IAM role least-privilege, IAM policy fine-grained",
                "an RDS instance right-sizing, the RDS instance end-of-life",
                "ECS service auto-scaling, ECS service roll-out, ECS task re-try",
                "a bucket policy for cross-account access, a bucket policy for third-party readers",
                "the bucket (read-only), the table (eventually-consistent), the queue (first-in-first-out)",
                "user pool sign-up and user pool sign-in, up-to-date and well-known",
                "state machine step-by-step, state machine built-in",
                "the group by-pass, the service day-to-day, a service end-to-end test",
                "it's the user's re-entry, don't re-run, 'so-called' experts",
                "the stack drift-detection run, a queue back-pressure problem, the stack template-url",
                "a pipeline build-deploy stage and a pipeline blue-green deployment",
                "the database column-store, the database schema-migration, the table row-count",
                "a secret key-rotation function, the alarm missing-data setting",
                "a function higher-order, a function side-effect, function async-await",
                "the table left-join, the table inner-join and the table top-level keys",
                "the bucket drag-and-drop, the function call-stack, the function return-type",
                "the target group round-robin setting; the load balancer idle-timeout is 60s",
                "The log group never-expire default and the log group 30-day retention",
                "an SNS topic fan-out and SQS queue long-polling with a visibility-timeout",
                "every IAM role trust-policy, every IAM user password-policy, an IAM group inline-policy",
                "the ECS service desired-count, the ECS task stop-timeout, the RDS instance multi-AZ option",
                "a state machine try-catch block, a state machine express-workflow and a step function map-state",
                "launch template user-data and launch template spot-options; a Glue job book-mark",
                "the EKS cluster control-plane; EKS cluster add-ons; ECS cluster capacity-provider",
                "the stack trace-id and the stack over-flow - see the user-agent of the user e-mail",
                "we renamed a table from snake-case to camel-case and the queue from at-least-once to exactly-once",
                "don't use the user's opt-in role; it's a 'must-have' function and the team's 'go-to' bucket",
                "aws lambda put-function-concurrency --function-name x; `aws firehose put-record-batch` and aws lambda list-layers",
                "buckets, tables and so-called objects; the tables read-only and write-only"
            })
    void wordsAreNoNames(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
