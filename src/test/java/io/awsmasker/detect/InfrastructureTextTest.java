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
                "remote_user: centos"
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
}
