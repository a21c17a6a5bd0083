package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFormation's tools print while a stack is made: its name stands in a column, a plain word or one with humps. */
class StackEventsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "MusselQuayStack |  0/14 | 09:29:41 | REVIEW_IN_PROGRESS   | AWS::CloudFormation::Stack            | MusselQuayStack User Initiated~<STACK> |  0/14 | 09:29:41 | REVIEW_IN_PROGRESS   | AWS::CloudFormation::Stack            | <STACK> User Initiated",
                "MusselQuayStack |  7/20 | 4:48:03 PM | CREATE_IN_PROGRESS   | AWS::IAM::Policy           | QuayPolicy (QuayPolicy7FF67BE6)~<STACK> |  7/20 | 4:48:03 PM | CREATE_IN_PROGRESS   | AWS::IAM::Policy           | QuayPolicy (QuayPolicy7FF67BE6)",
                "x⏎mussel |  7/20 | 4:48:03 PM | CREATE_FAILED | AWS::IAM::Policy | Q (Q7FF67BE6)~x⏎<STACK> |  7/20 | 4:48:03 PM | CREATE_FAILED | AWS::IAM::Policy | Q (Q7FF67BE6)",
                "2026-11-22T08:45:41Z ✘  Mussel-Quay |  0/12 | 8:45:34 AM | DELETE_SKIPPED       | AWS::S3::Bucket       | StagingBucket~2026-11-22T08:45:41Z ✘  <STACK> |  0/12 | 8:45:34 AM | DELETE_SKIPPED       | AWS::S3::Bucket       | StagingBucket",
                "{\"log\": \"MusselQuay | 1/3 | 4:48:03 PM | CREATE_COMPLETE | AWS::IAM::Role | R (R7)\\nx\"}~{\"log\": \"<STACK> | 1/3 | 4:48:03 PM | CREATE_COMPLETE | AWS::IAM::Role | R (R7)\\nx\"}",
                "CloudFormation - CREATE_IN_PROGRESS - AWS::CloudFormation::Stack - mussel-quay-dev~CloudFormation - CREATE_IN_PROGRESS - AWS::CloudFormation::Stack - <STACK>",
                "CloudFormation - UPDATE_COMPLETE - AWS::CloudFormation::Stack - musselQuayDev⏎x~CloudFormation - UPDATE_COMPLETE - AWS::CloudFormation::Stack - <STACK>⏎x",
                "UPDATE_ROLLBACK_IN_PROGRESS amplify-musselquay-staging-172429 AWS::CloudFormation::Stack Fri Oct 28 2022 08:07:57~UPDATE_ROLLBACK_IN_PROGRESS <STACK> AWS::CloudFormation::Stack Fri Oct 28 2022 08:07:57",
                "UPDATE_IN_PROGRESS          musselv3-20181213091931 AWS::CloudFormation::Stack Thu Dec 13 2018~UPDATE_IN_PROGRESS          <STACK> AWS::CloudFormation::Stack Thu Dec 13 2018",
                "CREATE_COMPLETE     AWS::CloudFormation::Stack      mussel-quay-dev     -~CREATE_COMPLETE     AWS::CloudFormation::Stack      <STACK>     -",
                "2026-11-22T08:45:41Z\\tCREATE_COMPLETE\\tAWS::CloudFormation::Stack\\tmussel-quay~2026-11-22T08:45:41Z\\tCREATE_COMPLETE\\tAWS::CloudFormation::Stack\\t<STACK>",
                "2026-11-22T08:45:41Z\tCREATE_COMPLETE\tAWS::CloudFormation::Stack\tmussel-quay~2026-11-22T08:45:41Z\tCREATE_COMPLETE\tAWS::CloudFormation::Stack\t<STACK>",
                "AWS::CloudFormation::Stack/eksctl-mussel-cluster: ROLLBACK_IN_PROGRESS~AWS::CloudFormation::Stack/<STACK>: ROLLBACK_IN_PROGRESS",
                "MusselQuayStack: creating CloudFormation changeset...~<STACK>: creating CloudFormation changeset...",
                "x⏎MusselQuayStack: deploying... [1/1]~x⏎<STACK>: deploying... [1/1]",
                "MusselQuayStack: updating stack...~<STACK>: updating stack..."
            })
    void nameTheirStack(String text, String masked) {
        assertEquals(masked.replace("⏎", "\n"), Texts.masked(text.replace("⏎", "\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CloudFormation - CREATE_IN_PROGRESS - AWS::S3::Bucket - ServerlessDeploymentBucket",
                "| AWS::CloudFormation::Stack | a nested stack | yes |",
                "Type: AWS::CloudFormation::Stack\nProperties:\n  TemplateURL: x",
                "\"Type\": \"AWS::CloudFormation::Stack\", \"Properties\": {}",
                "CREATE_COMPLETE of AWS::CloudFormation::Stack is the end",
                "CREATE_COMPLETE AWS::CloudFormation::StackSet musselSet9",
                "CREATE_FAILED AWS::CloudFormation::Stack Resource creation cancelled",
                "an AWS::CloudFormation::Stack fails with ROLLBACK_COMPLETE",
                "QuayFunction | 3/4 | done | AWS::Lambda::Function |",
                "a | 1/2 | AWS::Lambda::Function | b",
                "| CREATE_COMPLETE | 1/2 | AWS::Lambda::Function |",
                "CREATE_IN_PROGRESS QuayFunction AWS::Lambda::Function Thu Dec 13 2018",
                "web: deploying... and api: building",
                "✅ GitHub is up, ❌ JavaScript failed",
                "The stack named after a ship failed",
                "Stack Overflow has an answer",
                "Stack memory has an upper limit",
                "Stack: deploying..."
            })
    void nothingElseIsAStack(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
