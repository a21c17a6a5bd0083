package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One sample for each of the 51 kinds of identifier that the Kong plugin had a pattern for. Its own texts are not at hand:
 * the samples are made up anew after the names of its switches and the services that it knew. What it got wrong is in
 * {@link PredecessorTest}.
 */
class PredecessorSamplesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EC2 instance         | instance i-1234567890abcdef0 is up                                       | instance <EC2> is up
            EC2 instance, short  | instance i-12345678 is up                                                | instance <EC2> is up
            AMI                  | ami-0abcdef1234567890                                                    | <AMI>
            EBS volume           | vol-049df61146c4d7901                                                    | <VOL>
            EBS snapshot         | snap-066877671789bd71b                                                   | <SNAP>
            VPC                  | vpc-0abc123def4567890                                                    | <VPC>
            subnet               | subnet-0bb1c79de3a1b2c3d                                                 | <SUBNET>
            security group       | sg-903004f8                                                              | <SG>
            network interface    | eni-0a1b2c3d4e5f67890                                                    | <ENI>
            internet gateway     | igw-0d0fb496b3a1b2c3d                                                    | <IGW>
            NAT gateway          | nat-05dba92075d71c408                                                    | <NAT>
            route table          | rtb-09ba434c1ba1b2c3d                                                    | <RTB>
            network ACL          | acl-0a1b2c3d4e5f67890                                                    | <ACL>
            elastic address      | eipalloc-64d5890a                                                        | <EIP>
            VPC endpoint         | vpce-0f89a33420c1931d7                                                   | <VPCE>
            VPC peering          | pcx-11223344556677889                                                    | <PCX>
            VPN connection       | vpn-0123456789abcdef0                                                    | <VPN>
            VPN gateway          | vgw-9a4cacf3                                                             | <VGW>
            customer gateway     | cgw-0e11f167                                                             | <CGW>
            transit gateway      | tgw-0262a0e521a1b2c3d                                                    | <TGW>
            private address A    | 10.0.12.34                                                               | <IPV4PRIV>
            private address B    | 172.16.45.67                                                             | <IPV4PRIV>
            private address C    | 192.168.89.12                                                            | <IPV4PRIV>
            public address       | connect to 54.239.28.85                                                  | connect to <IPV4>
            IPv6 address         | 2001:db8:85a3:8d3:1319:8a2e:370:7348                                     | <IPV6>
            account              | account 123456789012                                                     | account <ACCOUNT>
            IAM role             | arn:aws:iam::123456789012:role/MyAppRole                                 | arn:aws:iam::<ACCOUNT>:role/<ROLE>
            IAM user             | arn:aws:iam::123456789012:user/jane.doe                                  | arn:aws:iam::<ACCOUNT>:user/<IAMUSER>
            IAM policy           | arn:aws:iam::123456789012:policy/MyAppPolicy                             | arn:aws:iam::<ACCOUNT>:policy/<POLICY>
            access key           | AKIAIOSFODNN7EXAMPLE                                                     | <AKID>
            secret key           | aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY         | aws_secret_access_key = <SECRETKEY>
            session token        | aws_session_token = FwoGZXIvYXdzEBYaDMOaExampleTokenValue9               | aws_session_token = <SESSIONTOKEN>
            S3 bucket            | s3://my-company-data-7/reports                                           | s3://<BUCKET>/reports
            S3 ARN               | arn:aws:s3:::my-company-logs-7/*                                         | arn:aws:s3:::<BUCKET>/*
            EFS                  | fs-0123456789abcdef0                                                     | <FS>
            RDS instance         | --db-instance-identifier prod-mysql-db-7                                 | --db-instance-identifier <RDS>
            ElastiCache          | {"CacheClusterId": "redis-prod-7"}                                       | {"CacheClusterId": "<ELASTICACHE>"}
            DynamoDB table       | arn:aws:dynamodb:us-east-1:123456789012:table/Orders-7                   | arn:aws:dynamodb:us-east-1:<ACCOUNT>:table/<DDB>
            Lambda function      | arn:aws:lambda:us-east-1:123456789012:function:process-orders            | arn:aws:lambda:us-east-1:<ACCOUNT>:function:<LAMBDA>
            ECS cluster          | arn:aws:ecs:us-east-1:123456789012:cluster/web-prod-7                    | arn:aws:ecs:us-east-1:<ACCOUNT>:cluster/<CLUSTER>
            ECS task             | arn:aws:ecs:us-east-1:123456789012:task/web-prod-7/1dc5c17a422e4f0c8a90b2b5d1f3a6e7 | arn:aws:ecs:us-east-1:<ACCOUNT>:task/<CLUSTER>/<ECS>
            EKS cluster          | arn:aws:eks:us-east-1:123456789012:cluster/kube-prod-7                   | arn:aws:eks:us-east-1:<ACCOUNT>:cluster/<EKS>
            API gateway          | https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod              | https://<APIGW>.execute-api.us-east-1.amazonaws.com/prod
            SNS topic            | arn:aws:sns:us-east-1:123456789012:alerts-7                              | arn:aws:sns:us-east-1:<ACCOUNT>:<SNS>
            SQS queue            | https://sqs.us-east-1.amazonaws.com/123456789012/jobs-7                  | https://sqs.us-east-1.amazonaws.com/<ACCOUNT>/<SQS>
            KMS key              | arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab | arn:aws:kms:us-east-1:<ACCOUNT>:key/<KMS>
            secret               | arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf      | arn:aws:secretsmanager:us-east-1:<ACCOUNT>:secret:<SECRETNAME>
            CloudFormation stack | arn:aws:cloudformation:us-east-1:123456789012:stack/web-stack-7/51af3dc0-da77-11e4-872e-1234567cd3fe | arn:aws:cloudformation:us-east-1:<ACCOUNT>:stack/<STACK>/<STACK>
            """)
    void theSampleIsMasked(String kind, String sample, String masked) {
        assertEquals(masked, Texts.masked(sample), kind);
    }

    /**
     * More is hidden than need be: that the endpoint is of the instance {@code mydb-7}, that the load balancer is
     * {@code internal}, that the log group is of a Lambda function and of which.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RDS endpoint         | mydb-7.c9akciq32abc.us-east-1.rds.amazonaws.com       | <RDSDNS>.us-east-1.rds.amazonaws.com
            load balancer        | internal-web-7-1234567890.us-east-1.elb.amazonaws.com | <ELBDNS>.us-east-1.elb.amazonaws.com
            CloudWatch log group | /aws/lambda/process-orders-7                          | <LOGGROUP>
            """)
    void theSampleIsMaskedCoarsely(String kind, String sample, String masked) {
        assertEquals(masked, Texts.masked(sample), kind);
    }
}
