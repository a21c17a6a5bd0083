package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            EC2 instance          | instance i-1234567890abcdef0 is up                                | i-1234567890abcdef0
            EC2 instance, short   | instance i-12345678 is up                                         | i-12345678
            AMI                   | ami-0abcdef1234567890                                             | ami-0abcdef1234567890
            EBS volume            | vol-049df61146c4d7901                                             | vol-049df61146c4d7901
            EBS snapshot          | snap-066877671789bd71b                                            | snap-066877671789bd71b
            VPC                   | vpc-0abc123def4567890                                             | vpc-0abc123def4567890
            subnet                | subnet-0bb1c79de3a1b2c3d                                          | subnet-0bb1c79de3a1b2c3d
            security group        | sg-903004f8                                                       | sg-903004f8
            network interface     | eni-0a1b2c3d4e5f67890                                             | eni-0a1b2c3d4e5f67890
            internet gateway      | igw-0d0fb496b3a1b2c3d                                             | igw-0d0fb496b3a1b2c3d
            NAT gateway           | nat-05dba92075d71c408                                             | nat-05dba92075d71c408
            route table           | rtb-09ba434c1ba1b2c3d                                             | rtb-09ba434c1ba1b2c3d
            network ACL           | acl-0a1b2c3d4e5f67890                                             | acl-0a1b2c3d4e5f67890
            elastic address       | eipalloc-64d5890a                                                 | eipalloc-64d5890a
            VPC endpoint          | vpce-0f89a33420c1931d7                                            | vpce-0f89a33420c1931d7
            VPC peering           | pcx-11223344556677889                                             | pcx-11223344556677889
            VPN connection        | vpn-0123456789abcdef0                                             | vpn-0123456789abcdef0
            VPN gateway           | vgw-9a4cacf3                                                      | vgw-9a4cacf3
            customer gateway      | cgw-0e11f167                                                      | cgw-0e11f167
            transit gateway       | tgw-0262a0e521a1b2c3d                                             | tgw-0262a0e521a1b2c3d
            private address A     | 10.0.12.34                                                        | 10.0.12.34
            private address B     | 172.16.45.67                                                      | 172.16.45.67
            private address C     | 192.168.89.12                                                     | 192.168.89.12
            public address        | connect to 54.239.28.85                                           | 54.239.28.85
            IPv6 address          | 2001:db8:85a3:8d3:1319:8a2e:370:7348                              | 2001:db8:85a3:8d3:1319:8a2e:370:7348
            account               | account 123456789012                                              | 123456789012
            IAM role              | arn:aws:iam::123456789012:role/MyAppRole                          | MyAppRole
            IAM user              | arn:aws:iam::123456789012:user/jane.doe                           | jane.doe
            IAM policy            | arn:aws:iam::123456789012:policy/MyAppPolicy                      | MyAppPolicy
            access key            | AKIAIOSFODNN7EXAMPLE                                              | AKIAIOSFODNN7EXAMPLE
            secret key            | aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY  | wJalrXUtnFEMI
            session token         | aws_session_token = FwoGZXIvYXdzEBYaDMOaExampleTokenValue9        | ExampleTokenValue9
            S3 bucket             | s3://my-company-data-7/reports                                    | my-company-data-7
            S3 ARN                | arn:aws:s3:::my-company-logs-7/*                                  | my-company-logs-7
            EFS                   | fs-0123456789abcdef0                                              | fs-0123456789abcdef0
            RDS instance          | --db-instance-identifier prod-mysql-db-7                          | prod-mysql-db-7
            RDS endpoint          | mydb-7.c9akciq32abc.us-east-1.rds.amazonaws.com                   | mydb-7
            ElastiCache           | {"CacheClusterId": "redis-prod-7"}                                | redis-prod-7
            DynamoDB table        | arn:aws:dynamodb:us-east-1:123456789012:table/Orders-7            | Orders-7
            Lambda function       | arn:aws:lambda:us-east-1:123456789012:function:process-orders     | process-orders
            ECS cluster           | arn:aws:ecs:us-east-1:123456789012:cluster/web-prod-7             | web-prod-7
            ECS task              | arn:aws:ecs:us-east-1:123456789012:task/web-prod-7/1dc5c17a422e4f | 1dc5c17a422e4f
            EKS cluster           | arn:aws:eks:us-east-1:123456789012:cluster/kube-prod-7            | kube-prod-7
            load balancer         | internal-web-7-1234567890.us-east-1.elb.amazonaws.com             | web-7-1234567890
            API gateway           | https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod       | a1b2c3d4e5
            SNS topic             | arn:aws:sns:us-east-1:123456789012:alerts-7                       | alerts-7
            SQS queue             | https://sqs.us-east-1.amazonaws.com/123456789012/jobs-7           | jobs-7
            KMS key               | arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab | 1234abcd-12ab
            secret                | arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf | prod/db-AbCdEf
            CloudFormation stack  | arn:aws:cloudformation:us-east-1:123456789012:stack/web-stack-7/x | web-stack-7
            CloudWatch log group  | /aws/lambda/process-orders-7                                      | process-orders-7
            """)
    void theSampleIsMasked(String kind, String sample, String identifier) {
        String masked = Texts.masked(sample);

        assertTrue(sample.contains(identifier), kind);
        assertFalse(masked.contains(identifier), () -> kind + ": " + masked);
        assertTrue(masked.contains("<"), () -> kind + ": " + masked);
    }
}
