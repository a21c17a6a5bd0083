package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terraform's resource types whose {@code name} or {@code id} is a customer's name. */
final class Terraform {
    private static final int LONGEST = 48;
    private static final String VARIABLE = "variable \"";

    private final Map<String, IdentifierType> types = new HashMap<>();

    Terraform() {
        put(IdentifierType.BUCKET, "s3_bucket");
        put(IdentifierType.IAMUSER, "iam_user iam_user_login_profile");
        put(IdentifierType.ROLE, "iam_role");
        put(IdentifierType.IAMGROUP, "iam_group iam_group_membership");
        put(IdentifierType.POLICY, "iot_policy iam_policy iam_role_policy iam_user_policy iam_group_policy");
        put(IdentifierType.INSTPROF, "iam_instance_profile");
        put(IdentifierType.ECR, "ecr_repository");
        put(IdentifierType.KMSALIAS, "kms_alias");
        put(IdentifierType.LAMBDA, "lambda_function lambda_layer_version");
        put(IdentifierType.DDB, "dynamodb_table");
        put(IdentifierType.SQS, "sqs_queue");
        put(IdentifierType.SNS, "sns_topic");
        put(IdentifierType.KINESIS, "kinesis_stream");
        put(IdentifierType.FIREHOSE, "kinesis_firehose_delivery_stream");
        put(IdentifierType.CLUSTER, "ecs_cluster eks_cluster rds_cluster redshift_cluster msk_cluster");
        put(IdentifierType.ECS, "ecs_service ecs_task_definition");
        put(IdentifierType.RDS, "db_instance rds_cluster_instance docdb_cluster neptune_cluster rds_global_cluster");
        put(IdentifierType.RDSGRP, "db_subnet_group db_parameter_group db_option_group rds_cluster_parameter_group");
        put(
                IdentifierType.ELASTICACHE,
                "elasticache_cluster elasticache_replication_group memorydb_cluster dax_cluster");
        put(IdentifierType.LOGGROUP, "cloudwatch_log_group");
        put(IdentifierType.ALARM, "cloudwatch_metric_alarm");
        put(IdentifierType.EVENTRULE, "cloudwatch_event_rule cloudwatch_event_bus scheduler_schedule pipes_pipe");
        put(IdentifierType.GROUPNAME, "security_group");
        put(IdentifierType.ASG, "autoscaling_group launch_configuration");
        put(IdentifierType.LT, "launch_template");
        put(IdentifierType.ELB, "lb alb elb lb_target_group alb_target_group");
        put(IdentifierType.KEYPAIR, "key_pair");
        put(IdentifierType.STACK, "cloudformation_stack");
        put(IdentifierType.SFN, "sfn_state_machine");
        put(IdentifierType.SECRETNAME, "secretsmanager_secret");
        put(IdentifierType.SSMPARAM, "ssm_parameter");
        put(IdentifierType.PIPELINE, "codepipeline");
        put(IdentifierType.CODEBUILD, "codebuild_project");
        put(IdentifierType.REPO, "codecommit_repository");
        put(IdentifierType.APIGW, "api_gateway_rest_api apigatewayv2_api");
        put(IdentifierType.GLUE, "glue_catalog_database glue_catalog_table glue_crawler glue_job");
        put(IdentifierType.TRAIL, "cloudtrail");
        put(IdentifierType.COGNITO, "cognito_user_pool cognito_identity_pool");
        put(IdentifierType.VAULT, "backup_vault glacier_vault");
        put(IdentifierType.BACKUP, "backup_plan backup_selection");
        put(IdentifierType.NODEGROUP, "eks_node_group eks_fargate_profile");
        put(IdentifierType.WORKGROUP, "athena_workgroup redshiftserverless_workgroup");
        put(IdentifierType.DBNAME, "athena_database keyspaces_keyspace");
        put(IdentifierType.RDSPROXY, "db_proxy");
        put(IdentifierType.CODEDEPLOY, "codedeploy_app");
        put(IdentifierType.BEANSTALK, "elastic_beanstalk_application elastic_beanstalk_environment");
        put(IdentifierType.EMR, "emr_cluster emrserverless_application");
        put(IdentifierType.SES, "ses_configuration_set sesv2_configuration_set");
        put(IdentifierType.SAGEMAKER, "sagemaker_endpoint sagemaker_notebook_instance sagemaker_model");
        put(IdentifierType.THING, "iot_thing");
        put(IdentifierType.IDP, "iam_saml_provider");
        put(IdentifierType.BATCH, "batch_job_queue batch_compute_environment batch_job_definition");
        put(IdentifierType.PG, "placement_group");
        put(
                IdentifierType.RES,
                "wafv2_web_acl wafv2_ip_set wafv2_rule_group networkfirewall_firewall ssm_document "
                        + "ssm_maintenance_window s3_access_point synthetics_canary servicecatalog_portfolio "
                        + "config_config_rule mwaa_environment lightsail_instance ecs_capacity_provider "
                        + "accessanalyzer_analyzer ssoadmin_permission_set codestarconnections_connection "
                        + "dx_connection dx_gateway xray_group appmesh_mesh grafana_workspace mq_broker");
    }

    private void put(IdentifierType type, String names) {
        for (String name : Words.set(names)) {
            types.put("aws_" + name, type);
        }
    }

    /** Where the name of a variable begins whose closing quote stands at {@code end}, or -1 if no block of one follows. */
    static int variable(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        int word = start - VARIABLE.length();
        return word >= from && Bytes.at(text, word, end, VARIABLE) ? start : -1;
    }

    /** The type of the names in a resource of the type whose word begins at {@code at}, or null. */
    @Nullable
    IdentifierType find(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST), Bytes.WORD);
        return types.get(new String(text, at, end - at, StandardCharsets.ISO_8859_1));
    }
}
