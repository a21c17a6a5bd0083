package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What describes an infrastructure: Terraform, Packer, CloudFormation, Kubernetes and the commands that apply it. */
class InfrastructureTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"aws_dynamodb_table\" \"quay\" {\n  attribute {\n    name = \"MooringId\"\n    type = \"S\"\n  }\n}",
                "  + resource \"aws_dynamodb_table\" \"quay\" {\n      + attribute {\n          + name = \"MooringId\"\n        }\n    }",
                "resource \"aws_s3_bucket\" \"quay\" {\n  lifecycle_rule {\n    id = \"expire-after-30-days\"\n  }\n}",
                "resource \"aws_db_parameter_group\" \"quay\" {\n  parameter {\n    name  = \"log_connections\"\n    value = \"on-error\"\n  }\n}",
                "resource \"aws_codepipeline\" \"quay\" {\n  stage {\n    name = \"Deploy-Quay\"\n    action {\n      name = \"fetch-code\"\n    }\n  }\n}",
                "resource \"aws_autoscaling_group\" \"quay\" {\n\ttag {\n\t\tkey = \"Stage\"\n\t\tvalue = \"pre-prod\"\n\t}\n}",
                "\"subnet_id\": \"{{user `subnet_id`}}\"",
                "\"profile\": \"{{ user `build_profile` }}\"",
                "user: \"1000:1000\"",
                "user: 1001",
                "ssh_username = \"ubuntu\"",
                "variable \"ssh_username\" {\n  default = \"ubuntu\"\n}",
                "remote_user: centos",
                "Parameters:\n  Stage:\n    Type: String\n    Default: pre-prod",
                "properties:\n  role:\n    type: string\n    default: viewer-2",
                "properties:\n  user:\n    type: string\n    default: \"nobody-else\"",
                "clusterName:\n  type: string\n  description: the-name-of-it\n",
                "paths:\n  bucket:\n    get:\n      default: not-found\n",
                "the state has module.store.aws_s3_bucket.raw in-it",
                "moved {\n  from = aws_s3_bucket.a\n  to = aws_s3_bucket.b\n}\nid = \"something-else\""
            })
    void staysReadable(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "resource \"aws_iam_role\" \"q\" {\\n  inline_policy {\\n    name = \"quay-read\"\\n  }\\n  name = \"quay-role\"\\n} ~ resource \"aws_iam_role\" \"q\" {\\n  inline_policy {\\n    name = \"<POLICY>\"\\n  }\\n  name = \"<ROLE>\"\\n}",
                "resource \"aws_launch_template\" \"q\" {\\n  iam_instance_profile {\\n    name = \"quay-profile\"\\n  }\\n} ~ resource \"aws_launch_template\" \"q\" {\\n  iam_instance_profile {\\n    name = \"<INSTPROF>\"\\n  }\\n}",
                "resource \"aws_dynamodb_table\" \"q\" {\\n  attribute {\\n    name = \"MooringId\"\\n  }\\n  name = \"quay-moorings\"\\n} ~ resource \"aws_dynamodb_table\" \"q\" {\\n  attribute {\\n    name = \"MooringId\"\\n  }\\n  name = \"<DDB>\"\\n}",
                "the user `lantern-ci` signs in ~ the user `<IAMUSER>` signs in",
                "user: \"lantern-7\" ~ user: \"<IAMUSER>\""
            })
    void keepsItsNamesHidden(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("\\n", "\n")).replace("\n", "\\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Parameters:\\n  BucketName:\\n    Type: String\\n    Default: quay-lamps ~ Parameters:\\n  BucketName:\\n    Type: String\\n    Default: <BUCKET>",
                "Parameters:\\n  TableName:\\n    Default: Moorings\\n    Description: where boats lie\\n    Type: String ~ Parameters:\\n  TableName:\\n    Default: <DDB>\\n    Description: where boats lie\\n    Type: String",
                "Parameters:\\n  Bucket:\\n    Default: \"quay-lamps\"\\n    Type: String\\n ~ Parameters:\\n  Bucket:\\n    Default: \"<BUCKET>\"\\n    Type: String\\n",
                "\"Parameters\": {\"RoleName\": {\"Type\": \"String\", \"Default\": \"QuayDeployer\"}} ~ \"Parameters\": {\"RoleName\": {\"Type\": \"String\", \"Default\": \"<ROLE>\"}}",
                "inputs:\\n  ecr_repository:\\n    description: where it goes\\n    required: true\\n    default: quay/web\\n ~ inputs:\\n  ecr_repository:\\n    description: where it goes\\n    required: true\\n    default: <ECR>\\n",
                "Parameters:\\n  BucketName:\\n    Type: String\\n    Default: quay-lamps\\n  Stage:\\n    Default: pre-prod\\n ~ Parameters:\\n  BucketName:\\n    Type: String\\n    Default: <BUCKET>\\n  Stage:\\n    Default: pre-prod\\n"
            })
    void holdsNamesAsDefaultsOfItsParameters(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("\\n", "\n")).replace("\n", "\\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "terraform import -lock=false module.store.aws_s3_bucket.raw quay-lamps ~ terraform import -lock=false module.store.aws_s3_bucket.raw <BUCKET>",
                "echo \"terraform import --allow-missing-config aws_lb.front quay-front\" ~ echo \"terraform import --allow-missing-config aws_lb.front <ELB>\"",
                "terraform import -var-file=prod.tfvars \"module.db.aws_dynamodb_table.main\" \"quay-moorings\" ~ terraform import -var-file=prod.tfvars \"module.db.aws_dynamodb_table.main\" \"<DDB>\"",
                "tofu import \"aws_iam_role.deploy\" quay-deploy ~ tofu import \"aws_iam_role.deploy\" <ROLE>",
                "terragrunt import 'aws_iam_role.deploy[\"a\"]' quay-deploy ~ terragrunt import 'aws_iam_role.deploy[\"a\"]' <ROLE>",
                "import {\\n  to = aws_s3_bucket.lamps\\n  id = \"quay-lamps\"\\n} ~ import {\\n  to = aws_s3_bucket.lamps\\n  id = \"<BUCKET>\"\\n}",
                "import {\\n  id = \"quay-lamps\"\\n  to = aws_s3_bucket.lamps\\n} ~ import {\\n  id = \"<BUCKET>\"\\n  to = aws_s3_bucket.lamps\\n}",
                "import {\\n    to       = module.iam.aws_iam_role.deploy\\n    id       = \"quay-deploy\"\\n} ~ import {\\n    to       = module.iam.aws_iam_role.deploy\\n    id       = \"<ROLE>\"\\n}"
            })
    void takesUpWhatExists(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("\\n", "\n")).replace("\n", "\\n"));
    }
}
