package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of Terraform and CloudFormation, which name a thing in brackets, in front of what is said, or in a block. */
class TerraformMessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Error: deleting RDS DB Instance (mussel-ledger): Cannot delete ~ Error: deleting RDS DB Instance (<RDS>): Cannot delete",
                "Error: reading RDS DB Instance (ledger): couldn't find resource ~ Error: reading RDS DB Instance (<RDS>): couldn't find resource",
                "Error: updating Lambda Function (mussel-fn) code: operation error Lambda: UpdateFunctionCode, x ~ Error: updating Lambda Function (<LAMBDA>) code: operation error Lambda: UpdateFunctionCode, x",
                "Error: waiting for Lambda Function (mussel-fn9) create: unexpected state ~ Error: waiting for Lambda Function (<LAMBDA>) create: unexpected state",
                "Error: putting S3 Bucket (mussel-bp) Policy: x ~ Error: putting S3 Bucket (<BUCKET>) Policy: x",
                "Error: reading Amazon S3 Object (mussel-lake/x.zip): NotFound ~ Error: reading Amazon S3 Object (<BUCKET>/x.zip): NotFound",
                "Error: creating Step Functions State Machine (mussel-sfn): x ~ Error: creating Step Functions State Machine (<SFN>): x",
                "Error: creating EC2 Launch Template (mussel-lt): x ~ Error: creating EC2 Launch Template (<LT>): x",
                "Error: creating API Gateway REST API (mussel-api): x ~ Error: creating API Gateway REST API (<RES>): x",
                "{\"error\": \"deleting RDS DB Instance (mussel-ledger): Cannot delete\"} ~ {\"error\": \"deleting RDS DB Instance (<RDS>): Cannot delete\"}",
                "Resource handler returned message: \"mussel-dup already exists (Service: S3, Status Code: 409)\" ~ Resource handler returned message: \"<BUCKET> already exists (Service: S3, Status Code: 409)\"",
                "Resource handler returned message: \"mussel-dup already exists (Service: Lambda, Status Code: 409)\" ~ Resource handler returned message: \"<RES> already exists (Service: Lambda, Status Code: 409)\"",
                "Export mussel-net9-VpcId cannot be deleted as it is in use by mussel-app9 ~ Export <RES> cannot be deleted as it is in use by <STACK>",
                "reason: Export mussel:VpcId cannot be deleted as it is in use by mussel-app and mussel-web ~ reason: Export <RES> cannot be deleted as it is in use by <STACK> and <STACK>",
                "│   Path:      mussel-tfstate/network/terraform.tfstate ~ │   Path:      <BUCKET>/network/terraform.tfstate",
                "│   Who:       ines@quay-mbp ~ │   Who:       <EMAIL>"
            })
    void namesAreFound(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "   3: resource \"aws_iam_role\" \"deployer\" {\n\nMy compose file:\nname: \"shop\"\n",
                "│    3: resource \"aws_s3_bucket\" \"raw\" {\n│ \n│   ID:        shop-of-nets\n",
                "│ on main.tf line 3, in resource \"aws_iam_role\" \"deployer\":\n│    3: resource \"aws_iam_role\" \"deployer\" {\n│ \nname: \"shop\"",
                "   3: resource \"aws_iam_role\" \"deployer\" {\r\n\r\nname: \"shop\"",
                "Path: docs/terraform.md and Who: everybody",
                "  Path:  ./terraform.tfstate",
                "  Path:  terraform.tfstate",
                "Error: creating function (optional): the table (or view) not found",
                "operation error DynamoDB: DescribeTable, exceeded maximum number of attempts",
                "operation error Lambda: UpdateFunctionCode, StatusCode: 400",
                "message: \"It already exists (Service: S3, Status Code: 409)\"",
                "Export it first; the export cannot be deleted, as it is in use by others",
                "the memory in use by long-running tasks"
            })
    void nothingElseIs(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"aws_iam_role\" \"d\" {\n  name = \"mussel\"\n}",
                "   3: resource \"aws_iam_role\" \"d\" {\n   4:   name = \"mussel\"\n   5: }",
                "resource \"aws_iam_role\" \"d\" { name = \"mussel\" }",
                "3: resource \"aws_iam_role\" \"d\" { name = \"mussel\" }"
            })
    void theBodyOfAResourceIsReadWhereItStands(String text) {
        assertEquals(text.replace("mussel", "<ROLE>"), Texts.masked(text));
    }
}
